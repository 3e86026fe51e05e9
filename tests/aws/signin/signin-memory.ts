// Guarantees: the one memory of AWS Sign-In: which codes and refresh tokens are out, whose they are, and what was given
// for them.
import type { User } from '../accounts.ts';

/** What a person has agreed to at the page, until it is redeemed. */
export interface SigninGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly user: User;
  readonly region: string;
  /** Milliseconds */
  readonly at: number;
  redeemed: boolean;
}

export interface SigninSession {
  readonly clientId: string;
  readonly user: User;
  readonly region: string;
  /** The only key whose proofs count. */
  readonly thumbprint: string;
  /** Milliseconds */
  readonly started: number;
}

export interface TokenOutput {
  readonly accessToken: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
  readonly tokenType: 'aws_sigv4';
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly idToken?: string;
}

export interface RefreshTicket {
  readonly session: SigninSession;
  /** What it was used for: it gives the same again while those keys live. */
  used?: { readonly output: TokenOutput; readonly expires: number };
}

export class SigninMemory {
  readonly grants = new Map<string, SigninGrant>();
  readonly tickets = new Map<string, RefreshTicket>();
  readonly proofs = new Set<string>();
}
