/** All that a person sees: tray or window, popover, menu. They draw one view, and each change is drawn once. */
import { join } from 'node:path';
import { app, type Point, type Session } from 'electron';
import type { AppView } from '../core/app/view.ts';
import type { Timer } from '../core/base/time.ts';
import type { ZoomChange } from '../core/settings/zoom.ts';
import { sendView } from './ipc.ts';
import type { MenuDeed, OpenedScreen } from './menu-entries.ts';
import type { Wait } from './own-opening.ts';
import { Popover } from './popover.ts';
import { TrayIcon } from './tray.ts';

export interface SurfaceParts {
  readonly session: Session;
  /** The folder of dist/: preload, renderer. */
  readonly dist: string;
  readonly assets: string;
  /** At the start. */
  readonly hasTray: boolean;
  readonly canOpenUnseen: boolean;
  /** Where the click on the tray icon was, where that is known. */
  clickedAt(): Promise<Point | null>;
  view(): AppView;
  show(profile: string): void;
  signOut(profile: string): void;
  zoom(change: ZoomChange): void;
  readonly timer: Timer;
  /** The popover's page has crashed. */
  crashed(): void;
  /** Nobody sees the popover any more. */
  hidden(): void;
}

export class Surfaces {
  readonly #parts: SurfaceParts;
  readonly #popover: Popover;
  #tray: TrayIcon | null = null;
  #drawing = false;

  constructor(parts: SurfaceParts) {
    this.#parts = parts;
    this.#popover = new Popover({
      session: parts.session,
      preload: join(parts.dist, 'preload.cjs'),
      icon: join(parts.assets, 'icons', 'icon.png'),
      hasTray: () => this.#tray !== null,
      trayBounds: () => this.#tray?.bounds() ?? null,
      canOpenUnseen: parts.canOpenUnseen,
      crashed: () => parts.crashed(),
      takesKeysChanged: () => this.draw(),
      hidden: () => parts.hidden(),
      zoom: (change) => parts.zoom(change),
      quit: () => app.quit(),
      timer: parts.timer,
    });
    if (parts.hasTray) this.#tray = this.#icon();
  }

  /** The place for an icon has come, or come anew, or has gone. */
  trayIs(present: boolean): void {
    const before = this.#tray !== null;
    this.#tray?.destroy();
    this.#tray = present ? this.#icon() : null;
    if (before !== present) this.#popover.trayChanged();
    this.draw();
  }

  #icon(): TrayIcon {
    return new TrayIcon(join(this.#parts.assets, 'tray'), this.#parts.timer, {
      toggle: () => void this.#parts.clickedAt().then((place) => this.#popover.toggle(place)),
      perform: (deed) => this.#perform(deed),
    });
  }

  #perform(deed: MenuDeed): void {
    if (deed.is === 'open') this.open(deed.profile, true, deed.screen);
    if (deed.is === 'sign-out') this.#parts.signOut(deed.profile);
    if (deed.is === 'quit') app.quit();
  }

  /** `asked` is false when no person did it just now; then nothing that is being typed elsewhere is disturbed. */
  open(profile: string | null, asked: boolean, screen?: OpenedScreen): void {
    if (profile) this.#parts.show(profile);
    void this.#popover.show(asked, screen);
  }

  hide(): void {
    this.#popover.hide();
  }

  /** While the page asks for it, another window in front does not close the popover. */
  stayOpen(stay: boolean): void {
    this.#popover.stays = stay;
  }

  fit(height: number): void {
    this.#popover.fit(height);
  }

  /** What the page draws. */
  view(): AppView {
    return { ...this.#parts.view(), takesKeys: this.#popover.takesKeys };
  }

  /** Draws the view as it is when the work at hand is done, however often it has changed meanwhile. */
  draw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    setImmediate(() => this.drawn());
  }

  /** Draws now what is still to be drawn: what answers a call comes after the view that the call has made. */
  drawn(): void {
    if (!this.#drawing) return;
    this.#drawing = false;
    const view = this.view();
    this.#tray?.draw(view);
    this.#popover.zoomTo(view.preferences.zoom);
    this.#popover.waitIs(waitOf(view));
    const page = this.#popover.window?.webContents;
    if (page && !page.isDestroyed()) sendView(page, view);
  }

  close(): void {
    this.#tray?.destroy();
    this.#popover.destroy();
  }
}

/** What waits, as the popover goes by it. */
function waitOf({ waiting, wentOn }: AppView): Wait {
  if (waiting.length > 0) return { is: 'on' };
  if (wentOn === null) return { is: 'over' };
  return wentOn.outcome === 'refused' ? { is: 'failed' } : { is: 'went-on', at: wentOn.at };
}
