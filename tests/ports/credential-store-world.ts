// Stores to run one suite over: each plants credentials as git's helpers leave them, and tells whose are still there.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { credentialCache } from '../../electron/adapters/keychain/git-stores/credential-cache.ts';
import { credentialStoreFile } from '../../electron/adapters/keychain/git-stores/credential-store-file.ts';
import { macosKeychain } from '../../electron/adapters/keychain/macos/macos-keychain.ts';
import { credentialApi } from '../../electron/adapters/keychain/windows/credential-api.ts';
import { credentialManager } from '../../electron/adapters/keychain/windows/credential-manager.ts';
import { codecommitHost } from '../../electron/core/git/codecommit-host.ts';
import type { CredentialStore } from '../../electron/core/git/stale/port.ts';
import { withoutToken } from '../../electron/core/git/stale/stale-entry.ts';
import { FakeCredentialStore } from '../fakes/credential-store.ts';
import { FakeCredentialApi } from '../fakes/windows-credentials.ts';
import { storeAsGcm, storeWithWincred } from '../world/windows-credentials.ts';

export interface Planted {
  readonly host: string;
  readonly path?: string;
  readonly user: string;
}

export interface StoreWorld {
  readonly store: CredentialStore;
  /** Whether of each host the store shows only one entry at a time. */
  readonly firstOnly?: boolean;
  plant(all: readonly Planted[]): Promise<void>;
  /** The users that are still there, for any host. */
  left(): Promise<readonly string[]>;
  close(): void;
}

export const PASSWORD = '20260101T000000Zplanted-password';

export function scratch(): { readonly folder: string; readonly close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-stores-'));
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder for PATH with one of `programs/` under the name of the system's own. */
function withProgram(folder: string, name: string): NodeJS.ProcessEnv {
  const script = join(import.meta.dirname, 'programs', `${name}.mjs`);
  writeFileSync(join(folder, name), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(join(folder, name), 0o755);
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
}

export function fakeWorld(): StoreWorld {
  const store = new FakeCredentialStore();
  const foreign: string[] = [];
  return {
    store,
    async plant(all) {
      for (const { host, path, user } of all) {
        if (codecommitHost(host))
          store.entries.push(store.entry({ host, path: path ?? null, user: withoutToken(user) }));
        else foreign.push(user);
      }
    },
    left: async () => [...store.entries.map(({ user }) => user ?? ''), ...foreign],
    close() {},
  };
}

const url = ({ host, path, user }: Planted) =>
  `https://${encodeURIComponent(user)}:${PASSWORD}@${host.replace(':', '%3a')}${path ? `/${path}` : ''}`;

export function fileWorld(): StoreWorld & { readonly file: string } {
  const { folder, close } = scratch();
  const file = join(folder, '.git-credentials');
  return {
    file,
    store: credentialStoreFile(file, '~/.git-credentials', join(folder, 'unfinished')),
    plant: async (all) => writeFileSync(file, all.map((one) => `${url(one)}\n`).join(''), { mode: 0o600 }),
    left: async () =>
      [...readFileSync(file, 'utf8').matchAll(/^https:\/\/([^:]*):/gm)].map(([, user = '']) =>
        decodeURIComponent(user),
      ),
    close,
  };
}

/** The real daemon of the real git. */
export function cacheWorld(hosts: readonly string[]): StoreWorld & { readonly socket: string } {
  const { folder, close } = scratch();
  mkdirSync(join(folder, 'c'), { mode: 0o700 });
  const socket = join(folder, 'c', 'socket');
  const git = (action: string, { host, path, user }: Partial<Planted>) =>
    execFileSync('git', ['credential-cache', '--socket', socket, action], {
      input: [
        'protocol=https',
        `host=${host}`,
        ...(path ? [`path=${path}`] : []),
        ...(user ? [`username=${user}`] : []),
        ...(action === 'store' ? [`password=${PASSWORD}`] : []),
        '',
      ].join('\n'),
      encoding: 'utf8',
    });
  const planted: Planted[] = [];
  return {
    socket,
    firstOnly: true,
    store: credentialCache(socket, hosts),
    async plant(all) {
      for (const one of all) git('store', one);
      planted.push(...all);
    },
    left: async () => planted.filter((one) => git('get', one).includes('password=')).map(({ user }) => user),
    close() {
      if (existsSync(socket)) execFileSync('git', ['credential-cache', '--socket', socket, 'exit']);
      close();
    },
  };
}

export interface ProgramWorld extends StoreWorld {
  /** Sets what the program does from now on. */
  set(different: object): void;
  /** The arguments of every call so far. */
  calls(): string;
  readonly env: NodeJS.ProcessEnv;
}

/** As git-credential-osxkeychain and, for every second one, Git Credential Manager store it. */
export function macosWorld(): ProgramWorld {
  const { folder, close } = scratch();
  const file = join(folder, 'keychain.json');
  const env = { ...withProgram(folder, 'security'), TEST_KEYCHAIN: file };
  const read = () => JSON.parse(readFileSync(file, 'utf8'));
  const set = (different: object) => writeFileSync(file, JSON.stringify({ ...read(), ...different }));
  writeFileSync(file, '{"items":[]}');
  const times = { cdat: '20260101120000Z', mdat: '20260102030405Z' };
  return {
    store: macosKeychain(env),
    env,
    set,
    async plant(all) {
      const items = all.map(({ host, path, user }, i) =>
        i % 2 === 0
          ? {
              class: 'inet',
              attributes: { acct: user, ...times, path: path ?? null, port: '\0\0\0\0', ptcl: 'htps', srvr: host },
            }
          : {
              class: 'genp',
              attributes: { acct: user, ...times, svce: `git:https://${host}${path ? `/${path}` : ''}` },
            },
      );
      set({ items: [...read().items, ...items] });
    },
    left: async () => read().items.map((item: { attributes: { acct: string } }) => item.attributes.acct),
    calls: () => (existsSync(`${file}.calls`) ? readFileSync(`${file}.calls`, 'utf8') : ''),
    close,
  };
}

const target = ({ host, path, user }: Planted, withUser: boolean) =>
  `git:https://${withUser ? `${user}@` : ''}${host}${path ? `/${path}` : ''}`;

/** As GCM and, for every second one, wincred store it. */
export function windowsWorld(): StoreWorld & { readonly api: FakeCredentialApi } {
  const api = new FakeCredentialApi();
  return {
    api,
    store: credentialManager(api),
    async plant(all) {
      for (const [i, one] of all.entries()) api.put(target(one, i % 2 === 1), one.user);
    },
    left: async () => api.credentials.map(({ user }) => user ?? ''),
    close() {},
  };
}

/** The same by the helpers' own means, in the real store of this user. */
export function realWindowsWorld(): StoreWorld {
  const api = credentialApi();
  return {
    store: credentialManager(),
    async plant(all) {
      for (const [i, one] of all.entries())
        (i % 2 === 1 ? storeWithWincred : storeAsGcm)({ ...one, password: PASSWORD });
    },
    left: async () => api.enumerate('git:').map(({ user }) => user ?? ''),
    close() {
      for (const { target, type } of api.enumerate('git:')) api.remove(target, type);
    },
  };
}

/** Runs a program with input and gives its output; for planting with the real tools. */
export function piped(tool: string, args: readonly string[], input: string, env = process.env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`${tool} ended with ${status}`))));
    // Its status says what became of it.
    child.stdin.on('error', () => {}).end(input);
  });
}
