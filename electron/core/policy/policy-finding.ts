/** All that can be said of a pasted policy. Each has its text in i18n under the same code, or nothing compiles. */
import type { Place } from './policy.ts';

export type PolicySeverity = 'error' | 'warning' | 'info';

export const POLICY_FINDINGS = {
  // What was pasted is no JSON.
  empty: 'error',
  'too-long': 'error',
  'not-json': 'error',
  'json-ends': 'error',
  'json-value': 'error',
  'json-key': 'error',
  'json-colon': 'error',
  'json-comma': 'error',
  'json-trailing-comma': 'error',
  'json-quotes': 'error',
  'json-comment': 'error',
  'json-text-open': 'error',
  'json-control': 'error',
  'json-escape': 'error',
  'json-after-end': 'error',
  'json-deep': 'error',
  'odd-quotes': 'error',
  'odd-spaces': 'error',

  // It is JSON, and not in the shape of a policy.
  'no-document': 'error',
  'statement-alone': 'error',
  'key-unknown': 'error',
  'key-twice': 'error',
  'key-missing': 'error',
  'type-wrong': 'error',
  'effect-wrong': 'error',
  'version-missing': 'warning',
  'version-old': 'info',
  'version-unknown': 'error',
  'variable-in-old-version': 'error',
  'variable-unknown': 'error',
  'action-and-not-action': 'error',
  'resource-and-not-resource': 'error',
  'principal-here': 'error',
  'sid-invalid': 'error',
  'sid-twice': 'error',
  'too-large': 'error',
  'too-large-for-user': 'info',

  // Actions.
  'action-form': 'error',
  'action-unknown': 'error',
  'session-token': 'info',
  'allow-all-but': 'warning',
  'allow-all': 'warning',

  // Resources.
  'arn-shape': 'error',
  'arn-account': 'error',
  'arn-codecommit': 'error',
  's3-mixed': 'error',
  'needs-star': 'warning',
  'never-matches': 'error',
  'not-own-user': 'warning',
  'device-named-as-user': 'warning',
  'not-resource': 'warning',

  // Whether it asks for MFA as it is meant to.
  'operator-unknown': 'error',
  'mfa-key-unknown': 'error',
  'mfa-unclear': 'error',
  'deny-misses-keys': 'error',
  'allow-lets-keys': 'error',
  'null-not-enough': 'error',
  'deny-with-mfa': 'error',
  'allow-without-mfa': 'warning',
  'mfa-age': 'info',

  // "Deny all but MFA".
  'deny-nothing': 'error',
  'whole-service': 'warning',
  'gate-opened': 'error',
  'no-list-devices': 'warning',
  'nothing-allows': 'warning',
  'no-delete-device': 'info',
  'password-until-mfa': 'info',
  'browser-denied': 'warning',
} as const satisfies Record<string, PolicySeverity>;

export type PolicyCode = keyof typeof POLICY_FINDINGS;

export interface PolicyFinding {
  readonly code: PolicyCode;
  readonly severity: PolicySeverity;
  /** Null where it is about the whole. */
  readonly place: Place | null;
  /** The words that it is about, as they stand in the policy; '' for none. */
  readonly evidence: string;
}

const LONGEST = 200;

export function finding(code: PolicyCode, place: Place | null, evidence = ''): PolicyFinding {
  const short = evidence.length > LONGEST ? `${evidence.slice(0, LONGEST)}…` : evidence;
  return { code, severity: POLICY_FINDINGS[code], place, evidence: short };
}
