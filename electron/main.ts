/** The start of the main process: one instance, locked down, then everything is composed when Electron is ready. */

// First of all: what goes wrong in those below is then said in plain words.
import './shell/last-words.ts';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { prepareHome } from './adapters/files/home-folder.ts';
import { type Running, start } from './compose/start.ts';
import { registerScheme } from './shell/app-scheme.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { cannotStart, hasBegun } from './shell/last-words.ts';
import { lockDownPages } from './shell/security.ts';
import { isOnlyInstance, isOnOurDisplay } from './shell/single-instance.ts';

const home = resolve(process.env.DAYPASS_HOME || join(homedir(), '.daypass'));
let running: Promise<Running> | null = null;

try {
  prepareHome(home);
  // Two homes are two Daypasses: the lock of the single instance lies in the user data.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(home, 'electron'));
  // Without it the lock cannot be had, as if another Daypass were there.
  prepareHome(app.getPath('userData'));
  begin();
} catch (thrown) {
  void cannotStart(thrown);
}
// For the report, where somebody asks for it.
hasBegun((where, thrown) => void running?.then(({ happened }) => happened(where, thrown)).catch(() => {}));

function begin(): void {
  if (!isOnlyInstance(app.getPath('userData'), !app.commandLine.hasSwitch('background'))) {
    app.exit(0);
    return;
  }
  // Chromium has no sandbox for root; who starts it so must say --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  lockDownPages();
  setApplicationMenu();
  // A request that got no answer is sent again on HTTP/2, and a code with it, which is good once.
  app.commandLine.appendSwitch('disable-http2');
  // Elsewhere Chromium's own choice is right; on a desktop it does not know it would choose no encryption at all.
  if (process.platform === 'linux' && !app.commandLine.hasSwitch('password-store') && !knownDesktop()) {
    app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
  }
  app.on('window-all-closed', () => {
    // The tray stays.
  });
  app.on('second-instance', (_event, _words, _folder, told) => {
    // In another login of the same person nobody would see it.
    if (isOnOurDisplay(told)) void running?.then(({ open }) => open());
  });
  app.on('activate', () => void running?.then(({ open }) => open()));
  // Not awaited at the top level: Electron is not ready before this module has been evaluated.
  running = app.whenReady().then(() => start(home));
  running.catch(cannotStart);
}

function knownDesktop(): boolean {
  return /gnome|kde|unity|xfce|cinnamon|deepin|pantheon|ukui/i.test(process.env.XDG_CURRENT_DESKTOP ?? '');
}
