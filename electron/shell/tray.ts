/** The tray icon: its picture and words follow the view, its clicks open the popover or the menu. */
import { join } from 'node:path';
import { Menu, nativeImage, type Rectangle, Tray } from 'electron';
import { type AppView, mostUrgent, type Phase, type ProfileView, waitingCards } from '../core/app/view.ts';
import { messagesIn } from '../core/i18n/messages.ts';
import { fill } from '../core/i18n/say.ts';
import { clockTime } from '../core/i18n/times.ts';
import { type MenuActions, trayMenu } from './menu.ts';

const PICTURES: Record<Phase, string> = {
  signedOut: 'signed-out',
  signingIn: 'signed-out',
  active: 'active',
  expiring: 'expiring',
  expired: 'expired',
};

/** macOS colours its templates itself; Windows wants several sizes in one file. */
const KIND = { darwin: 'Template.png', win32: '.ico' }[process.platform as string] ?? '.png';

/** 'work-mfa: Signed in until 18:30'; times are this computer's. */
export function describe(profile: ProfileView, view: AppView, now: number): string {
  const { app } = messagesIn(view.language);
  const end = profile.expiresAt === null ? null : profile.expiresAt - view.awsOffset;
  const time = end === null ? '' : clockTime(end, view.language, now);
  const state = profile.phase === 'active' ? fill(app.activeUntil, { time }) : app[profile.phase];
  return fill(app.tooltip, { profile: profile.name, state });
}

export class TrayIcon {
  readonly #tray: Tray;
  readonly #pictures: string;
  readonly #actions: MenuActions;
  #menu = Menu.buildFromTemplate([]);
  #drawn = '';

  /** `pictures` is the folder of the tray pictures, one for each state. */
  constructor(pictures: string, actions: MenuActions) {
    this.#pictures = pictures;
    this.#actions = actions;
    this.#tray = new Tray(this.#picture('signedOut'));
    this.#tray.on('click', () => actions.toggle());
    // On Linux the desktop shows the menu itself; elsewhere a set menu would take over the left click.
    this.#tray.on('right-click', () => this.#tray.popUpContextMenu(this.#menu));
  }

  bounds(): Rectangle | null {
    const bounds = this.#tray.getBounds();
    return bounds.width > 0 && bounds.height > 0 ? bounds : null;
  }

  draw(view: AppView): void {
    const now = Date.now();
    const urgent = mostUrgent(view);
    const { title, several } = messagesIn(view.language).waiting;
    const waiting = waitingCards(view).map(({ repository, repositories: { length } }) =>
      length > 1 ? fill(several, { n: length }) : fill(title, { repository }),
    );
    const lines = [...waiting, ...view.profiles.map((profile) => describe(profile, view, now))];
    const phase = view.waiting.length ? 'expired' : (urgent?.phase ?? 'signedOut');
    // Each redraw is work for the panel, and a menu that is open would close.
    const drawn = JSON.stringify([phase, lines, view.language]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#tray.setImage(this.#picture(phase));
    this.#tray.setToolTip(lines.length ? lines.join('\n') : messagesIn(view.language).app.name);
    this.#menu = trayMenu(view, lines, this.#actions);
    if (process.platform === 'linux') this.#tray.setContextMenu(this.#menu);
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #picture(phase: Phase) {
    return nativeImage.createFromPath(join(this.#pictures, `${PICTURES[phase]}${KIND}`));
  }
}
