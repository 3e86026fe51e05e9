// Opens gnome-keyring's login keyring while it runs, as a person does by typing its password into its window.
import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';

const KEYRING = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };

export async function unlockKeyring(busAddress: string, password: string): Promise<void> {
  const bus = sessionBus({ busAddress });
  try {
    const plain = { interface: 'org.freedesktop.Secret.Service', member: 'OpenSession', signature: 'sv' };
    const opened = await bus.call(new Message({ ...KEYRING, ...plain, body: ['plain', new Variant('s', '')] }));
    const secret = [opened?.body[1], Buffer.alloc(0), Buffer.from(password), 'text/plain'];
    // What gnome-keyring has for the login screen and its own tests.
    const unlock = {
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
      member: 'UnlockWithMasterPassword',
      signature: 'o(oayays)',
      body: [`${KEYRING.path}/collection/login`, secret],
    };
    await bus.call(new Message({ ...KEYRING, ...unlock }));
  } finally {
    bus.disconnect();
  }
}
