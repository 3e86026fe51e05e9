/**
 * The sealing key as an item of the Secret Service (GNOME Keyring, KWallet, KeePassXC …). Nothing waits for a window but
 * `unlock`, and one connection serves the whole run: KeePassXC asks its person once for each.
 */
import { FailureError } from '../../../core/base/failure.ts';
import { BusError, type OpenBus, openSessionBus, within } from '../../dbus/session-bus.ts';
import { KEY_BYTES } from '../../sealing/key-box.ts';
import type { KeyItems, SealingKey } from '../../sealing/key-items.ts';
import { prompted } from './secret-prompt.ts';
import { openTransfer, type SecretOnBus, type SecretTransfer } from './secret-transfer.ts';
import { COLLECTION, ITEM, isAbsent, NONE, SECRETS, SERVICE } from './secrets-bus.ts';

const LIMIT_MS = 2_000;
/** For a person to answer the keyring's own window. */
const PROMPT_MS = 120_000;
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

  /** The path of the default collection. */
  async function collection({ bus }: Talk): Promise<string> {
    const [path] = await bus.call(SECRETS, {
      interface: SERVICE,
      member: 'ReadAlias',
      signature: 's',
      body: ['default'],
    });
    if (typeof path !== 'string' || path === NONE) throw new FailureError('kept.locked');
    return path;
  }

  async function ready(now: Talk): Promise<string> {
    const path = await collection(now);
    // Asked first: some keyrings show a window where a locked one is searched.
    if ((await now.bus.get({ ...SECRETS, path }, COLLECTION, 'Locked')) !== false)
      throw new FailureError('kept.locked');
    return path;
  }

  async function search({ bus }: Talk, id: string | null): Promise<readonly [open: string[], locked: string[]]> {
    const attributes = { ...OURS, ...(id === null ? {} : { id }) };
    const [found, locked] = await bus.call(SECRETS, {
      interface: SERVICE,
      member: 'SearchItems',
      signature: 'a{ss}',
      body: [attributes],
    });
    return [found as string[], locked as string[]];
  }

  async function read({ bus, transfer }: Talk, path: string): Promise<SealingKey> {
    const on = { ...SECRETS, path };
    const attributes = (await bus.get(on, ITEM, 'Attributes')) as Readonly<Record<string, string>>;
    const [secret] = await bus.call(on, {
      interface: ITEM,
      member: 'GetSecret',
      signature: 'o',
      body: [transfer.session],
    });
    const bytes = Buffer.from(transfer.unwrap(secret as SecretOnBus), 'base64');
    if (bytes.length !== KEY_BYTES) throw new FailureError('kept.unreadable');
    return { id: attributes.id ?? '', bytes };
  }

  return {
    close,

    ready: () => talk(async (now) => void (await ready(now))),

    find: (id) =>
      talk(async (now) => {
        await ready(now);
        const [found, locked] = await search(now, id);
        const [first] = found.toSorted();
        if (first !== undefined) return read(now, first);
        if (locked.length > 0) throw new FailureError('kept.locked');
        return null;
      }),

    add: ({ id, bytes }) =>
      talk(async (now) => {
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
        if (!(await prompted(now.bus, prompt, LIMIT_MS))) throw new FailureError('kept.locked');
      }, LIMIT_MS * 2),

    unlock: () =>
      talk(async (now) => {
        const open = async (paths: readonly string[]) => {
          const unlock = { interface: SERVICE, member: 'Unlock', signature: 'ao', body: [paths] };
          const [, prompt] = await now.bus.call(SECRETS, unlock);
          if (!(await prompted(now.bus, prompt, promptMs))) throw new FailureError('kept.locked');
        };
        await open([await collection(now)]);
        const [, locked] = await search(now, null);
        if (locked.length > 0) await open(locked);
      }, promptMs * 3),
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
