/** Opens Daypass at login: by the system's own list on macOS and Windows, by a desktop entry on Linux. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { launchCommand } from './launch-command.ts';

export function openAtLogin(wanted: boolean): void {
  const [path, ...args] = launchCommand();
  if (process.platform !== 'linux') {
    if (app.getLoginItemSettings({ path, args }).openAtLogin !== wanted) {
      app.setLoginItemSettings({ openAtLogin: wanted, path, args });
    }
    return;
  }
  const folder = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'daypass.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, desktopEntry([path, ...args]));
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
export function desktopEntry(command: readonly string[]): string {
  const words = command.map((word) => `"${word.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%')}"`);
  // The file's own escapes come on top of those of the command line.
  const exec = words.join(' ').replace(/\\/g, '\\\\');
  return `[Desktop Entry]\nType=Application\nName=Daypass\nExec=${exec}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`;
}
