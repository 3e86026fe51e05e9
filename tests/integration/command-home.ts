// A home with Daypass's scripts in it and, when asked, the real endpoint with the app in memory behind it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { runCommand } from '../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp } from '../fakes/command-app.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly app: FakeCommandApp;
  close(): Promise<void>;
}

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

export class CommandHome {
  readonly folder: string;
  readonly #root: string;
  readonly #running = new Set<Running>();

  private constructor(root: string, name: string) {
    this.#root = root;
    this.folder = join(root, name);
  }

  /** `name` is that of Daypass's folder. */
  static async make(name = '.daypass'): Promise<CommandHome> {
    const home = new CommandHome(await mkdtemp(join(tmpdir(), 'daypass-cli-')), name);
    await installScripts(join(ASSETS, 'bin'), join(home.folder, 'bin'));
    await installScripts(join(ASSETS, 'completion'), join(home.folder, 'completion'), 0o644);
    return home;
  }

  get script(): string {
    return join(this.folder, 'bin', 'daypass');
  }

  get env(): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH, HOME: this.#root, LANG: 'en_US.UTF-8' };
  }

  async start(app = new FakeCommandApp(), platform: NodeJS.Platform = process.platform): Promise<Running> {
    const agent = await serveAgent({
      home: this.folder,
      platform,
      handle: (request) => runCommand(app, request),
    });
    const running = { app, close: () => agent.close() };
    this.#running.add(running);
    return running;
  }

  async remove(): Promise<void> {
    for (const running of this.#running) await running.close();
    await rm(this.#root, { recursive: true, force: true });
  }
}

/** Lets the app wait, and tells whether who has asked is still there. */
export function letWait(app: FakeCommandApp): { readonly waits: boolean; readonly gone: boolean } {
  const asked = { waits: false, gone: false };
  app.answer = (_, __, signal) => {
    asked.waits = true;
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => {
        asked.gone = true;
        resolve({ stdout: '', failure: null });
      }),
    );
  };
  return asked;
}

interface Run {
  readonly env: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], options: Run): Promise<Ran> {
  return start(program, args, options).ended;
}

export function start(program: string, args: readonly string[], { env, input = '', cwd }: Run) {
  const child = spawn(program, args, { env, cwd, stdio: 'pipe', detached: true });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  // A program that ends before it has read everything is a case of its own, not an error of the test.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
  return { child, ended, pid: child.pid ?? 0 };
}

/** The shells that `#!/bin/sh` can be; those that are not on this machine are left out. */
export const SHELLS: readonly (readonly string[])[] = [
  ['sh'],
  ['dash'],
  ['bash', '--posix'],
  ['bash'],
  ['busybox', 'sh'],
];
