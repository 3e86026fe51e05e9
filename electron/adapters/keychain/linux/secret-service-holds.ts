/** Whether a keyring is open and holds something, told within two seconds, whatever the keyring does. */
import { onSessionBus, within } from '../../dbus/session-bus.ts';
import { defaultCollection, isOpen, searchItems } from './secrets-bus.ts';

const LIMIT_MS = 2_000;

/** True only where the default keyring is open and an item with these attributes can be had without asking anyone. */
export async function secretServiceHolds(
  attributes: Readonly<Record<string, string>>,
  address = process.env.DBUS_SESSION_BUS_ADDRESS,
): Promise<boolean> {
  const asked = onSessionBus(
    async (bus) => {
      const path = await defaultCollection(bus);
      return path !== null && (await isOpen(bus, path)) && (await searchItems(bus, attributes)).open.length > 0;
    },
    { limitMs: LIMIT_MS, address },
  );
  return within(LIMIT_MS, asked).catch(() => false);
}
