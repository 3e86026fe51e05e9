/** The tray icon: its picture and words follow the view, its clicks open the popover or the menu. */
import { Menu, type Rectangle, Tray } from 'electron';
import { type AppView, mostUrgent } from '../core/app/view.ts';
import type { Timer } from '../core/base/time.ts';
import { messagesIn } from '../core/i18n/messages.ts';
import { trayMenu } from './menu.ts';
import { MenuBarTime } from './menu-bar-time.ts';
import { type MenuDeed, menuEntries } from './menu-entries.ts';
import { trayImage } from './tray-image.ts';
import { TOOLTIP_ROOM, trayLines } from './tray-lines.ts';

export interface TrayActions {
  toggle(): void;
  perform(deed: MenuDeed): void;
}

export class TrayIcon {
  readonly #tray: Tray;
  readonly #pictures: string;
  readonly #actions: TrayActions;
  #menu = Menu.buildFromTemplate([]);
  readonly #time: MenuBarTime;
  #drawn = '';

  /** `pictures` is the folder of the tray pictures. */
  constructor(pictures: string, timer: Timer, actions: TrayActions) {
    this.#pictures = pictures;
    this.#actions = actions;
    this.#tray = new Tray(trayImage(pictures, 'signedOut', 'colour'));
    const setTitle = (text: string) => this.#tray.setTitle(text, { fontType: 'monospacedDigit' });
    this.#time = new MenuBarTime({ setTitle, timer, now: Date.now });
    this.#tray.on('click', () => actions.toggle());
    // On Linux the desktop shows the menu itself; elsewhere a set menu would take over the left click.
    this.#tray.on('right-click', () => this.#tray.popUpContextMenu(this.#menu));
  }

  bounds(): Rectangle | null {
    const bounds = this.#tray.getBounds();
    return bounds.width > 0 && bounds.height > 0 ? bounds : null;
  }

  draw(view: AppView): void {
    if (process.platform === 'darwin') this.#time.draw(view);
    const now = Date.now();
    const phase = view.waiting.length ? 'expired' : (mostUrgent(view)?.phase ?? 'signedOut');
    const { trayIcon } = view.preferences;
    const tooltip = trayLines(view, now, TOOLTIP_ROOM).join('\n') || messagesIn(view.language).app.name;
    const entries = menuEntries(view, trayLines(view, now));
    // Each redraw is work for the panel, and a menu that is open would close.
    const drawn = JSON.stringify([phase, trayIcon, tooltip, entries]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#tray.setImage(trayImage(this.#pictures, phase, trayIcon));
    this.#tray.setToolTip(tooltip);
    this.#menu = trayMenu(entries, (deed) => this.#actions.perform(deed));
    if (process.platform === 'linux') this.#tray.setContextMenu(this.#menu);
  }

  destroy(): void {
    this.#time.stop();
    this.#tray.destroy();
  }
}
