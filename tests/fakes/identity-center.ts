/** An Identity Center in memory: clients, tokens that are good once where AWS's are, and a person who says yes. */
import { type Failure, FailureError, failure } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { EpochMs } from '../../electron/core/base/time.ts';
import {
  type Account,
  type Client,
  type Grant,
  type OidcAnswer,
  OidcRefused,
  type Page,
  type Registering,
  type SsoOidc,
  type SsoPortal,
} from '../../electron/core/identity-center/port.ts';
import { HOUR } from '../unit/samples.ts';

export const CODE = 'planted-code';

export class FakeIdentityCenter implements SsoOidc, SsoPortal {
  /** Every request, in words. */
  readonly asked: string[] = [];
  readonly registered: Registering[] = [];
  /** What the next requests for a token are refused with, one after another. */
  readonly refusals: (OidcAnswer | FailureError)[] = [];
  /** Until then nobody has answered on the other device. */
  deviceAnswers = 0;
  /** Held back until it resolves. */
  hold: Promise<void> | null = null;
  accounts_: Account[] = [{ id: '123456789012', name: 'Shop', email: 'shop@example.com' }];
  roles_: Record<string, string[]> = { '123456789012': ['ReadOnly', 'Admin'] };
  pageSize = 100;
  refusesCredentials: Failure | null = null;
  withoutRefreshToken = false;
  tokenSeconds = 3_600;
  readonly #now: () => EpochMs;
  readonly #clients = new Map<string, string>();
  readonly #refreshTokens = new Set<string>();
  readonly #accessTokens = new Set<string>();
  #count = 0;

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  async register(region: string, asked: Registering) {
    this.asked.push(`register ${region}`);
    this.registered.push(asked);
    const id = `client-${++this.#count}`;
    this.#clients.set(id, `planted-client-secret-${id}`);
    return { client: this.clientOf(id), expiresAt: this.#now() + 90 * 24 * HOUR };
  }

  clientOf(id: string): Client {
    return { id, secret: new Secret(this.#clients.get(id) ?? '') };
  }

  async authorizePage(region: string) {
    return `https://oidc.${region}.amazonaws.com/authorize`;
  }

  async startDevice(region: string, { id }: Client, startUrl: string) {
    this.asked.push(`device ${region} ${startUrl}`);
    this.#know(id);
    const address = `https://device.sso.${region}.amazonaws.com/`;
    return {
      deviceCode: new Secret('planted-device-code'),
      userCode: 'ABCD-EFGH',
      address,
      addressWithCode: `${address}?user_code=ABCD-EFGH`,
      seconds: 600,
      interval: 1,
    };
  }

  async createToken(region: string, { id }: Client, grant: Grant) {
    this.asked.push(`token ${grant.by} ${region}`);
    await this.hold;
    const refusal = this.refusals.shift();
    if (refusal) throw refusal instanceof FailureError ? refusal : this.#no(refusal);
    this.#know(id);
    if (grant.by === 'device' && this.deviceAnswers-- > 0) throw this.#no('pending');
    if (grant.by === 'code' && grant.code.reveal() !== CODE) throw this.#no('invalid-grant');
    if (grant.by === 'refresh' && !this.#refreshTokens.delete(grant.refreshToken.reveal())) {
      throw this.#no('invalid-grant');
    }
    return this.grant();
  }

  /** What a sign-in of any program brings. */
  grant() {
    const n = ++this.#count;
    this.#accessTokens.add(`planted-access-token-${n}`);
    if (!this.withoutRefreshToken) this.#refreshTokens.add(`planted-refresh-token-${n}`);
    return {
      accessToken: new Secret(`planted-access-token-${n}`),
      seconds: this.tokenSeconds,
      refreshToken: this.withoutRefreshToken ? null : new Secret(`planted-refresh-token-${n}`),
    };
  }

  /** How many access tokens AWS would take. */
  get liveTokens(): number {
    return this.#accessTokens.size;
  }

  /** As whoever runs Identity Center would end all sign-ins. */
  endAll(): void {
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }

  /** Its access tokens alone. */
  endAccess(): void {
    this.#accessTokens.clear();
  }

  async accounts(_region: string, token: Secret<string>, next: string | null): Promise<Page<Account>> {
    this.#check(token);
    return this.#page(this.accounts_, next);
  }

  async roles(_region: string, token: Secret<string>, account: string, next: string | null): Promise<Page<string>> {
    this.#check(token);
    return this.#page(this.roles_[account] ?? [], next);
  }

  async credentials(region: string, token: Secret<string>, { account, role }: { account: string; role: string }) {
    this.asked.push(`credentials ${region} ${account} ${role}`);
    this.#check(token);
    if (this.refusesCredentials) throw FailureError.of(this.refusesCredentials);
    const n = ++this.#count;
    const credentials = {
      accessKeyId: `ASIASSO${n}`,
      secretAccessKey: 'planted-role-secret',
      sessionToken: `planted-role-token-${n}`,
    };
    return { credentials: new Secret(credentials), expiresAt: this.#now() + HOUR };
  }

  async logout(region: string, token: Secret<string>) {
    this.asked.push(`logout ${region}`);
    this.#accessTokens.delete(token.reveal());
  }

  #page<T>(all: readonly T[], next: string | null): Page<T> {
    const start = Number(next ?? 0);
    const end = start + this.pageSize;
    return { items: all.slice(start, end), next: end < all.length ? String(end) : null };
  }

  #check(token: Secret<string>): void {
    if (!this.#accessTokens.has(token.reveal())) throw new FailureError('identity-center.ended');
  }

  #know(id: string): void {
    if (!this.#clients.has(id)) throw this.#no('invalid-client');
  }

  #no(answer: OidcAnswer): OidcRefused {
    return new OidcRefused(answer, failure(answer === 'invalid-grant' ? 'identity-center.ended' : 'aws.refused'));
  }
}
