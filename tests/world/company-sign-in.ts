// Daypass's part in a company's sign-in with the real adapters, in any home: the person's browser is a function, and AWS
// the stand-in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsConnection } from '../../electron/adapters/aws/aws-client.ts';
import { ssoOidc } from '../../electron/adapters/aws/sso-oidc.ts';
import { ssoPortal } from '../../electron/adapters/aws/sso-portal.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { systemClock, systemTimer } from '../../electron/adapters/electron/clock.ts';
import { ssoCache } from '../../electron/adapters/files/sso-cache.ts';
import { redirects } from '../../electron/adapters/loopback/redirect-listener.ts';
import { randomness } from '../../electron/adapters/randomness.ts';
import { drawQr } from '../../electron/adapters/totp/draw-qr.ts';
import { AwsClock } from '../../electron/core/base/aws-clock.ts';
import type { Where } from '../../electron/core/browser-sign-in/door.ts';
import { Waits } from '../../electron/core/browser-sign-in/waits.ts';
import { IdentityCenter } from '../../electron/core/identity-center/identity-center.ts';
import type { Aws, IdentityCenter as Company } from '../aws/aws.ts';

export class CompanySignIn {
  readonly clock = new AwsClock(systemClock);
  readonly waits = new Waits(() => {});
  readonly cancel = new AbortController();
  readonly center: IdentityCenter;
  visit: (address: string) => Promise<unknown>;
  strangers = 0;
  readonly #aws: Aws;
  readonly #company: Company;
  readonly #connection: AwsConnection;

  constructor(aws: Aws, company: Company, home: string) {
    this.#aws = aws;
    this.#company = company;
    this.visit = (address) => aws.browse(address);
    this.#connection = {
      fetch,
      env: { AWS_ENDPOINT_URL: aws.url },
      clockOffset: () => this.clock.offset(),
      heardDate: (date, waited) => this.clock.learn(date, waited),
    };
    this.center = new IdentityCenter({
      oidc: ssoOidc(this.#connection),
      portal: ssoPortal(this.#connection),
      cache: ssoCache(home),
      waits: this.waits,
      redirects,
      random: randomness,
      drawQr,
      timer: systemTimer,
      clock: this.clock,
      wall: () => systemClock.wall(),
      steady: () => systemClock.steady(),
      config: async () => readFileSync(join(home, '.aws', 'config'), 'latin1'),
      browser: { open: async (address) => void this.visit(address).catch(() => {}) },
      stranger: () => this.strangers++,
      page: (what) => ({ good: what === 'done', language: 'en', title: String(what), text: '' }),
      changed() {},
    });
  }

  at(session: string | null = 'acme') {
    return { session, startUrl: this.#company.startUrl, ssoRegion: this.#company.region };
  }

  signIn(where: Where = 'here', session: string | null = 'acme'): Promise<void> {
    return this.center.signIn('p1', this.at(session), where, this.cancel.signal);
  }

  /** Who the role's keys make somebody in the first account, as AWS says it. */
  async whoIs(role = 'Developer', session: string | null = 'acme') {
    const account = this.#company.accounts[0]?.id ?? '';
    const { granted } = await this.center.credentials({ ...this.at(session), account, role }, this.cancel.signal);
    return sts(this.#connection).identity(granted.credentials, this.#company.region, this.cancel.signal);
  }

  /** What AWS was asked since there were so many requests. */
  actions(from: number): readonly string[] {
    return this.#aws.requests.slice(from).map(({ action, resource = '' }) => `${action} ${resource}`.trim());
  }
}
