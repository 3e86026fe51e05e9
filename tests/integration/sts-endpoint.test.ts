// Where Daypass's own requests go: the real SDK, with a config file and an environment that would send it elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AwsConnection } from '../../electron/adapters/aws/aws-client.ts';
import { iam } from '../../electron/adapters/aws/iam.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';

const KEY = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: new Secret('planted') };
const before = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dp-endpoint-'));
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** The origins that are asked, and the failure of the last. */
async function asked(env: Readonly<Record<string, string>>) {
  const origins: string[] = [];
  const to: AwsConnection = {
    env,
    fetch: async (address) => {
      origins.push(new URL(address).origin);
      throw new TypeError('fetch failed');
    },
    clockOffset: () => 0,
    heardDate: () => {},
  };
  const { signal } = new AbortController();
  await sts(to).identity(KEY, 'eu-west-1', signal).catch(failureOf);
  const last = await iam(to).mfaDevices(KEY, 'eu-west-1', signal).catch(failureOf);
  return { origins, last };
}

const AWS = ['https://sts.eu-west-1.amazonaws.com', 'https://iam.amazonaws.com'];
const ELSEWHERE = 'http://elsewhere.example';

test.each([
  ['an endpoint', `[default]\nendpoint_url = ${ELSEWHERE}\n`],
  [
    'services',
    `[default]\nservices = s\n[services s]\nsts =\n  endpoint_url = ${ELSEWHERE}\niam =\n  endpoint_url = ${ELSEWHERE}\n`,
  ],
  ['FIPS', '[default]\nuse_fips_endpoint = true\n'],
  ['dual stack', '[default]\nuse_dualstack_endpoint = true\n'],
  ['a region', '[default]\nregion = us-east-2\n'],
  ['a mode and a scheme', '[default]\ndefaults_mode = mobile\nauth_scheme_preference = httpBearerAuth\n'],
])('%s of the config file, of the default or of the profile that is named, steers nothing', async (_, config) => {
  for (const named of ['default', 'profile work']) {
    const file = join(folder, named);
    writeFileSync(file, config.replace('[default]', `[${named}]`));
    Object.assign(process.env, { AWS_CONFIG_FILE: file, AWS_PROFILE: named.split(' ').at(-1) });
    expect((await asked({})).origins).toEqual(AWS);
  }
});

describe('the environment', () => {
  test.each([
    ['of both', { AWS_ENDPOINT_URL: 'https://aws.corp' }, ['https://aws.corp', 'https://aws.corp']],
    ['of one', { AWS_ENDPOINT_URL_STS: 'https://sts.corp:8443' }, ['https://sts.corp:8443', AWS[1]]],
    [
      'of one before both',
      { AWS_ENDPOINT_URL: 'https://aws.corp', AWS_ENDPOINT_URL_IAM: 'https://iam.corp' },
      ['https://aws.corp', 'https://iam.corp'],
    ],
    [
      'of this computer',
      { AWS_ENDPOINT_URL: 'http://localhost:4566' },
      ['http://localhost:4566', 'http://localhost:4566'],
    ],
    ['of this computer by number', { AWS_ENDPOINT_URL: 'http://127.1.2.3' }, ['http://127.1.2.3', 'http://127.1.2.3']],
    ['of this computer in six', { AWS_ENDPOINT_URL: 'http://[::1]:1' }, ['http://[::1]:1', 'http://[::1]:1']],
    ['of none', { AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_STS: '' }, AWS],
    ['that is to be ignored', { AWS_ENDPOINT_URL: ELSEWHERE, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, AWS],
  ] as const)('%s', async (_, env, origins) => {
    expect((await asked(env)).origins).toEqual(origins);
  });

  test.each([
    ELSEWHERE,
    'http://10.0.0.1',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
    'aws.corp',
    'localhost:4566',
  ])('with %s sends nothing, and says which variable it is', async (url) => {
    for (const variable of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_IAM']) {
      const { origins, last } = await asked({ AWS_ENDPOINT_URL_STS: url, [variable]: url });
      expect([origins, last]).toEqual([[], { code: 'aws.endpoint', params: { variable } }]);
    }
  });
});
