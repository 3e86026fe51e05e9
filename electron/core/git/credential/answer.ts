/**
 * Answers git: a fresh password for a CodeCommit repository, at once or when somebody has signed in; nothing to all that
 * is not ours to answer; and a clear end when nobody comes. Nobody else's host is ever shown a password.
 */

import type { UseView } from '../../app/view.ts';
import type { SessionCredentials } from '../../aws/credentials.ts';
import type { Identity } from '../../aws/port.ts';
import { type Failure, failure } from '../../base/failure.ts';
import { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';
import { type CodeCommitHost, codecommitHost, repositoryOf } from '../codecommit-host.ts';
import { type AskedRepository, type Choosable, chooseProfile, repositoryKey } from './choose-profile.ts';
import { codecommitPassword, PASSWORD_LIFE_MS } from './codecommit-password.ts';
import { type CredentialRequest, formatCredential, parseCredential, QUIT } from './credential-protocol.ts';
import type { Digest } from './port.ts';
import type { Unconfirmed } from './unconfirmed.ts';
import { WAIT_MS, type Waiting } from './waiting.ts';

export type GitAnswer =
  | { readonly kind: 'credential'; readonly text: Secret<string>; readonly profile: string }
  /** Not ours to answer: git goes on to its next helper. */
  | { readonly kind: 'nothing' }
  /** git is to stop here; the failure says why. */
  | { readonly kind: 'quit'; readonly failure: Failure };

export interface ServingSession {
  readonly credentials: Secret<SessionCredentials>;
  /** In AWS's time. */
  readonly expiresAt: EpochMs;
  readonly identity: Identity;
}

export interface GitAnswersWorld {
  /** AWS's time, and what to add to the wall clock to get it. */
  readonly clock: { now(): EpochMs; offset(): number };
  readonly digest: Digest;
  readonly waiting: Waiting;
  readonly unconfirmed: Unconfirmed;
  profiles(): readonly Choosable[];
  /** 'HOST/REPOSITORY' → profile id. */
  remembered(): Readonly<Record<string, string>>;
  /** The session that serves now; never one that has ended. */
  sessionOf(profile: string): ServingSession | null;
  record(use: UseView): void;
  /** A git has begun to wait; `profile` is null where a person has to choose it. */
  waits(asked: AskedRepository, profile: string | null): void;
}

/** git's own cache client prints nothing but answers; through the script a person can be told why. */
type GitAsker = 'cache-client' | 'script';

interface Asked extends AskedRepository {
  readonly at: CodeCommitHost;
}

interface Serving {
  readonly profile: string;
  readonly session: ServingSession;
}

interface Verdict {
  readonly asked: Asked;
  readonly failure: Failure;
  readonly until: EpochMs;
}

const NOTHING: GitAnswer = { kind: 'nothing' };
/** git asks its next helper, the script, at once. */
const VERDICT_LIFE_MS = 10_000;

export class GitAnswers {
  readonly #world: GitAnswersWorld;
  /** What the cache client could not say, kept for the script that git asks next. */
  #verdicts: readonly Verdict[] = [];
  #trouble: Failure | null = null;

  constructor(world: GitAnswersWorld) {
    this.#world = world;
  }

  /** What AWS did with the last password, if it did not take it. */
  get trouble(): Failure | null {
    return this.#trouble;
  }

  /** What git's cache client sends; only its `get` is answered. */
  async answerCacheClient(input: string, signal: AbortSignal): Promise<GitAnswer> {
    const request = parseCredential(input);
    return request?.action === 'get' ? this.#get(request, 'cache-client', signal) : NOTHING;
  }

  /** What git tells a helper: an operation, and text on its standard input. Unknown operations are git's future ones. */
  async answerScript(operation: string, input: string, signal: AbortSignal): Promise<GitAnswer> {
    const request = parseCredential(input);
    if (!request) return NOTHING;
    if (operation === 'get') return this.#get(request, 'script', signal);
    if (operation === 'store') this.#takenByAws(request);
    if (operation === 'erase') this.#refusedByAws(request);
    return NOTHING;
  }

  /** The profile that would answer; null where a person has to choose, or there is none. */
  profileFor(asked: AskedRepository): string | null {
    const choice = chooseProfile(asked, this.#world.profiles(), this.#world.remembered());
    return choice.is === 'profile' ? choice.id : null;
  }

  async #get(request: CredentialRequest, by: GitAsker, signal: AbortSignal): Promise<GitAnswer> {
    const asked = askedOf(request);
    if (!asked) return by === 'script' ? withoutPath(request) : NOTHING;
    const verdict = by === 'script' ? this.#takeVerdict(asked) : null;
    if (verdict) return { kind: 'quit', failure: verdict };
    const { profiles, remembered } = this.#world;
    if (chooseProfile(asked, profiles(), remembered()).is === 'none') {
      return this.#quit(asked, by, failure('git.no-profile', { host: asked.host }));
    }
    const serving = this.#serving(asked);
    return serving ? this.#sign(asked, serving) : this.#wait(asked, by, signal);
  }

  async #wait(asked: Asked, by: GitAsker, signal: AbortSignal): Promise<GitAnswer> {
    const { clock, waiting, waits } = this.#world;
    const over = waiting.add(asked, clock.now(), () => this.#serving(asked), signal);
    if (!signal.aborted) waits(asked, this.profileFor(asked));
    const end = await over;
    const { repository } = asked;
    switch (end.is) {
      case 'ready':
        return this.#sign(asked, end.value);
      case 'cancelled':
        return this.#quit(asked, by, failure('git.wait-cancelled', { repository }));
      case 'over':
        return this.#quit(asked, by, failure('git.wait-over', { repository, minutes: WAIT_MS / 60_000 }));
      case 'gone':
        return NOTHING;
    }
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
    this.#record(asked.repository, profile, 'answered');
    this.#world.unconfirmed.answered(repositoryKey(asked), () => this.#likely403(asked, { profile, session }));
    return { kind: 'credential', text: new Secret(text), profile };
  }

  #quit(asked: Asked, by: GitAsker, why: Failure): GitAnswer {
    this.#record(asked.repository, this.profileFor(asked), 'refused');
    if (by === 'script') return { kind: 'quit', failure: why };
    const now = this.#world.clock.now();
    this.#verdicts = [...this.#verdicts, { asked, failure: why, until: now + VERDICT_LIFE_MS }];
    return NOTHING;
  }

  #takeVerdict(asked: Asked): Failure | null {
    const now = this.#world.clock.now();
    const fresh = this.#verdicts.filter((verdict) => verdict.until > now);
    const mine = fresh.find((v) => v.asked.host === asked.host && v.asked.repository === asked.repository);
    this.#verdicts = fresh.filter((verdict) => verdict !== mine);
    return mine?.failure ?? null;
  }

  /** git has a helper store what the server has accepted; the password itself is nothing new to us. */
  #takenByAws(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    this.#world.unconfirmed.heard(repositoryKey(asked));
    this.#trouble = null;
  }

  /** The password was fresh and right, so what is left is that this session may not, or not there. */
  #likely403({ repository, region }: Asked, { profile: id, session }: Serving): void {
    const profile = this.#world.profiles().find((one) => one.id === id)?.name ?? id;
    this.#trouble = failure('git.likely-403', { repository, profile, account: session.identity.account, region });
    this.#record(repository, id, 'unconfirmed');
  }

  /** git erases what the server answered with 401: ours, or what a helper before us had kept, which is no profile's. */
  #refusedByAws(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    const id = request.username?.split('%', 1)[0];
    const mine = this.#world.profiles().find((profile) => {
      const session = this.#world.sessionOf(profile.id);
      return session?.credentials.reveal().accessKeyId === id;
    });
    this.#world.unconfirmed.heard(repositoryKey(asked));
    this.#trouble = failure('git.said-401', { repository: asked.repository });
    this.#record(asked.repository, mine?.id ?? null, 'rejected-by-aws');
  }

  #record(what: string, profile: string | null, outcome: UseView['outcome']): void {
    this.#world.record({ at: this.#world.clock.now(), by: 'git', what, profile, outcome });
  }
}

/** What goes back to git: of a failure only that it is to stop. */
export function answerText(answer: GitAnswer): string {
  if (answer.kind === 'credential') return answer.text.reveal();
  return answer.kind === 'quit' ? QUIT : '';
}

/** Without the path nothing can be signed, and nobody else has a password for CodeCommit either. */
function withoutPath({ protocol, host, path }: CredentialRequest): GitAnswer {
  const ours = protocol === 'https' && host !== null && path === null && codecommitHost(host) !== null;
  return ours ? { kind: 'quit', failure: failure('git.no-path', { host }) } : NOTHING;
}

/** Null unless it is a repository of CodeCommit, over TLS. */
function askedOf({ protocol, host, path, username }: CredentialRequest): Asked | null {
  if (protocol !== 'https' || host === null || path === null) return null;
  const at = codecommitHost(host);
  const repository = repositoryOf(path);
  return at && repository ? { at, host: at.name, repository, region: at.region, username } : null;
}
