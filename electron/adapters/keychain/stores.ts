/** Every place on this system where git's helpers can have left a CodeCommit password. */
import { join } from 'node:path';
import type { Git } from '../../core/git/config/port.ts';
import type { CredentialStore } from '../../core/git/stale/port.ts';
import { credentialCache } from './git-stores/credential-cache.ts';
import { credentialStoreFile } from './git-stores/credential-store-file.ts';
import { helperSettings } from './git-stores/helper-settings.ts';
import { KNOWN_HOSTS } from './git-stores/known-hosts.ts';
import { unseenStore, unseenStores } from './git-stores/unseen-stores.ts';
import { secretService } from './linux/secret-service.ts';
import { macosKeychain } from './macos/macos-keychain.ts';
import { credentialManager } from './windows/credential-manager.ts';

export interface StoresOptions {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** The folder of what is written in place and not finished yet. */
  readonly journal: string;
  readonly git: Pick<Git, 'entries'>;
  /** CodeCommit hosts seen here beside the public ones, as those of VPC endpoints. */
  readonly hosts?: readonly string[];
}

/** To be asked for anew each time: which files and sockets there are is git's configuration's to say. */
export async function credentialStores(options: StoresOptions): Promise<readonly CredentialStore[]> {
  const { platform, home, env, journal, git, hosts = [] } = options;
  // Without git its own stores can still be where they are by default.
  const entries = await git.entries().catch(() => []);
  const values = entries
    .filter(({ name }) => /^credential\.(?:.*\.)?helper$/i.test(name))
    .map(({ value }) => value ?? '');
  const { files, sockets } = helperSettings(values, home, env);
  const unseen = unseenStores(entries, home, env, platform);

  const config = env.XDG_CONFIG_HOME || join(home, '.config');
  const cache = env.XDG_CACHE_HOME || join(home, '.cache');
  const allFiles = new Set([join(home, '.git-credentials'), join(config, 'git', 'credentials'), ...files]);
  const allSockets = new Set([
    join(home, '.git-credential-cache', 'socket'),
    join(cache, 'git', 'credential', 'socket'),
    ...sockets,
  ]);
  const shown = (path: string) => (path.startsWith(join(home, '/')) ? `~${path.slice(home.length)}` : path);
  const allHosts = [...new Set([...KNOWN_HOSTS, ...hosts.map((host) => host.toLowerCase())])];
  return [
    ...systemStores(platform, env),
    ...[...allFiles].map((file) => credentialStoreFile(file, shown(file), journal)),
    // On Windows git has Unix sockets where Node has none; what its daemon holds there ends with its timeout.
    ...(platform === 'win32' ? [] : [...allSockets].map((socket) => credentialCache(socket, allHosts))),
    ...unseen.map(unseenStore),
  ];
}

function systemStores(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly CredentialStore[] {
  if (platform === 'darwin') return [macosKeychain(env)];
  if (platform === 'win32') return [credentialManager()];
  return [secretService(env.DBUS_SESSION_BUS_ADDRESS)];
}
