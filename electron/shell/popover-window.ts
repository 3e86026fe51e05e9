/** The window of the popover, locked down: without a frame at the tray, an ordinary one while the desktop has no tray. */
import { BrowserWindow, type Session } from 'electron';

const WIDTH = 360;
/** At the tray it is as high as its page, within these; what is beyond scrolls. */
const LOWEST = 280;
const HIGHEST = 520;

/** Of a page that is that high, in its own pixels, at a zoom in percent. */
export const sizeFor = (height: number, zoom: number) => ({
  width: Math.round((WIDTH * zoom) / 100),
  height: Math.round((Math.max(LOWEST, Math.min(HIGHEST, height)) * zoom) / 100),
});

export interface WindowParts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
}

export function popoverWindow({ session, preload, icon }: WindowParts, atTray: boolean, zoom: number): BrowserWindow {
  const window = new BrowserWindow({
    ...sizeFor(HIGHEST, zoom),
    show: false,
    title: 'Daypass',
    icon,
    frame: !atTray,
    resizable: !atTray,
    minWidth: atTray ? 0 : WIDTH,
    maximizable: false,
    fullscreenable: false,
    // Without effect on Linux.
    skipTaskbar: atTray,
    alwaysOnTop: atTray,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  window.removeMenu();
  return window;
}
