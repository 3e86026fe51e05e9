/** AWS IAM, for what a user's own devices and keys are. Loaded when it is asked. */
import type { Iam } from '../../core/aws/port.ts';
import { accessKeys } from './access-keys.ts';
import { type AwsConnection, asked, clientConfig } from './aws-client.ts';

export function iam(to: AwsConnection): Iam {
  return {
    ...accessKeys(to),
    mfaDevices: (key, region, signal) =>
      asked({ action: 'mfaDevices', region, by: 'key' }, async () => {
        const sdk = await import('@aws-sdk/client-iam');
        const client = new sdk.IAMClient(clientConfig(to, 'IAM', region, key, signal));
        const { MFADevices = [] } = await client.send(new sdk.ListMFADevicesCommand({}));
        return MFADevices.flatMap(({ SerialNumber }) =>
          SerialNumber
            ? [{ serial: SerialNumber, kind: SerialNumber.includes(':u2f/') ? 'fido' : 'totp' } as const]
            : [],
        );
      }),
  };
}
