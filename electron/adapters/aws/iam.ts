/** AWS IAM, for what it is needed for: the MFA devices of a user. Loaded when it is asked. */
import type { LongTermKey } from '../../core/aws/credentials.ts';
import type { AwsRefusal } from '../../core/aws/explain-aws.ts';
import type { Iam, TwoCodes } from '../../core/aws/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import { type AwsConnection, asked, clientConfig } from './aws-client.ts';

export function iam(to: AwsConnection): Iam {
  const ask = <T>(
    action: AwsRefusal['action'],
    [key, region, signal]: readonly [LongTermKey, string, AbortSignal],
    send: (client: Client, sdk: Sdk) => Promise<T>,
  ): Promise<T> =>
    asked({ action, region, by: 'key' }, async () => {
      const sdk = await import('@aws-sdk/client-iam');
      return send(new sdk.IAMClient(clientConfig(to, 'IAM', region, key, signal)), sdk);
    });
  return {
    mfaDevices: (key, region, signal) =>
      ask('mfaDevices', [key, region, signal], async (client, sdk) => {
        const { MFADevices = [] } = await client.send(new sdk.ListMFADevicesCommand({}));
        return MFADevices.flatMap(({ SerialNumber }) =>
          SerialNumber
            ? [{ serial: SerialNumber, kind: SerialNumber.includes(':u2f/') ? 'fido' : 'totp' } as const]
            : [],
        );
      }),

    createMfaDevice: (key, region, name, signal) =>
      ask('createMfaDevice', [key, region, signal], async (client, sdk) => {
        const made = await client.send(new sdk.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name }));
        const { SerialNumber, Base32StringSeed } = made.VirtualMFADevice ?? {};
        if (!SerialNumber || !Base32StringSeed) {
          throw new FailureError('aws.refused', { message: 'no device in the answer' });
        }
        return { serial: SerialNumber, secret: new Secret(new TextDecoder().decode(Base32StringSeed)) };
      }),

    enableMfaDevice: (key, region, device, signal) =>
      ask('enableMfaDevice', [key, region, signal], async (client, sdk) => {
        await client.send(new sdk.EnableMFADeviceCommand(inputOf(device)));
      }),

    resyncMfaDevice: (key, region, device, signal) =>
      ask('resyncMfaDevice', [key, region, signal], async (client, sdk) => {
        await client.send(new sdk.ResyncMFADeviceCommand(inputOf(device)));
      }),

    unassignedMfaDevices: (key, region, signal) =>
      ask('unassignedMfaDevices', [key, region, signal], async (client, sdk) => {
        const command = new sdk.ListVirtualMFADevicesCommand({ AssignmentStatus: 'Unassigned' });
        const { VirtualMFADevices = [] } = await client.send(command);
        return VirtualMFADevices.flatMap(({ SerialNumber }) => SerialNumber ?? []);
      }),
  };
}

type Sdk = typeof import('@aws-sdk/client-iam');
type Client = InstanceType<Sdk['IAMClient']>;

const inputOf = ({ user, serial, codes: [first, second] }: TwoCodes) => ({
  UserName: user,
  SerialNumber: serial,
  AuthenticationCode1: first.reveal(),
  AuthenticationCode2: second.reveal(),
});
