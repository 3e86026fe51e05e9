/**
 * The sealing key as an item of the Secret Service (GNOME Keyring, KWallet, KeePassXC …). Nothing waits for a window but
 * `unlock`, and one connection serves the whole run: KeePassXC asks its person once for each.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { FailureError } from '../../../core/base/failure.ts';
import { BusError, type OpenBus, openSessionBus, within } from '../../dbus/session-bus.ts';
import { KEY_BYTES } from '../../sealing/key-box.ts';
import type { KeyItems, SealingKey } from '../../sealing/key-items.ts';
import { prompted } from './secret-prompt.ts';
import { openTransfer, type SecretOnBus, type SecretTransfer } from './secret-transfer.ts';
import {
  COLLECTION,
  defaultCollection,
  ITEM,
  isAbsent,
  isOpen,
  isServedBy,
  KWALLET,
  SECRETS,
  SERVICE,
  searchItems,
  unlockPrompt,
} from './secrets-bus.ts';

const LIMIT_MS = 2_000;
/** For a person to answer the keyring's own window. */
const PROMPT_MS = 120_000;
/** KWallet writes what it was given five seconds later, and forgets it when it is killed before. */
const SAVED_MS = 6_000;
const OURS = { application: 'daypass', use: 'sealing' };

interface Talk {
  readonly bus: OpenBus;
  readonly transfer: SecretTransfer;
  readonly variant: (signature: string, value: unknown) => unknown;
}

export function secretServiceKeys(address = process.env.DBUS_SESSION_BUS_ADDRESS, promptMs = PROMPT_MS): KeyItems {
  let open: Promise<Talk> | null = null;

  /** Over the connection there is; over a new one where that has come to its end, as with the keyring behind it. */
  async function talk<T>(about: (talk: Talk) => Promise<T>, limitMs = LIMIT_MS): Promise<T> {
    const before = open;
    try {
      open ??= begin(address);
      return await within(limitMs, open.then(about));
    } catch (thrown) {
      if (!(thrown instanceof BusError) || thrown.error === LOCKED) throw failureOfBus(thrown);
      close();
      if (before && thrown.kind !== 'no-answer') return talk(about, limitMs);
      throw failureOfBus(thrown);
    }
  }

  function close(): void {
    const ended = open;
    open = null;
    void ended?.then(({ bus }) => bus.close()).catch(() => {});
  }

  async function ready({ bus }: Talk): Promise<string> {
    const path = await defaultCollection(bus);
    if (path === null || !(await isOpen(bus, path))) throw new FailureError('kept.locked');
    return path;
  }

  /** Null for one that holds no key, as KWallet's that was killed before it had saved what it was given. */
  async function read({ bus, transfer }: Talk, path: string): Promise<SealingKey | null> {
    const on = { ...SECRETS, path };
    const attributes = (await bus.get(on, ITEM, 'Attributes')) as Readonly<Record<string, string>>;
    const [secret] = await bus.call(on, {
      interface: ITEM,
      member: 'GetSecret',
      signature: 'o',
      body: [transfer.session],
    });
    const bytes = Buffer.from(transfer.unwrap(secret as SecretOnBus), 'base64');
    return bytes.length === KEY_BYTES ? { id: attributes.id ?? '', bytes } : null;
  }

  async function allowed({ bus }: Talk, prompt: unknown, limitMs: number): Promise<void> {
    if (!(await prompted(bus, prompt, limitMs))) throw new FailureError('kept.locked');
  }

  async function unlock(now: Talk, paths: readonly string[]): Promise<void> {
    await allowed(now, await unlockPrompt(now.bus, paths), promptMs);
  }

  /** As libsecret makes it for a person who has none: the keyring asks for the new one's password. */
  async function makeCollection(now: Talk): Promise<void> {
    const body = [{ [`${COLLECTION}.Label`]: now.variant('s', 'Default keyring') }, 'default'];
    const create = { interface: SERVICE, member: 'CreateCollection', signature: 'a{sv}s', body };
    const [, prompt] = await now.bus.call(SECRETS, create);
    await allowed(now, prompt, promptMs);
  }

  return {
    close,

    ready: () => talk(async (now) => void (await ready(now))),

    find: (id) =>
      talk(async (now) => {
        await ready(now);
        const { open, locked } = await searchItems(now.bus, { ...OURS, ...(id === null ? {} : { id }) });
        for (const path of open.toSorted()) {
          const key = await read(now, path);
          if (key) return key;
        }
        if (locked.length > 0) throw new FailureError('kept.locked');
        return null;
      }),

    add: ({ id, bytes }) =>
      talk(
        async (now) => {
          const path = await ready(now);
          const properties = {
            [`${ITEM}.Label`]: now.variant('s', 'Daypass'),
            [`${ITEM}.Attributes`]: now.variant('a{ss}', { ...OURS, id }),
          };
          const body = [properties, now.transfer.wrap(bytes.toString('base64')), false];
          const [, prompt] = await now.bus.call(
            { ...SECRETS, path },
            { interface: COLLECTION, member: 'CreateItem', signature: 'a{sv}(oayays)b', body },
          );
          // KeePassXC makes each item by a prompt, which shows no window while the collection is open.
          await allowed(now, prompt, LIMIT_MS);
          if (await isServedBy(now.bus, KWALLET)) await pause(SAVED_MS);
        },
        LIMIT_MS * 2 + SAVED_MS,
      ),

    unlock: () =>
      talk(async (now) => {
        const path = await defaultCollection(now.bus);
        if (path === null) await makeCollection(now);
        else await unlock(now, [path]);
        const { locked } = await searchItems(now.bus, OURS);
        if (locked.length > 0) await unlock(now, locked);
      }, promptMs * 3).catch((thrown) => {
        // What a person has denied KeePassXC denies this connection for good, also when they have thought better of it.
        close();
        throw thrown;
      }),
  };
}

async function begin(address: string | undefined): Promise<Talk> {
  const { Variant } = await import('@jellybrick/dbus-next');
  const variant = (signature: string, value: unknown) => new Variant(signature, value);
  const bus = await openSessionBus({ limitMs: LIMIT_MS, address });
  try {
    return { bus, variant, transfer: await openTransfer(bus, variant) };
  } catch (thrown) {
    bus.close();
    throw thrown;
  }
}

const LOCKED = 'org.freedesktop.Secret.Error.IsLocked';

/** A keyring that does not answer may be asking its person: that is as good as locked. */
function failureOfBus(thrown: unknown): unknown {
  if (!(thrown instanceof BusError)) return thrown;
  if (isAbsent(thrown)) return new FailureError('kept.not-encrypted', {}, { cause: thrown });
  if (thrown.kind === 'no-answer' || thrown.error === LOCKED) {
    return new FailureError('kept.locked', {}, { cause: thrown });
  }
  const reason = thrown.error.split('.').at(-1) || 'D-Bus';
  return new FailureError('kept.refused', { reason }, { cause: thrown });
}
