// A home with the whole app in it but its window: real git, real files, real stores of git's helpers, AWS's stand-in, and
// Daypass's own script, which asks it as a person does. What the doctor says there is what `daypass doctor --json` prints.

import { join } from 'node:path';
import { awsServices } from '../../electron/adapters/aws/services.ts';
import { systemClock, systemTimer } from '../../electron/adapters/electron/clock.ts';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { ContainerEndpoint } from '../../electron/adapters/endpoint/container-endpoint.ts';
import { serveGitSocket } from '../../electron/adapters/endpoint/git-socket.ts';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { realGit } from '../../electron/adapters/git/git.ts';
import { readNetrc } from '../../electron/adapters/git/netrc.ts';
import { credentialStores } from '../../electron/adapters/keychain/stores.ts';
import { programsOf } from '../../electron/adapters/surroundings/programs.ts';
import { type App, buildApp } from '../../electron/core/app/build.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { MendName } from '../../electron/core/doctor/mend.ts';
import { answerText } from '../../electron/core/git/credential/answer.ts';
import type { ProfileChoice } from '../../electron/core/settings/settings.ts';
import { runCommand } from '../../electron/core/surfaces/commands/run-command.ts';
import type { Aws } from '../aws/aws.ts';
import { AppWorld } from '../fakes/app-world.ts';
import { choiceWith, type Different } from '../unit/samples.ts';
import { awsProgram } from '../world/programs.ts';
import { GitHome, type Ran } from './git-home.ts';

export interface SeenFinding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly profile: string | null;
  readonly evidence: readonly string[];
  readonly mend: MendName | null;
  readonly cause: string;
  readonly fix: string;
}

export interface SeenCheck {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly SeenFinding[];
}

const ASSETS = join(import.meta.dirname, '../../assets');

const AROUND = ['clock', 'network', 'programs', 'environment'];

export class DoctorHome {
  readonly home = new GitHome();
  readonly aws: Aws;
  readonly app: App;
  readonly #close: (() => Promise<void>)[] = [];

  private constructor(aws: Aws) {
    this.aws = aws;
    const { home, env, folder } = this.home;
    // Nobody's real keyring: a test that wants one says so.
    env.DBUS_SESSION_BUS_ADDRESS = `unix:path=${home}/no-bus`;
    const journal = join(folder, 'unfinished');
    const fakes = new AppWorld().ports();
    const git = realGit(env, home, journal);
    const { platform } = process;
    this.app = buildApp(
      {
        ...fakes,
        programs: programsOf(env, home),
        clock: systemClock,
        timer: systemTimer,
        aws: (time) => awsServices({ fetch, env: { AWS_ENDPOINT_URL: aws.url } }, time),
        files: sharedFiles(env, home, { backup: new ForeignBackup(join(folder, 'backup')), journal }),
        git,
        readNetrc: () => readNetrc(env, home),
        stores: (hosts) => credentialStores({ platform, env, home, journal, git, hosts }),
      },
      { home: folder, user: home, script: join(folder, 'bin/daypass'), windows: false },
    );
  }

  /** With a repository `hello`, the person's own key as `work`, and git's way to the stand-in. */
  static async start(aws: Aws): Promise<DoctorHome> {
    const doctor = new DoctorHome(aws);
    const { home, app } = doctor;
    await home.leadTo(aws);
    await home.git(['config', '--global', 'user.name', 'u']);
    await home.git(['config', '--global', 'user.email', 'u@example.com']);
    doctor.writeKey(aws.user);
    await installScripts(join(ASSETS, 'bin'), join(home.folder, 'bin'));
    await installScripts(join(ASSETS, 'completion'), join(home.folder, 'completion'), 0o644);
    const endpoint = new ContainerEndpoint({
      home: home.folder,
      serve: (profile) => app.serving.serve(profile, 'endpoint', ''),
      language: () => app.language(),
    });
    const commands = {
      ...app,
      openPopover: () => {},
      containerEndpoint: (profile: string) => endpoint.of(app.book.profile(profile)),
      version: () => '0.1.0',
      quit: () => void doctor.#quit(),
    };
    const agent = await serveAgent({
      home: home.folder,
      platform: process.platform,
      handle: (request) => runCommand(commands, request),
    });
    const answer = async (input: string, signal: AbortSignal) =>
      answerText(await app.answers.answerCacheClient(input, signal));
    const socket = await serveGitSocket({ path: home.socketPath, answer });
    doctor.#close.push(
      () => agent.close(),
      () => socket.close(),
      () => endpoint.close(),
    );
    return doctor;
  }

  writeKey({ accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }): void {
    const text = `[work]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
    this.home.write('.aws/credentials', text, 0o600);
  }

  addProfile(different: Different<ProfileChoice> = {}): string {
    const { region } = this.aws.codecommit;
    return this.app.changes.add(choiceWith({ region, serial: this.aws.user.serial, ...different }));
  }

  /** Of the only profile. Rejects as the app does. */
  async signIn(profile: string, code?: string): Promise<void> {
    await this.app.signIns.withCode(profile, new Secret(code ?? (await this.aws.freshCode())));
    await this.app.sessions.settled(profile);
  }

  daypass(...args: readonly string[]): Promise<Ran> {
    return this.home.run(join(this.home.folder, 'bin/daypass'), args);
  }

  /** `daypass doctor --json`, by the real script. */
  async checks(): Promise<readonly SeenCheck[]> {
    return JSON.parse((await this.daypass('doctor', '--json')).stdout).checks;
  }

  /** What this machine's own programs and variables are, is only told, and differs from one to the next. */
  async findings(): Promise<readonly SeenFinding[]> {
    return (await this.checks()).flatMap(({ name, findings }) =>
      AROUND.includes(name) ? findings.filter(({ severity }) => severity !== 'info') : findings,
    );
  }

  async codes(): Promise<readonly string[]> {
    return (await this.findings()).map(({ code }) => code);
  }

  /** As the doctor's screen does it. */
  async mend(...names: readonly MendName[]): Promise<void> {
    await this.app.doctor.mend(names);
  }

  /** git, as in a terminal, at a repository of the stand-in's. */
  lsRemote(url: string, env: Record<string, string> = {}): Promise<Ran> {
    return this.home.git(['ls-remote', url], { env });
  }

  /** The AWS CLI with that profile of the files. */
  awsCli(args: readonly string[], profile = 'work'): Promise<Ran> {
    const at = ['--endpoint-url', this.aws.url, '--region', this.aws.codecommit.region, '--profile', profile];
    return this.home.run(awsProgram(), [...at, ...args]);
  }

  async #quit(): Promise<void> {
    this.app.stop();
    for (const close of this.#close.splice(0)) await close();
  }

  async stop(): Promise<void> {
    await this.#quit();
    await this.home.remove();
  }
}
