/**
 * The sign-ins that go on, one for a profile at the most: each is in memory and, where a keyring encrypts it, sealed beside
 * the sessions, until it ends. One refresh at a time; the refresh token that it brings is kept before its keys are used.
 */
import { type AwsClock, CLOCK_TOLERANCE_MS } from '../base/aws-clock.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { SealedFiles } from '../kept/port.ts';
import type { Seal } from '../kept/seal.ts';
import type { NewSession } from '../session/way-in.ts';
import { endsLogin } from './explain-sign-in.ts';
import { type Login, parseLogin, sealable, untilOf } from './login.ts';
import type { SignInService } from './port.ts';
import { readTokens } from './read-tokens.ts';

export interface LoginsWorld {
  readonly service: Pick<SignInService, 'token'>;
  readonly clock: AwsClock;
  readonly seal: Pick<Seal, 'seal' | 'open'>;
  /** Where sessions are kept until they end. */
  readonly files: SealedFiles;
  changed(): void;
}

/** No profile's id has a dot in it. */
const nameOf = (profile: string): string => `login.${profile}`;

export class Logins {
  readonly #world: LoginsWorld;
  readonly #logins = new Map<string, Login>();
  readonly #refreshing = new Map<string, Promise<NewSession>>();
  readonly #writing = new Map<string, Promise<void>>();
  /** The last to take up what an earlier run has kept, for which a keyring may take its time. */
  readonly #resuming = new Map<string, object>();

  constructor(world: LoginsWorld) {
    this.#world = world;
  }

  /** Whether keys can be had without the person. */
  lives(profile: string): boolean {
    return (this.until(profile) ?? -Infinity) > this.#world.clock.now();
  }

  /** When AWS ends it, in AWS's time; null without one. */
  until(profile: string): EpochMs | null {
    const login = this.#logins.get(profile);
    return login ? untilOf(login) : null;
  }

  /** Takes the place of the one before. Never rejects: where it cannot be kept, it lives until Daypass is quit. */
  async begin(profile: string, login: Login): Promise<void> {
    this.#logins.set(profile, login);
    await this.#keep(profile, login);
  }

  /**
   * The next keys. An answer that was lost is asked for again with the same token, which AWS answers again. Rejects with
   * FailureError session.none without a sign-in; what AWS has ended is forgotten here as well.
   */
  refresh(profile: string): Promise<NewSession> {
    const under = this.#refreshing.get(profile);
    if (under) return under;
    const asked = this.#ask(profile).finally(() => this.#refreshing.delete(profile));
    this.#refreshing.set(profile, asked);
    return asked;
  }

  /** Takes up what an earlier run has kept, or keeps what it could not keep so far. Rejects with kept.* where it cannot be opened. */
  async resume(profile: string): Promise<void> {
    const living = this.#logins.get(profile);
    if (living) return this.#keep(profile, living);
    const { seal, files, clock, changed } = this.#world;
    const mine = {};
    this.#resuming.set(profile, mine);
    const sealed = await files.read(nameOf(profile));
    if (sealed === null) return;
    const login = parseLogin(await seal.open(sealed));
    // Signed in or out meanwhile: what was kept is old.
    if (this.#logins.has(profile) || this.#resuming.get(profile) !== mine) return;
    if (untilOf(login) <= clock.now()) return this.forget(profile);
    this.#logins.set(profile, login);
    changed();
  }

  /** To be called when time may have passed: what is over leaves nothing behind. Never rejects. */
  async tidy(profile: string): Promise<void> {
    if (this.#logins.has(profile) && !this.lives(profile)) await this.forget(profile).catch(() => {});
  }

  /** As `forget`, unless another has taken its place. */
  async drop(profile: string, login: Login): Promise<void> {
    if (this.#logins.get(profile) === login) await this.forget(profile);
  }

  /** Only the file says that there was one. Rejects with file.*. */
  async forget(profile: string): Promise<void> {
    this.#logins.delete(profile);
    this.#resuming.delete(profile);
    await this.#inTurn(profile, () => this.#world.files.remove(nameOf(profile)));
    this.#world.changed();
  }

  async #ask(profile: string): Promise<NewSession> {
    const { clock } = this.#world;
    const login = this.#logins.get(profile);
    if (!login || !this.lives(profile)) throw new FailureError('session.none');
    const answer = await this.#askFor(login).catch(async (thrown) => {
      if (endsLogin(failureOf(thrown))) await this.drop(profile, login).catch(() => {});
      throw thrown;
    });
    const tokens = readTokens(answer, clock.now());
    // Signed out meanwhile, or anew.
    if (this.#logins.get(profile) !== login) throw new FailureError('sign-in.cancelled');
    await this.begin(profile, { ...login, refreshToken: tokens.refreshToken });
    return { granted: tokens.granted, identity: login.identity, until: untilOf(login) };
  }

  /** A proof that is dated by a wrong clock is refused like any other; the refusal tells the time, and nothing was used up. */
  async #askFor({ region, clientId, key, refreshToken }: Login): Promise<Secret<unknown>> {
    const { service, clock } = this.#world;
    const grant = { is: 'refresh', refreshToken } as const;
    // Nobody can take it back: its answer has the only token that is good from now on.
    const never = new AbortController().signal;
    const ask = () => service.token({ region, clientId, key, grant }, never);
    const before = clock.offset();
    return ask().catch((thrown) => {
      if (Math.abs(clock.offset() - before) > CLOCK_TOLERANCE_MS) return ask();
      throw thrown;
    });
  }

  async #keep(profile: string, login: Login): Promise<void> {
    const { seal, files } = this.#world;
    const isWanted = () => this.#logins.get(profile) === login;
    // Why it is not kept is why its session is not, and that is said.
    await this.#inTurn(profile, async () => {
      const sealed = isWanted() ? await seal.seal(sealable(login)) : '';
      if (isWanted()) await files.write(nameOf(profile), sealed);
    }).catch(() => {});
  }

  /** What is written and taken away for one profile goes one after another. */
  async #inTurn(profile: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#writing.get(profile) ?? Promise.resolve()).catch(() => {}).then(work);
    this.#writing.set(profile, turn);
    await turn;
  }
}
