/** Tells apart what AWS's sign-in service says no to, and whether that ends a sign-in that has begun. */
import { type Failure, type FailureCode, failure } from '../base/failure.ts';
import { BROWSER_ACTIONS, browserStatement } from '../policy/browser-statement.ts';

export interface SignInRefusal {
  /** The kind of the error, as `AccessDeniedException`. */
  readonly code: string;
  /** Its `error`, as `TOKEN_EXPIRED`. */
  readonly error: string;
  readonly message: string;
  readonly by: 'code' | 'refresh';
}

type Rule = readonly [code: RegExp, error: RegExp, failure: FailureCode, by?: SignInRefusal['by']];

const ANY = /(?:)/;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  [ANY, /^AUTHCODE_EXPIRED$/, 'browser.code-expired'],
  [ANY, /^USER_CREDENTIALS_CHANGED$/, 'browser.password-changed'],
  [ANY, /^INSUFFICIENT_PERMISSIONS$/, 'browser.not-permitted'],
  [ANY, /^TOKEN_EXPIRED$/, 'browser.ended', 'refresh'],
  [ANY, /^TOKEN_EXPIRED$/, 'browser.code-expired'],
  [/^TooManyRequests/, ANY, 'aws.throttled'],
  [ANY, /^rate_exceeded$/, 'aws.throttled'],
  [/^InternalServer/, ANY, 'browser.service-down'],
  [ANY, /^(server_error|service_unavailable)$/i, 'browser.service-down'],
  // A refresh token that AWS does not know, or no more, says nothing else however often it is sent.
  [/^Validation/, ANY, 'browser.ended', 'refresh'],
  [ANY, /^(INVALID_REQUEST|invalid_(request|grant)|RESOURCE_NOT_FOUND)$/, 'browser.ended', 'refresh'],
];

export function explainSignIn({ code, error, message, by }: SignInRefusal): Failure {
  const rule = RULES.find(([c, e, , where = by]) => c.test(code) && e.test(error) && where === by);
  const told = rule?.[2] ?? 'aws.refused';
  if (told === 'browser.not-permitted') return failure(told, { statement: browserStatement() });
  return failure(told, { message: message.trim() || error || code });
}

const LONGEST_MESSAGE = 300;

/** What AWS's page hands back in place of a code. */
export function explainRedirect(error: string, description: string): Failure {
  const message = (description || error).replace(/\p{C}+/gu, ' ').slice(0, LONGEST_MESSAGE);
  return BROWSER_ACTIONS.some((action) => message.includes(action))
    ? failure('browser.not-permitted', { statement: browserStatement() })
    : failure('browser.refused', { message });
}

const ENDS: ReadonlySet<FailureCode> = new Set<FailureCode>(['browser.ended', 'browser.password-changed']);

/** Whether only the person can go on from here. */
export const endsLogin = ({ code }: Failure): boolean => ENDS.has(code);
