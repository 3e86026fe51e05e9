/** Builds everything and wires it together; the only file that knows everybody. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, powerMonitor, session as sessions } from 'electron';
import type { AwsConnection } from './adapters/aws/aws-client.ts';
import { iam } from './adapters/aws/iam.ts';
import { sts } from './adapters/aws/sts.ts';
import { digest } from './adapters/digest.ts';
import { systemClock, systemTimer } from './adapters/electron/clock.ts';
import { awsNetwork } from './adapters/electron/network.ts';
import { notifier } from './adapters/electron/notifier.ts';
import { secretBox } from './adapters/electron/secret-box.ts';
import { settingsStore } from './adapters/electron/settings-store.ts';
import { trayHostPresent } from './adapters/electron/tray-host.ts';
import { serveAgent } from './adapters/endpoint/agent-server.ts';
import { serveGitSocket } from './adapters/endpoint/git-socket.ts';
import { installScripts } from './adapters/endpoint/install-scripts.ts';
import { sealedFiles } from './adapters/files/sealed-files.ts';
import { sharedFiles } from './adapters/files/shared-files.ts';
import { realGit } from './adapters/git/git.ts';
import { readNetrc } from './adapters/git/netrc.ts';
import { credentialStores } from './adapters/keychain/stores.ts';
import { runCommand } from './core/commands/run-command.ts';
import { sh } from './core/commands/session-variables.ts';
import { Daypass } from './core/daypass.ts';
import { type Failure, failure, failureOf } from './core/failure.ts';
import { answerText, GitAnswers } from './core/git/answer.ts';
import { GitSetup } from './core/git/setup.ts';
import { clearStale, findStale } from './core/git/stale-entries.ts';
import { Waiting } from './core/git/waiting.ts';
import { endedNotice, endingNotice, waitingNotice } from './core/notices.ts';
import { Delivery } from './core/profile/delivery.ts';
import { AwsClock } from './core/session/aws-clock.ts';
import { Keeper } from './core/session/keeper.ts';
import { Sessions } from './core/session/sessions.ts';
import { SettingsBook } from './core/settings/settings-book.ts';
import { Attempts } from './core/sign-in/attempts.ts';
import { requestSession } from './core/sign-in/request-session.ts';
import { Sources } from './core/sign-in/sources.ts';
import { Uses } from './core/uses.ts';
import { serveScheme } from './shell/app-scheme.ts';
import { EnvironmentClipboard } from './shell/environment-clipboard.ts';
import { handlers } from './shell/handlers.ts';
import { answerCalls } from './shell/ipc.ts';
import { lockDown } from './shell/security.ts';
import { Surfaces } from './shell/surfaces.ts';

export interface App {
  /** What starting Daypass a second time does. */
  open(): void;
}

