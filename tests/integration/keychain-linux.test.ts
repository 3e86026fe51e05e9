// The desktop's keyring: a real gnome-keyring filled by git's own helper, open, shut and gone; and, for what no keyring
// does on demand, a Secret Service of the test's own that asks, refuses or hangs.
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trayHostPresent } from '../../electron/adapters/electron/tray-host.ts';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { secretServiceState } from '../../electron/adapters/keychain/linux/secret-service-state.ts';
import { clearStale, findStale } from '../../electron/core/git/stale-entries.ts';
import { GCM, keyringMissing, PrivateKeyring } from '../ports/credential-store-keyring.ts';
import { PASSWORD } from '../ports/credential-store-world.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
const key = (n: number) => `ASIAAAAAAAAAAAAAAA${String(n).padStart(2, '0')}`;
const locked = { store: 'Keyring', failure: { code: 'keychain.locked', params: { store: 'Keyring' } } };

const missing = keyringMissing();
const when = missing === null ? '' : ` (${missing})`;

let keyring: PrivateKeyring;
const store = (answerMs = 5_000, promptMs = 5_000) => secretService(keyring.address, { answerMs, promptMs });

describe.skipIf(missing !== null)(`a real gnome-keyring${when}`, { timeout: 60_000 }, () => {
  beforeEach(async () => {
    keyring = new PrivateKeyring();
    await keyring.startBus();
    await keyring.startKeyring('pw');
  });
  afterEach(() => keyring.stop());

  test('loses every temporary entry of CodeCommit and keeps all else', async () => {
    await keyring.plantLibsecret({ host: HOST, user: `${key(1)}%${TOKEN}` });
    await keyring.plantLibsecret({ host: HOST, user: `${key(2)}%${TOKEN}`, path: 'v1/repos/one' });
    await keyring.plantLibsecret({ host: `${HOST}:443`, user: `${key(3)}%${TOKEN}` });
    await keyring.plantLibsecret({ host: HOST, user: key(4), path: 'v1/repos/two' });
    await keyring.plantLibsecret({ host: HOST, user: 'alice-at-123456789012' });
    await keyring.plantLibsecret({ host: 'github.com', user: key(5) });
    await keyring.plantLibsecret({ host: `${HOST}.evil.example`, user: key(6) });
    await keyring.plantGcm({ host: HOST, user: `${key(7)}%${TOKEN}`, path: 'v1/repos/one' });
    await keyring.plantGcm({ host: HOST, user: `${key(8)}%${TOKEN}` }, false);
    await keyring.plantGcm({ host: 'github.com', user: key(9) });

    const report = await clearStale([store()]);
    expect(report.failures).toEqual([]);
    expect(report.entries.map(({ store, host, path, user, outcome }) => [store, host, path, user, outcome])).toEqual([
      ['Keyring (git libsecret helper)', HOST, null, 'ASIA…AA01', 'removed'],
      ['Keyring (git libsecret helper)', HOST, 'v1/repos/one', 'ASIA…AA02', 'removed'],
      ['Keyring (git libsecret helper)', `${HOST}:443`, null, 'ASIA…AA03', 'removed'],
      ['Keyring (git libsecret helper)', HOST, 'v1/repos/two', 'ASIA…AA04', 'removed'],
      ['Keyring (Git Credential Manager)', HOST, 'v1/repos/one', 'ASIA…AA07', 'removed'],
      ['Keyring (Git Credential Manager)', HOST, null, 'ASIA…AA08', 'removed'],
      ['Keyring (git libsecret helper)', HOST, null, 'alice-at-123456789012', 'left'],
    ].sort(byHandle(report)));
    expect(keyring.users('protocol', 'https').toSorted()).toEqual([key(5), key(6), 'alice-at-123456789012']);
    expect(keyring.users(...GCM)).toEqual([key(9)]);
    expect(keyring.users('service', `git:https://${HOST}`)).toEqual([]);
  });
});
