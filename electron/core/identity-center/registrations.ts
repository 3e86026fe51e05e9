/** Daypass as a program that Identity Center knows: registered once for each portal, and again when that has ended. */
import { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import { type RegisteredFor, registrationName } from './cache-names.ts';
import { fieldsOf, stamp, textIn, timeIn } from './cached-token.ts';
import type { Registered, SsoCache, SsoOidc } from './port.ts';
import type { Portal } from './portal.ts';

/** What a person is shown when they are asked to allow it. */
const CLIENT_NAME = 'Daypass';
/** One that ends in the middle of a sign-in is of no use. */
const LEFT_MS = 15 * 60_000;

/** AWS compares it without its port. */
const REDIRECT_URI = 'http://127.0.0.1/oauth/callback';
const GRANTS = ['authorization_code', 'refresh_token'];

export interface RegistrationsWorld {
  readonly oidc: Pick<SsoOidc, 'register'>;
  readonly cache: SsoCache;
  /** By the computer's own clock. */
  wall(): EpochMs;
}

export class Registrations {
  readonly #world: RegistrationsWorld;

  constructor(world: RegistrationsWorld) {
    this.#world = world;
  }

  /** The one that is kept, or a new one. Rejects with a FailureError. */
  async of(portal: Portal, form: RegisteredFor, signal: AbortSignal): Promise<Registered> {
    const { oidc, cache, wall } = this.#world;
    const kept = await this.#kept(portal, form);
    if (kept && kept.expiresAt - wall() > LEFT_MS) return kept;
    const { scopes, startUrl, region } = portal;
    const browser = form === 'browser' ? { issuerUrl: startUrl, redirectUri: REDIRECT_URI } : null;
    const made = await oidc.register(region, { name: CLIENT_NAME, scopes, browser }, signal);
    const record = {
      clientId: made.client.id,
      clientSecret: made.client.secret.reveal(),
      expiresAt: stamp(made.expiresAt),
      scopes,
      ...(browser && { grantTypes: GRANTS }),
    };
    // Without it the next sign-in registers anew, which costs one request.
    await cache.write(registrationName(portal, form), new Secret(JSON.stringify(record))).catch(() => {});
    return made;
  }

  /** Whether that is Daypass. */
  async isOurs(portal: Portal, client: string | null): Promise<boolean> {
    const forms: readonly RegisteredFor[] = ['browser', 'device'];
    const kept = await Promise.all(forms.map((form) => this.#kept(portal, form)));
    return kept.some((one) => one?.client.id === client);
  }

  /** To be called when AWS does not know it any more. */
  async drop(portal: Portal, form: RegisteredFor): Promise<void> {
    await this.#world.cache.remove(registrationName(portal, form)).catch(() => {});
  }

  async #kept(portal: Portal, form: RegisteredFor): Promise<Registered | null> {
    const file = await this.#world.cache.read(registrationName(portal, form)).catch(() => null);
    if (!file) return null;
    const fields = fieldsOf(file);
    const [id, secret, expiresAt] = [
      textIn(fields, 'clientId'),
      textIn(fields, 'clientSecret'),
      timeIn(fields, 'expiresAt'),
    ];
    return id && secret && expiresAt !== null ? { client: { id, secret: new Secret(secret) }, expiresAt } : null;
  }
}
