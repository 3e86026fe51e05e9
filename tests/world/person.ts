// A person at their computer, for tests and the demo: a home of their own, an AWS user at the stand-in, a repository on
// CodeCommit, and the real programs (git, the AWS CLI, Daypass's scripts) run as that person would run them.
import { type ExecFileException, execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aws, startAws } from '../aws/aws.ts';
import type { Statement } from '../aws/policy.ts';
import { gitRoute } from '../aws/signed-in.ts';
import { awsProgram } from './programs.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PersonOptions {
  /** What the credentials file holds beside the person's own key; `{key}` and `{secret}` are filled in. */
  readonly credentials?: string;
  readonly gitConfig?: string;
  /** What they may do at AWS; default: a developer's. */
  readonly policy?: readonly Statement[];
  /** What they have at AWS: an authenticator app (the default), nothing yet, or security keys alone, which make no code. */
  readonly device?: 'authenticator' | 'none' | 'security-key';
}

const CREDENTIALS = '# My AWS keys\n[work]\naws_access_key_id = {key}\naws_secret_access_key = {secret}\n';

export class Person {
  readonly home: string;
  readonly aws: Aws;
  readonly env: Record<string, string>;

  private constructor(home: string, aws: Aws) {
    this.home = home;
    this.aws = aws;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|GIT_|DAYPASS_|XDG_(CONFIG|DATA|CACHE))/.test(name),
    );
    this.env = {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      HOME: home,
      DAYPASS_HOME: join(home, '.daypass'),
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      AWS_ENDPOINT_URL: aws.url,
      LC_ALL: 'C.UTF-8',
    };
  }

  /** `folder` becomes the home's parent and holds the stand-in's files too. */
  static async at(folder: string, options: PersonOptions = {}): Promise<Person> {
    const home = join(folder, 'home');
    mkdirSync(join(home, '.aws'), { recursive: true, mode: 0o700 });
    const { policy, device = 'authenticator' } = options;
    const aws = await startAws({ folder: join(folder, 'aws'), ...(policy ? { policy } : {}) });
    if (device !== 'authenticator') aws.removeDevice();
    if (device === 'security-key') aws.addDevice(aws.user, 'yubikey', 'fido');
    const person = new Person(home, aws);
    const filled = (options.credentials ?? CREDENTIALS)
      .replace('{key}', aws.user.accessKeyId)
      .replace('{secret}', aws.user.secretAccessKey);
    writeFileSync(person.credentialsFile, filled, { mode: 0o600 });
    writeFileSync(join(home, '.aws/config'), `[profile work]\nregion = ${aws.codecommit.region}\n`);
    writeFileSync(
      join(home, '.gitconfig'),
      `[user]\n\tname = Demo\n\temail = demo@example.com\n[init]\n\tdefaultBranch = main\n${options.gitConfig ?? ''}`,
    );
    for (const words of gitRoute(aws)) await person.git(words);
    return person;
  }

  get credentialsFile(): string {
    return join(this.home, '.aws/credentials');
  }

  /** The empty string where there is no file yet. */
  readCredentials(): string {
    if (!existsSync(this.credentialsFile)) return '';
    return readFileSync(this.credentialsFile, 'latin1');
  }

  repositoryUrl(name: string): string {
    return `https://${this.aws.codecommit.host}/v1/repos/${name}`;
  }

  /** Runs a program to its end; never rejects. */
  run(program: string, args: readonly string[], { cwd = this.home, env = {}, input = '' } = {}): Promise<Ran> {
    return new Promise((resolve) => {
      const done = (error: ExecFileException | null, stdout: string, stderr: string) =>
        resolve({ status: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
      const child = execFile(program, args, { cwd, env: { ...this.env, ...env }, maxBuffer: 1 << 26 }, done);
      // A program that does not read its input is not at fault.
      child.stdin?.on('error', () => {}).end(input);
    });
  }

  git(args: readonly string[], cwd = this.home): Promise<Ran> {
    return this.run('git', args, { cwd });
  }

  daypass(args: readonly string[], input = ''): Promise<Ran> {
    return this.run(join(this.home, '.daypass/bin/daypass'), args, { input });
  }

  /** Debian 12's AWS CLI is too old for AWS_ENDPOINT_URL. */
  awsCli(args: readonly string[]): Promise<Ran> {
    return this.run(awsProgram(), ['--endpoint-url', this.aws.url, '--region', this.aws.codecommit.region, ...args]);
  }

  /** Commits a new file and pushes. */
  async commitAndPush(cwd: string, file: string): Promise<Ran> {
    writeFileSync(join(cwd, file), `${file}\n`);
    await this.git(['add', file], cwd);
    await this.git(['commit', '-m', `Add ${file}`], cwd);
    return this.git(['push', '-u', 'origin', 'HEAD'], cwd);
  }

  async leave(): Promise<void> {
    await this.aws.close();
  }
}
