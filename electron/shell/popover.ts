/** The one window: a popover at the tray, or an ordinary window while the desktop has no tray. */
import type { BrowserWindow, Point, Rectangle } from 'electron';
import type { Timer } from '../core/base/time.ts';
import type { ZoomChange } from '../core/settings/zoom.ts';
import { isOurPage, PAGE } from './app-scheme.ts';
import { KeptPage } from './kept-page.ts';
import { KeyGuard } from './key-guard.ts';
import { minimiseWhenClosed } from './minimise-when-closed.ts';
import { OwnOpening, type Wait } from './own-opening.ts';
import { grownWindow, popoverBounds } from './popover-bounds.ts';
import { popoverWindow, type WindowParts } from './popover-window.ts';
import { watchZoomKeys } from './zoom-keys.ts';

/** A hidden page costs tens of megabytes and a new one a tenth of a second, so it is kept for a while only. */
const KEEP_HIDDEN_MS = 5 * 60_000;
/** Some window managers take the focus away while a window is still being shown. */
const SETTLE_MS = 400;

export interface PopoverParts extends WindowParts {
  hasTray(): boolean;
  /** A window that opens by itself leaves the keyboard where it is. */
  readonly canOpenUnseen: boolean;
  /** Null when the system does not say where the tray icon is. */
  trayBounds(): Rectangle | null;
  /** The page has crashed, or is another than ours; the next one is made anew. */
  crashed(): void;
  /** Keys count from now on, or no longer. */
  takesKeysChanged(): void;
  /** A person, or the popover itself, has put it away. */
  hidden(): void;
  zoom(change: ZoomChange): void;
  /** A person has closed the window a second time, where it is all that they see of Daypass. */
  quit(): void;
  readonly timer: Timer;
}

export class Popover {
  readonly #parts: PopoverParts;
  readonly #kept: KeptPage<BrowserWindow>;
  readonly #keys: KeyGuard;
  #shownAt = 0;
  /** The click itself takes the focus away on some desktops, and so hides the popover just before it is heard. */
  #blurredAt = 0;
  #clicked = false;
  /** The icon hardly moves, so this also says where to open without a click. */
  #clickedAt: Point | null = null;
  /** That of the page, in its own pixels. */
  #height = 0;
  #zoom = 100;
  readonly #own: OwnOpening;
  /** It is not closed by another window in front: something is being fetched from there. */
  stays = false;

