// The programs that people use AWS with, as they are installed, and the ways in which they come by Daypass's session.
import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Person, Ran } from './person.ts';
import { type AwsProgram, awsPrograms, pythonsWith } from './programs.ts';

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

/** As many have it in their shell: the profile that holds the long-term key. */
export const CHOSEN = 'export AWS_PROFILE=work; ';

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

/** The AWS CLI that comes first and Debian's where that is another, boto3, and the SDK for JavaScript. */
export function awsClients(): readonly AwsClient[] {
  return [...awsPrograms().slice(0, 2).map(awsCli), boto3(), sdkForJavaScript()];
}

const awsCli = ({ path, major, minor }: AwsProgram): AwsClient => ({
  name: `AWS CLI ${major}.${minor}`,
  command: ['sh', join(PROGRAMS, 'aws-cli.sh'), path],
  says: 'said by the AWS CLI',
  readsTokenFile: minor >= (major === 1 ? 31 : 15),
});

function boto3(): AwsClient {
  const [python] = pythonsWith('boto3');
  if (!python) throw new Error('boto3 is needed (Debian: python3-boto3)');
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

/** Runs it as the person would type it: with Daypass's scripts on the PATH, and no region but what Daypass gives it. */
export function runClient(person: Person, client: AwsClient, words: string, bucket: string): Promise<Ran> {
  const env = {
    PATH: `${join(person.home, '.daypass/bin')}${delimiter}${person.env.PATH}`,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
  return person.run('sh', ['-c', words, 'sh', ...client.command, bucket], { env });
}
