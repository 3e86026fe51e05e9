/** Builds the whole app from its ports: the real start, the tests and the calendar of random months build this one graph. */
import { processCommand } from '../aws-files/process-command.ts';
import { AwsClock } from '../base/aws-clock.ts';
import { failure, failureOf } from '../base/failure.ts';
import { Trace } from '../base/trace.ts';
import type { TwoSecrets } from '../enrolment/two-codes.ts';
import { languageOf } from '../i18n/language-of.ts';
import { Delivery } from '../session/delivery.ts';
import { Keeper } from '../session/keeper.ts';
import { Sessions } from '../session/sessions.ts';
import { Uses } from '../session/uses.ts';
import { SettingsBook } from '../settings/settings-book.ts';
import { SettingsSaver } from '../settings/settings-saver.ts';
import { deviceOf, factsOf, type WaysIn } from '../sources/ways-in.ts';
import { AskedSurfaces } from './asked-surfaces.ts';
import type { Asking } from './attention.ts';
import { Authenticators } from './authenticators.ts';
import { buildDaily } from './build-daily.ts';
import { buildDoctor } from './build-doctor.ts';
import { buildGit } from './build-git.ts';
import { buildRotations } from './build-rotations.ts';
import { buildWays } from './build-ways.ts';
import { type AppEvent, Events } from './events.ts';
import { Keyring } from './keyring.ts';
import { Portals } from './portals.ts';
import type { Paths, Ports } from './ports.ts';
import { ProfileChanges } from './profile-changes.ts';
import { Serving } from './serving.ts';
import { SignIns } from './sign-ins.ts';
import { Troubles } from './troubles.ts';
import { viewOf } from './view-of.ts';

/** A disk or a keyring that does not answer holds up no quit for longer. */
const LAST_WRITES_MS = 900;

/** After these it matters whether a person is needed. */
const LOOKED_AT: ReadonlySet<AppEvent['is']> = new Set([
  'git-waits',
  'git-in-background',
  'session-wanted',
  'settings-changed',
] as const);

export type App = ReturnType<typeof buildApp>;