  constructor(parts: PopoverParts) {
    this.#parts = parts;
    this.#own = new OwnOpening({ timer: parts.timer, close: () => this.#close() });
    this.#keys = new KeyGuard({
      changed: () => parts.takesKeysChanged(),
      used: () => this.#own.used(),
    });
    this.#kept = new KeptPage({
      make: () => this.#open(),
      load: async (window, screen) => {
        await window.loadURL(screen ? `${PAGE}#${screen}` : PAGE);
        window.webContents.setZoomFactor(this.#zoom / 100);
      },
      present: (window, focus) => this.#present(window, focus),
      conceal: (window) => window.hide(),
      destroy: (window) => {
        if (!window.isDestroyed()) window.destroy();
      },
      timer: parts.timer,
      keepMs: KEEP_HIDDEN_MS,
    });
  }

  get window(): BrowserWindow | null {
    return this.#kept.page;
  }

  /** False from when it opens by itself until a person asks for it or clicks in it: some desktops give it the keyboard. */
  get takesKeys(): boolean {
    return this.#keys.isOpen;
  }

  /** `focus` is false when no person asked for it: then it appears without taking keys that are typed elsewhere. */
  show(focus = true, screen?: string): Promise<void> {
    if (focus) this.#own.wanted();
    else if (!this.#isSeen) this.#openedItself('wait');
    // One that somebody types in goes on to take what they type.
    this.#keys.isOpen = focus || (this.#keys.isOpen && this.#isInFront);
    // Restoring a window gives it the keys that are typed elsewhere; showing a new one does not.
    if (!focus && this.window?.isMinimized()) this.#kept.giveBack();
    return this.#kept.show(focus, screen);
  }

  hide(): void {
    // Without a tray icon a hidden window would be out of reach.
    if (this.#parts.hasTray()) this.#kept.hide();
    else this.window?.minimize();
    this.#parts.hidden();
  }

  /** What waits has changed, or anything else. */
  waitIs(wait: Wait): void {
    this.#own.waitIs(wait);
  }

  #close(): void {
    if (this.stays) return;
    // One that is still being loaded is in nobody's sight.
    if (this.#isSeen && !this.window?.isVisible()) this.#kept.hide();
    else this.hide();
  }

  /** Makes the window anew in the other form. Where the tray has gone, a hidden one would be out of reach. */
  trayChanged(): void {
    const wasSeen = this.#isSeen;
    const wasInFront = this.#isInFront;
    const stood = this.#own.standsIn;
    this.#kept.giveBack();
    if (this.#parts.hasTray() && (!wasSeen || stood)) {
      this.#own.wanted();
      return;
    }
    if (!wasInFront) {
      // Starting Daypass again, and a notification, open it.
      if (!this.#parts.canOpenUnseen) return;
      this.#keys.isOpen = false;
    }
    if (!wasSeen) this.#openedItself('tray');
    void this.#kept.show(false);
  }

  /**
   * A click on the tray icon closes what a click has opened, and nothing else: what opened by itself is wanted now.
   * `place` is where the click was, in pixels, where that is known.
   */
  async toggle(place: Point | null): Promise<void> {
    if (place) this.#clickedAt = place;
    const closing = this.#clicked && (this.#isInFront || Date.now() - this.#blurredAt < SETTLE_MS);
    this.#clicked = !closing;
    if (closing) this.hide();
    else await this.show();
  }

  /** The page is that high now. */
  fit(height: number): void {
    this.#height = height;
    if (this.window && this.#parts.hasTray()) this.window.setBounds(this.#place());
  }

  /** In percent; the window grows with what is in it, as far as the display lets it. */
  zoomTo(zoom: number): void {
    if (zoom === this.#zoom) return;
    const grown = zoom / this.#zoom;
    this.#zoom = zoom;
    const { window } = this;
    if (!window) return;
    window.webContents.setZoomFactor(zoom / 100);
    window.setBounds(this.#parts.hasTray() ? this.#place() : grownWindow(window, grown));
  }

  destroy(): void {
    this.#own.wanted();
    this.#kept.giveBack();
  }

  get #isSeen(): boolean {
    return this.#kept.wanted && !this.window?.isMinimized();
  }

  /** A window that is hidden may still be said to have the focus. */
  get #isInFront(): boolean {
    return this.#isSeen && this.window?.isFocused() === true;
  }

  #present(window: BrowserWindow, focus: boolean): void {
    if (this.#parts.hasTray()) {
      // It is in front already, and eight gits at once open it once.
      if (!focus && window.isVisible()) return;
      window.setBounds(this.#place());
    }
    this.#shownAt = Date.now();
    if (focus) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    } else window.showInactive();
  }

  #place(): Rectangle {
    return popoverBounds(this.#parts.trayBounds(), this.#clickedAt, this.#height, this.#zoom);
  }

  #open(): BrowserWindow {
    const tray = this.#parts.hasTray();
    const window = popoverWindow(this.#parts, tray, this.#zoom);
    if (!tray) minimiseWhenClosed(window, () => this.#parts.quit());
    this.stays = false;
    window.on('closed', () => this.#kept.closed(window));
    const lost = () => {
      this.#parts.crashed();
      this.#keys.isOpen = false;
      // Not within the event, whose page it would destroy.
      setImmediate(() => this.#kept.crashed(window));
    };
    window.webContents.on('render-process-gone', lost);
    // Chromium asks nobody before it goes to about:blank, which would stay blank for good.
    window.webContents.on('did-navigate', (_event, url) => {
      if (!isOurPage(url)) lost();
    });
    this.#keys.watch(window.webContents);
    watchZoomKeys(window.webContents, (change) => {
      if (this.takesKeys) this.#parts.zoom(change);
      return this.takesKeys;
    });
    window.on('blur', () => {
      const settling = Date.now() - this.#shownAt < SETTLE_MS;
      if (!tray || !this.#kept.wanted || this.stays || settling || window.webContents.isDevToolsFocused()) return;
      this.#blurredAt = Date.now();
      this.hide();
    });
    return window;
  }

  #openedItself(why: 'wait' | 'tray'): void {
    this.#own.opened(why);
    this.#clicked = false;
  }
}
