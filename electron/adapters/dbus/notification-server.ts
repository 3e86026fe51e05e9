/**
 * One talk with the desktop's notification server, from the first notification until none is left that could be clicked;
 * then the connection ends. https://specifications.freedesktop.org/notification-spec/latest/
 */
import { BUS, type OpenBus, openSessionBus, type Way, within } from './session-bus.ts';

/** How the desktop names us, and what it shows beside our words. */
export interface Sender {
  readonly name: string;
  /** Of the icon theme, or a file. */
  readonly icon: string;
  /** The name of our .desktop file, without its ending. */
  readonly desktopEntry: string;
}

export interface Told {
  readonly title: string;
  readonly body: string;
  readonly clicked: () => void;
  /** False once it was taken back. */
  wanted: boolean;
}

const SERVER = { destination: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
const FACE = SERVER.destination;
/** The action that is a click on the notification itself. */
const CLICK = 'default';

export class NotificationServer {
  readonly #bus: OpenBus;
  readonly #limitMs: number;
  readonly #over: () => void;
  readonly #shown = new Map<number, Told>();
  #capabilities: ReadonlySet<unknown> = new Set();
  #unanswered = 0;

  private constructor(bus: OpenBus, limitMs: number, over: () => void) {
    this.#bus = bus;
    this.#limitMs = limitMs;
    this.#over = over;
  }

  /** Rejects with a BusError where there is no server, or none that answers within the limit. `over` hears of the end. */
  static async reach(way: Way, over: () => void): Promise<NotificationServer> {
    const bus = await openSessionBus(way);
    const server = new NotificationServer(bus, way.limitMs, over);
    try {
      // A signal right behind the answer that names its notification is read before that answer has been taken in.
      await bus.listen(SERVER, FACE, (member, body) => setImmediate(() => server.#hear(member, body)));
      // Another server counts anew, and knows nothing of what the last one showed.
      await bus.listen({ ...BUS, about: FACE }, BUS.destination, () => server.#lost());
      const [capabilities] = await bus.call(SERVER, { interface: FACE, member: 'GetCapabilities' });
      server.#capabilities = new Set(capabilities as readonly string[]);
      return server;
    } catch (thrown) {
      bus.close();
      throw thrown;
    }
  }

  /** Rejects with a BusError. What the server shows only after the limit can be clicked and taken back all the same. */
  async show(told: Told, sender: Sender): Promise<void> {
    this.#unanswered += 1;
    const answered = this.#notify(told, sender).finally(() => {
      this.#unanswered -= 1;
      this.#settle();
    });
    await within(this.#limitMs, answered);
  }

  takeBack(told: Told): void {
    told.wanted = false;
    const id = [...this.#shown].find(([, shown]) => shown === told)?.[0];
    if (id === undefined) return;
    this.#close(id);
    this.#settle();
  }

  async #notify(told: Told, { name, icon, desktopEntry }: Sender): Promise<void> {
    const { Variant } = await import('@jellybrick/dbus-next');
    if (!told.wanted) return;
    const body = this.#capabilities.has('body-markup') ? escaped(told.body) : told.body;
    // Ubuntu's old server makes a window with buttons of whatever has an action, so it is given none.
    const actions = this.#capabilities.has('actions') ? [CLICK, ''] : [];
    const hints = { 'desktop-entry': new Variant('s', desktopEntry) };
    const [id] = await this.#bus.answer(SERVER, {
      interface: FACE,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [name, 0, icon, told.title, body, actions, hints, -1],
    });
    this.#shown.set(Number(id), told);
    if (!told.wanted) this.#close(Number(id));
  }

  #hear(member: string, [id, action]: readonly unknown[]): void {
    const told = this.#shown.get(Number(id));
    const clicked = member === 'ActionInvoked' && action === CLICK;
    if (!told || (!clicked && member !== 'NotificationClosed')) return;
    this.#shown.delete(Number(id));
    this.#settle();
    if (clicked) told.clicked();
  }

  #close(id: number): void {
    this.#shown.delete(id);
    const close = { interface: FACE, member: 'CloseNotification', signature: 'u', body: [id] };
    // One that has gone already cannot be closed, which is as good.
    this.#bus.call(SERVER, close).catch(() => {});
  }

  #lost(): void {
    // A server that the bus has just started for us is another one as well.
    if (this.#shown.size === 0) return;
    this.#shown.clear();
    this.#settle();
  }

  #settle(): void {
    if (this.#shown.size > 0 || this.#unanswered > 0) return;
    this.#over();
    this.#bus.close();
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
