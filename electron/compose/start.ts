/** Starts the app with the real world around it: its surfaces, and the ways in for git and the scripts. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app as electron, session as pages, powerMonitor } from 'electron';
import { desktopNotifier } from '../adapters/dbus/desktop-notifier.ts';
import { watchTrayClicks } from '../adapters/dbus/tray-clicks.ts';
import { watchTrayHost } from '../adapters/dbus/tray-host.ts';
import { notifier as systemNotifier } from '../adapters/electron/notifier.ts';
import { openAtLogin } from '../adapters/electron/open-at-login.ts';
import { installScripts } from '../adapters/endpoint/install-scripts.ts';
import { writeLaunchFile } from '../adapters/endpoint/launch-file.ts';
import { readKeyFile } from '../adapters/files/read-key-file.ts';
import { openSessionTerminal } from '../adapters/terminal/session-terminal.ts';
import { type App, buildApp } from '../core/app/build.ts';
import type { Notifier } from '../core/app/port.ts';
import { ShownNotices } from '../core/app/shown-notices.ts';
import { failure, failureOf } from '../core/base/failure.ts';
import type { Preferences } from '../core/settings/settings.ts';
import { type ZoomChange, zoomed } from '../core/settings/zoom.ts';
import { aboutDaypass } from '../shell/about.ts';
import { serveScheme } from '../shell/app-scheme.ts';
import { EnvironmentClipboard } from '../shell/environment-clipboard.ts';
import { handlers } from '../shell/handlers.ts';
import { answerCalls } from '../shell/ipc.ts';
import { launchCommand } from '../shell/launch-command.ts';
import { markedClipboard } from '../shell/marked-clipboard.ts';
import { lockDown } from '../shell/security.ts';
import { Surfaces } from '../shell/surfaces.ts';
import { realPorts } from './ports.ts';
import { serve } from './serve.ts';
import { tidyLeftBehind } from './tidy-left-behind.ts';

export interface Running {
  /** What starting Daypass a second time does. */
  open(): void;
  /** Something nobody foresaw, for the report. */
  happened(where: string, thrown: unknown): void;
}

