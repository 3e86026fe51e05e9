/**
 * Answers git: a fresh password for a CodeCommit repository, at once or when somebody has signed in; nothing to all that
 * is not ours to answer; and a clear end when nobody comes. Nobody else's host is ever shown a password.
 */
import { type Failure, failure } from '../../base/failure.ts';
import { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';
import type { Use } from '../../session/uses.ts';
import type { PushAnswer } from '../config/port.ts';
import { Aftermath } from './aftermath.ts';
import { type Asked, askedOf, ownCredentialOf, whyUnanswerable } from './asked.ts';
import { type AskedRepository, type Choosable, chooseProfile } from './choose-profile.ts';
import { codecommitPassword, PASSWORD_LIFE_MS } from './codecommit-password.ts';
import { type CredentialRequest, formatCredential, parseCredential, QUIT } from './credential-protocol.ts';
import type { GitNews } from './git-news.ts';
import { LeftAlone } from './left-alone.ts';
import { Patience } from './patience.ts';
import type { Digest } from './port.ts';
import { type Presence, presenceOf } from './presence.ts';
import type { ServedRepository } from './served.ts';
import type { ServingSession } from './serving-session.ts';
import { ShortSessions } from './short-sessions.ts';
import type { Unconfirmed } from './unconfirmed.ts';
import { Verdicts } from './verdicts.ts';
import type { Waiting } from './waiting.ts';
import type { WentOn } from './went-on.ts';

export type GitAnswer =
  | { readonly kind: 'credential'; readonly text: Secret<string>; readonly profile: string }
  /** Not ours to answer: git goes on to its next helper. */
  | { readonly kind: 'nothing' }
  /** It would have to wait: whoever asks tells the person at the terminal for what, and asks again as one that waits. */
  | { readonly kind: 'waits'; readonly repository: string; readonly profile: string | null }
  /** git is to stop here; the failure says why. */
  | { readonly kind: 'quit'; readonly failure: Failure };

export interface GitAnswersWorld {
  /** AWS's time, what to add to the wall clock to get it, and time that never jumps. */
  readonly clock: { now(): EpochMs; offset(): number; steady(): number };
  readonly digest: Digest;
  readonly waiting: Waiting;
  readonly unconfirmed: Unconfirmed;
  readonly wentOn: WentOn;
  profiles(): readonly Choosable[];
  /** 'HOST/REPOSITORY' → profile id. */
  remembered(): Readonly<Record<string, string>>;
  /** The session that serves now; never one that has ended. */
  sessionOf(profile: string): ServingSession | null;
  /** What AWS answers to a push there. Never rejects. */
  askPush(url: string): Promise<PushAnswer>;
  emit(news: GitNews): void;
  changed(): void;
}

/** git's own cache client prints nothing but answers; through the script a person can be told why. */
type GitAsker = 'cache-client' | 'script';

interface Serving {
  readonly profile: string;
  readonly session: ServingSession;
}

const NOTHING: GitAnswer = { kind: 'nothing' };

export class GitAnswers {
  readonly #world: GitAnswersWorld;
  readonly #verdicts = new Verdicts();
  readonly #short = new ShortSessions();
  readonly #leftAlone = new LeftAlone();
  readonly #aftermath: Aftermath;
  readonly #patience: Patience;

  constructor(world: GitAnswersWorld) {
    this.#world = world;
    this.#patience = new Patience({ ...world, profileFor: (asked) => this.profileFor(asked) });
    this.#aftermath = new Aftermath({
      ...world,
      now: () => world.clock.now(),
      askPush: ({ host, repository }) => world.askPush(`https://${host}/v1/repos/${repository}`),
      record: (...use) => this.#record(...use),
    });
  }

  /** What AWS did with the last password that it did not take. */
  get trouble(): Failure | null {
    return this.#aftermath.trouble;
  }

  /** The repositories that git was answered for, and how that went; newest first. */
  get served(): readonly ServedRepository[] {
    return this.#aftermath.served;
  }

  /** Choices of a profile of which nobody knows whether they are right. */
  get unproven(): readonly Failure[] {
    return this.#aftermath.unproven;
  }

  /** A person has said which profile answers for 'HOST/NAME', or that it is to be asked. */
  chosenAnew(key: string): void {
    this.#aftermath.forget(key);
    this.#world.waiting.look();
  }

  /** What git asked lately and did not get, and why. */
  get leftAlone(): readonly Failure[] {
    return this.#leftAlone.list(this.#world.clock.now());
  }

  /** What git's cache client sends; only its `get` is answered. */
  async answerCacheClient(input: string, signal: AbortSignal): Promise<GitAnswer> {
    const request = parseCredential(input);
    return request?.action === 'get'
      ? this.#get(request, 'cache-client', presenceOf(request.timeout), signal)
      : NOTHING;
  }

  /** What git tells a helper: an operation, and text on its standard input. Unknown operations are git's future ones. */
  async answerScript(
    operation: string,
    input: string,
    signal: AbortSignal,
    presence: Presence = 'person',
  ): Promise<GitAnswer> {
    const request = parseCredential(input);
    if (!request) return NOTHING;
    if (operation === 'get') return this.#get(request, 'script', presence, signal);
    if (operation === 'store') this.#aftermath.taken(request);
    if (operation === 'erase') this.#aftermath.refused(request);
    return NOTHING;
  }

  /** The profile that would answer; null where a person has to choose, or there is none. */
  profileFor(asked: AskedRepository): string | null {
    const choice = chooseProfile(asked, this.#world.profiles(), this.#world.remembered());
    return choice.is === 'profile' ? choice.id : null;
  }

  /** A person has stopped this wait, and with it all that waits for the same sign-in. */
  stopWaiting(id: number): void {
    this.#patience.stop(id);
  }

  /** Who waits for this profile goes on. */
  sessionBegan(profile: string): void {
    this.#patience.sessionBegan(profile);
  }

  /** Nobody is asked any more how a password went. Who waits is told by whoever closes the way that they came by. */
  stop(): void {
    this.#world.unconfirmed.stop();
    this.#world.wentOn.clear();
  }

  async #get(request: CredentialRequest, by: GitAsker, presence: Presence, signal: AbortSignal): Promise<GitAnswer> {
    const own = ownCredentialOf(request);
    if (own) return this.#leave(own);
    const asked = askedOf(request);
    if (!asked) {
      const why = whyUnanswerable(request);
      if (!why) return NOTHING;
      const left = this.#leave(why);
      // The client can print no reason; the script, which git asks next, finds the same one.
      return by === 'script' ? { kind: 'quit', failure: why } : left;
    }
    const verdict = by === 'script' ? this.#verdicts.take(asked, this.#world.clock.now()) : null;
    if (verdict) return { kind: 'quit', failure: verdict };
    const { profiles, remembered } = this.#world;
    if (chooseProfile(asked, profiles(), remembered()).is === 'none') {
      return this.#quit(asked, by, failure('git.no-profile', { host: asked.host }));
    }
    const serving = this.#serving(asked);
    if (serving) return this.#sign(asked, serving);
    return presence === 'terminal' ? this.#announce(asked, by) : this.#wait(asked, by, presence, signal);
  }

  /** git's client can tell nobody, and has no password for git, which then asks the script. */
  #announce(asked: Asked, by: GitAsker): GitAnswer {
    const before = this.#patience.declinedBefore(asked);
    if (before) return this.#quit(asked, by, before);
    return { kind: 'waits', repository: asked.repository, profile: this.profileFor(asked) };
  }

  async #wait(asked: Asked, by: GitAsker, presence: Presence, signal: AbortSignal): Promise<GitAnswer> {
    const end = await this.#patience.keep(asked, presence, () => this.#serving(asked), signal);
    if (end.is === 'ready') {
      if (end.seen) this.#world.wentOn.answered(asked);
      return this.#sign(asked, end.value);
    }
    return end.is === 'gone' ? NOTHING : this.#quit(asked, by, end.why, end.told);
  }

  #serving(asked: Asked): Serving | null {
    const profile = this.profileFor(asked);
    const session = profile === null ? null : this.#world.sessionOf(profile);
    return profile !== null && session ? { profile, session } : null;
  }

  #sign(asked: Asked, { profile, session }: Serving): GitAnswer {
    const { clock, digest } = this.#world;
    const now = clock.now();
    const signed = codecommitPassword(digest, session.credentials, asked.at, asked.repository, now);
    // git compares this with the computer's own clock, right or wrong.
    const until = Math.min(now + PASSWORD_LIFE_MS, session.expiresAt) - clock.offset();
    const text = formatCredential({ ...signed.reveal(), password_expiry_utc: Math.floor(until / 1000) });
    if (!this.#aftermath.isOurs(asked)) this.#record(asked.repository, profile, 'answered');
    const left = this.#short.timeLeft(session, now);
    if (left !== null) this.#world.emit({ is: 'git-short', repository: asked.repository, profile, left });
    this.#aftermath.answered(asked, profile, session);
    return { kind: 'credential', text: new Secret(text), profile };
  }

  #leave(why: Failure): GitAnswer {
    this.#leftAlone.add(why, this.#world.clock.now());
    return NOTHING;
  }

  #quit(asked: Asked, by: GitAsker, why: Failure, isNews = true): GitAnswer {
    if (isNews) this.#record(asked.repository, this.profileFor(asked), 'refused');
    if (by === 'script') return { kind: 'quit', failure: why };
    this.#verdicts.add(asked, why, this.#world.clock.now());
    return NOTHING;
  }

  #record(what: string, profile: string | null, outcome: Use['outcome']): void {
    const { clock, emit } = this.#world;
    emit({ is: 'git-used', use: { at: clock.now(), by: 'git', what, profile, outcome } });
  }
}

/** What goes back to git: of a failure only that it is to stop. */
export function answerText(answer: GitAnswer): string {
  if (answer.kind === 'credential') return answer.text.reveal();
  return answer.kind === 'quit' ? QUIT : '';
}
