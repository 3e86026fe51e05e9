/** Builds the whole app from its ports: the real start, the tests and the calendar of random months build this one graph. */
import { Attempts } from '../authenticator/attempts.ts';
import { StoredTotp } from '../authenticator/stored-totp.ts';
import { learnIdentity } from '../aws/learn-identity.ts';
import { AwsClock } from '../base/aws-clock.ts';
import { sh } from '../base/shell-words.ts';
import { Trace } from '../base/trace.ts';
import { Renewals } from '../daily/daily-sign-in.ts';
import { Doctor } from '../doctor/doctor.ts';
import { GitSetup } from '../git/config/setup.ts';
import { GitAnswers } from '../git/credential/answer.ts';
import { Unconfirmed } from '../git/credential/unconfirmed.ts';
import { Waiting } from '../git/credential/waiting.ts';
import { StaleWatch } from '../git/stale/stale-watch.ts';
import { languageOf } from '../i18n/messages.ts';
import { KeptSecrets } from '../kept/sealed-secrets.ts';
import { KeptKeys } from '../keys/long-term-keys.ts';
import { Delivery } from '../session/delivery.ts';
import { Keeper } from '../session/keeper.ts';
import { Sessions } from '../session/sessions.ts';
import { Uses } from '../session/uses.ts';
import { SettingsBook } from '../settings/settings-book.ts';
import { Sources } from '../sources/sources.ts';
import { WaysIn } from '../sources/ways-in.ts';
import { type Asking, attention } from './attention.ts';
import { Authenticators } from './authenticators.ts';
import { Events } from './events.ts';
import type { Paths, Ports } from './ports.ts';
import { ProfileChanges } from './profile-changes.ts';
import { Repositories } from './repositories.ts';
import { Serving } from './serving.ts';
import { SignIns } from './sign-ins.ts';
import { Troubles } from './troubles.ts';
import { viewOf } from './view-of.ts';

export type App = ReturnType<typeof buildApp>;

