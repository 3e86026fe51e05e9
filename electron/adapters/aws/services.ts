/** All of AWS that Daypass asks, over one network. */
import type { AwsServices, AwsTime } from '../../core/app/ports.ts';
import type { AwsConnection } from './aws-client.ts';
import { iam } from './iam.ts';
import { signInService } from './sign-in-service.ts';
import { ssoOidc } from './sso-oidc.ts';
import { ssoPortal } from './sso-portal.ts';
import { sts } from './sts.ts';

/** `env` for AWS_ENDPOINT_URL and its variants. */
export function awsServices({ fetch, env }: Pick<AwsConnection, 'fetch' | 'env'>, time: AwsTime): AwsServices {
  const connection = { fetch, env, clockOffset: time.offset, heardDate: time.heard };
  return {
    sts: sts(connection),
    iam: iam(connection),
    tokens: signInService(connection),
    oidc: ssoOidc(connection),
    portal: ssoPortal(connection),
  };
}
