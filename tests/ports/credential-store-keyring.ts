// A real gnome-keyring on a session bus of its own, filled by git's own libsecret helper: nobody's keyring is touched.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { secretServiceState } from '../../electron/adapters/keychain/linux/secret-service-state.ts';
import { PASSWORD, type Planted, piped, type StoreWorld } from './credential-store-world.ts';

const SOURCE = '/usr/share/doc/git/contrib/credential/libsecret/git-credential-libsecret.c';
const PROGRAMS = ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool', 'gcc', 'pkg-config'];

/** Why this cannot run here, or null. */
export function keyringMissing(): string | null {
  if (process.platform !== 'linux') return 'skipped: not Linux';
  const missing = PROGRAMS.find((program) => spawnSync('which', [program]).status !== 0);
  if (missing) return `skipped: ${missing} is not installed`;
  if (spawnSync('pkg-config', ['--exists', 'libsecret-1']).status !== 0)
    return 'skipped: libsecret-1-dev is not installed';
  return existsSync(SOURCE) ? null : `skipped: no ${SOURCE}`;
}

export class PrivateKeyring {
  readonly folder = mkdtempSync(join(tmpdir(), 'daypass-keyring-'));
  readonly address = `unix:path=${this.folder}/bus`;
  readonly env: NodeJS.ProcessEnv;
  readonly #children: ChildProcess[] = [];

  constructor() {
    mkdirSync(join(this.folder, 'run'), { mode: 0o700 });
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const at = (name: string) => join(this.folder, name);
    this.env = {
      ...env,
      HOME: this.folder,
      XDG_RUNTIME_DIR: at('run'),
      XDG_DATA_HOME: at('data'),
      XDG_CONFIG_HOME: at('config'),
      XDG_CACHE_HOME: at('cache'),
      DBUS_SESSION_BUS_ADDRESS: this.address,
    };
  }

  /** The bus alone; a bare one starts no service by itself. */
  async startBus(kind: 'usual' | 'bare' = 'usual'): Promise<void> {
    const config =
      kind === 'usual' ? '--session' : `--config-file=${join(import.meta.dirname, 'programs', 'bare-bus.conf')}`;
    this.#spawn('dbus-daemon', [config, '--nofork', '--nopidfile', `--address=${this.address}`]);
    await this.#until(() => existsSync(join(this.folder, 'bus')));
  }

  /** A keyring daemon; with a password it makes or opens the login keyring, without one that stays shut. */
  async startKeyring(password: string | null): Promise<void> {
    const args = ['--foreground', '--components=secrets', ...(password === null ? [] : ['--unlock'])];
    this.#spawn('gnome-keyring-daemon', args).stdin?.end(password ?? '');
    const due = password === null ? 'locked' : 'unlocked';
    await this.#until(async () => (await secretServiceState(this.address)) === due);
  }

  async stopKeyring(): Promise<void> {
    await ended(this.#children.pop());
  }

  async stop(): Promise<void> {
    // A daemon that is still ending would write into the folder again.
    for (const child of this.#children.splice(0).reverse()) await ended(child);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** By git's own helper. */
  plantLibsecret({ host, path, user }: Planted): Promise<string> {
    const lines = ['protocol=https', `host=${host}`, ...(path ? [`path=${path}`] : []), `username=${user}`];
    return piped(this.#helper(), ['store'], `${lines.join('\n')}\npassword=${PASSWORD}\n`, this.env);
  }

  /** In the shape that Git Credential Manager gives it, under its schema's name or without. */
  plantGcm({ host, path, user }: Planted, schema = true): Promise<string> {
    const service = `git:https://${host}${path ? `/${path}` : ''}`;
    const named = schema ? ['xdg:schema', 'com.microsoft.GitCredentialManager'] : [];
    return piped(
      'secret-tool',
      ['store', '--label=git', ...named, 'service', service, 'account', user],
      PASSWORD,
      this.env,
    );
  }

  plant(secret: string, ...attributes: readonly string[]): Promise<string> {
    return piped('secret-tool', ['store', '--label=other', ...attributes], secret, this.env);
  }

  /** Shuts it while it runs. */
  async lock(): Promise<void> {
    const collection = '/org/freedesktop/secrets/collection/login';
    const args = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
    execFileSync('dbus-send', [...args, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${collection}`], {
      env: this.env,
      stdio: 'ignore',
    });
    await this.#until(async () => (await secretServiceState(this.address)) === 'locked');
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
    for (const query of [['protocol', 'https'], GCM]) spawnSync('secret-tool', ['clear', ...query], { env: this.env });
  }

  /** git's own helper, built from the source that Debian's git brings along. */
  #helper(): string {
    const helper = join(this.folder, 'git-credential-libsecret');
    if (existsSync(helper)) return helper;
    const flags = (kind: string) =>
      execFileSync('pkg-config', [kind, 'libsecret-1', 'glib-2.0'], { encoding: 'utf8' }).trim().split(/\s+/);
    execFileSync('gcc', [...flags('--cflags'), '-o', helper, SOURCE, ...flags('--libs')]);
    return helper;
  }

  /** Ends also where a program of ours has ended before its time. */
  async #until(is: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await is())) {
      const ended = this.#children.find(({ exitCode }) => exitCode !== null);
      if (ended) throw new Error(`${ended.spawnfile} ended with ${ended.exitCode}`);
      await pause(20);
    }
  }

  #spawn(program: string, args: readonly string[]): ChildProcess {
    const child = spawn(program, args, { env: this.env, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#children.push(child);
    return child;
  }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

export const GCM = ['xdg:schema', 'com.microsoft.GitCredentialManager'];

/** An unlocked keyring, as one of the stores that the suite runs over. */
export function keyringWorld(keyring: PrivateKeyring): StoreWorld {
  return {
    store: secretService(keyring.address),
    async plant(all) {
      for (const [i, one] of all.entries()) await (i % 2 === 0 ? keyring.plantLibsecret(one) : keyring.plantGcm(one));
    },
    left: async () => [...keyring.users('protocol', 'https'), ...keyring.users(...GCM)],
    close: () => keyring.clear(),
  };
}
