/** The one window: a popover at the tray, or an ordinary window where the desktop has no tray. */
import { BrowserWindow, type Rectangle, type Session, screen } from 'electron';
import { PAGE } from './app-scheme.ts';
import { placePopover } from './place-popover.ts';

const SIZE = { width: 360, height: 600 };
/** A hidden page costs tens of megabytes and a new one a tenth of a second, so it is kept for a while only. */
const KEEP_HIDDEN_MS = 5 * 60_000;
/** Some window managers take the focus away while a window is still being shown. */
const SETTLE_MS = 400;

export interface PopoverParts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly hasTray: boolean;
  /** Null when the system does not say where the tray icon is. */
  trayBounds(): Rectangle | null;
}

export class Popover {
  readonly #parts: PopoverParts;
  #window: BrowserWindow | null = null;
  #discard: NodeJS.Timeout | null = null;
  #shownAt = 0;
  /** The click itself takes the focus away on some desktops, and so hides the popover just before it is heard. */
  #blurredAt = 0;
  #clicked = false;
  /** It is not closed by another window in front: something is being fetched from there. */
  stays = false;

  constructor(parts: PopoverParts) {
    this.#parts = parts;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** `focus` is false when no person asked for it: then it appears without taking keys that are typed elsewhere. */
  async show(focus = true, screen?: string): Promise<void> {
    if (this.#discard) clearTimeout(this.#discard);
    const window = this.#window ?? this.#open();
    // A page that is there already only changes its hash, which it hears of.
    if (screen || !window.webContents.getURL()) await window.loadURL(screen ? `${PAGE}#${screen}` : PAGE);
    if (window.isDestroyed()) return;
    if (this.#parts.hasTray) {
      const { x, y } = this.#place();
      window.setPosition(x, y, false);
    }
    if (window.isMinimized()) window.restore();
    this.#shownAt = Date.now();
    if (focus) {
      window.show();
      window.focus();
    } else window.showInactive();
  }

  hide(): void {
    const window = this.#window;
    if (!window) return;
    // Without a tray icon a hidden window would be out of reach.
    if (!this.#parts.hasTray) window.minimize();
    else {
      window.hide();
      this.#discard = setTimeout(() => window.destroy(), KEEP_HIDDEN_MS);
    }
  }

  /** A click on the tray icon closes what a click has opened, and nothing else: what opened by itself is wanted now. */
  async toggle(): Promise<void> {
    const closing = this.#clicked && (this.#window?.isFocused() || Date.now() - this.#blurredAt < SETTLE_MS);
    this.#clicked = !closing;
    if (closing) this.hide();
    else await this.show();
  }

  destroy(): void {
    this.#window?.destroy();
  }

  #open(): BrowserWindow {
    const tray = this.#parts.hasTray;
    const window = new BrowserWindow({
      ...SIZE,
      show: false,
      title: 'Daypass',
      icon: this.#parts.icon,
      frame: !tray,
      resizable: !tray,
      minWidth: SIZE.width,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: tray,
      alwaysOnTop: tray,
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#parts.preload,
        session: this.#parts.session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        enableWebSQL: false,
      },
    });
    this.#window = window;
    this.stays = false;
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
      if (this.#discard) clearTimeout(this.#discard);
    });
    window.on('blur', () => {
      const settling = Date.now() - this.#shownAt < SETTLE_MS;
      if (!tray || this.stays || settling || window.webContents.isDevToolsFocused()) return;
      this.#blurredAt = Date.now();
      this.hide();
    });
    window.removeMenu();
    return window;
  }

  #place(): { x: number; y: number } {
    const icon = this.#parts.trayBounds();
    const pointer = screen.getCursorScreenPoint();
    const display = icon ? screen.getDisplayMatching(icon) : screen.getDisplayNearestPoint(pointer);
    return placePopover(icon, pointer, display.workArea, SIZE);
  }
}
