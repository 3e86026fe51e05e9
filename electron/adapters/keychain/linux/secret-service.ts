/**
 * The desktop's keyring (GNOME Keyring, KWallet, KeePassXC …) by the Secret Service's own D-Bus interface. Secrets are
 * never asked for, and a keyring that is locked, hangs or is not there is told apart from one that holds nothing.
 */
import { FailureError } from '../../../core/base/failure.ts';
import type { CredentialStore } from '../../../core/git/stale/port.ts';
import { BUS, BusError, onSessionBus, type SessionBus, within } from '../../dbus/session-bus.ts';
import { isGone, readItems } from './secret-items.ts';
import { prompted } from './secret-prompt.ts';
import { COLLECTION, ITEM, isAbsent, SECRETS, unlockPrompt } from './secrets-bus.ts';

const NAME = 'Keyring';
/** So many times the limit of one call it may take to tell of all that it holds. */
const ALL = 6;

export interface SecretServiceLimits {
  /** For a keyring to answer one call. */
  readonly answerMs: number;
  /** For a person to answer the keyring's own window. */
  readonly promptMs: number;
}

export function secretService(
  address: string | undefined,
  { answerMs, promptMs }: SecretServiceLimits = { answerMs: 5_000, promptMs: 120_000 },
): CredentialStore {
  let locked: readonly string[] = [];

  const talk = <T>(about: (bus: SessionBus) => Promise<T>): Promise<T> =>
    onSessionBus(about, { limitMs: answerMs, address }).catch((thrown) => {
      throw failureOfBus(thrown);
    });

  /** Waits for the person, where the keyring asks. */
  const allowed = async (bus: SessionBus, prompt: unknown): Promise<void> => {
    if (!(await prompted(bus, prompt, promptMs))) throw new FailureError('keychain.denied', { store: NAME });
  };

  return {
    name: NAME,

    async present() {
      const named = (bus: SessionBus, member: string) =>
        bus.call(BUS, { interface: BUS.destination, member }).then(([names]) => names as readonly string[]);
      const asked = onSessionBus(
        async (bus) => [...(await named(bus, 'ListNames')), ...(await named(bus, 'ListActivatableNames'))],
        { limitMs: answerMs, address },
      );
      // A bus that hangs may well have a keyring: listing then says what is wrong.
      return asked.then(
        (names) => names.includes(SECRETS.destination),
        (thrown) => !isAbsent(thrown),
      );
    },

    async list() {
      const items = await talk((bus) => within(answerMs * ALL, readItems(bus)));
      locked = items.locked;
      const hidden = items.hidden ? new FailureError('keychain.locked', { store: NAME }).failure : null;
      return { entries: items.entries, hidden };
    },

    remove: ({ handle }) =>
      talk(async (bus) => {
        const path = handle.slice(0, handle.lastIndexOf('/'));
        // From a wallet that is shut KWallet deletes what tells an entry apart, and keeps its password.
        if ((await bus.get({ ...SECRETS, path }, COLLECTION, 'Locked')) === true) {
          locked = [path];
          throw new FailureError('keychain.locked', { store: NAME });
        }
        const [prompt] = await bus.call({ ...SECRETS, path: handle }, { interface: ITEM, member: 'Delete' });
        await allowed(bus, prompt);
      }).catch((thrown) => {
        if (!isGone((thrown as Error).cause)) throw thrown;
      }),

    unlock: () =>
      talk(async (bus) => {
        await allowed(bus, await unlockPrompt(bus, locked));
      }),
  };
}

const LOCKED = 'org.freedesktop.Secret.Error.IsLocked';
const DENIED = new Set(['org.freedesktop.DBus.Error.AccessDenied', 'org.freedesktop.DBus.Error.AuthFailed']);

function failureOfBus(thrown: unknown): unknown {
  if (!(thrown instanceof BusError)) return thrown;
  const { kind, error } = thrown;
  if (error === LOCKED) return new FailureError('keychain.locked', { store: NAME }, { cause: thrown });
  if (DENIED.has(error)) return new FailureError('keychain.denied', { store: NAME }, { cause: thrown });
  if (kind !== 'refused' || isAbsent(thrown) || error.startsWith('org.freedesktop.DBus.Error.Spawn.')) {
    return new FailureError('keychain.unavailable', { store: NAME }, { cause: thrown });
  }
  const reason = error.split('.').at(-1) || 'D-Bus';
  return new FailureError('keychain.failed', { store: NAME, reason }, { cause: thrown });
}
