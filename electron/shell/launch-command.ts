/** How this very Daypass is started again: by git's helper, and at login. */
import { app } from 'electron';

/** Chromium's switches that belong to how a person started it. */
const KEPT = ['no-sandbox', 'user-data-dir', 'password-store', 'ozone-platform', 'proxy-server'];

/** The program, absolute, and its arguments. It opens no window by itself. */
export function launchCommand(): [program: string, ...args: string[]] {
  // An AppImage runs from a mount of its own that is gone afterwards; its file is what stays.
  const program = process.env.APPIMAGE || process.execPath;
  const switches = KEPT.filter((name) => app.commandLine.hasSwitch(name)).map((name) => {
    const value = app.commandLine.getSwitchValue(name);
    return value ? `--${name}=${value}` : `--${name}`;
  });
  return [program, ...switches, ...(app.isPackaged ? [] : [app.getAppPath()]), '--background'];
}
