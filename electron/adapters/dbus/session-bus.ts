/** Conversations with the D-Bus session bus, none of which holds up the app: no call waits longer than its limit. */
import type { EventEmitter } from 'node:events';
import type { Message, MessageBus } from '@jellybrick/dbus-next';

export interface BusObject {
  readonly destination: string;
  readonly path: string;
}

export interface BusMethod {
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

export interface SessionBus {
  /** The body of the reply. Rejects with a BusError. */
  call(on: BusObject, method: BusMethod): Promise<readonly unknown[]>;
  get(on: BusObject, face: string, property: string): Promise<unknown>;
  getAll(on: BusObject, face: string): Promise<Readonly<Record<string, unknown>>>;
  /** The body of the first such signal from now on; `start` is run once it would be heard. */
  heard(on: BusObject, signal: BusMethod, limitMs: number, start: () => Promise<unknown>): Promise<readonly unknown[]>;
}

export type Hear = (member: string, body: readonly unknown[]) => void;

export interface OpenBus extends SessionBus {
  /** As `call`, for as long as it takes. */
  answer(on: BusObject, method: BusMethod): Promise<readonly unknown[]>;
  /** Once it has resolved `hear` is given each signal of that interface, of those with an `about` the ones whose first part it is. */
  listen(from: BusObject & { about?: string }, face: string, hear: Hear): Promise<void>;
  /** From now on hears each call of that member, whoever it is for, and can ask nothing any more. */
  monitor(path: string, member: string, hear: (body: readonly unknown[]) => void): Promise<void>;
  close(): void;
}

/** `error` is the D-Bus name of what a service answered, empty for the others. It never carries the message's text. */
export class BusError extends Error {
  readonly kind: 'no-bus' | 'no-answer' | 'refused';
  readonly error: string;

  constructor(kind: BusError['kind'], error = '') {
    super(`${kind} ${error}`.trim());
    this.name = 'BusError';
    this.kind = kind;
    this.error = error;
  }
}

export const BUS: BusObject = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
const MONITORING = 'org.freedesktop.DBus.Monitoring';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
/** Types of a message. */
const METHOD_CALL = 1;
const SIGNAL = 4;

export interface Way {
  readonly limitMs: number;
  /** As in DBUS_SESSION_BUS_ADDRESS; without it the library finds the bus. */
  readonly address?: string | undefined;
}

/** Connects, runs `talk` and disconnects. */
export async function onSessionBus<T>(talk: (bus: SessionBus) => Promise<T>, way: Way): Promise<T> {
  const bus = await openSessionBus(way);
  try {
    return await talk(bus);
  } finally {
    bus.close();
  }
}

/** Rejects with a BusError. */
export async function openSessionBus({ limitMs, address }: Way): Promise<OpenBus> {
  // Loaded here, because most starts of the app never speak to the bus.
  const { Message, sessionBus } = await import('@jellybrick/dbus-next');
  const bus = sessionBus(address ? { busAddress: address } : {});
  const broken = new Promise<never>((_, reject) => {
    // The library's types leave this event out.
    (bus as EventEmitter).on('error', () => reject(new BusError('no-bus')));
  });
  broken.catch(() => {});
  const connected = new Promise<void>((resolve) => {
    bus.once('connect', resolve);
  });
  const close = () => {
    bus.disconnect();
    void connected.then(() => bus.disconnect());
  };
  try {
    await within(limitMs, Promise.race([connected, broken]));
    return { ...conversation(bus, Message, broken, limitMs), close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

function conversation(
  bus: MessageBus,
  MessageClass: typeof Message,
  broken: Promise<never>,
  limitMs: number,
): Omit<OpenBus, 'close'> {
  const answer: OpenBus['answer'] = async (on, { body = [], ...method }) => {
    const sent = bus.call(new MessageClass({ ...on, ...method, body: [...body] }));
    const reply = await Promise.race([sent, broken]).catch((thrown) => {
      throw thrown instanceof BusError ? thrown : new BusError('refused', (thrown as { type?: string }).type);
    });
    return reply?.body ?? [];
  };
  const call: OpenBus['call'] = (on, method) => within(limitMs, answer(on, method));
  const match = (rule: string) =>
    call(BUS, { interface: BUS.destination, member: 'AddMatch', signature: 's', body: [rule] });
  return {
    answer,
    call,
    async listen({ destination, path, about }, face, hear) {
      bus.on('message', ({ type, body, member, ...from }) => {
        const wanted = about === undefined || body[0] === about;
        if (type === SIGNAL && from.path === path && from.interface === face && wanted) hear(member, body);
      });
      const first = about === undefined ? '' : `,arg0='${about}'`;
      await match(`type='signal',sender='${destination}',path='${path}',interface='${face}'${first}`);
    },
    async monitor(path, member, hear) {
      bus.on('message', (call) => {
        if (call.type === METHOD_CALL && call.path === path && call.member === member) hear(call.body);
      });
      // The library would answer calls that nobody takes, and whoever monitors must say nothing.
      bus.addMethodHandler(() => true);
      const rule = `type='method_call',path='${path}',member='${member}'`;
      await call(BUS, { interface: MONITORING, member: 'BecomeMonitor', signature: 'asu', body: [[rule], 0] });
    },
    async get(on, face, property) {
      const [value] = await call(on, {
        interface: PROPERTIES,
        member: 'Get',
        signature: 'ss',
        body: [face, property],
      });
      return unwrapped(value);
    },
    async getAll(on, face) {
      const [values] = await call(on, { interface: PROPERTIES, member: 'GetAll', signature: 's', body: [face] });
      const named = Object.entries((values ?? {}) as Record<string, unknown>);
      return Object.fromEntries(named.map(([name, value]) => [name, unwrapped(value)]));
    },
    async heard(on, signal, limit, start) {
      const rule = `type='signal',path='${on.path}',interface='${signal.interface}',member='${signal.member}'`;
      let listen: ((message: Message) => void) | undefined;
      const arrived = new Promise<readonly unknown[]>((resolve) => {
        listen = (message) => {
          if (message.path === on.path && message.member === signal.member) resolve(message.body);
        };
        bus.on('message', listen);
      });
      try {
        await match(rule);
        await start();
        return await within(limit, Promise.race([arrived, broken]));
      } finally {
        if (listen) bus.off('message', listen);
      }
    },
  };
}

/** The value in a D-Bus variant; the library's class is not at hand without loading it. */
const unwrapped = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'signature' in value && 'value' in value ? value.value : value;

/** Rejects with a BusError 'no-answer' after the limit; what was asked goes on unheard. */
export async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BusError('no-answer')), limitMs);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}
