// The real keyring of this session, as git's own libsecret helper and Git Credential Manager fill it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { PASSWORD, type Planted, piped, type StoreWorld } from './credential-store-world.ts';

const SOURCE = '/usr/share/doc/git/contrib/credential/libsecret/git-credential-libsecret.c';

/** Why this cannot run here, or null. */
export function keyringMissing(): string | null {
  if (process.platform !== 'linux') return 'skipped: not Linux';
  if (!process.env.DBUS_SESSION_BUS_ADDRESS)
    return 'skipped: no DBUS_SESSION_BUS_ADDRESS, run it with a session bus and an unlocked keyring';
  if (!existsSync(SOURCE)) return `skipped: no ${SOURCE}`;
  return null;
}

let built: string | null = null;

/** git's own helper, built once from the source that Debian's git brings along. */
export function libsecretHelper(): string {
  if (built) return built;
  const helper = join(mkdtempSync(join(tmpdir(), 'daypass-libsecret-')), 'git-credential-libsecret');
  const flags = execFileSync('pkg-config', ['--cflags', '--libs', 'libsecret-1', 'glib-2.0'], { encoding: 'utf8' });
  const [cflags, libs] = [flags, flags].map((text) => text.trim().split(/\s+/));
  execFileSync('gcc', ['-O1', ...(cflags ?? []), '-o', helper, SOURCE, ...(libs ?? [])]);
  built = helper;
  return helper;
}

/** By git's helper. */
export const plantLibsecret = ({ host, path, user }: Planted): Promise<string> =>
  piped(
    libsecretHelper(),
    ['store'],
    `protocol=https\nhost=${host}\n${path ? `path=${path}\n` : ''}username=${user}\npassword=${PASSWORD}\n`,
  );

/** In the shape that Git Credential Manager gives it. */
export const plantGcm = ({ host, path, user }: Planted, schema = true): Promise<string> =>
  piped(
    'secret-tool',
    [
      'store',
      '--label=git',
      ...(schema ? ['xdg:schema', 'com.microsoft.GitCredentialManager'] : []),
      ...['service', `git:https://${host}${path ? `/${path}` : ''}`, 'account', user],
    ],
    PASSWORD,
  );

const KINDS = ['protocol https', 'service', 'xdg:schema com.microsoft.GitCredentialManager'] as const;

/** The users that `secret-tool` finds for git's helper and for GCM; of its output only the attributes' lines are let through. */
export function keyringUsers(): readonly string[] {
  const found = KINDS.flatMap((kind) => [...shell(`secret-tool search --all ${kind}`).matchAll(USER)]);
  return found.map(([, user = '']) => user);
}

export function keyringWorld(): StoreWorld {
  const clear = () => {
    for (const query of [
      ['protocol', 'https'],
      ['xdg:schema', 'com.microsoft.GitCredentialManager'],
    ]) {
      execFileSync('sh', ['-c', 'secret-tool clear "$@" || true', 'sh', ...query]);
    }
  };
  clear();
  return {
    store: secretService(process.env.DBUS_SESSION_BUS_ADDRESS),
    async plant(all) {
      for (const [i, one] of all.entries()) await (i % 2 === 0 ? plantLibsecret(one) : plantGcm(one));
    },
    left: async () => keyringUsers(),
    close: clear,
  };
}
