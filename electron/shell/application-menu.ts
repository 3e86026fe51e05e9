/** The menu of the app itself: none, instead of Electron's own, which reloads pages, opens devtools and links to the web. */
import { Menu } from 'electron';

/** To be called before the app is ready. On macOS the usual keys for copying, pasting and quitting come from such a menu. */
export function setApplicationMenu(): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null);
}
