/** How this very Daypass is started again: by git's helper, and at login. */
import { app } from 'electron';

/** Chromium's switches that belong to how a person started it. */
const KEPT = ['no-sandbox', 'user-data-dir', 'password-store', 'ozone-platform', 'proxy-server'];

/** The program, absolute, and its arguments. It opens no window by itself. */
export function launchCommand(): [program: string, ...args: string[]] {
  // An AppImage runs from a mount of its own that is gone afterwards; its file is what stays.
  const program = process.env.APPIMAGE || process.execPath;
  // Of the arguments, because Chromium and we add switches of our own, which hold for this one session of this desktop.
  const switches = KEPT.flatMap((name) => {
    const given = process.argv.findLast((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    return given ? [given] : [];
  });
  return [program, ...switches, ...(app.isPackaged ? [] : [app.getAppPath()]), '--background'];
}
