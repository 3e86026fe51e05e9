/**
 * The macOS keychain by its own `security` program: what git-credential-osxkeychain (internet passwords) and Git
 * Credential Manager (generic ones) keep there. An account with its token goes in on standard input, never as an
 * argument. Tested against a program that behaves as Apple's source says; not yet run on macOS itself.
 */
import { type FailureCode, FailureError } from '../../../core/base/failure.ts';
import { Secret } from '../../../core/base/secret.ts';
import { codecommitHost } from '../../../core/git/codecommit-host.ts';
import type { CredentialStore, StoredEntry } from '../../../core/git/stale/port.ts';
import { withoutToken } from '../../../core/git/stale/stale-entry.ts';
import { runTool, type ToolResult } from '../../run-tool.ts';
import { gitTarget } from '../git-target.ts';
import { type KeychainItem, keychainItems, keychainTime } from './keychain-dump.ts';

const NAME = 'macOS keychain';
const OSXKEYCHAIN = 'macOS keychain (osxkeychain)';
const GCM = 'macOS keychain (Git Credential Manager)';

const LIMITS = {
  listMs: 15_000,
  /** A person may be asked for the keychain's password. */
  deleteMs: 120_000,
};

/** `security` ends with the low byte of its OSStatus: errSecItemNotFound is -25300. */
const NOT_FOUND = 44;
/** The same item can stand in several keychains, and each call takes the first match only. */
const COPIES = 20;

export function macosKeychain(env: NodeJS.ProcessEnv, { listMs, deleteMs } = LIMITS): CredentialStore {
  const run = (args: readonly string[], limitMs: number, input = '') =>
    runTool({ tool: 'security', args, input, limitMs, env });

  /** How the entries of the last listing are deleted; two accounts can differ in their token alone. */
  let deletions = new Map<string, Secret<readonly string[]>[]>();

  return {
    name: NAME,
    present: async () => (await run(['list-keychains'], listMs)).status !== 'missing',

    async list() {
      const { status, output } = await run(['dump-keychain'], listMs);
      if (status !== 0 && output.length === 0) throw failed(status);
      const found = keychainItems(output.toString('latin1')).flatMap((item) => foundIn(item) ?? []);
      deletions = new Map();
      for (const { entry, deletion } of found) {
        deletions.set(entry.handle, [...(deletions.get(entry.handle) ?? []), deletion]);
      }
      return { entries: found.map(({ entry }) => entry), hidden: status === 0 ? null : failed(status).failure };
    },

    async remove({ handle }) {
      for (const deletion of deletions.get(handle) ?? []) {
        for (let copy = 0; copy < COPIES; copy++) {
          const { status } = await run(['-i'], deleteMs, line(deletion.reveal()));
          if (status === NOT_FOUND) break;
          if (status !== 0) throw failed(status);
        }
      }
    },
  };
}

interface Found {
  readonly entry: StoredEntry;
  /** The words of the command that deletes it; they hold the whole account. */
  readonly deletion: Secret<readonly string[]>;
}

/** Null for what is not CodeCommit's. */
function foundIn({ kind, attributes }: KeychainItem): Found | null {
  const { srvr = '', acct, path, ptcl = '', svce = '', mdat } = attributes;
  const storedAt = keychainTime(mdat);
  const user = acct === undefined ? null : withoutToken(acct);
  if (kind === 'inet') {
    if (codecommitHost(srvr) === null || !/^(?:http|htps)$/.test(ptcl)) return null;
    const entry = { store: OSXKEYCHAIN, host: srvr, path: path || null, user, storedAt };
    // Without a port `security` takes each: git's helper stores that apart from the host.
    return withDeletion(entry, 'delete-internet-password', { s: srvr, r: ptcl, a: acct, p: path });
  }
  const target = kind === 'genp' ? gitTarget(svce) : null;
  if (!target) return null;
  const entry = { store: GCM, host: target.host, path: target.path, user: user ?? target.user, storedAt };
  return withDeletion(entry, 'delete-generic-password', { s: svce, a: acct });
}

function withDeletion(
  entry: Omit<StoredEntry, 'handle'>,
  command: string,
  options: Readonly<Record<string, string | undefined>>,
): Found {
  const { store, host, path, user } = entry;
  const words = Object.entries(options).flatMap(([name, value]) => (value ? [`-${name}`, value] : []));
  return {
    entry: { ...entry, handle: JSON.stringify([store, host, path, user]) },
    deletion: new Secret([command, ...words]),
  };
}

/** `security -i` cuts a line off after 4,095 bytes and takes the rest for another command. */
const LONGEST_LINE = 4_000;

/** A command as `security -i` takes it apart: in quotes a backslash takes the next sign as it is, nothing else is special. */
function line(words: readonly string[]): string {
  const text = words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ');
  if (Buffer.byteLength(text) > LONGEST_LINE || CONTROL.test(text)) {
    throw new FailureError('keychain.failed', { store: NAME, reason: 'security -i' });
  }
  return `${text}\n`;
}

/** With a line end in it, an account could carry a command of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\x00-\x1f]/;

/** errSecInteractionNotAllowed -25308, errSecAuthFailed -25293, userCanceledErr -128, by their low byte. */
const CODES: Readonly<Record<number, FailureCode>> = {
  36: 'keychain.locked',
  51: 'keychain.denied',
  128: 'keychain.denied',
};

function failed(status: ToolResult['status']): FailureError {
  if (status === null || status === 'missing') return new FailureError('keychain.unavailable', { store: NAME });
  const code = CODES[status] ?? 'keychain.failed';
  return new FailureError(code, {
    store: NAME,
    ...(code === 'keychain.failed' ? { reason: `security ${status}` } : {}),
  });
}
