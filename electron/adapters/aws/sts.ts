/** AWS STS through the SDK, which is loaded when it is first needed, so that start-up does not pay for it. */
import type { Credentials } from '@aws-sdk/client-sts';
import type { Caller } from '../../core/aws/credentials.ts';
import type { Granted, Sts } from '../../core/aws/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import { type AwsConnection, asked, clientConfig } from './aws-client.ts';

export function sts(to: AwsConnection): Sts {
  const open = async (region: string, caller: Caller, signal: AbortSignal) => {
    const sdk = await import('@aws-sdk/client-sts');
    return { sdk, client: new sdk.STSClient(clientConfig(to, 'STS', region, caller, signal)) };
  };
  return {
    identity: (caller, region, signal) =>
      asked({ action: 'identity', region, by: kindOf(caller) }, async () => {
        const { sdk, client } = await open(region, caller, signal);
        const { Account, Arn } = await client.send(new sdk.GetCallerIdentityCommand({}));
        if (!Account || !Arn) throw new FailureError('aws.refused', { message: 'no account in the answer' });
        return { account: Account, arn: Arn };
      }),

    sessionToken: (key, region, mfa, DurationSeconds, signal) =>
      asked({ action: 'sessionToken', region, by: 'code' }, async () => {
        const { sdk, client } = await open(region, key, signal);
        const input = { SerialNumber: mfa.serial, TokenCode: mfa.code.reveal(), DurationSeconds };
        return granted((await client.send(new sdk.GetSessionTokenCommand(input))).Credentials);
      }),

    assumeRole: (caller, region, role, mfa, signal) =>
      asked({ action: 'assumeRole', region, by: mfa ? 'code' : kindOf(caller) }, async () => {
        const { sdk, client } = await open(region, caller, signal);
        const input = {
          RoleArn: role.arn,
          RoleSessionName: role.sessionName,
          DurationSeconds: role.durationSeconds,
          ...(role.externalId ? { ExternalId: role.externalId } : {}),
          ...(mfa ? { SerialNumber: mfa.serial, TokenCode: mfa.code.reveal() } : {}),
        };
        return granted((await client.send(new sdk.AssumeRoleCommand(input))).Credentials);
      }),
  };
}

const kindOf = (caller: Caller) => (caller instanceof Secret ? 'session' : 'key');

function granted(credentials: Credentials | undefined): Granted {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new FailureError('aws.refused', { message: 'no credentials in the answer' });
  }
  return {
    credentials: new Secret({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }),
    expiresAt: Expiration.getTime(),
  };
}
