/** Opens Daypass at login: by the system's own list on macOS and Windows, by a desktop entry on Linux. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartFailure, setAutostart } from '../desktop/autostart-entry.ts';

type Command = readonly [program: string, ...args: string[]];

/** Rejects with FailureError autostart.failed. One change comes after the other, so that the last one stays. */
export function openAtLogin(command: Command): (wanted: boolean) => Promise<void> {
  let last = Promise.resolve();
  return (wanted) => {
    const done = last.then(() => set(command, wanted));
    last = done.catch(() => {});
    return done;
  };
}

async function set(command: Command, wanted: boolean): Promise<void> {
  if (process.platform === 'linux') {
    const folder = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');
    return setAutostart(folder, wanted ? command : null);
  }
  const [path, ...args] = command;
  try {
    if (app.getLoginItemSettings({ path, args: [...args] }).openAtLogin === wanted) return;
    app.setLoginItemSettings({ openAtLogin: wanted, path, args: [...args] });
  } catch (thrown) {
    throw autostartFailure(thrown, path);
  }
}
