// Guarantees: git and the AWS CLI as they are installed, run in a home of their own, with an environment that holds
// nothing of the person's and no secret in any argument.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awsProgram } from '../world/programs.ts';
import type { Aws } from './aws.ts';

export interface ClientCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RealClients {
  readonly home: string;
  /** Writes the AWS profile that both clients then use. */
  signIn(credentials: ClientCredentials): Promise<void>;
  /** `aws` against the stand-in's url, or against AWS's own addresses by way of its proxy. */
  awsCli(args: readonly string[], way?: 'by url' | 'by proxy'): Promise<Run>;
  /** With AWS's own credential helper if no other is given; what is to be read comes by standard input. */
  git(args: readonly string[], helper?: string, input?: string): Promise<Run>;
}

export const awsHelper = (): string => `!'${awsProgram()}' codecommit credential-helper $@`;

interface Surroundings {
  readonly cwd: string;
  readonly env: Record<string, string>;
}

function run(program: string, args: readonly string[], surroundings: Surroundings, input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, surroundings);
    child.stdin.on('error', () => {}).end(input);
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.on('error', (error) => reject(new Error(`${program} is needed (Debian: git, awscli)`, { cause: error })));
    child.on('close', (status) => resolve({ status, ...output }));
  });
}

export async function prepareClients(aws: Aws, home: string): Promise<RealClients> {
  const { codecommit } = aws;
  const gitConfig = join(home, 'gitconfig');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LC_ALL: 'C.UTF-8',
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    GIT_CONFIG_GLOBAL: gitConfig,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...codecommit.gitEnvironment(),
  };
  const proxied = {
    HTTPS_PROXY: aws.proxyUrl,
    AWS_CA_BUNDLE: codecommit.caFile,
    AWS_STS_REGIONAL_ENDPOINTS: 'regional',
  };
  await mkdir(home, { recursive: true });
  await writeFile(env.AWS_CONFIG_FILE, `[default]\nregion = ${codecommit.region}\n`);
  await writeFile(gitConfig, '[user]\n\tname = Ada\n\temail = ada@example.com\n[credential]\n\tuseHttpPath = true\n');
  const routed = codecommit.gitConfig().flatMap((setting) => ['-c', setting]);
  return {
    home,
    signIn: ({ accessKeyId, secretAccessKey, sessionToken }) => {
      const token = sessionToken ? `aws_session_token = ${sessionToken}\n` : '';
      const keys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
      return writeFile(env.AWS_SHARED_CREDENTIALS_FILE, `[default]\n${keys}${token}`, { mode: 0o600 });
    },
    awsCli: (args, way = 'by url') =>
      way === 'by url'
        ? run(awsProgram(), ['--endpoint-url', aws.url, ...args], { cwd: home, env })
        : run(awsProgram(), args, { cwd: home, env: { ...env, ...proxied } }),
    git: (args, helper = awsHelper(), input = '') =>
      run('git', [...routed, '-c', `credential.helper=${helper}`, ...args], { cwd: home, env }, input),
  };
}
