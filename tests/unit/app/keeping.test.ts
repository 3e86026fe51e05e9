import { beforeEach, expect, test } from 'vitest';
import { Keeping } from '../../../electron/core/app/keeping.ts';
import { Attempts } from '../../../electron/core/authenticator/attempts.ts';
import { StoredTotp } from '../../../electron/core/authenticator/stored-totp.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { Renewals } from '../../../electron/core/daily/daily-sign-in.ts';
import { KeptSecrets } from '../../../electron/core/kept/sealed-secrets.ts';
import { KeptKeys } from '../../../electron/core/keys/long-term-keys.ts';
import { SettingsBook } from '../../../electron/core/settings/settings-book.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox } from '../../fakes/secret-box.ts';
import { FakeSettingsStore } from '../../fakes/settings-store.ts';
import { FakeSharedFiles } from '../../fakes/shared-files.ts';
import { IDENTITY } from '../../fakes/sts.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { FakeQrReader, FakeTotp, TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, HOUR } from '../samples.ts';

function world() {
  const clock = new FakeClock();
  const timer = new FakeTimer(clock);
  const sealed = new FakeSealedFiles();
  const files = new FakeSharedFiles();
  const store = new FakeSettingsStore();
  let changes = 0;
  const changed = () => changes++;
  const book = new SettingsBook(store, store.load().settings, () => 'p1', changed);
  const kept = new KeptSecrets(new FakeSecretBox(), sealed);
  const aws = new AwsClock(clock);
  const attempts = new Attempts();
  const totp = new StoredTotp({
    kept,
    totp: new FakeTotp(),
    qr: new FakeQrReader(),
    clock: aws,
    timer,
    attempts,
    changed,
  });
  const asked: string[] = [];
  const identity = async (_: unknown, region: string) => {
    asked.push(region);
    return IDENTITY;
  };
  const keys = new KeptKeys({ kept, files, identity });
  const signIns: string[] = [];
  const renewals = new Renewals({
    clock,
    timer,
    profiles: () => book.profiles,
    stored: ({ id }) => totp.has(id),
    begun: () => null,
    renewal: (id) => book.renewal(id),
    remember: (id, renewal) => book.rememberRenewal(id, renewal),
    signIn: async ({ name }) => void signIns.push(name),
    tellRefused: () => expect.fail(),
  });
  const keeping = new Keeping({ book, kept, totp, keys, renewals });
  return { clock, timer, sealed, files, store, book, asked, signIns, keeping };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
  w.book.add(choiceWith());
});
const unknown = { failure: { code: 'profile.unknown' } };

test('nothing is done for a profile that does not exist', async () => {
  const { keeping } = w;
  await expect(keeping.storeTotp('x', new Secret(TOTP_SECRET))).rejects.toMatchObject(unknown);
  await expect(keeping.storeTotpPicture('x', Uint8Array.of(1))).rejects.toMatchObject(unknown);
  await expect(keeping.removeTotp('x')).rejects.toMatchObject(unknown);
  await expect(keeping.keepKey('x')).rejects.toMatchObject(unknown);
  await expect(keeping.putKeyBack('x')).rejects.toMatchObject(unknown);
  await expect(async () => keeping.findKey('x')).rejects.toMatchObject(unknown);
  expect(w.sealed.texts.size).toBe(0);
});

test('a daily sign-in is had only with a stored authenticator, and ends with it', async () => {
  const { keeping, book, timer } = w;
  expect(() => keeping.renewDaily('p1', '08:30')).toThrow(
    expect.objectContaining({ failure: { code: 'code.malformed', params: {} } }),
  );
  await keeping.storeTotp('p1', new Secret(TOTP_SECRET));
  keeping.renewDaily('p1', '08:30');
  expect(book.profile('p1').renewAt).toBe('08:30');
  expect(timer.count).toBe(1);
  await keeping.removeTotp('p1');
  expect(book.profile('p1').renewAt).toBeNull();
  timer.pass(48 * HOUR);
  expect([w.signIns, timer.count]).toEqual([[], 0]);
});

test('what an earlier run has stored is found at start, and its daily sign-in goes on', async () => {
  await w.keeping.storeTotp('p1', new Secret(TOTP_SECRET));
  w.keeping.renewDaily('p1', '08:30');
  const again = world();
  again.sealed.texts.set('totp-p1', w.sealed.texts.get('totp-p1') ?? '');
  again.book.add(choiceWith());
  again.book.renewDaily('p1', '08:30');
  again.book.rememberRenewal('p1', { seen: again.clock.wall() - 48 * HOUR, refused: null });
  expect(again.keeping.totp.has('p1')).toBe(false);
  await again.keeping.start();
  expect(again.keeping.totp.has('p1')).toBe(true);
  expect(again.signIns).toEqual(['work-mfa']);
});

test('the settings hold no secret of what is kept', async () => {
  await w.keeping.storeTotp('p1', new Secret(TOTP_SECRET));
  w.files.texts.credentials = '[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = planted\n';
  await w.keeping.keepKey('p1');
  w.keeping.renewDaily('p1', '08:30');
  expect(w.asked).toEqual(['eu-central-1']);
  expect(await w.keeping.findKey('p1')).toBe('keychain');
  expect(JSON.stringify(w.store.stored)).not.toMatch(new RegExp(`planted|AKIA|${TOTP_SECRET}`));
  await w.keeping.putKeyBack('p1');
  expect(await w.keeping.findKey('p1')).toBe('file');
});
