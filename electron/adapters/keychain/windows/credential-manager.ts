/**
 * The Windows Credential Manager: what wincred and Git Credential Manager keep there, by Windows' own `cmdkey`. A name
 * that holds a token, as wincred's do, goes to Windows by standard input, never as an argument. Tested against programs
 * that behave alike in three languages; not yet run on Windows itself.
 */
import { createHash } from 'node:crypto';
import { FailureError } from '../../../core/base/failure.ts';
import { Secret } from '../../../core/base/secret.ts';
import type { CredentialStore, StoredEntry } from '../../../core/git/stale/port.ts';
import { withoutToken } from '../../../core/git/stale/stale-entry.ts';
import { runTool, type ToolResult } from '../../run-tool.ts';
import { gitTarget } from '../git-target.ts';
import { type CmdkeyEntry, cmdkeyEntries } from './cmdkey-list.ts';

const NAME = 'Windows Credential Manager';
const LIMIT_MS = 15_000;

export function credentialManager(env: NodeJS.ProcessEnv, limitMs = LIMIT_MS): CredentialStore {
  const run = (tool: string, args: readonly string[], input = '') => runTool({ tool, args, input, limitMs, env });

  /** The names of the last listing's entries. */
  let targets = new Map<string, Secret<string>>();

  return {
    name: NAME,
    present: async () => (await run('cmdkey', ['/list'])).status !== 'missing',

    async list() {
      const { status, output } = await run('cmdkey', ['/list']);
      if (status !== 0) throw failed(status, 'cmdkey');
      targets = new Map();
      const entries = cmdkeyEntries(output).flatMap((listed) => {
        const entry = entryOf(listed);
        if (entry) targets.set(entry.handle, new Secret(listed.target));
        return entry ?? [];
      });
      return { entries, hidden: null };
    },

    /** Whether it worked only a new listing tells: `cmdkey` says so in the person's language alone. */
    async remove({ handle }) {
      const target = targets.get(handle)?.reveal();
      if (target === undefined) return;
      for (const [tool, args, input] of deletions(target)) {
        const { status } = await run(tool, args, input);
        if (typeof status !== 'number') throw failed(status, tool);
      }
    },
  };
}

function deletions(target: string): readonly (readonly [tool: string, args: readonly string[], input: string])[] {
  if (gitTarget(target)?.user) {
    const input = `${Buffer.from(target, 'utf8').toString('base64')}\n`;
    return [['powershell', ['-NoProfile', '-NonInteractive', '-Command', DELETE], input]];
  }
  // Both ways of naming a generic credential are on record; the one that finds nothing does nothing.
  return [`/delete:${target}`, `/delete:LegacyGeneric:target=${target}`].map((arg) => ['cmdkey', [arg], ''] as const);
}

/** CredDelete of one generic credential (type 1), whose name stands on standard input. */
const DELETE = [
  '$target = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine()))',
  `$method = '[DllImport("advapi32.dll", CharSet = CharSet.Unicode, SetLastError = true)] public static extern bool CredDeleteW(string target, uint type, uint flags);'`,
  '$store = Add-Type -Namespace Daypass -Name CredentialManager -MemberDefinition $method -PassThru',
  'if (-not $store::CredDeleteW($target, 1, 0)) { exit 1 }',
].join('; ');

/** Null for what is not CodeCommit's. The user of wincred and of GCM is the entry's own, in the name it is at most repeated. */
function entryOf({ target, user }: CmdkeyEntry): StoredEntry | null {
  const parts = gitTarget(target);
  if (!parts) return null;
  const { host, path } = parts;
  const name = parts.user ?? (user === null ? null : withoutToken(user));
  const handle = createHash('sha256').update(target).digest('hex');
  return { store: NAME, host, path, user: name, storedAt: null, handle };
}

function failed(status: ToolResult['status'], tool: string): FailureError {
  if (status === null || status === 'missing') return new FailureError('keychain.unavailable', { store: NAME });
  return new FailureError('keychain.failed', { store: NAME, reason: `${tool} ${status}` });
}
