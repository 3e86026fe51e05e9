/** KeePassXC on a bus of a test's own, as the Secret Service, with a database whose password is known. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, type PrivateBus } from '../desktop/private-bus.ts';
import type { KeyringProgram } from '../world/private-keyring.ts';
import { runInDebian, startInDebian } from './debian.ts';

/** As it comes it asks who may read an item or delete it, and saves after every change. */
export interface Habits {
  readonly asks?: boolean;
  /** Without it KeePassXC 2.8.0 cannot end as it does, once in about twenty times, where many entries come and go at once. */
  readonly saves?: boolean;
}

const UNASKED = 'ConfirmAccessItem=false\nConfirmDeleteItem=false\n';

export class KeePassXC implements KeyringProgram {
  readonly #bus: PrivateBus;
  readonly #env: NodeJS.ProcessEnv;
  readonly #database: string;
  readonly #habits: Habits;
  #program: ChildProcess | null = null;

  constructor(bus: PrivateBus, habits: Habits = {}, display?: string) {
    this.#bus = bus;
    const way = display ? { DISPLAY: display } : { QT_QPA_PLATFORM: 'offscreen' };
    // Of those that share a folder for temporary files only the first runs.
    this.#env = { ...bus.env, LC_ALL: 'C.UTF-8', TMPDIR: bus.env.XDG_RUNTIME_DIR, ...way };
    this.#database = join(bus.folder, 'secrets.kdbx');
    this.#habits = habits;
  }

  /** A new database with its first group given to the Secret Service. */
  #make(password: string): void {
    const twice = `${password}\n${password}\n`;
    this.#cli(['db-create', '-p', this.#database], twice);
    const xml = this.#cli(['export', '-f', 'xml', this.#database], `${password}\n`);
    const group = /<Root>\s*<Group>\s*<UUID>([^<]+)/.exec(xml)?.[1] ?? '';
    const uuid = Buffer.from(group, 'base64')
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const exposed = `<Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{${uuid}}</Value></Item>`;
    const plain = join(this.#bus.folder, 'secrets.xml');
    writeFileSync(plain, xml.replace('<CustomData>', `<CustomData>${exposed}`), { mode: 0o600 });
    rmSync(this.#database);
    this.#cli(['import', '-p', plain, this.#database], twice);
    rmSync(plain);
    const config = join(this.#bus.folder, 'config/keepassxc');
    mkdirSync(config, { recursive: true });
    const { asks = true, saves = true } = this.#habits;
    const general = `ConfigVersion=2\nUpdateCheckMessageShown=true\nAutoSaveAfterEveryChange=${saves}\n`;
    const gui = 'CheckForUpdates=false\nShowTrayIcon=false\n';
    writeFileSync(
      join(config, 'keepassxc.ini'),
      `[General]\n${general}[GUI]\n${gui}[FdoSecrets]\nEnabled=true\n${asks ? '' : UNASKED}`,
    );
  }

  /** With a password its database is made or opened, without one it waits for the person to open it. */
  async start(password: string | null): Promise<void> {
    if (password !== null && !existsSync(this.#database)) this.#make(password);
    const args = password === null ? [this.#database] : ['--pw-stdin', this.#database];
    this.#program = startInDebian('keepassxc', args, { env: this.#env, stdio: ['pipe', 'ignore', 'inherit'] });
    this.#program.stdin?.on('error', () => {}).end(`${password ?? ''}\n`);
    await this.#bus.owned('org.freedesktop.secrets', this.#program);
  }

  running(): boolean {
    return this.#program?.exitCode === null;
  }

  async end(): Promise<void> {
    const program = this.#program;
    // What it has not saved it would ask about, and there may be nobody to answer.
    const patience = setTimeout(() => program?.kill('SIGKILL'), 5_000);
    await end(program);
    clearTimeout(patience);
    this.#program = null;
  }

  #cli(args: readonly string[], input: string): string {
    return runInDebian('keepassxc-cli', args, this.#env, input);
  }
}
