/** Whether a keyring is open and holds something, told within two seconds, whatever the keyring does. */
import { onSessionBus, within } from '../../dbus/session-bus.ts';
import { COLLECTION, NONE, SECRETS, SERVICE } from './secrets-bus.ts';

const LIMIT_MS = 2_000;

/** True only where the default keyring is open and an item with these attributes can be had without asking anyone. */
export async function secretServiceHolds(
  attributes: Readonly<Record<string, string>>,
  address = process.env.DBUS_SESSION_BUS_ADDRESS,
): Promise<boolean> {
  const asked = onSessionBus(
    async (bus) => {
      const alias = { interface: SERVICE, member: 'ReadAlias', signature: 's', body: ['default'] };
      const [path] = await bus.call(SECRETS, alias);
      if (typeof path !== 'string' || path === NONE) return false;
      if ((await bus.get({ ...SECRETS, path }, COLLECTION, 'Locked')) !== false) return false;
      const search = { interface: SERVICE, member: 'SearchItems', signature: 'a{ss}', body: [attributes] };
      const [found] = await bus.call(SECRETS, search);
      return (found as readonly string[]).length > 0;
    },
    { limitMs: LIMIT_MS, address },
  );
  return within(LIMIT_MS, asked).catch(() => false);
}
