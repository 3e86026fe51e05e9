// The programs that people use AWS with, as they are installed, and the ways in which they come by Daypass's session.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Person, Ran } from './person.ts';

const PROGRAMS = join(import.meta.dirname, 'clients');

export interface AwsClient {
  readonly name: string;
  /** Prints the caller's ARN, the buckets, and what it has put into the bucket that it is given, a line each. */
  readonly command: readonly [string, ...string[]];
  /** The last of these lines. */
  readonly says: string;
  /** Those before 2024 do not know AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE. */
  readonly readsTokenFile: boolean;
}

/** In the words of a shell, each runs `"$@"` with the session. */
export const WAYS = {
  'the credentials file': 'AWS_PROFILE=work-mfa exec "$@"',
  credential_process: 'AWS_PROFILE=work-process exec "$@"',
  'daypass env': 'eval "$(daypass env work-mfa)"; exec "$@"',
  'daypass exec': 'exec daypass exec work-mfa -- "$@"',
  'the container endpoint': 'eval "$(daypass env work-mfa --endpoint)"; exec "$@"',
  'the container endpoint, for clients before 2024':
    'eval "$(daypass env work-mfa --endpoint)";' +
    'AWS_CONTAINER_AUTHORIZATION_TOKEN=$(cat "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") exec "$@"',
} as const;

export type Way = keyof typeof WAYS;

/** Debian's AWS CLI, the one that comes first where that is another, boto3, and the SDK for JavaScript. */
export function awsClients(): readonly AwsClient[] {
  return [...awsPrograms().flatMap(awsCli), boto3(), sdkForJavaScript()];
}

/** Empty for a program that does not run, as a version manager's without a version. */
function awsCli(program: string): readonly AwsClient[] {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /^aws-cli\/(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  if (!major || !minor) return [];
  return [
    {
      name: `AWS CLI ${major}.${minor}`,
      command: ['sh', join(PROGRAMS, 'aws-cli.sh'), program],
      says: 'said by the AWS CLI',
      readsTokenFile: Number(minor) >= (major === '1' ? 31 : 15),
    },
  ];
}

function boto3(): AwsClient {
  // Debian's, whatever else is called so.
  const python = '/usr/bin/python3';
  const version = execFileSync(python, ['-c', 'import boto3; print(boto3.__version__)'], { encoding: 'utf8' });
  return {
    name: `boto3 ${version.trim()}`,
    command: [python, join(PROGRAMS, 'boto3-client.py')],
    says: 'said by boto3',
    readsTokenFile: Number(version.split('.')[1]) >= 33,
  };
}

const sdkForJavaScript = (): AwsClient => ({
  name: 'AWS SDK for JavaScript',
  command: [process.execPath, '--no-warnings', join(PROGRAMS, 'aws-sdk.mjs')],
  says: 'said by the SDK for JavaScript',
  readsTokenFile: true,
});

function awsPrograms(): readonly string[] {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const found = folders.map((folder) => join(folder, 'aws')).filter((path) => existsSync(path));
  return [...new Map(found.map((path) => [realpathSync(path), path])).values()].slice(0, 2);
}

/** Runs it as the person would type it, with Daypass's scripts on the PATH. */
export function runClient(person: Person, client: AwsClient, words: string, bucket: string): Promise<Ran> {
  const { region } = person.aws.codecommit;
  const env = {
    PATH: `${join(person.home, '.daypass/bin')}${delimiter}${person.env.PATH}`,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
  return person.run('sh', ['-c', words, 'sh', ...client.command, bucket], { env });
}
