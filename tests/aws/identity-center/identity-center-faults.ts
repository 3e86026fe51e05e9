// Guarantees: every way in which Identity Center can go wrong, as switches to be set at any time.
import type { OidcException } from './oidc-error.ts';

export type PortalException =
  | 'InvalidRequestException'
  | 'UnauthorizedException'
  | 'ForbiddenException'
  | 'ResourceNotFoundException'
  | 'TooManyRequestsException';

export interface IdentityCenterFaults {
  /** Whoever is asked at a page says no. */
  denied: boolean;
  /** The redirect brings another state than was sent. */
  wrongState: boolean;
  /** How long the codes, of the redirect and of a device, can be used: ten minutes. 0 makes each an expired one. */
  codeSeconds: number;
  /** The pause that a device is told to make between its questions. */
  pollSeconds: number;
  /** What CreateToken says to everything, before it looks at anything. */
  tokenRefusal: OidcException | undefined;
  /** What the portal says to everything. */
  portalRefusal: PortalException | undefined;
  /** How long an access token lives that can be refreshed: an hour. */
  tokenSeconds: number;
  /** How long a session can be refreshed, or lives where it cannot: eight hours. */
  sessionSeconds: number;
  /** How long a registered client is known: ninety days. */
  clientSeconds: number;
  /** The portal's lists have no more than this on a page. */
  pageSize: number;
  /** So many replies of CreateToken are lost on the way, the work done. */
  lostReplies: number;
}

export const noIdentityCenterFaults = (): IdentityCenterFaults => ({
  denied: false,
  wrongState: false,
  codeSeconds: 600,
  pollSeconds: 1,
  tokenRefusal: undefined,
  portalRefusal: undefined,
  tokenSeconds: 3600,
  sessionSeconds: 28_800,
  clientSeconds: 90 * 86_400,
  pageSize: 100,
  lostReplies: 0,
});
