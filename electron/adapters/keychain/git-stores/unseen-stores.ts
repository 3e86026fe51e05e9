/** Which places git's configured helpers keep passwords in that Daypass does not look into: they are named, so that nobody takes them for clean. */
import { basename } from 'node:path';
import { failure } from '../../../core/base/failure.ts';
import { reachesCodeCommit, splitName } from '../../../core/git/config/config-name.ts';
import { isOwnFile } from '../../../core/git/config/config-section.ts';
import type { GitEntry } from '../../../core/git/config/port.ts';
import type { CredentialStore } from '../../../core/git/stale/port.ts';
import { ABSOLUTE, type Environment, helperWords, option } from './helper-settings.ts';

export function unseenStore(name: string): CredentialStore {
  return {
    name,
    present: async () => true,
    list: async () => ({ entries: [], hidden: failure('keychain.not-looked-into', { store: name }) }),
    remove: async () => {},
  };
}

/** The names of those places, as people know them. */
export function unseenStores(
  entries: readonly GitEntry[],
  home: string,
  env: Environment,
  platform: NodeJS.Platform,
): readonly string[] {
  const credential = entries
    .map((entry) => ({ ...entry, ...splitName(entry.name) }))
    .filter(({ section, subsection }) => section === 'credential' && reachesCodeCommit(subsection));
  const setting = (key: string) => credential.findLast((entry) => entry.key === key)?.value || null;
  const manager = {
    store: env.GCM_CREDENTIAL_STORE || setting('credentialstore'),
    namespace: env.GCM_NAMESPACE || setting('namespace'),
  };
  const names = credential
    .filter(({ key, value, origin }) => key === 'helper' && value && !isOwnFile(origin))
    .map((entry) => unseenOf(entry, helperWords(entry.value ?? '', home, env), manager, platform));
  return [...new Set(names)].filter((name) => name !== null);
}

/** What only asks, or keeps nothing for CodeCommit: Daypass itself, AWS's helper, those of other hosts. */
const KEEPS_NOTHING = new Set(['daypass', 'aws', 'gh', 'glab', 'oauth', 'netrc']);

/** The system's own stores, where Daypass looks into them. */
const SEEN_ON: Readonly<Record<string, NodeJS.Platform>> = {
  osxkeychain: 'darwin',
  wincred: 'win32',
  libsecret: 'linux',
  'gnome-keyring': 'linux',
};

type Manager = Readonly<Record<'store' | 'namespace', string | null>>;

function unseenOf(
  { name, value, origin }: GitEntry,
  [program = '', ...options]: readonly string[],
  manager: Manager,
  platform: NodeJS.Platform,
): string | null {
  const file = basename(program.replaceAll('\\', '/'));
  const helper = file.replace(/^git-credential-/, '').replace(/\.(?:exe|cmd)$/i, '');
  // In WSL a program of Windows keeps passwords there.
  if (platform === 'linux' && /\.exe$/i.test(file)) return file;
  if (KEEPS_NOTHING.has(helper) || value?.includes('.daypass/')) return null;
  if (helper === 'store') return elsewhere('git credential-store', options, '--file');
  if (helper === 'cache') return elsewhere('git credential-cache', options, '--socket');
  if (/^manager(?:-core)?$/.test(helper)) return unseenOfManager(manager);
  if (Object.hasOwn(SEEN_ON, helper) && SEEN_ON[helper] === platform) return null;
  // Of shell text no word is sure to be a name, and any may be a secret.
  return /^[\w.+-]{1,60}$/.test(file) ? file : `${name} (${origin.replace(/^file:/, '')})`;
}

/** A relative path is another one in each folder. */
function elsewhere(name: string, options: readonly string[], wanted: string): string | null {
  const path = option(options, wanted).find((one) => !ABSOLUTE.test(one));
  return path === undefined ? null : `${name} (${wanted} ${path})`;
}

/** https://github.com/git-ecosystem/git-credential-manager/blob/main/docs/credstores.md */
const MANAGER_SEEN = new Set(['secretservice', 'keychain', 'wincredman', 'cache', 'none']);

function unseenOfManager({ store, namespace }: Manager): string | null {
  const name = 'Git Credential Manager';
  if (store !== null && !MANAGER_SEEN.has(store.toLowerCase())) return `${name} (credentialStore ${store})`;
  // Entries are known by the name that they begin with.
  if (namespace !== null && namespace !== 'git') return `${name} (namespace ${namespace})`;
  return null;
}
