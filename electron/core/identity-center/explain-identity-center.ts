/** Tells apart what Identity Center says no to, by what it was asked: as its two services send it, in words of the catalogue. */
import { type Failure, type FailureCode, failure } from '../base/failure.ts';
import type { OidcAnswer } from './port.ts';

export interface IdentityCenterRefusal {
  readonly action: 'register' | 'device' | 'code' | 'refresh' | 'lists' | 'credentials';
  /** The name of the error, as InvalidGrantException. */
  readonly code: string;
  readonly message: string;
  /** As KMS_AccessDeniedException, where AWS says it. */
  readonly reason: string;
}

type Rule = readonly [code: RegExp, failure: FailureCode, actions?: readonly IdentityCenterRefusal['action'][]];

const PORTAL = ['lists', 'credentials'] as const;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  [/^(TooManyRequests|SlowDown|Throttl)/, 'aws.throttled'],
  // The token is not good any more, at whichever door it is shown.
  [/^Unauthorized(Exception)?$/, 'identity-center.ended', PORTAL],
  [/^(Forbidden|ResourceNotFound|AccessDenied)/, 'identity-center.role', PORTAL],
  [/^(InvalidGrant|InvalidClient|ExpiredToken)/, 'identity-center.ended', ['refresh']],
  [/^(InvalidGrant|ExpiredToken)/, 'identity-center.code-expired'],
  [/^InvalidClient(Exception)?$/, 'identity-center.client'],
  [/^AccessDenied/, 'identity-center.denied'],
  [/^InvalidScope/, 'identity-center.scope'],
  [/^Invalid(Request|RedirectUri|ClientMetadata)/, 'identity-center.start-url', ['register', 'device']],
];

export function explainIdentityCenter({ action, code, message, reason }: IdentityCenterRefusal): Failure {
  const said = { message: message.trim() || code };
  if (reason.startsWith('KMS_')) return failure('identity-center.encryption-key', said);
  const rule = RULES.find(([name, , actions]) => name.test(code) && (!actions || actions.includes(action)));
  return failure(rule?.[1] ?? 'aws.refused', said);
}

const ANSWERS: readonly (readonly [RegExp, OidcAnswer])[] = [
  [/^AuthorizationPending/, 'pending'],
  [/^SlowDown/, 'slow-down'],
  [/^(InvalidGrant|ExpiredToken)/, 'invalid-grant'],
  [/^InvalidClient(Exception)?$/, 'invalid-client'],
];

export const oidcAnswer = (code: string): OidcAnswer => ANSWERS.find(([name]) => name.test(code))?.[1] ?? 'other';
