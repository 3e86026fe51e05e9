// A stand-in for AWS at which its user has signed in with MFA, for tests of what comes after.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { type Aws, startAws } from './aws.ts';

export interface SignedIn {
  readonly aws: Aws;
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
  stop(): Promise<void>;
}

export async function startSignedIn(): Promise<SignedIn> {
  const folder = await mkdtemp(join(tmpdir(), 'aws-stand-in-'));
  const aws = await startAws({ folder });
  const { serial, ...credentials } = aws.user;
  const sts = new STSClient({ region: aws.codecommit.region, endpoint: aws.url, credentials });
  const asked = new GetSessionTokenCommand({ SerialNumber: serial, TokenCode: await aws.freshCode() });
  const { Credentials } = await sts.send(asked);
  sts.destroy();
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error('the stand-in gave no session');
  return {
    aws,
    keys: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
    async stop() {
      await aws.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What `git` is to be called with, one call a setting, so that it finds the stand-in for ever after. */
export const gitRoute = ({ codecommit }: Aws): readonly (readonly string[])[] =>
  codecommit.gitConfig().map((setting) => {
    const at = setting.indexOf('=');
    return ['config', '--global', setting.slice(0, at), setting.slice(at + 1)];
  });
