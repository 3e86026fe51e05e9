/** The window of the popover, locked down: without a frame at the tray, an ordinary one while the desktop has no tray. */
import { BrowserWindow, type Session } from 'electron';

/** At a zoom in percent. */
export const sizeAt = (zoom: number) => ({ width: Math.round(3.6 * zoom), height: 6 * zoom });

export interface WindowParts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
}

export function popoverWindow({ session, preload, icon }: WindowParts, atTray: boolean, zoom: number): BrowserWindow {
  const window = new BrowserWindow({
    ...sizeAt(zoom),
    show: false,
    title: 'Daypass',
    icon,
    frame: !atTray,
    resizable: !atTray,
    minWidth: atTray ? 0 : sizeAt(100).width,
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
