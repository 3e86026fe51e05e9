/** A sign-in service, a browser and a way back in memory: what they were asked is written down, and a test answers. */
import { createHash } from 'node:crypto';
import { Secret } from '../../electron/core/base/secret.ts';
import type {
  Browser,
  Randomness,
  RedirectPage,
  Redirects,
  SignInService,
  TokenRequest,
} from '../../electron/core/browser-sign-in/port.ts';
import { FakeSsoCache } from './sso-cache.ts';
import { IDENTITY } from './sts.ts';

export const BASE = 'https://eu-central-1.signin.aws.amazon.com';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const idTokenOf = (sub: string): string => `${part({ alg: 'ES384' })}.${part({ sub })}.c2ln`;

export class FakeSignInService implements SignInService {
  readonly requests: TokenRequest[] = [];
  #given = 0;
  timesLearned = 0;
  keySeconds = 900;
  /** Asked before each answer; a test sets it to refuse, to delay, or to answer otherwise. */
  gate: (request: TokenRequest, answer: object) => Promise<unknown> = async (_, answer) => answer;

  async base(region: string): Promise<string> {
    return BASE.replace('eu-central-1', region);
  }

  async learnTime(): Promise<void> {
    this.timesLearned++;
  }

  async newKey(): Promise<Secret<string>> {
    return new Secret('planted-dpop-key');
  }

  async token(request: TokenRequest): Promise<Secret<unknown>> {
    this.requests.push(request);
    const n = ++this.#given;
    const answer = {
      accessToken: {
        accessKeyId: `ASIABROWSER${String(n).padStart(9, '0')}`,
        secretAccessKey: `planted-secret-${n}`,
        sessionToken: `planted-token-${n}`,
      },
      tokenType: 'aws_sigv4',
      expiresIn: this.keySeconds,
      refreshToken: `planted-refresh-token-${n}`,
      ...(request.grant.is === 'code' ? { idToken: idTokenOf(IDENTITY.arn) } : {}),
    };
    return new Secret(await this.gate(request, answer));
  }

  /** The refresh tokens that were sent, in order. */
  get refreshed(): readonly string[] {
    return this.requests.flatMap(({ grant }) => (grant.is === 'refresh' ? [grant.refreshToken.reveal()] : []));
  }
}

export class FakeRedirects implements Redirects {
  readonly uri = 'http://127.0.0.1:54321/oauth/callback';
  /** Null while nothing listens. */
  answer: ((query: string | null) => RedirectPage) | null = null;
  broken = false;
  /** Which pages may lead back, as of the last. */
  from: readonly [base: string, alsoFrom: readonly string[]] | null = null;

  async listen(base: string, answer: (query: string | null) => RedirectPage, alsoFrom: readonly string[] = []) {
    if (this.broken) throw new Error('EADDRINUSE');
    this.from = [base, alsoFrom];
    this.answer = answer;
    return {
      uri: this.uri,
      close: () => {
        if (this.answer === answer) this.answer = null;
      },
    };
  }
}

export class FakeBrowser implements Browser {
  readonly opened: string[] = [];
  works = true;

  async open(address: string): Promise<void> {
    if (!this.works) throw new Error('no browser');
    this.opened.push(address);
  }
}

export class FakeRandomness implements Randomness {
  #n = 0;

  uuid(): string {
    return `state-${++this.#n}`;
  }

  bytes(count: number): string {
    return String.fromCharCode(++this.#n).repeat(count);
  }

  sha256(text: string): string {
    return createHash('sha256').update(text).digest().toString('latin1');
  }

  same(one: string, other: string): boolean {
    return one === other;
  }
}

/** The query with which AWS's page leads back from `address`. */
export function wayBack(address: string, answer: Readonly<Record<string, string>> = { code: 'planted-code' }): string {
  const state = new URL(address).searchParams.get('state') ?? '';
  return new URLSearchParams({ ...answer, state }).toString();
}

/** The text that AWS's page shows on another device. */
export const pasteOf = (address: string, answer?: Readonly<Record<string, string>>): string =>
  Buffer.from(wayBack(address, answer)).toString('base64');

/** Ports of a computer on which nobody signs in with the browser. */
export const noBrowser = () => ({
  redirects: new FakeRedirects(),
  browser: new FakeBrowser(),
  random: new FakeRandomness(),
  ssoCache: new FakeSsoCache(),
});

const nobody = async (): Promise<never> => {
  throw new Error('nobody signs in with the browser');
};

/** What ways in are made of, of which none is with the browser. */
export const noLogins = {
  logins: { lives: () => false, refresh: nobody, resume: async () => {}, forget: async () => {} },
  browser: { open: nobody },
  center: { isOpen: () => false, look: async () => {}, credentials: nobody, signIn: nobody, signOut: async () => {} },
  profiles: () => [],
  hasBegun: () => false,
};
