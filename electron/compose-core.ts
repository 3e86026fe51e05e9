/** Core with its real adapters. What draws and what opens windows is given, as it is built after this. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { AwsConnection } from './adapters/aws/aws-client.ts';
import { iam } from './adapters/aws/iam.ts';
import { sts } from './adapters/aws/sts.ts';
import { digest } from './adapters/digest.ts';
import { systemClock, systemTimer } from './adapters/electron/clock.ts';
import { awsNetwork } from './adapters/electron/network.ts';
import { notifier } from './adapters/electron/notifier.ts';
import { secretBox } from './adapters/electron/secret-box.ts';
import { settingsStore } from './adapters/electron/settings-store.ts';
import { ContainerEndpoint } from './adapters/endpoint/container-endpoint.ts';
import { ForeignBackup } from './adapters/files/foreign-backup.ts';
import { sealedFiles } from './adapters/files/sealed-files.ts';
import { sharedFiles } from './adapters/files/shared-files.ts';
import { realGit } from './adapters/git/git.ts';
import { readNetrc } from './adapters/git/netrc.ts';
import { credentialStores } from './adapters/keychain/stores.ts';
import { composeKeeping } from './compose-keeping.ts';
import { Daypass } from './core/app/daypass.ts';
import type { Keeping } from './core/app/keeping.ts';
import { endedNotice, endingNotice, refusedNotice, shortNotice, waitingNotice } from './core/app/notices.ts';
import { Attempts } from './core/authenticator/attempts.ts';
import { AwsClock } from './core/base/aws-clock.ts';
import { type Failure, failure } from './core/base/failure.ts';
import { sh } from './core/base/shell-words.ts';
import type { Renewals } from './core/daily/daily-sign-in.ts';
import { GitSetup } from './core/git/config/setup.ts';
import { GitAnswers } from './core/git/credential/answer.ts';
import { ShortSessions } from './core/git/credential/short-sessions.ts';
import { Unconfirmed } from './core/git/credential/unconfirmed.ts';
import { Waiting } from './core/git/credential/waiting.ts';
import { StaleWatch } from './core/git/stale/stale-watch.ts';
import { Delivery } from './core/session/delivery.ts';
import { Keeper } from './core/session/keeper.ts';
import { requestSession, type SessionSource } from './core/session/request-session.ts';
import { Sessions } from './core/session/sessions.ts';
import { Uses } from './core/session/uses.ts';
import type { Preferences } from './core/settings/settings.ts';
import { SettingsBook } from './core/settings/settings-book.ts';
import { Sources } from './core/sources/sources.ts';

export interface Outside {
  /** Something that the view shows has changed. */
  changed(): void;
  preferred(preferences: Preferences): void;
  /** Opens the popover; `asked` is false when no person did it just now. */
  open(profile: string | null, asked: boolean): void;
  quit(): void;
}

export interface Core {
  readonly daypass: Daypass;
  readonly sessions: Sessions;
  readonly keeping: Keeping;
  readonly renewals: Renewals;
  readonly book: SettingsBook;
  readonly waiting: Waiting;
  readonly answers: GitAnswers;
  readonly git: GitSetup;
  readonly stale: StaleWatch;
  readonly endpoint: ContainerEndpoint;
  readonly credentialsFile: string;
  /** Tells of something that concerns no single profile, once. */
  notice(why: Failure): void;
}