export async function start(home: string): Promise<Running> {
  const assets = join(electron.getAppPath(), 'assets');
  const isLinux = process.platform === 'linux';
  let hasTray = !isLinux;
  let trayIs = (present: boolean) => {
    hasTray = present;
  };
  const clicks = isLinux ? watchTrayClicks() : null;
  const ports = realPorts(home);
  const [notTidied] = await Promise.all([
    tidyLeftBehind(home, ports),
    isLinux && watchTrayHost({ changed: (present) => trayIs(present) }).then(({ present }) => trayIs(present)),
  ]);
  const app = buildApp(ports, {
    home,
    user: homedir(),
    script: join(home, 'bin', 'daypass'),
    windows: process.platform === 'win32',
  });

  for (const why of notTidied) app.troubles.add(why);

  const page = pages.fromPartition('page', { cache: false });
  lockDown(page);
  serveScheme(page, join(electron.getAppPath(), 'dist', 'renderer'));
  const surfaces = new Surfaces({
    session: page,
    dist: join(electron.getAppPath(), 'dist'),
    assets,
    hasTray,
    canOpenUnseen: ports.canOpenUnseen,
    clickedAt: async () => (await clicks?.place()) ?? null,
    view: () => app.view(),
    show: (profile) => app.book.show(profile),
    zoom: (change) => zoom(app, change),
    timer: ports.timer,
    crashed: () => app.trace.add('page', new Error('crashed')),
    hidden: () => app.wentOn.clear(),
    signOut: (profile) => void app.sessions.signOut(app.book.profile(profile)).catch(() => {}),
  });
  trayIs = (present) => surfaces.trayIs(present);
  const credentialsFile = ports.files.path('credentials');
  const clipboard = new EnvironmentClipboard(markedClipboard());
  answerCalls(
    handlers({
      app,
      view: () => surfaces.view(),
      about: aboutDaypass({ home, credentialsFile, language: () => app.language() }),
      clipboard,
      credentialsFile,
      readKeyFile,
      openTerminal: (profile) => openSessionTerminal(home, app.book.profile(profile).name, process.env),
      stayOpen: (stay) => surfaces.stayOpen(stay),
      fitPage: (height) => surfaces.fit(height),
      hide: () => surfaces.hide(),
    }),
    { failed: (call, thrown) => app.trace.add(`call ${call}`, thrown), answering: () => surfaces.drawn() },
  );
  const notifier = notifierOf(
    assets,
    (profile) => surfaces.open(profile, true),
    () => app.troubles.add(failure('notification.failed')),
  );
  const notices = new ShownNotices(notifier, () => app.view());
  app.attend((asking) => {
    if (asking.do === 'open') surfaces.open(asking.profile, asking.asked);
    if (asking.do === 'notice') notices.show(asking.notice);
  });
  const prefer = preferrer(home, app);
  app.events.listen((event) => {
    if (event.is === 'changed') {
      surfaces.draw();
      notices.look();
    }
    if (event.is === 'settings-changed' && event.before.preferences !== event.after.preferences) {
      prefer(event.after.preferences);
    }
  });
  surfaces.draw();
  void app.start({ byHand: !electron.commandLine.hasSwitch('background'), hasTray });
  lookAround(app);
  const served = await serve(home, app, { openPopover: (profile) => surfaces.open(profile, true) });
  let closed: Promise<unknown> | null = null;
  const close = () => {
    closed ??= Promise.allSettled([served.close(), clipboard.clear(), app.settled()]);
    return closed;
  };
  electron.on('before-quit', () => {
    app.stop();
    void close();
    surfaces.close();
  });
  electron.on('will-quit', (event) => {
    event.preventDefault();
    void close().then(() => electron.exit());
  });
  await install(home, assets).catch((thrown) => app.troubles.add(failureOf(thrown)));
  prefer(app.book.settings.preferences);
  return { open: () => surfaces.open(null, true), happened: (where, thrown) => app.trace.add(where, thrown) };
}

function notifierOf(assets: string, clicked: (profile: string | null) => void, failed: () => void): Notifier {
  if (process.platform !== 'linux') return systemNotifier(clicked, failed);
  // A file inside the package is none for the desktop; a package that is installed has put the icon into the theme.
  const icon = electron.isPackaged ? 'daypass' : join(assets, 'icons', 'icon.png');
  return desktopNotifier({ sender: { name: electron.name, icon, desktopEntry: 'daypass' }, clicked, failed });
}

/** Where it cannot be kept, it stays as it is. */
function zoom({ book, trace }: App, change: ZoomChange): void {
  const { preferences } = book.settings;
  try {
    book.prefer({ ...preferences, zoom: zoomed(preferences.zoom, change) });
  } catch (thrown) {
    trace.add('zoom', thrown);
  }
}

/** Hears of what happens outside: time that passed unseen, and git and keychains that may have changed. */
function lookAround(app: App): void {
  powerMonitor.on('resume', () => app.tick());
  powerMonitor.on('unlock-screen', () => app.tick());
  electron.on('browser-window-focus', () => app.look());
  app.look();
}

/** The scripts, what completes their words in a shell, and their page of the manual. */
async function install(home: string, assets: string): Promise<void> {
  await installScripts(join(assets, 'bin'), join(home, 'bin'));
  await installScripts(join(assets, 'completion'), join(home, 'completion'), 0o644);
  await installScripts(join(assets, 'man'), join(home, 'share', 'man', 'man1'), 0o644);
}

/** A convenience that fails is told of, and holds nothing up. */
function preferrer(home: string, app: App): (preferences: Preferences) => void {
  const command = launchCommand();
  const atLogin = openAtLogin(command);
  return ({ openAtLogin: wanted, startForGit: forGit }) => {
    const set = [atLogin(wanted), writeLaunchFile({ home, command, forGit })];
    for (const done of set) void done.catch((thrown) => app.troubles.add(failureOf(thrown)));
  };
}
