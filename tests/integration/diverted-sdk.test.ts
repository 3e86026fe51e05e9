// Where the SDK for JavaScript sends what it is given a session for: the lines of the config file that the doctor names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diverted } from '../../electron/core/doctor/aws-files/diverted.ts';
import type { AwsFilesLook } from '../../electron/core/doctor/aws-files/look.ts';
import { profileWith } from '../unit/samples.ts';

const before = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dp-diverted-'));
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** The host that a client of this SDK asks which was given the session and its region, and nothing else. */
async function hostAsked(config: string, profile?: string): Promise<string> {
  const file = join(folder, 'config');
  writeFileSync(file, config);
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  process.env.AWS_CONFIG_FILE = file;
  if (profile) process.env.AWS_PROFILE = profile;
  let host = '';
  const client = new STSClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken: 't' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ hostname }: { hostname: string }) => {
        host = hostname;
        throw new Error('seen');
      },
    },
  });
  await client.send(new GetCallerIdentityCommand({})).catch(() => {});
  return host;
}

const found = (config: string) => {
  const look: Pick<AwsFilesLook, 'texts' | 'path' | 'profiles'> = {
    texts: { credentials: '', config },
    path: (file) => file,
    profiles: [profileWith({ region: 'eu-west-1' })],
  };
  return diverted(look as AwsFilesLook).map(({ failure }) => failure.code);
};

const AWS = 'sts.eu-west-1.amazonaws.com';
const URL = 'endpoint_url = https://sts.corp.example\n';

test.each([
  ['an address of the default', `[default]\n${URL}`, undefined, 'sts.corp.example', ['aws-files.default-diverted']],
  ['an address of the profile', `[profile work-mfa]\n${URL}`, 'work-mfa', 'sts.corp.example', ['aws-files.diverted']],
  [
    'an address of the profile, without naming it',
    `[profile work-mfa]\n${URL}`,
    undefined,
    AWS,
    ['aws-files.diverted'],
  ],
  [
    'services of the default',
    `[default]\nservices = lab\n[services lab]\nsts =\n  ${URL}`,
    undefined,
    'sts.corp.example',
    ['aws-files.default-diverted'],
  ],
  ['what is to be ignored', `[default]\n${URL}ignore_configured_endpoint_urls = true\n`, undefined, AWS, []],
  [
    'FIPS',
    '[profile work-mfa]\nuse_fips_endpoint = true\n',
    'work-mfa',
    'sts-fips.eu-west-1.amazonaws.com',
    ['aws-files.fips'],
  ],
  [
    'dual stack',
    '[profile work-mfa]\nuse_dualstack_endpoint = true\n',
    'work-mfa',
    'sts.eu-west-1.api.aws',
    ['aws-files.dual-stack'],
  ],
  ['nothing', '[default]\nregion = us-east-1\n', undefined, AWS, []],
] as const)('%s', async (_, config, profile, host, codes) => {
  expect(await hostAsked(config, profile)).toBe(host);
  expect(found(config)).toEqual(codes);
});
