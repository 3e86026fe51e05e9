/**
 * Where requests go that do not go to AWS's own address: where the environment says, and only there. A config file that
 * somebody else has written does not steer a code; and none goes over the network without TLS.
 */
import { FailureError } from '../../core/base/failure.ts';

export type AwsService = 'STS' | 'IAM' | 'SIGNIN' | 'SSO_OIDC' | 'SSO';

/** Null: AWS's own. Throws FailureError aws.endpoint. */
export function endpointOf(env: Readonly<Record<string, string | undefined>>, service: AwsService): string | null {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return null;
  const variable = [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL'].find((name) => env[name]);
  const said = variable && env[variable];
  if (!said) return null;
  const url = URL.canParse(said) ? new URL(said) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe) throw new FailureError('aws.endpoint', { variable });
  return said;
}

const LOOPBACK = /^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