export function buildApp(ports: Ports, paths: Paths) {
  const { timer, files } = ports;
  const events = new Events();
  const { emit, changed } = events;
  const trace = new Trace(() => ports.clock.wall());
  const troubles = new Troubles(changed);

  const loaded = ports.settings.load();
  if (loaded.failure) troubles.add(loaded.failure);
  const saver: SettingsSaver = new SettingsSaver({
    store: ports.settings,
    timer,
    current: () => book.settings,
    changed,
  });
  const book = new SettingsBook(saver, loaded.settings, ports.newId, factsOf, (before, after) => {
    emit({ is: 'settings-changed', before, after });
    changed();
  });
  const profiles = () => book.profiles;
  const language = () => {
    const chosen = book.settings.preferences.language;
    return chosen === 'system' ? languageOf(ports.locales) : chosen;
  };

  const clock = new AwsClock(ports.clock);
  const { sts, iam, tokens, oidc, portal } = ports.aws({
    offset: () => clock.offset(),
    heard(date, waited) {
      // What was thought to last may be over by AWS's time.
      if (clock.learn(date, waited)) sessions.tick();
    },
  });
  const sessionOf = (profile: string) => sessions.sessionOf(profile);

  const stranger = () => troubles.add(failure('browser.stranger'));
  const hasBegun = (profile: string) => sessions.stateOf(profile).is !== 'signedOut';
  const known = { sts, iam, tokens, oidc, portal, clock, language, profiles, sessionOf, hasBegun, stranger, changed };
  const waysParts = buildWays(ports, known);
  const { seal, kept, keys, handOver, spareKeys, totp, sources, ways, logins, waits, center } = waysParts;
  const { enrolments, resync } = waysParts;
  const delivery = new Delivery(files, (profile) => processCommand(paths.script, profile, paths.windows));
  const keeper = new Keeper(seal, ports.sessionFiles);
  const wayIn = (profile: Parameters<WaysIn['of']>[0]) => ways.of(profile);
  const sessions: Sessions = new Sessions({ clock, timer, keeper, delivery, profiles, wayIn, emit, changed });
  const signIns = new SignIns({ book, sessions, ways, waits });
  const daily = buildDaily(ports, { clock, book, totp, sessions, signIns, emit });
  const sessionFiles = ports.sessionFiles;
  const rotations = buildRotations(ports, { sts, iam, clock, book, kept, keys, sessionOf, events });
  const keyring = new Keyring({ timer, seal, sessionFiles, keys, rotations, totp, profiles, sessions, changed });
  const portals = new Portals({ center, files });
  const adopted = (id: string) => void signIns.withoutCode(id).catch(() => {});
  const authenticators = new Authenticators({ book, totp, daily, adopted });
  const changes = new ProfileChanges({ book, sessions, delivery, authenticators });

  const gitParts = buildGit(ports, paths, { clock, book, sessions, events });
  const { waiting, wentOn, answers, git, stale } = gitParts;
  const uses = new Uses(changed);
  const serving = new Serving({
    uses,
    now: () => clock.now(),
    profile: (id) => book.profile(id),
    sessionOf,
    begun: (profile, signal) => sessions.begun(profile, signal),
    emit,
  });

  let revision = 0;
  const seen = {
    clock,
    book,
    saver,
    sessions,
    ways,
    waits,
    keyring,
    totp,
    waiting,
    wentOn,
    answers,
    uses,
    git,
    stale,
    rotations,
    troubles,
  };
  const view = () => viewOf({ language: language(), ...seen, examination, tryIt }, ++revision);
  const { doctor, examination, tryIt } = buildDoctor(ports, paths, {
    sts,
    iam,
    clock,
    book,
    sessions,
    delivery,
    sources,
    answers,
    git,
    stale,
    keyring,
    rotations,
    uses,
    view,
    changed,
  });

  const bringGitUpToDate = () => void git.bringUpToDate().catch((thrown) => troubles.add(failureOf(thrown)));

  /** Another program may have signed in, or out. */
  const lookAtWays = () => void ways.look(profiles()).then(() => sessions.tick());

  events.listen((event) => {
    if (LOOKED_AT.has(event.is)) lookAtWays();
    if (event.is === 'session-began') answers.sessionBegan(event.profile.id);
    if (event.is === 'settings-changed' && event.before.profiles !== event.after.profiles) bringGitUpToDate();
    if (event.is === 'session-ended') void logins.tidy(event.profile.id);
    if (event.is === 'git-used') uses.add(event.use);
    if (event.is === 'session-trouble') {
      trace.add('session', event.thrown);
      if (!event.shown) troubles.add(event.why);
    }
  });
  const surfaces = new AskedSurfaces({ events, language, profiles, signIns, canOpenUnseen: ports.canOpenUnseen });

  return {
    events,
    trace,
    troubles,
    clock,
    book,
    sessions,
    delivery,
    signIns,
    authenticators,
    enrolments,
    /** Rejects with a FailureError; after it the next code signs in. */
    async resync(id: string, codes: TwoSecrets): Promise<void> {
      await resync(book.profile(id), codes);
      sessions.codeMended(book.profile(id));
      changed();
    },
    keys,
    handOver,
    /** The one that is handed over in the popover. */
    newKey: handOver(),
    spareKeys,
    kept,
    rotations,
    keyring,
    changes,
    sources,
    portals,
    serving,
    ...gitParts,
    doctor,
    examination,
    tryIt,
    view,
    language,
    /** AWS's time. */
    now: () => clock.now(),
    /** What is asked of whoever can open the popover and show notifications. */
    attend: (surface: (asking: Asking) => void) => surfaces.add(surface),
    /** Takes up what an earlier run has left, and catches up on what has come due meanwhile. */
    async start(how: { readonly byHand: boolean; readonly hasTray: boolean }): Promise<void> {
      emit({ is: 'started', ...how });
      bringGitUpToDate();
      const restored = book.profiles.map((profile) => sessions.restore(profile));
      await totp.look(book.profiles.map(deviceOf));
      await keyring.look();
      // A session that comes back is as good as a new one: nobody signs in before that is known.
      await Promise.all(restored);
      // A sign-in that goes on needs nobody, also where its last keys have ended and gone.
      for (const { id } of book.profiles)
        if (logins.lives(id) && !sessionOf(id)) signIns.withoutCode(id).catch(() => {});
      daily.tick();
    },
    /** Looks at what other programs may have changed: git's configuration, and the stores of its helpers. */
    look(): void {
      lookAtWays();
      void git.refresh().catch((thrown) => troubles.add(failureOf(thrown)));
      void stale.look();
    },
    /** To be called when time may have passed unseen: resume, unlock. */
    tick(): void {
      sessions.tick();
      daily.tick();
    },
    /** Resolves when all that was begun has been written and kept, or after a second. */
    async settled(): Promise<void> {
      const all = Promise.all(book.profiles.map(({ id }) => sessions.settled(id)));
      await Promise.race([all, new Promise<void>((resolve) => void timer.after(LAST_WRITES_MS, resolve))]);
    },
    /** Who waits is told by whoever closes the way that they came by. */
    stop(): void {
      enrolments.drop();
      portals.cancel();
      sessions.stop();
      daily.stop();
      saver.stop();
      keyring.stop();
      answers.stop();
      rotations.stop();
    },
  };
}
