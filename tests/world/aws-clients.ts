// The programs that people use AWS with, as they are installed, and the ways in which they come by Daypass's session.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Person, Ran } from './person.ts';

const PROGRAMS = join(import.meta.dirname, 'clients');

export interface AwsClient {
  readonly name: string;
  /** Prints the caller's ARN, the buckets, and what it has put into the bucket, a line each. */
  readonly command: readonly [string, ...string[]];
  /** Clients before 2024 do not know AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE. */
  readonly readsTokenFile: boolean;
  /** The last line. */
  readonly says: string;
}

/** Each runs the command `"$@"` with the session; the words are a POSIX shell's. */
export const WAYS = {
  'the profile in the credentials file': 'AWS_PROFILE=work-mfa exec "$@"',
  credential_process: 'AWS_PROFILE=work-process exec "$@"',
  'daypass env': 'eval "$(daypass env work-mfa)"; exec "$@"',
  'daypass exec': 'exec daypass exec work-mfa -- "$@"',
  'the container endpoint': 'eval "$(daypass env work-mfa --endpoint)"; exec "$@"',
} as const;

export type Way = keyof typeof WAYS;

/** Debian's AWS CLI, a newer one where there is one before it, boto3, and the SDK that Daypass itself is built with. */
export function awsClients(): readonly AwsClient[] {
  return [...awsPrograms().map(awsCli), boto3(), sdkForJavaScript()];
}

function awsCli(program: string): AwsClient {
  const version = /^aws-cli\/(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return {
    name: `AWS CLI ${major}.${minor}`,
    command: ['sh', join(PROGRAMS, 'aws-cli.sh'), program],
    readsTokenFile: major === 1 ? minor >= 31 : minor >= 15,
    says: 'said by the AWS CLI',
  };
}

function boto3(): AwsClient {
  const python = '/usr/bin/python3';
  const version = execFileSync(python, ['-c', 'import boto3; print(boto3.__version__)'], { encoding: 'utf8' });
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return {
    name: `boto3 ${major}.${minor}`,
    command: [python, join(PROGRAMS, 'boto3-client.py')],
    readsTokenFile: major > 1 || minor >= 33,
    says: 'said by boto3',
  };
}

const sdkForJavaScript = (): AwsClient => ({
  name: 'AWS SDK for JavaScript',
  command: [process.execPath, join(PROGRAMS, 'aws-sdk.mjs')],
  readsTokenFile: true,
  says: 'said by the SDK for JavaScript',
});

/** Debian's, and the first of the PATH where that is another. */
function awsPrograms(): readonly string[] {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const found = folders.map((folder) => join(folder, 'aws')).filter(isProgram);
  const [first = 'aws', next = first] = [...new Map(found.map((path) => [realpathSync(path), path])).values()];
  return first === next ? [first] : [first, next];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

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
