/** The application: every surface asks this one object, and draws the one view that it makes. */

import type { MfaDevice } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { type Failure, FailureError } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import { answerText, type GitAnswers } from '../git/credential/answer.ts';
import { repositoryKey } from '../git/credential/choose-profile.ts';
import type { Waiting } from '../git/credential/waiting.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import { type Language, languageOf } from '../i18n/messages.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Uses } from '../session/uses.ts';
import type { Preferences, ProfileChoice, ProfileSettings } from '../settings/settings.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { Sources } from '../sources/sources.ts';
import type { CommandApp, GitReply, ServedSession } from '../surfaces/commands/app.ts';
import { type Shell, setVariables } from '../surfaces/commands/session-variables.ts';
import type { GitChange, GitPlanView, SourceView, StaleView } from '../surfaces/contract/contract.ts';
import type { Keeping } from './keeping.ts';
import { type AppView, type GitView, profileView, type UseView } from './view.ts';

/** Serves a profile's credentials over HTTP on loopback, to programs that hold its token. */
export interface ContainerEndpoint {
  of(profile: ProfileSettings): Promise<{ readonly uri: string; readonly tokenFile: string }>;
}

export interface Parts {
  readonly clock: AwsClock;
  readonly book: SettingsBook;
  readonly sessions: Sessions;
  readonly delivery: Delivery;
  readonly sources: Sources;
  readonly keeping: Keeping;
  readonly uses: Uses;
  readonly waiting: Waiting;
  readonly git: {
    readonly view: GitView | null;
    refresh(): Promise<void>;
    plan(change: GitChange): Promise<GitPlanView>;
    apply(change: GitChange): Promise<void>;
  };
  readonly answers: GitAnswers;
  readonly stale: StaleWatch;
  readonly endpoint: ContainerEndpoint;
  readonly version: string;
  readonly locales: readonly string[];
  readonly notices: () => readonly Failure[];
  /** Opens the popover; `asked` is false when no person did it just now. */
  open(profile: string | null, asked: boolean): void;
  quit(): void;
}

/** A clock that is off by less than this disturbs nobody. */
const NOTICEABLE_MS = 3_000;

export class Daypass implements CommandApp {
  readonly #parts: Parts;
  #revision = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  // What surfaces draw.

