/** Builds everything and wires it together: core, surfaces, and the ways in for git and the scripts. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, powerMonitor, session as sessions } from 'electron';
import { trayHostPresent } from './adapters/electron/tray-host.ts';
import { serveAgent } from './adapters/endpoint/agent-server.ts';
import { serveGitSocket } from './adapters/endpoint/git-socket.ts';
import { installScripts } from './adapters/endpoint/install-scripts.ts';
import { writeLaunchFile } from './adapters/endpoint/launch-file.ts';
import { openSessionTerminal } from './adapters/terminal/session-terminal.ts';
import { type Core, composeCore } from './compose-core.ts';
import { failureOf } from './core/base/failure.ts';
import { answerText } from './core/git/credential/answer.ts';
import type { Preferences } from './core/settings/settings.ts';
import { runCommand } from './core/surfaces/commands/run-command.ts';
import { serveScheme } from './shell/app-scheme.ts';
import { openAtLogin } from './shell/autostart.ts';
import { EnvironmentClipboard } from './shell/environment-clipboard.ts';
import { handlers } from './shell/handlers.ts';
import { answerCalls } from './shell/ipc.ts';
import { launchCommand } from './shell/launch-command.ts';
import { lockDown } from './shell/security.ts';
import { Surfaces } from './shell/surfaces.ts';

export interface App {
  /** What starting Daypass a second time does. */
  open(): void;
}

export async function compose(home: string): Promise<App> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const assets = join(app.getAppPath(), 'assets');
  const hasTray = process.platform !== 'linux' || (await trayHostPresent());

  let surfaces: Surfaces | null = null;
  const core: Core = composeCore(home, {
    changed: () => surfaces?.draw(),
    preferred: (preferences) => prefer(home, core, preferences),
    open: (profile, asked) => surfaces?.open(profile, asked),
    quit: () => app.quit(),
  });
  const { daypass, book } = core;

  const page = sessions.fromPartition('page', { cache: false });
  lockDown(page);
  serveScheme(page, join(import.meta.dirname, 'renderer'));
  surfaces = new Surfaces({
    session: page,
    dist: import.meta.dirname,
    assets,
    hasTray,
    view: () => daypass.view(),
    show: (profile) => daypass.showProfile(profile),
    signOut: (profile) => void daypass.signOut(profile).catch(() => {}),
  });
  const shown = surfaces;
  const clipboard = new EnvironmentClipboard();
  answerCalls(
    handlers({
      daypass,
      keeping: core.keeping,
      clipboard,
      credentialsFile: core.credentialsFile,
      openTerminal: (profile) => openSessionTerminal(home, daypass.profileNamed(profile).name, process.env),
      stayOpen: (stay) => shown.stayOpen(stay),
      hide: () => shown.hide(),
    }),
  );
  shown.draw();
  const byHand = !app.commandLine.hasSwitch('background');
  if (byHand && (book.profiles.length === 0 || !hasTray)) shown.open(null, true);

  // What the first picture does not need comes after it.
  watch(core);
  const close = await serve(home, core);
  await install(home, assets).catch((thrown) => core.notice(failureOf(thrown)));
  prefer(home, core, book.settings.preferences);
  app.on('before-quit', () => {
    void clipboard.clear();
    core.sessions.stop();
    core.renewals.stop();
    core.waiting.cancelAll();
    shown.close();
  });
  app.on('will-quit', () => close());
  return { open: () => shown.open(null, true) };
}

/** Takes up what an earlier run has left, and hears of what happens outside. */
function watch({ sessions, keeping, renewals, book, git, stale, notice }: Core): void {
  for (const profile of book.profiles) void sessions.restore(profile);
  void keeping.start();
  const tick = () => {
    sessions.tick();
    renewals.tick();
  };
  powerMonitor.on('resume', tick);
  powerMonitor.on('unlock-screen', tick);
  const look = () => {
    void git.refresh().catch((thrown) => notice(failureOf(thrown)));
    void stale.look();
  };
  look();
  app.on('browser-window-focus', look);
}

/** Opens the ways in. One that cannot be opened is told of, and the app goes on without it. */
async function serve(home: string, { daypass, answers, endpoint, notice }: Core): Promise<() => void> {
  const { platform } = process;
  const answer = async (input: string, signal: AbortSignal) =>
    answerText(await answers.answerCacheClient(input, signal));
  const opened = await Promise.allSettled([
    serveAgent({ home, platform, handle: (request) => runCommand(daypass, request) }),
    ...(platform === 'win32' ? [] : [serveGitSocket({ path: join(home, 'git.sock'), answer })]),
  ]);
  for (const way of opened) if (way.status === 'rejected') notice(failureOf(way.reason));
  void endpoint.resume().catch((thrown) => notice(failureOf(thrown)));
  return () => {
    for (const way of opened) if (way.status === 'fulfilled') void way.value.close();
    void endpoint.close();
  };
}

/** The scripts, what completes their words in a shell, and their page of the manual. */
async function install(home: string, assets: string): Promise<void> {
  await installScripts(join(assets, 'bin'), join(home, 'bin'));
  await installScripts(join(assets, 'completion'), join(home, 'completion'), 0o644);
  await installScripts(join(assets, 'man'), join(home, 'share', 'man', 'man1'), 0o644);
}

function prefer(home: string, { notice }: Core, preferences: Preferences): void {
  openAtLogin(preferences.openAtLogin);
  const launch = { home, command: launchCommand(), forGit: preferences.startForGit };
  void writeLaunchFile(launch).catch((thrown) => notice(failureOf(thrown)));
}
