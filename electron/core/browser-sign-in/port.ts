/** What a sign-in with the browser needs of the world: AWS's sign-in service, the person's browser, and the way back. */
import type { Bytes } from '../base/bytes.ts';
import type { Secret } from '../base/secret.ts';
import type { Language } from '../i18n/words.ts';

/** What a token is asked for with. */
export type Grant =
  | {
      readonly is: 'code';
      readonly code: Secret<string>;
      readonly verifier: Secret<string>;
      readonly redirectUri: string;
    }
  | { readonly is: 'refresh'; readonly refreshToken: Secret<string> };

export interface TokenRequest {
  readonly region: string;
  readonly clientId: string;
  /** As `newKey` has made it. */
  readonly key: Secret<string>;
  readonly grant: Grant;
}

/** AWS's sign-in service. All reject with a FailureError, and nothing is sent twice. */
export interface SignInService {
  /** Where its pages are, without a slash at the end. */
  base(region: string): Promise<string>;
  /** Has AWS tell the time, which its proofs are dated with. */
  learnTime(region: string, signal: AbortSignal): Promise<void>;
  /** A private key for one sign-in, as a JWK. */
  newKey(): Promise<Secret<string>>;
  /** What AWS answers, unread. */
  token(request: TokenRequest, signal: AbortSignal): Promise<Secret<unknown>>;
}

/** What the person reads in the browser when it comes back. */
export interface RedirectPage {
  readonly good: boolean;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

export interface Listening {
  /** http://127.0.0.1:PORT/oauth/callback */
  readonly uri: string;
  close(): void;
}

/** Where the browser comes back to. */
export interface Redirects {
  /**
   * Listens on this computer alone, at a port that happens to be free. `answer` gets what stands behind the `?`, or null
   * for a request that no browser sends that comes from AWS's pages at `base`, or in one of the domains `alsoFrom`. Rejects
   * with FailureError browser.no-way-back.
   */
  listen(
    base: string,
    answer: (query: string | null) => RedirectPage,
    alsoFrom?: readonly string[],
  ): Promise<Listening>;
}

export interface Browser {
  /** Rejects where there is none, or none could be started. */
  open(address: string): Promise<void>;
}

/** What nobody can guess, and what shows that it is known. */
export interface Randomness {
  uuid(): string;
  bytes(count: number): Bytes;
  sha256(text: string): Bytes;
  /** In a time that tells nothing of either. */
  same(one: string, other: string): boolean;
}
