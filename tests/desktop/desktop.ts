// A desktop on the session bus: a host for tray icons and a server for notifications, both over real D-Bus, so that a
// test or the demo can click the icon, press the menu, and read what a person would be shown.
import { EventEmitter, once } from 'node:events';
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
const NOTIFICATIONS = 'org.freedesktop.Notifications';
const NOTIFICATIONS_PATH = '/org/freedesktop/Notifications';
const DBUS = 'org.freedesktop.DBus';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly app: string;
  readonly icon: string;
  readonly actions: readonly string[];
  /** The hint `desktop-entry`. */
  readonly entry: string;
}

export interface DesktopOptions {
  /** Without one it is a desktop that has no place for icons, as plain GNOME. */
  readonly withTray?: boolean;
  /** `silent` owns the name of the notification server and answers nothing until `answerAll`. */
  readonly notifications?: 'shown' | 'silent' | 'none';
  readonly capabilities?: readonly string[];
  /** The session bus, if not that of the environment. */
  readonly address?: string;
}

export interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly separator: boolean;
}

type RawEntry = [id: number, properties: Record<string, Variant>, children: Variant<RawEntry>[]];
type NotifyBody = [string, number, string, string, string, string[], Record<string, Variant>];
type Reply = [signature: string, body: unknown[]] | null;

export class Desktop {
  readonly notifications: ShownNotification[] = [];
  /** What the app has taken back. */
  readonly closed: number[] = [];
  /** Calls to a silent server that wait for their answers. */
  readonly unanswered: Message[] = [];
  readonly #bus: MessageBus;
  readonly #capabilities: readonly string[];
  readonly #icons: string[] = [];
  readonly #events = new EventEmitter();
  #silent: boolean;

  private constructor({ address, notifications, capabilities }: DesktopOptions) {
    this.#bus = sessionBus(address ? { busAddress: address } : {});
    this.#silent = notifications === 'silent';
    this.#capabilities = capabilities ?? ['actions', 'body', 'body-markup', 'persistence'];
  }

