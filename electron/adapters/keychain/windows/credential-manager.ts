/**
 * The Windows Credential Manager: what wincred and Git Credential Manager keep there, by Windows' own functions. A name that
 * holds a token, as wincred's do, never leaves this process.
 */
import { createHash } from 'node:crypto';
import { type FailureCode, FailureError } from '../../../core/base/failure.ts';
import { Secret } from '../../../core/base/secret.ts';
import type { CredentialStore, StoredEntry } from '../../../core/git/stale/port.ts';
import { withoutToken } from '../../../core/git/stale/stale-entry.ts';
import { gitTarget } from '../git-target.ts';
import { type CredentialApi, credentialApi, type WindowsCredential, WindowsError } from './credential-api.ts';

const NAME = 'Windows Credential Manager';
/** With this the names of both helpers begin; what others keep is not even read. */
const GIT = 'git:';

export function credentialManager(api: CredentialApi = credentialApi()): CredentialStore {
  /** The last listing's credentials, by their handles. */
  let listed = new Map<string, Secret<WindowsCredential>>();

  return {
    name: NAME,
    present: async () => true,

    async list() {
      listed = new Map();
      const entries = told(() => api.enumerate(GIT)).flatMap((credential) => {
        const entry = entryOf(credential);
        if (entry) listed.set(entry.handle, new Secret(credential));
        return entry ?? [];
      });
      return { entries, hidden: null };
    },

    async remove({ handle }) {
      const credential = listed.get(handle)?.reveal();
      if (credential) told(() => api.remove(credential.target, credential.type));
    },
  };
}

/** Null for what is not CodeCommit's. The user of wincred and of GCM is the credential's own, in the name it is at most repeated. */
function entryOf({ target, type, user, writtenAt }: WindowsCredential): StoredEntry | null {
  const parts = gitTarget(target);
  if (!parts) return null;
  const { host, path } = parts;
  const name = parts.user ?? (user === null ? null : withoutToken(user));
  const handle = createHash('sha256').update(`${type} ${target}`).digest('hex');
  return { store: NAME, host, path, user: name, storedAt: writtenAt, handle };
}

/** ERROR_ACCESS_DENIED; ERROR_NO_SUCH_LOGON_SESSION, as who has come over the network has no credentials. */
const CODES: Readonly<Record<number, FailureCode>> = { 5: 'keychain.denied', 1312: 'keychain.unavailable' };

/** What `work` gives, or a FailureError. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const code = (thrown instanceof WindowsError && CODES[thrown.code]) || 'keychain.failed';
    const reason = thrown instanceof WindowsError ? thrown.message : 'koffi';
    const params = { store: NAME, ...(code === 'keychain.failed' ? { reason } : {}) };
    throw new FailureError(code, params, { cause: thrown });
  }
}
