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

const ask = (bus: SessionBus, member: string, signature: string, ...body: readonly unknown[]) =>
  bus.call(SECRETS, { interface: SERVICE, member, signature, body });

/** The path of the default collection; null where there is none yet. */
export async function defaultCollection(bus: SessionBus): Promise<string | null> {
  const [path] = await ask(bus, 'ReadAlias', 's', 'default');
  return typeof path !== 'string' || path === NONE ? null : path;
}

/** One of which that is not certain is not open. To be asked before a search: some keyrings show a window where a locked one is searched. */
export const isOpen = async (bus: SessionBus, collection: string): Promise<boolean> =>
  (await bus.get({ ...SECRETS, path: collection }, COLLECTION, 'Locked')) === false;

/** The paths of the items with these attributes. */
export async function searchItems(
  bus: SessionBus,
  attributes: Readonly<Record<string, string>>,
): Promise<{ readonly open: readonly string[]; readonly locked: readonly string[] }> {
  const [open, locked] = await ask(bus, 'SearchItems', 'a{ss}', attributes);
  return { open: open as readonly string[], locked: locked as readonly string[] };
}

/** What the person has to be asked for it; NONE where nobody has to be. */
export async function unlockPrompt(bus: SessionBus, paths: readonly string[]): Promise<unknown> {
  const [, prompt] = await ask(bus, 'Unlock', 'ao', [...paths]);
  return prompt;
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