  static async start(options: DesktopOptions = {}): Promise<Desktop> {
    const desktop = new Desktop(options);
    desktop.#bus.addMethodHandler((call: Message) => {
      if (desktop.#silent && call.interface === NOTIFICATIONS) return desktop.unanswered.push(call);
      return desktop.#reply(call);
    });
    if (options.withTray !== false) await desktop.#bus.requestName(WATCHER, 0);
    if (options.notifications !== 'none') await desktop.#bus.requestName(NOTIFICATIONS, 0);
    return desktop;
  }

  /** The place for icons comes, or goes, as a panel does. */
  async showTray(): Promise<void> {
    await this.#bus.requestName(WATCHER, 0);
  }

  async hideTray(): Promise<void> {
    this.#icons.length = 0;
    await this.#bus.releaseName(WATCHER);
  }

  stop(): void {
    this.#bus.disconnect();
  }

  /** Waits for an icon whose app is there; resolves to its bus name. */
  async icon(): Promise<string> {
    for (;;) {
      const newest = this.#icons.at(-1);
      if (newest === undefined) await once(this.#events, 'icon');
      else if (await this.#isThere(newest)) return newest;
      // The app has ended since.
      else this.#icons.splice(this.#icons.indexOf(newest), 1);
    }
  }

  /** A left click on the newest icon. Some desktops do not say where; they say 0, 0. */
  async click(x = 0, y = 0): Promise<void> {
    await this.#call('/StatusNotifierItem', ITEM, 'Activate', 'ii', [x, y]);
  }

  async tooltip(): Promise<string> {
    const [, , title, text] = (await this.#property('ToolTip')) as [string, unknown, string, string];
    return [title, text].filter(Boolean).join('\n');
  }

  /** The widths of the pictures that the icon has at hand, in pixels. */
  async iconSizes(): Promise<readonly number[]> {
    const pictures = (await this.#property('IconPixmap')) as readonly [width: number, height: number, bytes: Buffer][];
    return pictures.map(([width]) => width);
  }

  async menu(): Promise<readonly MenuEntry[]> {
    const path = (await this.#property('Menu')) as string;
    const [, root] = (await this.#call(path, MENU, 'GetLayout', 'iias', [0, -1, []])) as [number, RawEntry];
    return root[2].map(({ value: [id, properties] }) => ({
      id,
      label: String(properties.label?.value ?? '').replace(/_(.)/g, '$1'),
      enabled: properties.enabled?.value !== false,
      separator: properties.type?.value === 'separator',
    }));
  }

  async choose(label: string): Promise<void> {
    const entry = (await this.menu()).find((item) => item.label === label);
    if (!entry) throw new Error(`the menu has no entry ${label}`);
    const path = (await this.#property('Menu')) as string;
    await this.#call(path, MENU, 'Event', 'isvu', [entry.id, 'clicked', new Variant('i', 0), 0]);
  }

  /** The first notification whose title fits, waiting for it when it has not come yet. */
  async notification(title: RegExp): Promise<ShownNotification> {
    for (;;) {
      const found = this.notifications.find((shown) => title.test(shown.title));
      if (found) return found;
      await once(this.#events, 'notification');
    }
  }

  /** From now on nothing is answered that is asked of the notification server. */
  fallSilent(): void {
    this.#silent = true;
  }

  /** The silent server comes to life, and begins with what has waited. */
  answerAll(): void {
    this.#silent = false;
    for (const call of this.unanswered.splice(0)) this.#reply(call);
  }

  /** As a person dismisses it. */
  dismiss({ id }: ShownNotification): void {
    this.#bus.send(Message.newSignal(NOTIFICATIONS_PATH, NOTIFICATIONS, 'NotificationClosed', 'uu', [id, 2]));
  }

  clickNotification({ id }: ShownNotification): void {
    this.#bus.send(Message.newSignal(NOTIFICATIONS_PATH, NOTIFICATIONS, 'ActionInvoked', 'us', [id, 'default']));
  }

  #reply(call: Message): boolean {
    const reply = this.#answer(call);
    if (reply) this.#bus.send(Message.newMethodReturn(call, ...reply));
    return reply !== null;
  }

  #answer({ interface: face, member, body }: Message): Reply {
    switch (`${face}.${member}`) {
      case `${PROPERTIES}.Get`:
        if (body[1] === 'IsStatusNotifierHostRegistered') return ['v', [new Variant('b', true)]];
        if (body[1] === 'RegisteredStatusNotifierItems') return ['v', [new Variant('as', this.#icons)]];
        return body[1] === 'ProtocolVersion' ? ['v', [new Variant('i', 0)]] : null;
      case `${WATCHER}.RegisterStatusNotifierItem`:
        this.#icons.push(body[0] as string);
        this.#events.emit('icon');
        return ['', []];
      case `${NOTIFICATIONS}.GetServerInformation`:
        return ['ssss', ['desktop', 'daypass', '1', '1.2']];
      case `${NOTIFICATIONS}.GetCapabilities`:
        return ['as', [this.#capabilities]];
      case `${NOTIFICATIONS}.CloseNotification`:
        this.closed.push(body[0] as number);
        return ['', []];
      case `${NOTIFICATIONS}.Notify`: {
        const [app, replaces, icon, title, text, actions, hints] = body as NotifyBody;
        const entry = String(hints['desktop-entry']?.value ?? '');
        const id = replaces || this.notifications.length + 1;
        const shown = { id, title, body: text, app, icon, actions, entry };
        this.notifications.push(shown);
        this.#events.emit('notification');
        return ['u', [shown.id]];
      }
      default:
        return null;
    }
  }

  async #isThere(name: string): Promise<boolean> {
    const [destination, path, member] = [DBUS, '/org/freedesktop/DBus', 'NameHasOwner'];
    const asked = new Message({ destination, path, interface: DBUS, member, signature: 's', body: [name] });
    return (await this.#bus.call(asked))?.body[0] === true;
  }

  async #property(name: string): Promise<unknown> {
    const [variant] = await this.#call('/StatusNotifierItem', PROPERTIES, 'Get', 'ss', [ITEM, name]);
    return (variant as Variant).value;
  }

  async #call(path: string, face: string, member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const destination = await this.icon();
    const reply = await this.#bus.call(new Message({ destination, path, interface: face, member, signature, body }));
    return reply?.body ?? [];
  }
}
