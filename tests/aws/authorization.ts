// Guarantees: what a credential may do is its policy's word, and a refusal is in AWS's words.
import { type Credential, userOf } from './accounts.ts';
import { accessDenied } from './aws-error.ts';
import { type Decision, decide, type Statement } from './policy.ts';

export interface Circumstances {
  /** Overrides what the credential says of MFA, for a request that brings its own code. */
  readonly mfa?: boolean | undefined;
  /** Statements on top of the principal's policy. */
  readonly extra?: readonly Statement[];
}

export function decisionOn(
  credential: Credential,
  action: string,
  resource: string,
  { mfa = credential.session?.mfa, extra = [] }: Circumstances = {},
): Decision {
  const context = {
    'aws:username': userOf(credential)?.name,
    'aws:PrincipalArn': credential.principal.arn,
    'aws:MultiFactorAuthPresent': mfa === undefined ? undefined : String(mfa),
  };
  return decide([...credential.principal.policy, ...extra], { action, resource, context });
}

/** Throws AccessDenied unless the policy lets the credential do this. A resource `*` is not named, as AWS leaves it out. */
export function authorize(
  credential: Credential,
  action: string,
  resource: string,
  circumstances?: Circumstances,
): void {
  const decision = decisionOn(credential, action, resource, circumstances);
  if (decision === 'allowed') return;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const because =
    decision === 'explicitly denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  throw accessDenied(`User: ${credential.principal.arn} is not authorized to perform: ${action}${on} ${because}`);
}
