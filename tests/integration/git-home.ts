// A home with the real git in it, and what Daypass is to git there: the configuration it writes, its socket, and its script.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '../../electron/adapters/digest.ts';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { serveGitSocket } from '../../electron/adapters/endpoint/git-socket.ts';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { realGit } from '../../electron/adapters/git/git.ts';
import { readNetrc } from '../../electron/adapters/git/netrc.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { Git } from '../../electron/core/git/config/port.ts';
import { GitSetup } from '../../electron/core/git/config/setup.ts';
import { answerText, GitAnswers } from '../../electron/core/git/credential/answer.ts';
import type { Choosable } from '../../electron/core/git/credential/choose-profile.ts';
import { presenceOf } from '../../electron/core/git/credential/presence.ts';
import type { ServingSession } from '../../electron/core/git/credential/serving-session.ts';
import { Unconfirmed } from '../../electron/core/git/credential/unconfirmed.ts';
import { Waiting } from '../../electron/core/git/credential/waiting.ts';
import { WentOn } from '../../electron/core/git/credential/went-on.ts';
import type { Use } from '../../electron/core/session/uses.ts';
import { failureLines, told } from '../../electron/core/surfaces/commands/told.ts';
import type { Aws } from '../aws/aws.ts';
import { gitRoute } from '../aws/signed-in.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ASSETS = join(import.meta.dirname, '../../assets/bin');

export const profile = (id: string, region = 'us-east-1'): Choosable => ({ id, name: `${id}-mfa`, key: id, region });

export class GitHome {
  readonly home = mkdtempSync(join(tmpdir(), 'daypass-git-'));
  readonly env: Record<string, string>;
  /** Where the app has its things. */
  readonly folder: string;
  profiles: readonly Choosable[] = [profile('work')];
  remembered: Record<string, string> = {};
  readonly uses: Use[] = [];
  readonly waited: string[] = [];
  /** Those that asked in the background. */
  readonly unattended: string[] = [];
  readonly waiting: Waiting;
  readonly #answers: GitAnswers;
  readonly #sessions = new Map<string, ServingSession>();
  readonly #children = new Set<ChildProcess>();
  /** To the stand-in: without it AWS itself would be asked. */
  #isLed = false;
  #closeSocket: (() => Promise<void>) | null = null;
  #closeScript: (() => Promise<void>) | null = null;
  readonly #scriptCalls: string[] = [];

