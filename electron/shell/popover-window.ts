/** The window of the popover, locked down: without a frame at the tray, an ordinary one while the desktop has no tray. */
import { BrowserWindow, type Session } from 'electron';

export const WIDTH = 360;
/** At the tray it is as high as its page, within these; what is beyond scrolls. */
const LOWEST = 280;
const HIGHEST = 520;
/** Without a tray it is a window like any other, and keeps the size that a person gives it. */
const OF_A_WINDOW = 560;

export const sizeFor = (height: number) => ({
  width: WIDTH,
  height: Math.max(LOWEST, Math.min(HIGHEST, height)),
});

export interface WindowParts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
}

export function popoverWindow({ session, preload, icon }: WindowParts, atTray: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: WIDTH,
    height: atTray ? LOWEST : OF_A_WINDOW,
    show: false,
    title: 'Daypass',
    icon,
    frame: !atTray,
    resizable: !atTray,
    minWidth: WIDTH,
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
