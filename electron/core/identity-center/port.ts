/** IAM Identity Center as core asks it, and the folder in which AWS's tools keep its tokens. */
import type { Granted } from '../aws/port.ts';
import { type Failure, FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

/** A program that Identity Center knows. */
export interface Client {
  readonly id: string;
  readonly secret: Secret<string>;
}

export interface Registering {
  /** What a person reads when they are asked to allow it. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** For a sign-in in the browser of this computer: where that leads back to, without a port. Null: on any device. */
  readonly browser: { readonly issuerUrl: string; readonly redirectUri: string } | null;
}

export interface Registered {
  readonly client: Client;
  /** In AWS's time. */
  readonly expiresAt: EpochMs;
}

/** What an access token is asked for with. */
export type Grant =
  | {
      readonly by: 'code';
      readonly code: Secret<string>;
      readonly verifier: Secret<string>;
      readonly redirectUri: string;
    }
  | { readonly by: 'device'; readonly deviceCode: Secret<string> }
  | { readonly by: 'refresh'; readonly refreshToken: Secret<string> };

export interface Tokens {
  readonly accessToken: Secret<string>;
  readonly seconds: number;
  readonly refreshToken: Secret<string> | null;
}

export interface DeviceAuthorization {
  readonly deviceCode: Secret<string>;
  /** What a person compares, or types where the address does not hold it. */
  readonly userCode: string;
  readonly address: string;
  /** The address that holds the code. */
  readonly addressWithCode: string;
  readonly seconds: number;
  /** Seconds between two questions. */
  readonly interval: number;
}

/** What Identity Center says where it gives no token. */
export type OidcAnswer = 'pending' | 'slow-down' | 'invalid-grant' | 'invalid-client' | 'other';

/** A no of Identity Center's, told apart for who can go on after it. */
export class OidcRefused extends FailureError {
  readonly answer: OidcAnswer;

  constructor(answer: OidcAnswer, why: Failure) {
    super(why.code, why.params);
    this.answer = answer;
  }
}

/** Rejects with a FailureError, which is an OidcRefused where Identity Center has answered; never sends anything twice. */
export interface SsoOidc {
  register(region: string, asked: Registering, signal: AbortSignal): Promise<Registered>;
  /** The address of the page on which a person signs in, without a query. */
  authorizePage(region: string): Promise<string>;
  startDevice(region: string, client: Client, startUrl: string, signal: AbortSignal): Promise<DeviceAuthorization>;
  /** For a device it is refused with 'pending' or 'slow-down' until the person has answered. */
  createToken(region: string, client: Client, grant: Grant, signal: AbortSignal): Promise<Tokens>;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** What to ask for the next page with; null: this was the last. */
  readonly next: string | null;
}

/** Rejects with a FailureError. */
export interface SsoPortal {
  accounts(region: string, token: Secret<string>, next: string | null, signal: AbortSignal): Promise<Page<Account>>;
  roles(
    region: string,
    token: Secret<string>,
    account: string,
    next: string | null,
    signal: AbortSignal,
  ): Promise<Page<string>>;
  credentials(
    region: string,
    token: Secret<string>,
    role: { readonly account: string; readonly role: string },
    signal: AbortSignal,
  ): Promise<Granted>;
  /** Ends the token at AWS. */
  logout(region: string, token: Secret<string>, signal: AbortSignal): Promise<void>;
}

/** `~/.aws/sso/cache`, whose files are called by the SHA-1 of a name. Rejects with FailureError file.*. */
export interface SsoCache {
  /** Null where there is no such file. */
  read(name: string): Promise<Secret<string> | null>;
  /** As a whole, for nobody else to read. */
  write(name: string, text: Secret<string>): Promise<void>;
  remove(name: string): Promise<void>;
}
