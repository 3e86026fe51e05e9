// AWS's own helper as judge: with the same keys, at the same second, ours is the same to the byte.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { digest } from '../../electron/adapters/digest.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { codecommitHost } from '../../electron/core/git/codecommit-host.ts';
import { codecommitPassword } from '../../electron/core/git/credential/codecommit-password.ts';
import { awsProgram } from '../world/programs.ts';
import { attributesOf } from './git-home.ts';

const keys = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//+token==',
};

function awsHelper(host: string, repository: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const env = {
    ...Object.fromEntries(inherited),
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    // AWS's helper does not find the region of every host by itself.
    AWS_DEFAULT_REGION: codecommitHost(host)?.region ?? '',
  };
  const input = `protocol=https\nhost=${host}\npath=v1/repos/${repository}\n`;
  return attributesOf(
    execFileSync(awsProgram(), ['codecommit', 'credential-helper', 'get'], { env, input, encoding: 'utf8' }),
  );
}

describe('as `aws codecommit credential-helper get`', () => {
  test.each([
    ['git-codecommit.us-east-1.amazonaws.com', 'app'],
    ['git-codecommit.us-east-1.amazonaws.com:443', 'app'],
    ['git-codecommit-fips.ca-central-1.amazonaws.com', 'My.repo_1-x'],
    ['git-codecommit.us-gov-west-1.amazonaws.com', '.hidden'],
    ['git-codecommit.cn-northwest-1.amazonaws.com.cn', 'x'.repeat(100)],
    ['vpce-0a1b-2c3d.git-codecommit.eu-west-1.vpce.amazonaws.com', 'app'],
    ['vpce-0a1b-2c3d.git-codecommit-fips.us-west-2.vpce.amazonaws.com', 'app'],
  ])('%s %s', (host, repository) => {
    const theirs = awsHelper(host, repository);
    const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(theirs.password ?? '') ?? [];
    const at = codecommitHost(host);
    if (!at) throw new Error('not taken for CodeCommit');
    const then = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
    expect(codecommitPassword(digest, new Secret(keys), at, repository, then).reveal()).toEqual(theirs);
  });
});
