// Guarantees: who signs in with the browser may do so by the two permissions of their own policy, as AWS's managed
// policy SignInLocalDevelopmentAccess gives them.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_signin.html
import type { User } from '../accounts.ts';
import { authorize } from '../authorization.ts';
import { AwsError } from '../aws-error.ts';

export const sameDevice = 'arn:aws:signin:::devtools/same-device';
export const crossDevice = 'arn:aws:signin:::devtools/cross-device';

interface Client {
  readonly user: User;
  readonly region: string;
  readonly clientId: string;
}

/** Why not, in AWS's words; undefined where the policy lets them. */
export function whyNot(
  action: 'AuthorizeOAuth2Access' | 'CreateOAuth2Token',
  { user, region, clientId }: Client,
): string | undefined {
  const kind = clientId === crossDevice ? 'remote' : 'localhost';
  const resource = `arn:${user.partition}:signin:${region}:${user.accountId}:oauth2/public-client/${kind}`;
  try {
    // The console's own sign-in has asked for the second factor.
    authorize({ accessKeyId: '', secret: '', principal: user }, `signin:${action}`, resource, { mfa: true });
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.message;
    throw error;
  }
}
