// A real keyring on a session bus of its own, gnome-keyring or another, filled by git's own libsecret helper: nobody's
// keyring is touched. Nobody asks for a keyring before this one has its name, as the bus would start another, which stays locked.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next';
import { secretServiceKeys } from '../../electron/adapters/keychain/linux/secret-service-keys.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { end, PrivateBus } from '../desktop/private-bus.ts';
import { PASSWORD, type Planted, piped } from '../ports/credential-store-world.ts';
import { isThere } from './programs.ts';

const SOURCE = '/usr/share/doc/git/contrib/credential/libsecret/git-credential-libsecret.c';
const PROGRAMS = ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool', 'gcc', 'pkg-config'];
const SECRETS = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const SERVICE = 'org.freedesktop.Secret.Service';
const LOGIN = `${SECRETS.path}/collection/login`;

export const GCM = ['xdg:schema', 'com.microsoft.GitCredentialManager'];

/** Why this cannot run here, or null. */
export function keyringMissing(): string | null {
  if (process.platform !== 'linux') return 'skipped: not Linux';
  const missing = PROGRAMS.find((program) => !isThere(program));
  if (missing) return `skipped: ${missing} is not installed`;
  if (spawnSync('pkg-config', ['--exists', 'libsecret-1']).status !== 0)
    return 'skipped: libsecret-1-dev is not installed';
  return existsSync(SOURCE) ? null : `skipped: no ${SOURCE}`;
}

/** A program that serves the Secret Service on a bus of a test's own. */
export interface KeyringProgram {
  /** Resolves when it has the name on the bus: with a password it is open, or will be at once; without one it stays shut. */
  start(password: string | null): Promise<void>;
  running(): boolean;
  end(): Promise<void>;
}

class GnomeKeyring implements KeyringProgram {
  readonly #bus: PrivateBus;
  #daemon: ChildProcess | null = null;

  constructor(bus: PrivateBus) {
    this.#bus = bus;
  }

