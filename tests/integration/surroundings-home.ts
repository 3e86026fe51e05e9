// A person's home with the whole app in it, on the real adapters of all that the doctor looks at: the real git, shells, AWS
// CLI and scripts, and the stand-in for AWS. Only the keyring, the desktop and the stores of git's helpers are left out.

import { randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { awsServices } from '../../electron/adapters/aws/services.ts';
import { digest } from '../../electron/adapters/digest.ts';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { filePlaces } from '../../electron/adapters/files/file-places.ts';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { realGit } from '../../electron/adapters/git/git.ts';
import { readNetrc } from '../../electron/adapters/git/netrc.ts';
import { programsOf } from '../../electron/adapters/surroundings/programs.ts';
import { startFiles } from '../../electron/adapters/surroundings/start-files.ts';
import { type App, buildApp } from '../../electron/core/app/build.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { runCommand } from '../../electron/core/surfaces/commands/run-command.ts';
import { noBrowser } from '../fakes/browser-sign-in.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';
import { FakeSecretBox } from '../fakes/secret-box.ts';
import { FakeSettingsStore } from '../fakes/settings-store.ts';
import { FakeQrReader, FakeTotp } from '../fakes/totp.ts';
import { choiceWith } from '../unit/samples.ts';
import { Person, type Ran } from '../world/person.ts';
import { awsProgram } from '../world/programs.ts';

export interface Drawn {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly profile: string | null;
    readonly evidence: readonly string[];
    readonly mend: string | null;
    readonly cause: string;
    readonly fix: string;
  }[];
}

const ASSETS = join(import.meta.dirname, '../../assets/bin');

export class SurroundingsHome {
  readonly person: Person;
  readonly app: App;
  readonly #root: string;
  readonly #close: () => Promise<void>;
  /** All that the doctor has said, for a look at what must not be in it. */
  said = '';

  private constructor(root: string, person: Person, app: App, close: () => Promise<void>) {
    [this.#root, this.person, this.app, this.#close] = [root, person, app, close];
  }

  /** `appEnv` is what Daypass was started with beside what the person has. */
  static async make(appEnv: Record<string, string> = {}): Promise<SurroundingsHome> {
    const root = mkdtempSync(join(tmpdir(), 'daypass-around-'));
    const person = await Person.at(root);
    const home = person.home;
    const folder = join(home, '.daypass');
    const bin = join(folder, 'bin');
    // A program that a desktop starts has no PATH of a shell's.
    const { PATH = '' } = person.env;
    person.env.PATH = `${bin}:${PATH}`;
    Object.assign(person.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_PAGER: '' });
    delete person.env.DAYPASS_HOME;
    await installScripts(ASSETS, bin);
    const env = { ...person.env, PATH, ...appEnv };
    const journal = join(folder, 'unfinished');
    const after = (ms: number, then: () => void) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    };
    const files = sharedFiles(env, home, { backup: new ForeignBackup(join(folder, 'backup')), journal });
    const app = buildApp(
      {
        clock: { wall: () => Date.now(), steady: () => performance.now() },
        timer: { after },
        aws: (time) => awsServices({ fetch, env }, time),
        ...noBrowser(),
        settings: new FakeSettingsStore(),
        files,
        filePlaces: filePlaces((file) => files.path(file), home),
        box: new FakeSecretBox(),
        sessionFiles: new FakeSealedFiles(),
        secretFiles: new FakeSealedFiles(),
        totp: new FakeTotp(),
        qr: new FakeQrReader(),
        drawQr: async () => '<svg/>',
        digest,
        git: realGit(env, home, journal),
        readNetrc: () => readNetrc(env, home),
        stores: async () => [],
        env,
        // The files of this machine's own are none of this person's.
        startFiles: startFiles({
          env,
          home,
          backup: join(folder, 'backup/shell'),
          journal,
          root: join(root, 'system'),
        }),
        programs: programsOf(env, home),
        desktop: { state: async () => ({ tray: true, notifications: 'shown' }) },
        newId: randomUUID,
        locales: ['en'],
        canOpenUnseen: true,
      },
      { home: folder, user: home, script: join(bin, 'daypass'), windows: process.platform === 'win32' },
    );
    const none = () => {
      throw new Error('no desktop');
    };
    const surface = { openPopover: none, containerEndpoint: none, version: () => '1.2.3', quit: none };
    const agent = await serveAgent({
      home: folder,
      platform: process.platform,
      handle: (request) => runCommand({ ...app, ...surface }, request),
    });
    const { aws } = person;
    app.changes.add(choiceWith({ region: aws.codecommit.region, serial: aws.user.serial }));
    return new SurroundingsHome(root, person, app, () => agent.close());
  }

  async signIn(): Promise<void> {
    const [profile] = this.app.book.profiles;
    await this.app.signIns.withCode(profile?.id ?? '', new Secret(await this.person.aws.freshCode()));
    await this.app.settled();
  }

  path(name: string): string {
    return join(this.person.home, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  remove(name: string): void {
    rmSync(this.path(name), { force: true, recursive: true });
  }

  link(to: string, name: string): void {
    symlinkSync(this.path(to), this.path(name));
  }

  isLink(name: string): boolean {
    return lstatSync(this.path(name)).isSymbolicLink();
  }

  /** What was kept of start files before they were changed. */
  copies(): readonly { readonly text: string; readonly mode: number }[] {
    const folder = this.path('.daypass/backup/shell');
    return readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return { text: readFileSync(path, 'utf8'), mode: statSync(path).mode & 0o777 };
    });
  }

  /** Words in a shell that has read its start files; `$aws` is the AWS CLI. */
  inShell(shell: readonly string[], words: string, env: Record<string, string> = {}): Promise<Ran> {
    const [program = '', ...args] = shell;
    return this.person.run(program, [...args, words], { env: { aws: this.#aws(), ...env } });
  }

  /** The AWS CLI, asking where the environment says: those before 2.13 do not read that by themselves. */
  #aws(): string {
    const path = join(this.#root, 'aws-cli');
    const words = `\${AWS_ENDPOINT_URL:+--endpoint-url "$AWS_ENDPOINT_URL"}`;
    writeFileSync(path, `#!/bin/sh\nexec '${awsProgram()}' ${words} "$@"\n`, { mode: 0o755 });
    return path;
  }

  /** `daypass doctor --json` in such a shell. */
  async doctor(shell: readonly string[] = ['sh', '-c'], env: Record<string, string> = {}): Promise<readonly Drawn[]> {
    // Some shells make a PATH of their own when somebody logs in.
    const { stdout, stderr } = await this.inShell(shell, '"$HOME/.daypass/bin/daypass" doctor --json', env);
    this.said += stdout + stderr;
    const at = stdout.indexOf('{\n  "well"');
    return JSON.parse(stdout.slice(at)).checks;
  }

  async close(): Promise<void> {
    this.app.stop();
    await this.#close();
    await this.person.leave();
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** What makes ill, in the order in which it is said. */
export const illIn = (checks: readonly Drawn[]) =>
  checks.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));

export const allIn = (checks: readonly Drawn[]) => checks.flatMap(({ findings }) => findings);
