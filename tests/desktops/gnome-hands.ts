/** Hands and eyes inside GNOME Shell, which runs here without a screen: its own virtual devices and its own pictures. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';
import type { PrivateBus } from '../desktop/private-bus.ts';
import type { Hands, Place } from './hands.ts';

const SHELL = { destination: 'org.gnome.Shell', path: '/org/gnome/Shell', interface: 'org.gnome.Shell' };
const EXTENSIONS = { ...SHELL, interface: 'org.gnome.Shell.Extensions' };
const SCREENSHOT = {
  destination: 'org.gnome.Shell.Screenshot',
  path: '/org/gnome/Shell/Screenshot',
  interface: 'org.gnome.Shell.Screenshot',
};
/** As X11 names and numbers them. */
const KEYS: Readonly<Record<string, number>> = { Return: 0xff0d, Escape: 0xff1b, Tab: 0xff09 };

/** What greets a person goes first. */
const DEVICES = `
  if (Main.layoutManager._startingUp) throw new Error('not there yet');
  const { Clutter, Gio } = imports.gi;
  // The pointer begins in the corner that opens the overview, and is held there.
  new Gio.Settings({ schema_id: 'org.gnome.desktop.interface' }).set_boolean('enable-hot-corners', false);
  const seat = global.stage.context.get_backend().get_default_seat();
  globalThis.hands = {
    pointer: seat.create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE),
    keyboard: seat.create_virtual_device(Clutter.InputDeviceType.KEYBOARD_DEVICE),
    now: () => imports.gi.GLib.get_monotonic_time(),
  };
  Main.overview.hide();
  for (const source of Main.messageTray.getSources()) source.destroy();`;

export class GnomeHands implements Hands {
  readonly #bus: MessageBus;
  readonly #folder: string;

  constructor({ address, folder }: PrivateBus) {
    this.#bus = sessionBus({ busAddress: address });
    this.#folder = folder;
  }

  /** Whether the shell has come up; from then on they work. */
  async ready(): Promise<boolean> {
    return this.evaluate(DEVICES).then(
      () => true,
      () => false,
    );
  }

  end(): void {
    this.#bus.disconnect();
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.#key(letter.charCodeAt(0));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#key(KEYS[key] ?? 0);
  }

  async clickAt({ x, y }: Place, times = 1): Promise<void> {
    await this.evaluate(`hands.pointer.notify_absolute_motion(hands.now(), ${x}, ${y})`);
    await pause(1_000);
    for (const state of Array(times).fill([1, 0]).flat()) {
      await this.evaluate(`hands.pointer.notify_button(hands.now(), 1, ${state})`);
      await pause(60);
    }
  }

  async picture(file: string): Promise<void> {
    // The shell sees nothing of this system but /tmp.
    const taken = join(this.#folder, 'picture.png');
    await this.#call({ ...SCREENSHOT, member: 'Screenshot', signature: 'bbs', body: [true, false, taken] });
    copyFileSync(taken, file);
  }

  async extension(member: 'EnableExtension' | 'DisableExtension', name: string): Promise<void> {
    await this.#call({ ...EXTENSIONS, member, signature: 's', body: [name] });
  }

  /** What the shell says to a line of its own language. */
  async evaluate(code: string): Promise<string> {
    const [ok, said] = (await this.#call({ ...SHELL, member: 'Eval', signature: 's', body: [code] })) as [
      boolean,
      string,
    ];
    if (!ok) throw new Error(`GNOME Shell refuses: ${said}`);
    return said;
  }

  async #key(value: number): Promise<void> {
    for (const state of [1, 0]) await this.evaluate(`hands.keyboard.notify_keyval(hands.now(), ${value}, ${state})`);
    await pause(30);
  }

  async #call(message: ConstructorParameters<typeof Message>[0]): Promise<unknown[]> {
    return (await this.#bus.call(new Message(message)))?.body ?? [];
  }
}
