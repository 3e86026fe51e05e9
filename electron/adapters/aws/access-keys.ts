/** A user's own long-term keys at AWS IAM, asked with a session. The SDK is loaded when it is first needed. */
import type { AccessKeyCalls, Asker } from '../../core/aws/access-keys.ts';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import { type AwsConnection, asked, clientConfig } from './aws-client.ts';

type Sdk = typeof import('@aws-sdk/client-iam');

export function accessKeys(to: AwsConnection): AccessKeyCalls {
  const ask = <T>(
    { session, region, signal }: Asker,
    send: (client: InstanceType<Sdk['IAMClient']>, sdk: Sdk) => Promise<T>,
  ) =>
    asked({ action: 'accessKeys', region, by: 'session' }, async () => {
      const sdk = await import('@aws-sdk/client-iam');
      return send(new sdk.IAMClient(clientConfig(to, 'IAM', region, session, signal)), sdk);
    });
  return {
    listAccessKeys: (asker) =>
      ask(asker, async (client, sdk) => {
        const { AccessKeyMetadata = [] } = await client.send(new sdk.ListAccessKeysCommand({}));
        return AccessKeyMetadata.flatMap(({ AccessKeyId, Status, CreateDate }) =>
          AccessKeyId ? [{ id: AccessKeyId, active: Status !== 'Inactive', created: CreateDate?.getTime() ?? 0 }] : [],
        );
      }),

    createAccessKey: (asker) =>
      ask(asker, async (client, sdk) => {
        const { AccessKeyId, SecretAccessKey } =
          (await client.send(new sdk.CreateAccessKeyCommand({}))).AccessKey ?? {};
        if (!AccessKeyId || !SecretAccessKey)
          throw new FailureError('aws.refused', { message: 'no key in the answer' });
        return { accessKeyId: AccessKeyId, secretAccessKey: new Secret(SecretAccessKey) };
      }),

    updateAccessKey: (asker, AccessKeyId, active) =>
      ask(asker, async (client, sdk) => {
        await client.send(new sdk.UpdateAccessKeyCommand({ AccessKeyId, Status: active ? 'Active' : 'Inactive' }));
      }),

    deleteAccessKey: (asker, AccessKeyId) =>
      ask(asker, async (client, sdk) => {
        await client.send(new sdk.DeleteAccessKeyCommand({ AccessKeyId }));
      }),

    accessKeyLastUsed: (asker, AccessKeyId) =>
      ask(asker, async (client, sdk) => {
        const { AccessKeyLastUsed } = await client.send(new sdk.GetAccessKeyLastUsedCommand({ AccessKeyId }));
        const { LastUsedDate, ServiceName = '' } = AccessKeyLastUsed ?? {};
        return LastUsedDate ? { at: LastUsedDate.getTime(), service: ServiceName } : null;
      }),

    listServiceSpecificCredentials: (asker) =>
      ask(asker, async (client, sdk) => {
        const asking = new sdk.ListServiceSpecificCredentialsCommand({ ServiceName: 'codecommit.amazonaws.com' });
        const { ServiceSpecificCredentials = [] } = await client.send(asking);
        return ServiceSpecificCredentials.flatMap(({ ServiceUserName, Status }) =>
          ServiceUserName && Status === 'Active' ? [ServiceUserName] : [],
        );
      }),

    listSSHPublicKeys: (asker) =>
      ask(asker, async (client, sdk) => {
        const { SSHPublicKeys = [] } = await client.send(new sdk.ListSSHPublicKeysCommand({}));
        return SSHPublicKeys.flatMap(({ SSHPublicKeyId, Status }) =>
          SSHPublicKeyId && Status === 'Active' ? [SSHPublicKeyId] : [],
        );
      }),
  };
}
