/** IAM Identity Center for the rest of the app: who is signed in where, what a sign-in gives, and how it ends. */
import type { Granted } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import type { Bytes } from '../base/bytes.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { Where } from '../browser-sign-in/door.ts';
import { accountsIn, rolesIn } from './choices.ts';
import { findPortal, type PortalAddress } from './find-portal.ts';
import type { Account, SsoCache, SsoOidc, SsoPortal } from './port.ts';
import type { Portal } from './portal.ts';
import { PortalSignIns, type PortalSignInsWorld } from './portal-sign-ins.ts';
import { PortalTokens, type UsableToken } from './portal-tokens.ts';
import { Registrations } from './registrations.ts';

export interface IdentityCenterWorld extends Omit<PortalSignInsWorld, 'registrations' | 'tokens'> {
  readonly oidc: SsoOidc;
  readonly portal: SsoPortal;
  readonly cache: SsoCache;
  readonly clock: Pick<AwsClock, 'offset'>;
  /** By the computer's own clock. */
  wall(): EpochMs;
  /** The text of AWS's config file. */
  config(): Promise<Bytes>;
}

export interface PortalRole extends PortalAddress {
  readonly account: string;
  readonly role: string;
}

export interface RoleSession {
  readonly granted: Granted;
  /** When the sign-in ends, in AWS's time; null where it is renewed until AWS says no. */
  readonly until: EpochMs | null;
}

export class IdentityCenter {
  readonly #world: IdentityCenterWorld;
  readonly #registrations: Registrations;
  readonly #tokens: PortalTokens;
  readonly #signIns: PortalSignIns;
  /** The names of those that a person need not sign in to, as far as is known. */
  readonly #open = new Set<string>();

  constructor(world: IdentityCenterWorld) {
    this.#world = world;
    this.#registrations = new Registrations(world);
    this.#tokens = new PortalTokens(world);
    this.#signIns = new PortalSignIns({ ...world, registrations: this.#registrations, tokens: this.#tokens });
  }

  /** Whether a person need not sign in, as of the last look. */
  isOpen(at: PortalAddress): boolean {
    return this.#open.has(nameOf(at));
  }

  /** Looks what AWS's tools have put there or taken away. Never rejects: what cannot be read is as good as not there. */
  async look(addresses: readonly PortalAddress[]): Promise<void> {
    await Promise.all(addresses.map((at) => this.#look(at)));
  }

  /** Credentials of a role, with the token that is there. Rejects with a FailureError, as identity-center.ended. */
  async credentials(at: PortalRole, signal: AbortSignal): Promise<RoleSession> {
    const { account, role } = at;
    return this.#ask(at, { account, role }, async (region, { token, until }) => {
      const granted = await this.#world.portal.credentials(region, token, { account, role }, signal);
      // The last credentials live on when the sign-in is over.
      return { granted, until: until && Math.max(until + this.#world.clock.offset(), granted.expiresAt) };
    });
  }

  /** Has a person sign in, unless another program has done it meanwhile. Rejects with a FailureError. */
  async signIn(who: string, at: PortalAddress, where: Where, signal: AbortSignal): Promise<void> {
    const portal = await this.#portal(at);
    if (await this.#tokens.find(portal)) return;
    await this.#told(portal, {}, () => this.#signIns.signIn(who, portal, where, signal));
    await this.#look(at);
  }

  accounts(at: PortalAddress, signal: AbortSignal): Promise<readonly Account[]> {
    const { portal } = this.#world;
    return this.#ask(at, {}, (region, { token }) =>
      accountsIn(at.startUrl, (next) => portal.accounts(region, token, next, signal)),
    );
  }

  roles(at: PortalAddress, account: string, signal: AbortSignal): Promise<readonly string[]> {
    const { portal } = this.#world;
    return this.#ask(at, { account }, (region, { token }) =>
      rolesIn((next) => portal.roles(region, token, account, next, signal)),
    );
  }

  /** Ends a sign-in that Daypass has made, at AWS and for all programs; another's is left to whoever made it. */
  async signOut(at: PortalAddress): Promise<void> {
    const portal = await this.#portal(at);
    // It is what a renewal that is under way brings that has to end, and another program may sign in meanwhile.
    await this.#tokens.settled(portal);
    const token = await this.#tokens.read(portal);
    if (!token || !(await this.#registrations.isOurs(portal, token.client))) return;
    await this.#tokens.remove(portal);
    await this.#look(at);
    // Nobody waits for the answer: without one it ends by itself, and nobody has it any more.
    const never = new AbortController().signal;
    this.#world.portal.logout(portal.region, token.accessToken, never).catch(() => {});
  }

  /** Asks with the token that is there. One that AWS takes no more, as when the sign-in was ended elsewhere, is renewed once. */
  async #ask<T>(
    at: PortalAddress,
    about: { readonly account?: string; readonly role?: string },
    ask: (region: string, found: UsableToken) => Promise<T>,
  ): Promise<T> {
    const portal = await this.#portal(at);
    const once = async (): Promise<T> => {
      const found = await this.#tokens.usable(portal);
      return ask(portal.region, found).catch((thrown) => {
        if (isEnded(thrown)) this.#tokens.refused(found);
        throw thrown;
      });
    };
    const twice = () => once().catch((thrown) => (isEnded(thrown) ? once() : Promise.reject(thrown)));
    return this.#told(portal, about, twice).finally(() => this.#look(at));
  }

  async #portal(at: PortalAddress): Promise<Portal> {
    return findPortal(at, await this.#world.config());
  }

  async #look(at: PortalAddress): Promise<void> {
    const before = this.isOpen(at);
    const token = await this.#portal(at)
      .then((portal) => this.#tokens.find(portal))
      .catch(() => null);
    if (token) this.#open.add(nameOf(at));
    else this.#open.delete(nameOf(at));
    if (before !== this.isOpen(at)) this.#world.changed();
  }

  /** What goes wrong is told with where it was asked. */
  async #told<T>(
    { startUrl, region, scopes }: Portal,
    more: { readonly account?: string; readonly role?: string },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof FailureError)) throw thrown;
      throw FailureError.of(thrown.failure, { startUrl, region, scopes: scopes.join(', '), ...more }, thrown);
    }
  }
}

const isEnded = (thrown: unknown): boolean => failureOf(thrown).code === 'identity-center.ended';

const nameOf = ({ session, startUrl }: PortalAddress): string => session ?? startUrl;
