import { beforeEach, describe, expect, test } from 'vitest';
import { Attempts } from '../../../electron/core/authenticator/attempts.ts';
import { StoredTotp } from '../../../electron/core/authenticator/stored-totp.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import type { FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { SealedSecrets } from '../../../electron/core/kept/sealed-secrets.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { FakeQrReader, FakeTotp, stepCode, TOTP_SECRET } from '../../fakes/totp.ts';
import { HOUR } from '../samples.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const profile = { id: 'p1', serial: SERIAL };
const drained = () => new Promise((resolve) => setImmediate(resolve));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (thrown: FailureError) => thrown.failure.code,
  );
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function world() {
  const wall = new FakeClock();
  const clock = new AwsClock(wall);
  const timer = new FakeTimer(wall);
  const box = new FakeSecretBox();
  const files = new FakeSealedFiles();
  const attempts = new Attempts();
  const totp = new FakeTotp();
  const kept = new SealedSecrets(provenSeal(box), files);
  const seen: (number | null)[] = [];
  const start = (): StoredTotp => {
    const changed = () => seen.push(stored.nextCodeAt('p1'));
    const stored: StoredTotp = new StoredTotp({ kept, totp, qr: new FakeQrReader(), clock, timer, attempts, changed });
    return stored;
  };
  const abort = new AbortController();
  return { wall, clock, timer, box, files, attempts, totp, seen, start, stored: start(), abort };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

describe('storing', () => {
  test('is off at first, then known, also to the next run, without opening anything', async () => {
    expect(w.stored.has('p1')).toBe(false);
    await w.stored.store('p1', new Secret(` ${TOTP_SECRET.toLowerCase()} `));
    expect(w.stored.has('p1')).toBe(true);
    expect([...w.files.texts.keys()]).toEqual(['totp-p1']);
    expect(w.box.read(w.files.texts.get('totp-p1') ?? '')).toBe(TOTP_SECRET);

    w.box.state = 'locked';
    const next = w.start();
    expect(next.has('p1')).toBe(false);
    await next.look([profile, { id: 'p2', serial: SERIAL }]);
    expect([next.has('p1'), next.has('p2')]).toEqual([true, false]);
  });

  test('what cannot be looked for is not there, and the others are', async () => {
    await w.stored.store('p2', new Secret(TOTP_SECRET));
    const read = w.files.read.bind(w.files);
    w.files.read = (name) => (name === 'totp-p1' ? Promise.reject(new Error('EIO')) : read(name));
    const next = w.start();
    await next.look([profile, { id: 'p2', serial: SERIAL }]);
    expect([next.has('p1'), next.has('p2')]).toEqual([false, true]);
  });

  test('every change is told', async () => {
    await w.stored.store('p1', new Secret(TOTP_SECRET));
    expect(w.seen).toHaveLength(1);
    await w.stored.look([profile]);
    expect(w.seen).toHaveLength(2);
    await w.stored.remove('p1');
    expect(w.seen).toHaveLength(3);
  });

  test('from a picture of the QR code', async () => {
    await w.stored.storePicture('p1', bytes(`otpauth://totp/x?secret=${TOTP_SECRET}`), null);
    expect(w.box.read(w.files.texts.get('totp-p1') ?? '')).toBe(TOTP_SECRET);
  });

  describe('from a picture with several codes', () => {
    const OTHER = TOTP_SECRET.split('').reverse().join('');
    const uri = (label: string, secret: string) => `otpauth://totp/${label}?secret=${secret}&issuer=Amazon`;
    const keptSecret = () => w.box.read(w.files.texts.get('totp-p1') ?? '');

    test('asks for one by its name, which holds nothing secret, and stores that one', async () => {
      const picture = bytes(`${uri('ann%40example', TOTP_SECRET)}\n${uri('AWS:bob', OTHER)}`);
      expect(await w.stored.storePicture('p1', picture, null)).toEqual(['Amazon: ann@example', 'AWS: bob']);
      expect(w.stored.has('p1')).toBe(false);
      expect(await w.stored.storePicture('p1', picture, 'AWS: bob')).toEqual([]);
      expect(keptSecret()).toBe(OTHER);
    });

    test('tells apart what has the same name, or none', async () => {
      const picture = bytes(`${uri('a', TOTP_SECRET)}\n${uri('a', OTHER)}\n${TOTP_SECRET}\n${OTHER}`);
      const names = ['Amazon: a', 'Amazon: a (2)', '?', '? (2)'];
      expect(await w.stored.storePicture('p1', picture, null)).toEqual(names);
      await w.stored.storePicture('p1', picture, 'Amazon: a (2)');
      expect(keptSecret()).toBe(OTHER);
    });

    test('does not ask where only one is an authenticator’s', async () => {
      const picture = bytes(`https://example.com/\notpauth://hotp/x?secret=${OTHER}\n${uri('a', TOTP_SECRET)}`);
      expect(await w.stored.storePicture('p1', picture, null)).toEqual([]);
      expect(keptSecret()).toBe(TOTP_SECRET);
    });

    test('stores none where the chosen one is not there', async () => {
      const picture = bytes(`${uri('a', TOTP_SECRET)}\n${uri('b', OTHER)}`);
      expect(await codeOf(w.stored.storePicture('p1', picture, 'Amazon: c'))).toBe('totp.no-qr');
      expect(w.stored.has('p1')).toBe(false);
    });
  });

  test.each([
    ['a picture without one', () => w.stored.storePicture('p1', bytes('blank wall'), null), 'totp.no-qr'],
    ['a picture that is none', () => w.stored.storePicture('p1', bytes(''), null), 'totp.picture-unreadable'],
    [
      'a QR code of something else',
      () => w.stored.storePicture('p1', bytes('https://example.com'), null),
      'totp.secret-malformed',
    ],
    ['no secret', () => w.stored.store('p1', new Secret('123456')), 'totp.secret-malformed'],
    [
      'codes of another kind',
      () => w.stored.store('p1', new Secret(`otpauth://hotp/x?secret=${TOTP_SECRET}`)),
      'totp.unsupported',
    ],
  ] as const)('%s is refused', async (_, store, code) => {
    expect(await codeOf(store())).toBe(code);
    expect(w.stored.has('p1')).toBe(false);
    expect(w.files.texts.size).toBe(0);
  });

  test('a secret of which no code can be made is refused', async () => {
    w.totp.broken = 'totp.secret-malformed';
    expect(await codeOf(w.stored.store('p1', new Secret(TOTP_SECRET)))).toBe('totp.secret-malformed');
    expect(w.files.texts.size).toBe(0);
  });

  test.each([
    ['missing', 'kept.not-encrypted'],
    ['locked', 'kept.locked'],
  ] as const)('is refused, before anything is read, where the keyring is %s', async (state, code) => {
    w.box.state = state;
    expect(await codeOf(w.stored.store('p1', new Secret('not even a secret')))).toBe(code);
    expect(await codeOf(w.stored.storePicture('p1', bytes('blank'), null))).toBe(code);
    expect(w.stored.has('p1')).toBe(false);
  });

  test('ends with the file', async () => {
    await w.stored.store('p1', new Secret(TOTP_SECRET));
    await w.stored.remove('p1');
    expect(w.files.texts.size).toBe(0);
    expect(w.stored.has('p1')).toBe(false);
    expect(await codeOf(w.stored.freshCode(profile.id, SERIAL, w.abort.signal))).toBe('code.malformed');
  });

  test('does not end when the file cannot be removed', async () => {
    await w.stored.store('p1', new Secret(TOTP_SECRET));
    w.files.broken = 'file.read-only';
    expect(await codeOf(w.stored.remove('p1'))).toBe('file.read-only');
    expect(w.stored.has('p1')).toBe(true);
  });
});

describe('a code', () => {
  beforeEach(async () => {
    await w.stored.store('p1', new Secret(TOTP_SECRET));
    w.totp.secrets.length = 0;
  });
  const fresh = async () => (await w.stored.freshCode(profile.id, SERIAL, w.abort.signal)).reveal();

  test('is this step’s', async () => {
    expect(await fresh()).toBe(stepCode(MORNING));
    expect(w.totp.secrets).toEqual([TOTP_SECRET]);
    expect(w.stored.nextCodeAt('p1')).toBeNull();
  });

  test('is made at AWS’s time, whatever the computer’s clock says', async () => {
    w.wall.jump(5 * HOUR);
    w.clock.learn(MORNING);
    expect(await fresh()).toBe(stepCode(MORNING));
  });

  test('is never one that was sent: the next step’s is waited for, and that is shown', async () => {
    w.timer.pass(8_000);
    w.attempts.sent(SERIAL, new Secret(stepCode(MORNING)), w.clock.now());
    const code = fresh();
    await drained();
    expect(w.stored.nextCodeAt('p1')).toBe(MORNING + 30_000);
    expect(w.seen.at(-1)).toBe(MORNING + 30_000);
    w.timer.pass(21_999);
    await drained();
    expect(w.stored.nextCodeAt('p1')).toBe(MORNING + 30_000);
    w.timer.pass(1);
    expect(await code).toBe(stepCode(MORNING + 30_000));
    expect(w.stored.nextCodeAt('p1')).toBeNull();
    expect(w.seen.at(-1)).toBeNull();
  });

  test('is waited for again when the computer slept over a step whose code was sent as well', async () => {
    for (const step of [0, 1]) w.attempts.sent(SERIAL, new Secret(stepCode(MORNING + step * 30_000)), w.clock.now());
    const code = fresh();
    await drained();
    w.timer.pass(30_000);
    await drained();
    expect(w.stored.nextCodeAt('p1')).toBe(MORNING + 60_000);
    w.timer.pass(30_000);
    expect(await code).toBe(stepCode(MORNING + 60_000));
  });

  test('of another device is no obstacle', async () => {
    w.attempts.sent('arn:aws:iam::123456789012:mfa/other', new Secret(stepCode(MORNING)), w.clock.now());
    expect(await fresh()).toBe(stepCode(MORNING));
  });

  test('is not waited for when the sign-in is cancelled', async () => {
    w.attempts.sent(SERIAL, new Secret(stepCode(MORNING)), w.clock.now());
    const code = codeOf(fresh());
    await drained();
    w.abort.abort();
    expect(await code).toBe('sign-in.cancelled');
    expect(w.stored.nextCodeAt('p1')).toBeNull();
    expect(w.timer.count).toBe(0);
  });

  test('is not made for a device that must rest', async () => {
    for (let i = 0; i < 7; i++) w.attempts.sent(SERIAL, new Secret(`00000${i}`), w.clock.now());
    expect(await codeOf(fresh())).toBe('device.cooling-down');
  });

  test.each<[string, () => unknown, FailureCode]>([
    ['locked', () => (w.box.state = 'locked'), 'totp.box-unavailable'],
    ['gone', () => (w.box.state = 'missing'), 'totp.box-unavailable'],
    ['another', () => (w.box.key = 'second'), 'kept.other-key'],
  ])('cannot be made where the keyring is %s', async (_, change, code) => {
    change();
    expect(await codeOf(fresh())).toBe(code);
  });

  test('cannot be made where somebody has removed the file', async () => {
    w.files.texts.clear();
    expect(await codeOf(fresh())).toBe('totp.unreadable');
  });
});