  get language(): Language {
    const chosen = this.#parts.book.settings.preferences.language;
    return chosen === 'system' ? languageOf(this.#parts.locales) : chosen;
  }

  view(): AppView {
    const { clock, book, sessions, keeping, waiting, answers, uses, git, stale, notices } = this.#parts;
    const { preferences, shown, repositories } = book.settings;
    return {
      revision: ++this.#revision,
      language: this.language,
      preferences,
      awsOffset: Math.abs(clock.offset()) < NOTICEABLE_MS ? 0 : clock.offset(),
      profiles: book.profiles.map((profile) => profileView(profile, sessions, keeping.totp, clock.now())),
      shown: shown ?? book.profiles[0]?.id ?? null,
      waiting: waiting.list().map((asked) => ({
        id: asked.id,
        repository: asked.repository,
        region: asked.region,
        profile: answers.profileFor(asked),
        since: asked.since,
      })),
      uses: uses.list,
      repositories,
      git: git.view,
      stale: stale.count,
      notices: [...notices(), sessions.notKept, answers.trouble].filter((why) => why !== null),
    };
  }

  now(): number {
    return this.#parts.clock.now();
  }

  version(): string {
    return this.#parts.version;
  }

  openPopover(profile: string | null): void {
    this.#parts.open(profile, true);
  }

  quit(): void {
    this.#parts.quit();
  }

  // Sessions.

  async signIn(id: string, code: string | null): Promise<void> {
    const { book, sessions } = this.#parts;
    await sessions.signIn(book.profile(id), code);
  }

  /** Signs in where that takes no person: a role, with the living session it goes through. True when it has begun. */
  signInFreely(id: string): boolean {
    const { book, sessions } = this.#parts;
    const profile = book.profile(id);
    if (!profile.role?.through || !sessions.sessionOf(profile.role.through)) return false;
    sessions.signIn(profile, null).catch(() => {});
    return true;
  }

  cancelSignIn(id: string): void {
    this.#parts.sessions.cancel(id);
  }

  async signOut(id: string): Promise<void> {
    const { book, sessions } = this.#parts;
    await sessions.signOut(book.profile(id));
  }

  serve(id: string, by: UseView['by'], what: string): ServedSession | null {
    const session = this.#parts.sessions.sessionOf(id);
    this.#parts.uses.add({ at: this.now(), by, what, profile: id, outcome: session ? 'answered' : 'refused' });
    return session;
  }

  /** Lines that set the session's variables in that shell, noted as a use. Throws FailureError session.none. */
  environment(id: string, shell: Shell): Secret<string> {
    const session = this.serve(id, 'environment', shell);
    if (!session) throw new FailureError('session.none', { profile: this.#parts.book.profile(id).name });
    return new Secret(setVariables(session.credentials.reveal(), shell));
  }

  containerEndpoint(id: string): Promise<{ readonly uri: string; readonly tokenFile: string }> {
    return this.#parts.endpoint.of(this.#parts.book.profile(id));
  }

  async waitForSession(id: string, signal: AbortSignal): Promise<void> {
    if (this.#parts.sessions.sessionOf(id)) return;
    if (!this.signInFreely(id)) this.openPopover(id);
    await this.#parts.sessions.begun(id, signal);
  }

  // Profiles and settings.

  profileNamed(name: string | null): ProfileSettings {
    return this.#parts.book.named(name);
  }

  findSources(): Promise<readonly SourceView[]> {
    return this.#parts.sources.list();
  }

  findDevices(source: string, region: string): Promise<readonly MfaDevice[]> {
    return this.#parts.sources.devices(source, region);
  }

  addProfile(choice: ProfileChoice): string {
    return this.#parts.book.add(choice).id;
  }

  /** What was written under the old name or in the old way is taken away before the new one is written. */
  async editProfile(id: string, choice: ProfileChoice): Promise<void> {
    const { book, sessions, delivery, keeping } = this.#parts;
    const before = book.profile(id);
    book.check(choice, id);
    // The secret is that of the device it was made with.
    if (before.serial !== choice.serial && keeping.totp.has(id)) await keeping.removeTotp(id);
    const sameCaller = before.source === choice.source && JSON.stringify(before.role) === JSON.stringify(choice.role);
    if (!sameCaller) await sessions.signOut(before);
    const samePlace = before.name === choice.name && before.delivery === choice.delivery;
    if (!samePlace) await delivery.remove(before);
    book.edit(id, choice);
    const session = sessions.sessionOf(id);
    if (session && !samePlace) await delivery.deliver(book.profile(id), session);
  }

  async removeProfile(id: string): Promise<void> {
    const { book, sessions, delivery, keeping } = this.#parts;
    const profile = book.profile(id);
    const child = book.profiles.find((other) => other.role?.through === id);
    if (child) throw new FailureError('profile.needed', { name: profile.name, child: child.name });
    await sessions.signOut(profile);
    await delivery.remove(profile);
    await keeping.removeTotp(id);
    book.remove(id);
  }

  showProfile(id: string): void {
    this.#parts.book.show(id);
  }

  setPreferences(preferences: Preferences): void {
    this.#parts.book.prefer(preferences);
  }

  // git and its keychains.

  async answerGit(operation: string, input: string, signal: AbortSignal): Promise<GitReply> {
    const answer = await this.#parts.answers.answerScript(operation, input, signal);
    return { stdout: answerText(answer), failure: answer.kind === 'quit' ? answer.failure : null };
  }

  cancelWaiting(id: number): void {
    this.#parts.waiting.cancel(id);
  }

  /** Remembers the profile for the waiting repository; a session that is there already answers at once. */
  chooseForWaiting(id: number, profile: string): void {
    const { waiting, book } = this.#parts;
    const asked = waiting.find(id);
    if (asked) book.remember(repositoryKey(asked), profile);
    // Whoever chooses it is about to type its code.
    book.show(profile);
    waiting.look();
  }

  async lookAtGit(): Promise<GitView> {
    const { git } = this.#parts;
    await git.refresh();
    if (!git.view) throw new FailureError('git.missing');
    return git.view;
  }

  setRepository(repository: string, profile: string | null): void {
    const { book, waiting } = this.#parts;
    if (profile === null) book.forget(repository);
    else book.remember(repository, profile);
    waiting.look();
  }

  planGit(change: GitChange): Promise<GitPlanView> {
    return this.#parts.git.plan(change);
  }

  applyGit(change: GitChange): Promise<void> {
    return this.#parts.git.apply(change);
  }

  findStale(): Promise<StaleView> {
    return this.#parts.stale.find();
  }

  clearStale(): Promise<StaleView> {
    return this.#parts.stale.clear();
  }
}
