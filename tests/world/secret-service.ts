// A Secret Service of the test's own on a real bus: it asks before it deletes, refuses, hangs, or keeps a wallet shut, and tells what it was asked.
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next';

const ROOT = '/org/freedesktop/secrets';
const SHUT = `${ROOT}/collection/shut`;
const OPEN = `${ROOT}/collection/open`;
const PROMPT = `${ROOT}/prompt/1`;

type Reply = readonly [signature: string, body: unknown[]];

export class SecretServiceOfTest {
  readonly called: string[] = [];
  items = new Map<string, Readonly<Record<string, string>>>();
  /** Members that are never answered. */
  hangs: Set<string> | 'everywhere' = new Set();
  /** How long each answer takes. */
  slowMs = 0;
  /** D-Bus errors by member. */
  refuses = new Map<string, string>();
  /** Whether deleting and unlocking ask the person, and what the person then does. */
  asks: 'no' | 'allows' | 'dismisses' | 'never answers' = 'no';
  /** Whether there is a second collection that is locked and shows nothing, as a closed wallet. */
  wallet: 'none' | 'shut' | 'opened' = 'none';
  /** Whether the first collection is shut: it shows what it holds, as KWallet does, and lets it be deleted. */
  locked = false;
  deletedWhileLocked = 0;
  /** Whether there is a first collection at all. */
  collection = true;
  readonly #bus: MessageBus;
  #stopped = false;
  #then: () => void = () => {};

  constructor(address: string) {
    this.#bus = sessionBus({ busAddress: address });
    this.#bus.addMethodHandler((message: Message) => {
      if (!message.path.startsWith(ROOT)) return false;
      this.called.push(message.member);
      // Handled, so that nobody else answers either.
      if (this.hangs === 'everywhere' || this.hangs.has(message.member)) return true;
      const refused = this.refuses.get(message.member);
      const reply = refused ? null : this.#reply(message);
      const answer = reply
        ? Message.newMethodReturn(message, ...reply)
        : Message.newError(message, refused ?? 'org.freedesktop.DBus.Error.UnknownMethod');
      if (this.slowMs === 0) this.#bus.send(answer);
      else setTimeout(() => this.#stopped || this.#bus.send(answer), this.slowMs);
      if (message.member === 'Prompt' && this.asks !== 'never answers') this.#answer();
      return true;
    });
  }

  start(): Promise<number> {
    return this.#bus.requestName('org.freedesktop.secrets', 0);
  }

  stop(): void {
    this.#stopped = true;
    this.#bus.disconnect();
  }

  add(name: string, attributes: Readonly<Record<string, string>>): void {
    this.items.set(`${OPEN}/${name}`, attributes);
  }

  #reply({ member, path, body }: Message): Reply | null {
    if (member === 'ReadAlias') return ['o', [this.collection ? OPEN : '/']];
    if (member === 'SearchItems') return ['aoao', [[], []]];
    if (member === 'CreateCollection') {
      const made = () => {
        this.collection = true;
      };
      return ['oo', ['/', this.#asked(made)]];
    }
    if (member === 'CreateItem') {
      const made = `${OPEN}/${this.items.size + 1}`;
      return ['oo', ['/', this.#asked(() => this.items.set(made, {}))]];
    }
    if (member === 'Get' && body[1] === 'Locked') return ['v', [new Variant('b', this.locked)]];
    if (member === 'Get') {
      const all = [OPEN, ...(this.wallet === 'none' ? [] : [SHUT])];
      return ['v', [new Variant('ao', all)]];
    }
    if (member === 'OpenSession') return ['vo', [new Variant('ay', Buffer.from([2])), `${ROOT}/session/1`]];
    if (member === 'GetAll') return this.#properties(path, String(body[0]));
    if (member === 'Delete') {
      if (this.locked) this.deletedWhileLocked++;
      return ['o', [this.#asked(() => this.items.delete(path))]];
    }
    if (member === 'Unlock') {
      const opened = () => {
        this.wallet = 'opened';
        this.locked = false;
      };
      return ['aoo', [[], this.#asked(opened)]];
    }
    return member === 'Prompt' ? ['', []] : null;
  }

  #properties(path: string, face: string): Reply | null {
    if (face.endsWith('Collection')) {
      const shut = path === SHUT ? this.wallet === 'shut' : this.locked;
      const items = path === OPEN ? [...this.items.keys()] : [];
      return ['a{sv}', [{ Items: new Variant('ao', items), Locked: new Variant('b', shut) }]];
    }
    const attributes = this.items.get(path);
    if (!attributes) return null;
    return [
      'a{sv}',
      [
        {
          Attributes: new Variant('a{ss}', attributes),
          Locked: new Variant('b', false),
          Modified: new Variant('t', 0n),
        },
      ],
    ];
  }

  /** Does it at once, or gives back the prompt after which it is done. */
  #asked(then: () => void): string {
    if (this.asks === 'no') {
      then();
      return '/';
    }
    this.#then = then;
    return PROMPT;
  }

  #answer(): void {
    const dismissed = this.asks === 'dismisses';
    if (!dismissed) this.#then();
    const result = new Variant('s', '');
    this.#bus.send(Message.newSignal(PROMPT, 'org.freedesktop.Secret.Prompt', 'Completed', 'bv', [dismissed, result]));
  }
}

/** A tray host, or one that only says it will be. */
export class TrayOfTest {
  readonly #bus: MessageBus;
  #registered: boolean | 'hangs';

  constructor(address: string, registered: boolean | 'hangs') {
    this.#registered = registered;
    this.#bus = sessionBus({ busAddress: address });
    this.#bus.addMethodHandler((message: Message) => {
      if (message.member !== 'Get') return false;
      if (this.#registered !== 'hangs') {
        this.#bus.send(Message.newMethodReturn(message, 'v', [new Variant('b', this.#registered)]));
      }
      return true;
    });
  }

  start(): Promise<number> {
    return this.#bus.requestName('org.kde.StatusNotifierWatcher', 0);
  }

  /** A host comes or goes, and the watcher tells. */
  register(registered: boolean): void {
    this.#registered = registered;
    const member = registered ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered';
    const name = 'org.kde.StatusNotifierWatcher';
    this.#bus.send(Message.newSignal('/StatusNotifierWatcher', name, member));
  }

  stop(): void {
    this.#bus.disconnect();
  }
}
