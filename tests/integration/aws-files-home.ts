// A home with AWS's files in it, a user at the stand-in, and Daypass over both: the real adapters to AWS and to the files,
// the real scripts, and behind them the app, of which git and the keyring are in memory. No desktop is needed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { systemClock, systemTimer } from '../../electron/adapters/electron/clock.ts';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { ContainerEndpoint } from '../../electron/adapters/endpoint/container-endpoint.ts';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { filePlaces } from '../../electron/adapters/files/file-places.ts';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { programsOf } from '../../electron/adapters/surroundings/programs.ts';
import { type App, buildApp } from '../../electron/core/app/build.ts';
import type { SharedFile } from '../../electron/core/aws-files/port.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { MendName } from '../../electron/core/doctor/mend.ts';
import type { ProfileChoice } from '../../electron/core/settings/settings.ts';
import { runCommand } from '../../electron/core/surfaces/commands/run-command.ts';
import { type Aws, startAws } from '../aws/aws.ts';
import { AppWorld } from '../fakes/app-world.ts';
import { choiceWith, type Different } from '../unit/samples.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As `daypass doctor --json` says it. */
export interface Said {
  readonly check: string;
  readonly code: string;
  readonly severity: string;
  readonly profile: string | null;
  readonly evidence: readonly string[];
  readonly mend: MendName | null;
  readonly cause: string;
  readonly fix: string;
}

const AROUND = ['clock', 'network', 'programs', 'environment'];

export class AwsFilesHome {
  readonly home: string;
  readonly aws: Aws;
  readonly app: App;
  readonly env: Record<string, string>;
  readonly script: string;
  readonly #root: string;
  readonly #commands: Parameters<typeof runCommand>[0];
  readonly #closing: (() => Promise<unknown>)[] = [];

  private constructor(root: string, aws: Aws) {
    this.#root = root;
    this.aws = aws;
    this.home = join(root, 'home');
    const own = join(this.home, '.daypass');
    this.script = join(own, 'bin', 'daypass');
    this.env = {
      PATH: process.env.PATH ?? '',
      HOME: this.home,
      LC_ALL: 'C.UTF-8',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      AWS_MAX_ATTEMPTS: '1',
      // The real addresses of AWS lead to the stand-in, as a network's own proxy would have it.
      HTTPS_PROXY: aws.proxyUrl,
      AWS_CA_BUNDLE: aws.codecommit.caFile,
      AWS_STS_REGIONAL_ENDPOINTS: 'regional',
    };
    const files = sharedFiles({}, this.home, {
      backup: new ForeignBackup(join(own, 'backup')),
      journal: join(own, 'unfinished'),
    });
    const connection = { fetch, env: { AWS_ENDPOINT_URL: aws.url } };
    const world = new AppWorld();
    this.app = buildApp(
      {
        ...world.ports(),
        programs: programsOf(this.env, this.home),
        clock: systemClock,
        timer: systemTimer,
        files,
        filePlaces: filePlaces((file) => files.path(file), this.home),
        aws: ({ offset, heard }) => ({
          sts: sts({ ...connection, clockOffset: offset, heardDate: heard }),
          iam: world.iam,
          tokens: world.tokens,
          oidc: world.center,
          portal: world.center,
        }),
      },
      { home: own, user: this.home, script: this.script, windows: false },
    );
    const { app } = this;
    const endpoint = new ContainerEndpoint({
      home: own,
      serve: (profile) => app.serving.serve(profile, 'endpoint', ''),
      language: () => 'en',
    });
    this.#closing.push(() => endpoint.close());
    this.#commands = {
      ...app,
      openPopover: () => {},
      containerEndpoint: (profile) => endpoint.of(app.book.profile(profile)),
      version: () => '1.2.3',
      quit: () => {},
    };
  }

  static async make(): Promise<AwsFilesHome> {
    const root = mkdtempSync(join(tmpdir(), 'daypass-doctor-'));
    const made = new AwsFilesHome(root, await startAws({ folder: join(root, 'aws') }));
    await mkdir(join(made.home, '.aws'), { recursive: true, mode: 0o700 });
    const own = join(made.home, '.daypass');
    await installScripts(join(import.meta.dirname, '../../assets/bin'), join(own, 'bin'));
    const handle = (request: Parameters<typeof runCommand>[1]) => runCommand(made.#commands, request);
    const agent = await serveAgent({ home: own, platform: process.platform, handle });
    made.#closing.push(() => agent.close());
    // Of a git that asks, nothing is found.
    await made.app.git.apply('set-up');
    return made;
  }

  /** The lines of the user's long-term key. */
  get key(): string {
    const { accessKeyId, secretAccessKey } = this.aws.user;
    return `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  }

  /** A profile `work-mfa` of the key in `[work]`. */
  add(different: Different<ProfileChoice> = {}): string {
    const { serial } = this.aws.user;
    return this.app.changes.add(choiceWith({ region: 'eu-west-1', serial, durationSeconds: 3_600, ...different }));
  }

  async signIn(profile: string): Promise<void> {
    await this.app.signIns.withCode(profile, new Secret(await this.aws.freshCode()));
    await this.app.sessions.settled(profile);
  }

  path(file: SharedFile): string {
    return join(this.home, '.aws', file);
  }

  read(file: SharedFile): string {
    return readFileSync(this.path(file), 'latin1');
  }

  write(file: SharedFile, text: string, mode = 0o600): void {
    writeFileSync(this.path(file), Buffer.from(text, 'latin1'), { mode });
  }

  /** What `daypass doctor --json` finds, first to last. */
  async findings(): Promise<readonly Said[]> {
    const { status, stdout } = await this.run(this.script, ['doctor', '--json']);
    const { checks } = JSON.parse(stdout) as { checks: { name: string; findings: Omit<Said, 'check'>[] }[] };
    const all = checks.flatMap(({ name, findings }) => findings.map((finding) => ({ check: name, ...finding })));
    // What this machine's own programs and variables are, is only told, and differs from one to the next.
    const found = all.filter(({ check, severity }) => severity !== 'info' || !AROUND.includes(check));
    if ((status === 0) !== found.every(({ severity }) => severity === 'info')) throw new Error(`exit status ${status}`);
    return found;
  }

  /** Mends with one click what was found, after a look at what that does; gives that back. */
  async mend(name: MendName): Promise<string> {
    const [plan] = await this.app.doctor.plan([name]);
    await this.app.doctor.mend([name]);
    return plan?.text ?? '';
  }

  /** Runs a program to its end, as the person would. */
  run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
    const child = spawn(program, args, {
      cwd: this.home,
      env: { ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, ...said }));
    });
  }

  async leave(): Promise<void> {
    for (const close of this.#closing) await close();
    this.app.stop();
    await this.aws.close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}
