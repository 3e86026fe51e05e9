/** KWallet's daemon (ksecretd) on a bus of a test's own, with a wallet whose password is known. */
import type { ChildProcess } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { end, type PrivateBus } from '../desktop/private-bus.ts';
import type { KeyringProgram } from '../world/private-keyring.ts';
import { startInDebian } from './debian.ts';

export class KSecretD implements KeyringProgram {
  readonly #bus: PrivateBus;
  readonly #env: NodeJS.ProcessEnv;
  #daemon: ChildProcess | null = null;

  constructor(bus: PrivateBus, display?: string) {
    this.#bus = bus;
    this.#env = {
      ...bus.env,
      LC_ALL: 'C.UTF-8',
      ...(display ? { DISPLAY: display } : { QT_QPA_PLATFORM: 'offscreen' }),
    };
  }

  /** With a password it makes or opens the wallet as a login does, without one that stays shut. */
  async start(password: string | null): Promise<void> {
    const config = join(this.#bus.folder, 'config');
    mkdirSync(config, { recursive: true });
    if (!existsSync(join(config, 'kwalletrc'))) {
      writeFileSync(join(config, 'kwalletrc'), '[Wallet]\nEnabled=true\nFirst Use=false\nDefault Wallet=kdewallet\n');
    }
    this.#daemon = password === null ? this.#run([], []) : await this.#logIn(password);
    await this.#bus.owned('org.freedesktop.secrets', this.#daemon);
  }

  running(): boolean {
    return this.#daemon?.exitCode === null;
  }

  async end(): Promise<void> {
    await end(this.#daemon);
    this.#daemon = null;
  }

  #run(args: readonly string[], more: ('pipe' | number)[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const stdio = ['ignore' as const, 'ignore' as const, 'inherit' as const, ...more];
    return startInDebian('ksecretd', args, { env: { ...this.#env, ...env }, stdio });
  }

  /** As pam_kwallet does it: the password's hash over one descriptor, the session's environment over another. */
  async #logIn(password: string): Promise<ChildProcess> {
    const wallets = join(this.#bus.folder, 'data/kwalletd');
    mkdirSync(wallets, { recursive: true });
    const saltFile = join(wallets, 'kdewallet.salt');
    if (!existsSync(saltFile)) writeFileSync(saltFile, randomBytes(56), { mode: 0o600 });
    const hash = pbkdf2Sync(password, readFileSync(saltFile), 50_000, 56, 'sha512');
    const socket = join(this.#bus.folder, 'pam');
    rmSync(socket, { force: true });
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const { fd } = (server as Server & { _handle: { fd: number } })._handle;
    const daemon = this.#run(['--pam-login', '3', '4'], ['pipe', fd], { PAM_KWALLET5_LOGIN: 'yes' });
    (daemon.stdio[3] as Writable).end(hash);
    // Nothing happens here before the server is closed: it is the daemon that finds the connection.
    connect(socket).end('DAYPASS=test\n');
    server.close();
    return daemon;
  }
}
