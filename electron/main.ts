/** The start of the main process: one instance, locked down, then everything is composed when Electron is ready. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { type Running, start } from './compose/start.ts';
import { registerScheme } from './shell/app-scheme.ts';
import { lockDownPages } from './shell/security.ts';

const home = process.env.DAYPASS_HOME || join(homedir(), '.daypass');
mkdirSync(home, { recursive: true, mode: 0o700 });
// Two homes are two Daypasses: the lock of the single instance lies in the user data.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(home, 'electron'));

let running: Promise<Running> | null = null;

for (const where of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(where, (thrown: unknown) => {
    // A person is never shown a stack, and a message may quote what must not be quoted.
    console.error(`daypass: internal.unexpected (${thrown instanceof Error ? thrown.name : typeof thrown})`);
    void running?.then(({ happened }) => happened(where, thrown)).catch(() => {});
  });
}

if (app.requestSingleInstanceLock()) {
  // Chromium has no sandbox for root; who starts it so must say --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  lockDownPages();
  // A request that got no answer is sent again on HTTP/2, and a code with it, which is good once.
  app.commandLine.appendSwitch('disable-http2');
  // Elsewhere Chromium's own choice is right; on a desktop it does not know it would choose no encryption at all.
  if (process.platform === 'linux' && !app.commandLine.hasSwitch('password-store') && !knownDesktop()) {
    app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
  }
  app.on('window-all-closed', () => {
    // The tray stays.
  });
  app.on('second-instance', () => void running?.then(({ open }) => open()));
  app.on('activate', () => void running?.then(({ open }) => open()));
  // Not awaited at the top level: Electron is not ready before this module has been evaluated.
  running = app.whenReady().then(() => start(home));
  running.catch((thrown) => {
    console.error(`daypass: cannot start (${thrown instanceof Error ? thrown.message : 'unknown'})`);
    app.exit(1);
  });
} else {
  app.exit(0);
}

function knownDesktop(): boolean {
  return /gnome|kde|unity|xfce|cinnamon|deepin|pantheon|ukui/i.test(process.env.XDG_CURRENT_DESKTOP ?? '');
}
