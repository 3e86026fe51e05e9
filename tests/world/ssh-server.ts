// A remote machine as far as ssh goes: the real sshd on loopback, with keys of its own, and behind it the same system with
// another home, in which nothing but what every Debian has is to be found.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';

const SSHD = '/usr/sbin/sshd';

/** Why this cannot run here, or null. */
export const sshMissing = (): string | null =>
  existsSync(SSHD) && existsSync('/usr/bin/ssh') ? null : 'skipped: openssh-server is not installed';

export interface SshServerOptions {
  /** For keys, settings and the far home; of ours alone. */
  readonly folder: string;
  /** More lines for sshd_config. */
  readonly settings?: readonly string[];
}

export class SshServer {
  /** The far side's. */
  readonly home: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #server: ChildProcess;

  private constructor(folder: string, home: string, port: number, server: ChildProcess) {
    this.#folder = folder;
    this.home = home;
    this.#port = port;
    this.#server = server;
  }

  static async start({ folder, settings = [] }: SshServerOptions): Promise<SshServer> {
    const at = (name: string) => join(folder, name);
    const home = at('far');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    for (const key of ['host', 'key']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
    // sshd of root wants the folder in which it locks its helpers up.
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
    const lines = [
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('key.pub')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password',
      'PrintMotd no',
      `SetEnv HOME=${home} PATH=/usr/bin:/bin GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0 LC_ALL=C.UTF-8`,
      ...settings,
    ];
    const [port, server] = await listening(at('sshd_config'), lines);
    writeFileSync(at('known_hosts'), `[127.0.0.1]:${port} ${readFileSync(at('host.pub'), 'utf8')}`);
    return new SshServer(folder, home, port, server);
  }

  /** What a person writes into ~/.ssh/config, with more lines for this host. */
  config(name: string, lines: readonly string[]): string {
    const file = join(this.#folder, `ssh_config-${name}`);
    const all = [
      `Host ${name}`,
      '  HostName 127.0.0.1',
      `  Port ${this.#port}`,
      `  User ${userInfo().username}`,
      `  IdentityFile ${join(this.#folder, 'key')}`,
      `  UserKnownHostsFile ${join(this.#folder, 'known_hosts')}`,
      '  IdentitiesOnly yes',
      '  BatchMode yes',
      ...lines.map((line) => `  ${line}`),
    ];
    writeFileSync(file, `${all.join('\n')}\n`);
    return file;
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null) return;
    const exit = once(this.#server, 'exit');
    this.#server.kill();
    await exit;
  }
}

/** sshd takes no port of the system's choice, and another program may take one that was free a moment ago. */
async function listening(file: string, lines: readonly string[]): Promise<[port: number, server: ChildProcess]> {
  for (;;) {
    const port = await freePort();
    writeFileSync(file, `${[`ListenAddress 127.0.0.1:${port}`, ...lines].join('\n')}\n`);
    const server = spawn(SSHD, ['-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const listens = new Promise<boolean>((resolve) => {
      server.stderr.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (said.includes('Server listening')) resolve(true);
      });
      server.on('close', () => resolve(false));
    });
    if (await listens) return [port, server];
    if (!said.includes('Address already in use')) throw new Error(`sshd ended: ${said}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
