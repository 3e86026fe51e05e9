// The key that seals what Daypass keeps: in the real keyrings, open, shut, replaced and gone; and in a Secret Service of the
// test's own, for what no keyring does on demand.
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretServiceKeys } from '../../electron/adapters/keychain/linux/secret-service-keys.ts';
import { keyBox } from '../../electron/adapters/sealing/key-box.ts';
import type { KeyItems } from '../../electron/adapters/sealing/key-items.ts';
import { type FailureError, failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { gnomeKeyring, keepassxc, ksecretd } from '../desktops/real-keyrings.ts';
import { keyringMissing, PrivateKeyring } from '../world/private-keyring.ts';
import { SecretServiceOfTest } from '../world/secret-service.ts';
import { until } from './until.ts';

const missing = keyringMissing();
const titled = (name: string) => (missing === null ? name : `${name} (${missing})`);
const PLAIN = new Secret('planted-Schl\u00fcssel');

let keyring: PrivateKeyring;
const opened: KeyItems[] = [];
/** As a process that has just been started. */
function box() {
  const items = secretServiceKeys(keyring.address, 1_000);
  opened.push(items);
  return keyBox(items);
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was done'),
    (thrown: FailureError) => failureOf(thrown).code,
  );
afterEach(async () => {
  for (const items of opened.splice(0)) items.close();
  await keyring?.stop();
});

for (const real of [gnomeKeyring, keepassxc('KeePassXC that asks nobody', { asks: false }), ksecretd]) {
  const why = real.missing;
  describe.skipIf(why !== null)(why === null ? `a real ${real.name}` : `a real ${real.name} (${why})`, () => {
    beforeEach(async () => {
      keyring = await real.make();
      await keyring.start('pw');
    });
    /** Another run of it: open, or with null shut. */
    const restart = async (password: string | null) => {
      await keyring.end();
      await keyring.start(password);
    };

    test('holds one key, that another process and another run of the keyring find again', async () => {
      const sealed = await box().seal(PLAIN, null);
      expect(sealed).not.toContain('planted');
      const again = box();
      expect((await again.open(sealed)).reveal()).toBe(PLAIN.reveal());
      const second = await again.seal(PLAIN, sealed);
      expect(second).not.toBe(sealed);
      // Where nothing is known to be sealed, the key that is there already is taken.
      const third = await box().seal(PLAIN, null);
      expect(new Set([sealed, second, third].map((text) => text.split('.')[1])).size).toBe(1);
      await restart('pw');
      for (const text of [sealed, second, third]) expect((await again.open(text)).reveal()).toBe(PLAIN.reveal());
    });

    test('that is shut says so, asks nobody, and opens what it did before when it is open', async () => {
      const one = box();
      const sealed = await one.seal(PLAIN, null);
      await restart(null);
      for (const now of [one, box()]) {
        expect(await now.unavailable()).toMatchObject({ code: 'kept.locked' });
        expect(await codeOf(now.open(sealed))).toBe('kept.locked');
        expect(await codeOf(now.seal(PLAIN, null))).toBe('kept.locked');
      }
      await restart('pw');
      expect((await one.open(sealed)).reveal()).toBe(PLAIN.reveal());
    });

    test('that does not hold the key makes no other in its place', async () => {
      const sealed = await box().seal(PLAIN, null);
      const foreign = sealed.replace(/^dp1\.\w+/, 'dp1.0123456789abcdef');
      expect(await codeOf(box().open(foreign))).toBe('kept.other-key');
      expect(await codeOf(box().seal(PLAIN, foreign))).toBe('kept.other-key');
      const damaged = sealed.slice(0, 30) + (sealed[30] === 'A' ? 'B' : 'A') + sealed.slice(31);
      expect(await codeOf(box().open(damaged))).toBe('kept.unreadable');
      expect(await codeOf(box().open(sealed.slice(0, 40)))).toBe('kept.unreadable');
      expect((await box().open(sealed)).reveal()).toBe(PLAIN.reveal());
    });

    test('whose item holds no key, as it was killed before it had saved it, begins another', async () => {
      const sealed = await box().seal(PLAIN, null);
      const [, id = ''] = sealed.split('.');
      keyring.clearItems('application', 'daypass');
      await keyring.plant('', 'application', 'daypass', 'use', 'sealing', 'id', id);
      expect(await codeOf(box().open(sealed))).toBe('kept.other-key');
      const again = await box().seal(PLAIN, null);
      expect((await box().open(again)).reveal()).toBe(PLAIN.reveal());
    });

    test('is told the key so that nobody who listens on the bus can read it', async () => {
      const monitor = spawn('dbus-monitor', ['--address', keyring.address], { stdio: ['ignore', 'pipe', 'ignore'] });
      let heard = '';
      monitor.stdout.setEncoding('latin1').on('data', (text) => {
        heard += text;
      });
      try {
        await until(async () => heard.includes('NameAcquired'));
        const items = secretServiceKeys(keyring.address);
        opened.push(items);
        const bytes = Buffer.from('planted-key-of-exactly-32-bytes!');
        await items.add({ id: '0123456789abcdef', bytes });
        expect((await items.find('0123456789abcdef'))?.bytes).toEqual(bytes);
        await until(async () => heard.includes('GetSecret'));
        expect(heard).not.toContain(bytes.toString('base64'));
        expect(heard).not.toContain(bytes.toString('hex').replace(/(..)(?=.)/g, '$1 '));
      } finally {
        monitor.kill();
      }
    });
  });
}

describe.skipIf(missing !== null)(titled('a keyring'), () => {
  let service: SecretServiceOfTest;
  beforeEach(async () => {
    keyring = await PrivateKeyring.onBus('bare');
    service = new SecretServiceOfTest(keyring.address);
    await service.start();
  });
  afterEach(() => service.stop());

  test.each([
    ['never answers', 'kept.locked', () => (service.hangs = 'everywhere')],
    ['never says whether it is open', 'kept.locked', () => (service.hangs = new Set(['ReadAlias']))],
    ['refuses', 'kept.refused', () => service.refuses.set('OpenSession', 'org.freedesktop.DBus.Error.AccessDenied')],
    ['is locked', 'kept.locked', () => service.refuses.set('ReadAlias', 'org.freedesktop.Secret.Error.IsLocked')],
  ])('that %s keeps nothing', async (_, code, change) => {
    change();
    const one = box();
    expect(await one.unavailable()).toMatchObject({ code });
    expect(await codeOf(one.seal(PLAIN, null))).toBe(code);
    expect(await codeOf(one.unlock())).toBe(code);
  });
});

describe.skipIf(missing !== null)(titled('a keyring that makes an item by a prompt'), () => {
  test.each([
    ['allows', null, 1],
    ['dismisses', 'kept.locked', 0],
    ['never answers', 'kept.locked', 0],
  ] as const)('and %s it', async (asks, code, made) => {
    keyring = await PrivateKeyring.onBus('bare');
    const service = new SecretServiceOfTest(keyring.address);
    service.asks = asks;
    await service.start();
    const items = secretServiceKeys(keyring.address);
    opened.push(items);
    const added = items.add({ id: '0123456789abcdef', bytes: Buffer.alloc(32) });
    expect(code ? await codeOf(added) : await added).toBe(code ?? undefined);
    expect(service.items.size).toBe(made);
    if (asks === 'never answers') await until(async () => service.called.includes('Dismiss'));
    service.stop();
  });
});

describe.skipIf(missing !== null)(titled('a keyring without any collection'), () => {
  test.each([
    ['allows', 'unlocked', true],
    ['dismisses', 'kept.locked', false],
  ] as const)('makes one when a person wants to unlock it, who %s it', async (asks, said, made) => {
    keyring = await PrivateKeyring.onBus('bare');
    const service = new SecretServiceOfTest(keyring.address);
    service.asks = asks;
    service.collection = false;
    await service.start();
    const one = box();
    expect(await one.unavailable()).toMatchObject({ code: 'kept.locked' });
    expect(await codeOf(one.seal(PLAIN, null))).toBe('kept.locked');
    expect(service.called).not.toContain('CreateCollection');
    expect(made ? await one.unlock().then(() => 'unlocked') : await codeOf(one.unlock())).toBe(said);
    expect(service.called.filter((member) => member === 'Prompt')).toHaveLength(1);
    expect(service.collection).toBe(made);
    // Who has said no is asked by another connection the next time, as some keyrings remember it of this one.
    await one.unavailable();
    expect(service.called.filter((member) => member === 'OpenSession')).toHaveLength(made ? 1 : 2);
    service.stop();
  });
});

const asking = keepassxc('KeePassXC', {});
test.skipIf(asking.missing !== null)(
  `${asking.missing === null ? '' : `(${asking.missing}) `}a KeePassXC that asks lets in who has made the key, and says to others that it is locked`,
  async () => {
    keyring = await asking.make();
    await keyring.start('pw');
    const maker = box();
    const sealed = await maker.seal(PLAIN, null);
    expect((await maker.open(sealed)).reveal()).toBe(PLAIN.reveal());
    expect(await codeOf(box().open(sealed))).toBe('kept.locked');
  },
);

test.skipIf(missing !== null)(
  titled('a gnome-keyring that is shut while it runs is used again when it is opened'),
  async () => {
    keyring = await PrivateKeyring.onBus();
    await keyring.start('pw');
    const one = box();
    const sealed = await one.seal(PLAIN, null);
    await keyring.lock();
    expect(await codeOf(one.open(sealed))).toBe('kept.locked');
    await keyring.unlock('pw');
    expect((await one.open(sealed)).reveal()).toBe(PLAIN.reveal());
  },
);

test.skipIf(missing !== null)(titled('a bus without a keyring keeps nothing, nor does none at all'), async () => {
  keyring = await PrivateKeyring.onBus('bare');
  expect(await box().unavailable()).toMatchObject({ code: 'kept.not-encrypted' });
  const nowhere = secretServiceKeys(`unix:path=${keyring.folder}/nowhere`);
  expect(await keyBox(nowhere).unavailable()).toMatchObject({ code: 'kept.not-encrypted' });
});
