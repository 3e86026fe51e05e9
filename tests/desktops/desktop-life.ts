/** A person with Daypass on a desktop that people have: what they do with their hands, and what comes of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Message, sessionBus, type Variant } from '@jellybrick/dbus-next';
import { PrivateBus } from '../desktop/private-bus.ts';
import { chooseMore } from '../world/go-to.ts';
import type { Person, Ran } from '../world/person.ts';
import { DaypassLife, until } from './daypass-life.ts';
import type { DesktopSession, RealDesktop } from './real-desktop.ts';
import { HEIGHT, WIDTH } from './screen.ts';

const WATCHER = { destination: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const APPEARS_MS = 20_000;
const DIGITS = '0123456789'.repeat(20);

export class DesktopLife extends DaypassLife {
  readonly desktop: DesktopSession;
  readonly #bus: PrivateBus;

  private constructor(person: Person, desktop: DesktopSession, bus: PrivateBus) {
    super(person);
    this.desktop = desktop;
    this.#bus = bus;
  }

  static async begin(kind: RealDesktop): Promise<DesktopLife> {
    const bus = await PrivateBus.start();
    const desktop = await kind.start(bus);
    const person = await DaypassLife.person(desktop.around);
    await person.aws.addRepository('hello');
    return new DesktopLife(person, desktop, bus);
  }

  override async end(): Promise<void> {
    await super.end();
    await this.desktop.end();
    await this.#bus.stop();
  }

  async clickIcon(): Promise<void> {
    await this.desktop.hands.clickAt(this.desktop.icon, this.desktop.clicks);
  }

  async icon(): Promise<void> {
    if (!(await this.hasIcon())) throw new Error('no icon');
  }

  async hasIcon(): Promise<boolean> {
    const has = await until(async () => (await this.#icons()) > 0, APPEARS_MS);
    await pause(this.desktop.drawnMs ?? 2_000);
    return has;
  }

  /** Whether the window comes to be as is said. */
  async windowIs(visible: boolean, focused = visible): Promise<boolean> {
    const is = await until(async () => {
      const window = await this.window();
      return (window?.visible ?? false) === visible && (!visible || window?.focused === focused);
    }, APPEARS_MS);
    // It is drawn a moment later.
    await pause(1_000);
    return is;
  }

  /** The popover, which has the keyboard. */
  async close(): Promise<void> {
    await this.desktop.hands.press('Escape');
    await this.windowIs(false);
  }

  async signOut(): Promise<void> {
    await chooseMore(await this.page(), 'Sign out');
  }

  /** Pushes, looks, and types digits into a terminal all the time; whether every one of them is there at the end. */
  async pushWhileTyping(
    look: () => Promise<unknown>,
  ): Promise<{ readonly pushed: Promise<Ran>; readonly arrived: boolean }> {
    const { hands, startTerminal } = this.desktop;
    const file = join(this.#bus.folder, 'typed');
    await startTerminal(file);
    // The pointer leaves the icon, whose tooltip would stand over the notification.
    await hands.clickAt({ x: WIDTH / 2, y: HEIGHT / 2 });
    await hands.type(DIGITS);
    const pushed = this.person.commitAndPush(join(this.person.home, 'hello'), 'first.txt');
    pushed.catch(() => {});
    // What is to come has come by then, on a slow machine as well.
    await Promise.all([hands.type(DIGITS.repeat(2)), pause(3_000).then(look)]);
    await hands.press('Return');
    const typed = () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
    return { pushed, arrived: await until(async () => typed() === DIGITS.repeat(3), 5_000) };
  }

  /** How many codes have gone to AWS. */
  codesSent(): number {
    return this.person.aws.requests.filter(({ action }) => action === 'GetSessionToken').length;
  }

  async #icons(): Promise<number> {
    const bus = sessionBus({ busAddress: this.#bus.address });
    const member = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
    const body = [WATCHER.destination, 'RegisteredStatusNotifierItems'];
    try {
      const answer = await bus.call(new Message({ ...WATCHER, ...member, body }));
      return ((answer?.body[0] as Variant<string[]> | undefined)?.value ?? []).length;
    } catch {
      return 0;
    } finally {
      bus.disconnect();
    }
  }
}
