// A session bus and a keyring of the test's own, for what must not happen to the keyring of the desktop.
import { PrivateKeyring } from '../world/private-keyring.ts';
import { test as base, expect } from './fixture.ts';

export const test = base.extend<{ bus: 'usual' | 'bare'; keyring: PrivateKeyring }>({
  bus: ['usual', { option: true }],
  keyring: async ({ bus }, use) => {
    const keyring = await PrivateKeyring.onBus(bus);
    const before = { ...process.env };
    // The environments of the person, of the desktop and of the app are made of this one.
    for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR']) process.env[name] = keyring.env[name];
    await use(keyring);
    process.env = before;
    await keyring.stop();
  },
  person: async ({ keyring, person }, use) => {
    expect(person.env.DBUS_SESSION_BUS_ADDRESS).toBe(keyring.address);
    await use(person);
  },
});
