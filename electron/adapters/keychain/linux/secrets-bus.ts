/** The Secret Service's names on the session bus, and what its absence looks like there. https://specifications.freedesktop.org/secret-service/ */
import { BUS, BusError, type SessionBus } from '../../dbus/session-bus.ts';

export const SECRETS = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
export const SERVICE = 'org.freedesktop.Secret.Service';
export const COLLECTION = 'org.freedesktop.Secret.Collection';
export const ITEM = 'org.freedesktop.Secret.Item';
export const PROMPT = 'org.freedesktop.Secret.Prompt';

/** How the specification writes "no such object" where it gives back an object. */
export const NONE = '/';

const NOBODY = new Set(['org.freedesktop.DBus.Error.ServiceUnknown', 'org.freedesktop.DBus.Error.NameHasNoOwner']);

/** No bus, or no keyring behind the name and none that the bus could start. */
export function isAbsent(thrown: unknown): boolean {
  return thrown instanceof BusError && (thrown.kind === 'no-bus' || NOBODY.has(thrown.error));
}

/** Whether the keyring that answers is GNOME's, which shows also its locked items; others show none. */
export async function isGnomeKeyring(bus: SessionBus): Promise<boolean> {
  const owner = (name: string) =>
    bus.call(BUS, { interface: BUS.destination, member: 'GetNameOwner', signature: 's', body: [name] }).then(
      ([id]) => id,
      () => null,
    );
  const [secrets, gnome] = await Promise.all([owner(SECRETS.destination), owner('org.gnome.keyring')]);
  return secrets !== null && secrets === gnome;
}