  constructor(folder = '.daypass') {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS_|GIT_|DAYPASS_|XDG_)/.test(name));
    this.env = {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      HOME: this.home,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C.UTF-8',
    };
    this.folder = join(this.home, folder);
    const after = (ms: number, then: () => void) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    };
    this.waiting = new Waiting({ steady: () => performance.now() }, { after }, () => {});
    this.#answers = new GitAnswers({
      clock: { now: () => Date.now(), offset: () => 0, steady: () => performance.now() },
      digest,
      waiting: this.waiting,
      unconfirmed: new Unconfirmed({ after }),
      wentOn: new WentOn({ timer: { after }, now: () => Date.now(), changed: () => {} }),
      changed: () => {},
      profiles: () => this.profiles,
      remembered: () => this.remembered,
      sessionOf: (id) => this.#sessions.get(id) ?? null,
      askPush: async (url) => (this.#isLed ? this.port().askPush(url) : null),
      emit: (news) => {
        if (news.is === 'git-used') this.uses.push(news.use);
        if (news.is === 'git-waits') this.waited.push(news.asked.repository);
        if (news.is === 'git-in-background') this.unattended.push(news.asked.repository);
      },
    });
  }

  get served() {
    return this.#answers.served;
  }

  get socketPath(): string {
    return join(this.folder, 'git.sock');
  }

  get configFile(): string {
    return join(this.home, '.gitconfig');
  }

  path(name: string): string {
    return join(this.home, name);
  }

  read(name: string): string | null {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'latin1') : null;
  }

  write(name: string, text: string, mode = 0o644): void {
    mkdirSync(join(this.path(name), '..'), { recursive: true });
    writeFileSync(this.path(name), text, { encoding: 'latin1', mode });
    chmodSync(this.path(name), mode);
  }

  /** What the application does with git's configuration. */
  setup(env: Record<string, string> = {}, changes: Partial<Git> = {}): GitSetup {
    return new GitSetup({
      git: { ...this.port(env), ...changes },
      folder: this.folder,
      windows: false,
      profiles: () => this.profiles,
      readNetrc: () => readNetrc(this.env, this.home),
      changed: () => {},
    });
  }

  port(env: Record<string, string> = {}): Git {
    return realGit({ ...this.env, ...env }, this.home, join(this.home, '.daypass/unfinished'));
  }

  signIn(id: string, keys = { accessKeyId: `ASIA${id}`, secretAccessKey: 'key', sessionToken: 'token==' }): void {
    this.#sessions.set(id, {
      id: 1,
      credentials: new Secret(keys),
      expiresAt: Date.now() + 3_600_000,
      until: null,
      identity: { account: '123456789012', arn: '' },
    });
    this.waiting.look();
  }

  signOut(): void {
    this.#sessions.clear();
  }

  /** Starts what the running app is to git. */
  async startApp(): Promise<void> {
    await this.startSocket();
    await this.#startScript();
  }

  async startSocket(): Promise<void> {
    const answer = async (input: string, signal: AbortSignal) => {
      const given = await this.#answers.answerCacheClient(input, signal);
      return given.kind === 'waits' ? `x-waits=waits for ${given.profile}\n` : answerText(given);
    };
    this.#closeSocket = (await serveGitSocket({ path: this.socketPath, answer })).close;
  }

  async stopApp(): Promise<void> {
    await this.#closeSocket?.();
    this.#closeSocket = null;
    await this.#closeScript?.();
    this.#closeScript = null;
  }

  /** The real script, and the part of the app that serves it. */
  async #startScript(): Promise<void> {
    const agent = await serveAgent({
      home: this.folder,
      platform: process.platform,
      handle: async ({ args, input, signal }) => {
        const [operation = '', , seconds] = args;
        this.#scriptCalls.push(operation);
        const answer = await this.#answers.answerScript(operation, input, signal, presenceOf(seconds));
        const failure = answer.kind === 'quit' ? answer.failure : null;
        const stdout = answerText(answer);
        if (answer.kind === 'waits')
          return { status: 0, stdout, stderr: told(`waits for ${answer.profile}`), waits: true };
        return { status: failure ? 1 : 0, stdout, stderr: failure ? failureLines(failure, 'en') : '' };
      },
    });
    this.#closeScript = agent.close;
    await installScripts(ASSETS, join(this.folder, 'bin'));
  }

  /** What the app was asked for by the script since the last look. */
  scriptCalls(): string[] {
    return this.#scriptCalls.splice(0);
  }

  run(program: string, args: readonly string[], { input = '', env = {}, cwd = this.home } = {}): Promise<Ran> {
    return new Promise((resolve) => {
      const child = execFile(program, args, { env: { ...this.env, ...env }, cwd }, (thrown, stdout, stderr) => {
        const status = thrown ? (typeof thrown.code === 'number' ? thrown.code : null) : 0;
        resolve({ status, stdout, stderr });
      });
      child.stdin?.on('error', () => {}).end(input);
    });
  }

  git(
    args: readonly string[],
    options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
  ): Promise<Ran> {
    return this.run('git', args, options);
  }

  /** From now on this home's git finds CodeCommit at the stand-in. */
  async leadTo(aws: Aws): Promise<void> {
    this.#isLed = true;
    for (const words of gitRoute(aws)) await this.git(words);
  }

  /** Leaves it running; ended with the home at the latest. */
  start(program: string, args: readonly string[], input: string): ChildProcess {
    const child = spawn(program, args, { env: this.env, cwd: this.home, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin?.on('error', () => {}).end(input);
    this.#children.add(child);
    child.on('exit', () => this.#children.delete(child));
    return child;
  }

  async remove(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await this.stopApp();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** git's `key=value` lines. */
export function attributesOf(output: string): Record<string, string> {
  return Object.fromEntries(
    output
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