export function composeCore(home: string, outside: Outside): Core {
  const { env, platform } = process;
  const { changed } = outside;
  const notices: Failure[] = [];
  const notice = (why: Failure) => {
    if (!notices.some((known) => known.code === why.code)) notices.push(why);
    changed();
  };

  const store = settingsStore(home);
  const loaded = store.load();
  if (loaded.failure) notices.push(loaded.failure);
  const book = new SettingsBook(store, loaded.settings, randomUUID, (before, after) => {
    if (before.preferences !== after.preferences) outside.preferred(after.preferences);
    changed();
  });

  const clock = new AwsClock(systemClock);
  const aws: AwsConnection = {
    fetch: awsNetwork(env),
    env,
    clockOffset: () => clock.offset(),
    heardDate(date, waited) {
      // What was thought to last may be over by AWS's time.
      if (clock.learn(date, waited)) sessions.tick();
    },
  };
  const files = sharedFiles(env, homedir(), new ForeignBackup(join(home, 'backup')));
  const attempts = new Attempts();
  const box = secretBox();
  const awsSts = sts(aws);
  const { keeping, keys, renewals } = composeKeeping({
    home,
    box,
    book,
    clock,
    attempts,
    files,
    sts: awsSts,
    sessionOf: (id) => sessions.sessionOf(id),
    signIn: (profile) => sessions.signIn(profile, null),
    tellRefused: (profile, why) => notifications.show(refusedNotice(profile, why, daypass.language)),
    changed,
  });
  const sources = new Sources(files, iam(aws), keys);
  const delivery = new Delivery(files, (profile) => `${sh(join(home, 'bin', 'daypass'))} credentials ${profile}`);
  const uses = new Uses(changed);
  const waiting = new Waiting(systemClock, systemTimer, changed);
  const notifications = notifier(
    (profile) => outside.open(profile, true),
    () => notice(failure('notification.failed')),
  );

  const source: SessionSource = {
    sts: awsSts,
    clock,
    attempts,
    totp: keeping.totp,
    longTermKey: (name) => sources.longTermKey(name),
    credentialsOf: (id) => sessions.sessionOf(id)?.credentials ?? null,
  };
  const sessions: Sessions = new Sessions({
    clock,
    timer: systemTimer,
    keeper: new Keeper(box, sealedFiles(join(home, 'sessions'))),
    profiles: () => book.profiles,
    async request(profile, code, signal) {
      await delivery.check(profile);
      return requestSession(source, profile, code, signal);
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
    changed,
  });

  const installed = realGit(env, homedir());
  const git = new GitSetup({
    git: installed,
    folder: home,
    windows: platform === 'win32',
    profiles: () => book.profiles,
    readNetrc: () => readNetrc(env, homedir()),
    changed,
  });
  const short = new ShortSessions();
  const answers = new GitAnswers({
    clock,
    digest,
    waiting,
    unconfirmed: new Unconfirmed(systemTimer),
    profiles: () => book.profiles,
    remembered: () => book.settings.repositories,
    sessionOf: (id) => sessions.sessionOf(id),
    record(use) {
      uses.add(use);
      if (use.by !== 'git' || use.outcome !== 'answered' || use.profile === null) return;
      const left = short.timeLeft(sessions.sessionOf(use.profile), clock.now());
      if (left !== null) notifications.show(shortNotice(use.what, use.profile, left, daypass.language));
    },
    waits(asked, profile) {
      if (profile !== null && daypass.signInFreely(profile)) return;
      notifications.show(waitingNotice(asked.repository, profile, daypass.language));
      outside.open(profile, false);
    },
  });
  const hosts = () => Object.keys(book.settings.repositories).map((key) => key.split('/', 1)[0] ?? '');
  const stores = () => credentialStores({ platform, env, home: homedir(), git: installed, hosts: hosts() });
  const stale = new StaleWatch({ clock: systemClock, stores, changed });
  const endpoint = new ContainerEndpoint({
    home,
    serve: (profile) => daypass.serve(profile, 'endpoint', ''),
    language: () => daypass.language,
  });
  const daypass: Daypass = new Daypass({
    clock,
    book,
    sessions,
    delivery,
    sources,
    keeping,
    uses,
    waiting,
    git,
    answers,
    endpoint,
    stale,
    version: app.getVersion(),
    locales: app.getPreferredSystemLanguages(),
    notices: () => notices,
    open: (profile, asked) => outside.open(profile, asked),
    quit: () => outside.quit(),
  });
  const credentialsFile = files.path('credentials');
  return {
    daypass,
    sessions,
    keeping,
    renewals,
    book,
    waiting,
    answers,
    git,
    stale,
    endpoint,
    credentialsFile,
    notice,
  };
}