export async function compose(home: string): Promise<App> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const dist = import.meta.dirname;
  const assets = join(app.getAppPath(), 'assets');
  const { env, platform } = process;

  // Changes come from everywhere; what draws them is built last.
  let changed = () => {};
  const notices: Failure[] = [];
  const notice = (why: Failure) => {
    if (!notices.some((known) => known.code === why.code)) notices.push(why);
    changed();
  };

  const store = settingsStore(home);
  const loaded = store.load();
  if (loaded.failure) notice(loaded.failure);
  const book = new SettingsBook(store, loaded.settings, randomUUID, () => changed());

  const clock = new AwsClock(systemClock);
  const aws: AwsConnection = {
    fetch: awsNetwork(env),
    env,
    clockOffset: () => clock.offset(),
    heardDate: (date) => clock.learn(date) && changed(),
  };
  const files = sharedFiles(env, homedir());
  const sources = new Sources(files, iam(aws));
  const delivery = new Delivery(files, (profile) => `${sh(join(home, 'bin', 'daypass'))} credentials ${profile}`);
  const uses = new Uses(() => changed());
  const waiting = new Waiting(systemClock, systemTimer, () => changed());
  const notifications = notifier(
    (profile) => surfaces.open(profile, true),
    () => notice(failure('notification.failed')),
  );

  const attempts = new Attempts();
  const sessionSource = {
    sts: sts(aws),
    clock,
    attempts,
    longTermKey: (source: string) => sources.longTermKey(source),
    credentialsOf: (id: string) => running.sessionOf(id)?.credentials ?? null,
  };
  const running = new Sessions({
    clock,
    timer: systemTimer,
    keeper: new Keeper(secretBox(), sealedFiles(join(home, 'sessions'))),
    profiles: () => book.profiles,
    async request(profile, code, signal) {
      await delivery.check(profile);
      return requestSession(sessionSource, profile, code, signal);
    },
    deliver: (profile, session) => delivery.deliver(profile, session),
    withdraw: (profile) => delivery.withdraw(profile),
    tell: (news, profile, expiresAt) =>
      notifications.show(
        news === 'ended'
          ? endedNotice(profile, daypass.language)
          : endingNotice(profile, expiresAt - clock.now(), daypass.language),
      ),
    began: () => waiting.look(),
    changed: () => changed(),
  });

  const git = new GitSetup({
    git: realGit(env, homedir()),
    folder: home,
    windows: platform === 'win32',
    profiles: () => book.profiles,
    readNetrc: () => readNetrc(env, homedir()),
    changed: () => changed(),
  });
  const answers = new GitAnswers({
    clock,
    digest,
    waiting,
    profiles: () => book.profiles,
    remembered: () => book.settings.repositories,
    sessionOf: (id) => running.sessionOf(id),
    record: (use) => uses.add(use),
    waits(asked, profile) {
      notifications.show(waitingNotice(asked.repository, profile, daypass.language));
      surfaces.open(profile, false);
    },
  });
  const stores = credentialStores({ env, home: homedir() });
  const daypass: Daypass = new Daypass({
    clock,
    book,
    sessions: running,
    delivery,
    sources,
    uses,
    waiting,
    git,
    answers,
    stale: { find: () => findStale(stores), clear: () => clearStale(stores) },
    endpoint,
    version: app.getVersion(),
    locales: app.getPreferredSystemLanguages(),
    notices: () => notices,
    open: (profile, asked) => surfaces.open(profile, asked),
    quit: () => app.quit(),
  });

  const page = sessions.fromPartition('page', { cache: false });
  lockDown(page);
  serveScheme(page, join(dist, 'renderer'));
  const surfaces: Surfaces = new Surfaces({
    session: page,
    dist,
    assets,
    hasTray: platform !== 'linux' || (await trayHostPresent()),
    view: () => daypass.view(),
    show: (profile) => daypass.showProfile(profile),
    signOut: (profile) => void daypass.signOut(profile).catch(() => {}),
  });
  const clipboard = new EnvironmentClipboard();
  answerCalls(
    handlers({ daypass, clipboard, credentialsFile: files.path('credentials'), hide: () => surfaces.hide() }),
  );
  changed = () => surfaces.draw();
  changed();
  if (book.profiles.length === 0 && !app.commandLine.hasSwitch('background')) surfaces.open(null, true);

  powerMonitor.on('resume', () => running.tick());
  powerMonitor.on('unlock-screen', () => running.tick());
  // What is not needed for the first picture comes after it.
  for (const profile of book.profiles) void running.restore(profile);
  const lookAtGit = () => void git.refresh().catch((thrown) => notice(failureOf(thrown)));
  lookAtGit();
  app.on('browser-window-focus', lookAtGit);

  const servers = await Promise.all([
    serveAgent({ home, platform, handle: (request) => runCommand(daypass, request) }),
    ...(platform === 'win32' ? [] : [serveGitSocket({ path: join(home, 'git.sock'), answer: answerCacheClient })]),
  ]).catch((thrown) => {
    notice(failureOf(thrown));
    return [];
  });
  await installScripts(join(assets, 'bin'), join(home, 'bin')).catch((thrown) => notice(failureOf(thrown)));

  app.on('before-quit', () => {
    void clipboard.clear();
    running.stop();
    waiting.cancelAll();
    surfaces.close();
  });
  app.on('will-quit', () => {
    for (const server of servers) void server.close();
  });
  return { open: () => surfaces.open(null, true) };

  async function answerCacheClient(input: string, signal: AbortSignal): Promise<string> {
    return answerText(await answers.answerCacheClient(input, signal));
  }
}