export function buildApp(ports: Ports, { home, script, windows }: Paths) {
  const { timer, files, box } = ports;
  const events = new Events();
  const { emit, changed } = events;
  const trace = new Trace(() => ports.clock.wall());
  const troubles = new Troubles(changed);

  const loaded = ports.settings.load();
  if (loaded.failure) troubles.add(loaded.failure);
  const book = new SettingsBook(ports.settings, loaded.settings, ports.newId, (before, after) => {
    emit({ is: 'settings-changed', before, after });
    changed();
  });
  const profiles = () => book.profiles;
  const language = () => {
    const chosen = book.settings.preferences.language;
    return chosen === 'system' ? languageOf(ports.locales) : chosen;
  };

  const clock = new AwsClock(ports.clock);
  const { sts, iam } = ports.aws({
    offset: () => clock.offset(),
    heard(date, waited) {
      // What was thought to last may be over by AWS's time.
      if (clock.learn(date, waited)) sessions.tick();
    },
  });
  const sessionOf = (profile: string) => sessions.sessionOf(profile);

  const kept = new KeptSecrets(box, ports.secretFiles);
  const keys = new KeptKeys({
    kept,
    files,
    identity: (key, region) => learnIdentity({ sts, clock }, key, region, new AbortController().signal),
  });
  const attempts = new Attempts();
  const totp = new StoredTotp({ kept, totp: ports.totp, qr: ports.qr, clock, timer, attempts, changed });
  const sources = new Sources(files, iam, keys);
  const ways = new WaysIn({
    sts,
    clock,
    attempts,
    totp,
    longTermKey: (source) => sources.longTermKey(source),
    credentialsOf: (profile) => sessionOf(profile)?.credentials ?? null,
  });

  const delivery = new Delivery(files, (profile) => `${sh(script)} credentials ${profile}`);
  const keeper = new Keeper(box, ports.sessionFiles);
  const wayIn = (profile: Parameters<WaysIn['of']>[0]) => ways.of(profile);
  const sessions: Sessions = new Sessions({ clock, timer, keeper, delivery, profiles, wayIn, emit, changed });
  const signIns = new SignIns({ book, sessions, ways });
  const daily = new Renewals({
    clock: ports.clock,
    timer,
    profiles,
    stored: (profile) => totp.has(profile.id) && !profile.role?.through,
    begun(profile) {
      const session = sessionOf(profile.id);
      return session && session.expiresAt - profile.durationSeconds * 1000 - clock.offset();
    },
    renewal: (profile) => book.renewal(profile),
    remember: (profile, renewal) => book.rememberRenewal(profile, renewal),
    signIn: ({ id }) => signIns.withoutCode(id),
    emit,
  });
  const authenticators = new Authenticators({ book, totp, daily });
  const changes = new ProfileChanges({ book, sessions, delivery, authenticators });

  const waiting = new Waiting(ports.clock, timer, changed);
  const answers = new GitAnswers({
    clock,
    digest: ports.digest,
    waiting,
    unconfirmed: new Unconfirmed(timer),
    profiles,
    remembered: () => book.settings.repositories,
    sessionOf,
    emit,
  });
  const repositories = new Repositories(book, waiting);
  const git = new GitSetup({ git: ports.git, folder: home, windows, profiles, readNetrc: ports.readNetrc, changed });
  const hosts = () => Object.keys(book.settings.repositories).map((key) => key.split('/', 1)[0] ?? '');
  const stale = new StaleWatch({ clock: ports.clock, stores: () => ports.stores(hosts()), changed });

  const uses = new Uses(changed);
  const serving = new Serving({
    uses,
    now: () => clock.now(),
    profile: (id) => book.profile(id),
    sessionOf,
    wanted: (id) =>
      ask(signIns.renewsItself(id) ? { do: 'sign-in', profile: id } : { do: 'open', profile: id, asked: true }),
    begun: (profile, signal) => sessions.begun(profile, signal),
  });

  let revision = 0;
  const view = () =>
    viewOf(
      { language: language(), clock, book, sessions, totp, waiting, answers, uses, git, stale, troubles },
      ++revision,
    );
  const doctor = new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      profiles: async () => view().profiles.flatMap(({ name, failure }) => (failure ? [{ name, failure }] : [])),
      notices: async () => view().notices,
    },
    timer,
  );

  const surfaces = new Set<(asking: Asking) => void>();
  function ask(asking: Asking): void {
    if (asking.do === 'sign-in') signIns.withoutCode(asking.profile).catch(() => {});
    else for (const surface of surfaces) surface(asking);
  }
  events.listen((event) => {
    if (event.is === 'session-began') waiting.look();
    if (event.is === 'git-used') uses.add(event.use);
    if (event.is === 'session-trouble') {
      trace.add('session', event.thrown);
      if (!event.shown) troubles.add(event.why);
    }
    const state = { language: language(), renewsItself: (profile: string) => signIns.renewsItself(profile) };
    for (const asking of attention(event, state)) ask(asking);
  });

  return {
    events,
    trace,
    troubles,
    clock,
    book,
    sessions,
    signIns,
    authenticators,
    keys,
    kept,
    changes,
    sources,
    serving,
    waiting,
    repositories,
    answers,
    git,
    stale,
    doctor,
    view,
    language,
    /** AWS's time. */
    now: () => clock.now(),
    /** What is asked of whoever can open the popover and show notifications. */
    attend: (surface: (asking: Asking) => void) => void surfaces.add(surface),
    /** Takes up what an earlier run has left, and catches up on what has come due meanwhile. */
    async start(): Promise<void> {
      for (const profile of book.profiles) void sessions.restore(profile);
      await totp.look(book.profiles);
      daily.tick();
    },
    /** To be called when time may have passed unseen: resume, unlock. */
    tick(): void {
      sessions.tick();
      daily.tick();
    },
    stop(): void {
      sessions.stop();
      daily.stop();
      waiting.cancelAll();
    },
  };
}
