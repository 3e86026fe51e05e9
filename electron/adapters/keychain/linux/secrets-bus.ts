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

/** GNOME's shows also its locked items while others show none. */
export const GNOME = ['org.gnome.keyring'];
/** KWallet's daemon, by the names of Plasma 6 and of those before it. */
export const KWALLET = ['org.kde.ksecretd', 'org.kde.kwalletd6', 'org.kde.kwalletd5'];

/** Whether the keyring that answers has one of these names as well. */
export async function isServedBy(bus: SessionBus, names: readonly string[]): Promise<boolean> {
  const owner = (name: string) =>
    bus.call(BUS, { interface: BUS.destination, member: 'GetNameOwner', signature: 's', body: [name] }).then(
      ([id]) => id,
      () => null,
    );
  const [secrets, ...others] = await Promise.all([SECRETS.destination, ...names].map(owner));
  return secrets !== null && others.includes(secrets);
}
