// Guarantees: every way in which the browser's way in can go wrong, as switches to be set at any time.

/** By the `error` of AWS's answer; TOO_MANY_REQUESTS is its other INVALID_REQUEST, with a status of its own. */
export type SigninRefusal =
  | 'TOKEN_EXPIRED'
  | 'AUTHCODE_EXPIRED'
  | 'USER_CREDENTIALS_CHANGED'
  | 'INSUFFICIENT_PERMISSIONS'
  | 'INVALID_REQUEST'
  | 'TOO_MANY_REQUESTS'
  | 'server_error';

export interface SigninFaults {
  /** Whoever is asked at the page says no: error=access_denied. */
  denied: boolean;
  /** The redirect brings another state than was sent. */
  wrongState: boolean;
  /** How long a code can be redeemed; 0 makes every code AUTHCODE_EXPIRED. */
  codeSeconds: number;
  /** What /v1/token says to everything, before it looks at anything. */
  refusal: SigninRefusal | undefined;
  /** How long the keys of one reply live: 900 at most. */
  keySeconds: number;
  /** How long a session can be refreshed: twelve hours. 0 makes every refresh TOKEN_EXPIRED. */
  sessionSeconds: number;
  /** So many replies of /v1/token are lost on the way, the work done. */
  lostReplies: number;
  /** The keys say that no MFA was there. */
  withoutMfa: boolean;
}

export const noSigninFaults = (): SigninFaults => ({
  denied: false,
  wrongState: false,
  codeSeconds: 300,
  refusal: undefined,
  keySeconds: 900,
  sessionSeconds: 43_200,
  lostReplies: 0,
  withoutMfa: false,
});