  /** With a password it makes or opens the login keyring. */
  async start(password: string | null): Promise<void> {
    const args = ['--foreground', '--components=secrets', ...(password === null ? [] : ['--unlock'])];
    const daemon = spawn('gnome-keyring-daemon', args, { env: this.#bus.env, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#daemon = daemon;
    daemon.stdin.on('error', () => {}).end(password ?? '');
    await this.#bus.owned(SECRETS.destination, daemon);
  }

  running(): boolean {
    return this.#daemon?.exitCode === null;
  }

  async end(): Promise<void> {
    await end(this.#daemon);
    this.#daemon = null;
  }
}

export class PrivateKeyring {
  readonly bus: PrivateBus;
  readonly #program: KeyringProgram;

  private constructor(bus: PrivateBus, program: KeyringProgram) {
    this.bus = bus;
    this.#program = program;
  }

  /** The bus first, without a keyring. A `usual` one starts another for whoever asks too early, a `bare` one does not. */
  static async onBus(kind: 'usual' | 'bare' = 'usual'): Promise<PrivateKeyring> {
    const bus = await (kind === 'usual' ? PrivateBus.startUsual() : PrivateBus.start());
    return new PrivateKeyring(bus, new GnomeKeyring(bus));
  }

  static async of(program: (bus: PrivateBus) => KeyringProgram): Promise<PrivateKeyring> {
    const bus = await PrivateBus.start();
    return new PrivateKeyring(bus, program(bus));
  }

  get address(): string {
    return this.bus.address;
  }

  get env(): NodeJS.ProcessEnv {
    return this.bus.env;
  }

  /** Home of the keyring and of git's helper. */
  get folder(): string {
    return this.bus.folder;
  }

  /** With a password it is made or opened, without one it stays shut. */
  async start(password: string | null): Promise<void> {
    await this.#program.start(password);
    await this.#says(password === null ? 'locked' : 'unlocked');
  }

  end(): Promise<void> {
    return this.#program.end();
  }

  /** With the bus. */
  async stop(): Promise<void> {
    // A daemon that is still ending would write into the folder again.
    await this.end();
    await this.bus.stop();
  }

  /** Shuts it while it runs. */
  async lock(): Promise<void> {
    await this.#talk(async (call) => {
      const [path] = await call(SERVICE, 'ReadAlias', 's', ['default']);
      await call(SERVICE, 'Lock', 'ao', [[path]]);
    });
    await this.#says('locked');
  }

  /** Opens it while it runs, as a person does by typing its password into its window. */
  async unlock(password: string): Promise<void> {
    await this.#talk(async (call) => {
      const [, session] = await call(SERVICE, 'OpenSession', 'sv', ['plain', new Variant('s', '')]);
      const secret = [session, Buffer.alloc(0), Buffer.from(password), 'text/plain'];
      // What gnome-keyring has for the login screen and its own tests.
      const face = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
      await call(face, 'UnlockWithMasterPassword', 'o(oayays)', [LOGIN, secret]);
    });
  }

  /** By git's own helper. */
  plantLibsecret({ host, path, user }: Planted): Promise<string> {
    const lines = ['protocol=https', `host=${host}`, ...(path ? [`path=${path}`] : []), `username=${user}`];
    return piped(this.helper(), ['store'], `${lines.join('\n')}\npassword=${PASSWORD}\n`, this.env);
  }

  /** In the shape that Git Credential Manager gives it, under its schema's name or without. */
  plantGcm({ host, path, user }: Planted, schema = true): Promise<string> {
    const service = `git:https://${host}${path ? `/${path}` : ''}`;
    const attributes = [...(schema ? GCM : []), 'service', service, 'account', user];
    return piped('secret-tool', ['store', '--label=git', ...attributes], PASSWORD, this.env);
  }

  plant(secret: string, ...attributes: readonly string[]): Promise<string> {
    return piped('secret-tool', ['store', '--label=other', ...attributes], secret, this.env);
  }

  /** The users that `secret-tool` finds; the secrets, which it prints too, are not read. */
  users(...query: readonly string[]): readonly string[] {
    const run = spawnSync('secret-tool', ['search', '--all', ...query], {
      env: this.env,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    return [...run.stderr.matchAll(/^attribute\.(?:user|account) = (.*)$/gm)].map(([, user = '']) => user);
  }

  clear(): void {
    for (const query of [['protocol', 'https'], GCM]) this.clearItems(...query);
  }

  clearItems(...query: readonly string[]): void {
    spawnSync('secret-tool', ['clear', ...query], { env: this.env });
  }

  /** git's own helper, built from the source that Debian's git brings along. */
  helper(): string {
    const helper = join(this.folder, 'git-credential-libsecret');
    if (existsSync(helper)) return helper;
    const flags = (kind: string) =>
      execFileSync('pkg-config', [kind, 'libsecret-1', 'glib-2.0'], { encoding: 'utf8' }).trim().split(/\s+/);
    execFileSync('gcc', [...flags('--cflags'), '-o', helper, SOURCE, ...flags('--libs')]);
    return helper;
  }

  /** Waits for as long as the daemon lives: one that is slow counts as locked for a while. */
  async #says(due: 'locked' | 'unlocked'): Promise<void> {
    while ((await readiness(this.address)) !== due) {
      if (!this.#program.running()) throw new Error(`the keyring ended before it was ${due}`);
      await pause(20);
    }
  }

  async #talk<T>(about: (call: Call) => Promise<T>): Promise<T> {
    const bus: MessageBus = sessionBus({ busAddress: this.address });
    const call: Call = async (face, member, signature, body) =>
      (await bus.call(new Message({ ...SECRETS, interface: face, member, signature, body })))?.body ?? [];
    try {
      return await about(call);
    } finally {
      bus.disconnect();
    }
  }
}

/** What a program that wants to keep a secret hears of the keyring on this bus. */
export async function readiness(address: string): Promise<string> {
  const keys = secretServiceKeys(address);
  try {
    await keys.ready();
    return 'unlocked';
  } catch (thrown) {
    return { 'kept.locked': 'locked', 'kept.not-encrypted': 'absent' }[failureOf(thrown).code as string] ?? 'ill';
  } finally {
    keys.close();
  }
}

type Call = (face: string, member: string, signature: string, body: unknown[]) => Promise<unknown[]>;
