/** The window of the popover, locked down: without a frame at the tray, an ordinary one while the desktop has no tray. */
import { BrowserWindow, type Session } from 'electron';

export const SIZE = { width: 360, height: 600 };

export interface WindowParts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
}

export function popoverWindow({ session, preload, icon }: WindowParts, atTray: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    show: false,
    title: 'Daypass',
    icon,
    frame: !atTray,
    resizable: !atTray,
    minWidth: SIZE.width,
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
