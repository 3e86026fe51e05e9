/**
 * A window that is all that a person sees of Daypass does not leave it running out of sight: closed it goes to the list of
 * windows, and closed once more, without having been used in between, it quits. So it does where there is no such list.
 */
import type { BrowserWindow } from 'electron';

export function minimiseWhenClosed(window: BrowserWindow, quit: () => void): void {
  let putAway = false;
  const used = () => {
    putAway = false;
  };
  window.on('focus', used);
  window.on('restore', used);
  window.on('close', (event) => {
    event.preventDefault();
    if (putAway) return quit();
    putAway = true;
    window.minimize();
  });
}
