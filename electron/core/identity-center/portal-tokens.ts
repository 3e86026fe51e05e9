/**
 * The tokens of all portals, shared with AWS's tools: what another program has put there is used, and what is renewed here
 * is put there. Of each portal one is renewed at a time, and never one that another program has renewed meanwhile.
 */
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import { tokenName } from './cache-names.ts';
import { type CachedToken, newToken, readToken, renewedToken } from './cached-token.ts';
import { type OidcAnswer, OidcRefused, type Registered, type SsoCache, type SsoOidc, type Tokens } from './port.ts';
import type { Portal } from './portal.ts';

/** One that ends on the way to AWS is of no use. */
const LEFT_MS = 5 * 60_000;

/** After these only a person can go on. */
const OVER: readonly OidcAnswer[] = ['invalid-grant', 'invalid-client'];

export interface PortalTokensWorld {
  readonly oidc: Pick<SsoOidc, 'createToken'>;
  readonly cache: SsoCache;
  /** By the computer's own clock, as AWS's tools go by that. */
  wall(): EpochMs;
}

export interface UsableToken {
  readonly token: Secret<string>;
  /** When the sign-in ends, by the computer's own clock; null where it is renewed until AWS says no. */
  readonly until: EpochMs | null;
}

export class PortalTokens {
  readonly #world: PortalTokensWorld;
  readonly #asked = new Map<string, Promise<UsableToken>>();
  /** What could not be written, which is newer than what stands in the file. */
  readonly #unwritten = new Map<string, Secret<string>>();
  /** Tokens of either kind that AWS takes no more, whatever their files say. */
  readonly #refused = new Set<string>();

  constructor(world: PortalTokensWorld) {
    this.#world = world;
  }

  /** Good or not: of what is in the file and what could not be written there, the one that lasts longer. Rejects with file.*. */
  async read(portal: Portal): Promise<CachedToken | null> {
    const unwritten = this.#unwritten.get(tokenName(portal));
    const held = unwritten ? readToken(unwritten, portal) : null;
    const file = await this.#world.cache.read(tokenName(portal));
    const found = file && readToken(file, portal);
    return held && (!found || held.expiresAt > found.expiresAt) ? held : found;
  }

  /** What is known without asking AWS; null where a person has to sign in. Rejects with file.*. */
  async find(portal: Portal): Promise<CachedToken | null> {
    const token = await this.read(portal);
    return token && (this.#lasts(token) || this.#canRenew(token)) ? token : null;
  }

  /**
   * One that is good now, renewed where that was needed. Rejects with FailureError identity-center.none where there is
   * none, identity-center.ended where AWS renews it no more, or what kept it from being asked.
   */
  usable(portal: Portal): Promise<UsableToken> {
    const name = tokenName(portal);
    const asked = this.#asked.get(name) ?? this.#usable(portal).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asked);
    return asked;
  }

  /** To be called when AWS does not take it, as when the sign-in was ended elsewhere. */
  refused({ token }: UsableToken): void {
    this.#refused.add(token.reveal());
  }

  /** Puts there what a sign-in has brought. What cannot be written is used all the same, as long as Daypass runs. */
  async put(portal: Portal, tokens: Tokens, registered: Registered): Promise<void> {
    await this.settled(portal);
    await this.#write(portal, newToken(portal, tokens, registered, this.#world.wall()));
  }

  /** Takes it away, for all programs. */
  async remove(portal: Portal): Promise<void> {
    await this.settled(portal);
    this.#unwritten.delete(tokenName(portal));
    await this.#world.cache.remove(tokenName(portal));
  }

  /** Resolves when what a renewal brings that was begun before has been written. */
  async settled(portal: Portal): Promise<void> {
    await this.#asked.get(tokenName(portal))?.catch(() => {});
  }

  async #usable(portal: Portal): Promise<UsableToken> {
    const found = await this.read(portal);
    if (!found) throw new FailureError('identity-center.none', { startUrl: portal.startUrl });
    if (this.#lasts(found)) return told(found);
    if (!this.#canRenew(found)) throw new FailureError('identity-center.ended', { startUrl: portal.startUrl });
    return told(await this.#renew(portal, found));
  }

  async #renew(portal: Portal, found: CachedToken): Promise<CachedToken> {
    const { oidc, wall } = this.#world;
    const { renewal } = found;
    if (!renewal) throw new FailureError('identity-center.ended', { startUrl: portal.startUrl });
    try {
      const { client, refreshToken } = renewal;
      // Whoever has cancelled a sign-in wants this all the same: the old refresh token is spent by then.
      const never = new AbortController().signal;
      const tokens = await oidc.createToken(portal.region, client, { by: 'refresh', refreshToken }, never);
      await this.#write(portal, renewedToken(found, tokens, wall()));
    } catch (thrown) {
      // Another program may have been quicker, and what was spent here is of no use to it or to us.
      const now = await this.read(portal);
      if (now && now.accessToken.reveal() !== found.accessToken.reveal() && this.#lasts(now)) return now;
      const isOver = thrown instanceof OidcRefused && OVER.includes(thrown.answer);
      if (isOver) this.#refused.add(renewal.refreshToken.reveal());
      // What still lives is good for as long as that.
      if (found.expiresAt > wall() && !this.#isRefused(found.accessToken)) return found;
      throw isOver
        ? new FailureError('identity-center.ended', { startUrl: portal.startUrl }, { cause: thrown })
        : thrown;
    }
    const renewed = await this.read(portal);
    if (!renewed) throw new FailureError('identity-center.ended', { startUrl: portal.startUrl });
    return renewed;
  }

  async #write(portal: Portal, text: Secret<string>): Promise<void> {
    const name = tokenName(portal);
    this.#unwritten.set(name, text);
    await this.#world.cache.write(name, text).then(
      () => this.#unwritten.delete(name),
      () => {},
    );
  }

  #lasts({ accessToken, expiresAt }: CachedToken): boolean {
    return expiresAt - this.#world.wall() > LEFT_MS && !this.#isRefused(accessToken);
  }

  #canRenew({ renewal }: CachedToken): boolean {
    return renewal !== null && renewal.until > this.#world.wall() && !this.#isRefused(renewal.refreshToken);
  }

  #isRefused(token: Secret<string>): boolean {
    return this.#refused.has(token.reveal());
  }
}

const told = ({ accessToken, expiresAt, renewal }: CachedToken): UsableToken => ({
  token: accessToken,
  until: renewal ? null : expiresAt,
});
