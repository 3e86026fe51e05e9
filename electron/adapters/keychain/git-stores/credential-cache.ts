/**
 * A running daemon of `git credential-cache`. It can neither be listed nor emptied in part, so it is asked for each host:
 * an answer's password is dropped unread, and only that host's temporary user is erased. Behind an answer that is not
 * temporary the daemon shows nothing more of that host; what is there goes with its timeout.
 */
import { lstat } from 'node:fs/promises';
import { connect } from 'node:net';
import { FailureError } from '../../../core/base/failure.ts';
import { codecommitHost } from '../../../core/git/codecommit-host.ts';
import type { CredentialStore } from '../../../core/git/stale/port.ts';
import { withoutToken } from '../../../core/git/stale/stale-entry.ts';

/** Node binds and connects to a longer path cut short, without a word; macOS has the smaller limit. */
const LONGEST_PATH = 103;
/** For one answer, to its end, and for all hosts together. */
const ANSWER_MS = 2_000;
const LIST_MS = 10_000;
/** Of one answer: a user with its token, a password. */
const LIMIT_BYTES = 65_536;

const NOBODY = new Set(['ENOENT', 'ECONNREFUSED']);
const ENDING = new Set(['ECONNRESET', 'EPIPE']);
const codeOf = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? '';

/** `hosts` are the ones to ask for, as far as they are CodeCommit's. Never starts a daemon. */
export function credentialCache(
  socket: string,
  hosts: readonly string[],
  answerMs = ANSWER_MS,
  listMs = LIST_MS,
): CredentialStore {
  const name = 'git credential-cache';
  const unavailable = (cause?: unknown) => new FailureError('keychain.unavailable', { store: name }, { cause });

  /** What the daemon answers, empty where none listens any more: it ends with its last entry. */
  async function ask(action: 'get' | 'erase', host: string, user: string | null): Promise<string> {
    if (Buffer.byteLength(socket) > LONGEST_PATH) throw unavailable();
    const lines = [`action=${action}`, 'timeout=900', 'protocol=https', `host=${host}`];
    if (user !== null) lines.push(`username=${user}`);
    const exchanged = () => exchange(socket, `${lines.join('\n')}\n`, answerMs);
    // A daemon that is just ending resets who still came in.
    const again = (thrown: unknown) => (ENDING.has(codeOf(thrown)) ? exchanged() : Promise.reject(thrown));
    return exchanged()
      .catch(again)
      .catch((thrown) => {
        if (NOBODY.has(codeOf(thrown))) return '';
        throw unavailable(thrown);
      });
  }

  const userFor = async (host: string): Promise<string | null> =>
    /^username=(.+)$/m.exec(await ask('get', host, null))?.[1] ?? null;

  return {
    name,
    present: () =>
      lstat(socket).then(
        (found) => found.isSocket(),
        () => false,
      ),
    async list() {
      const entries = [];
      const end = performance.now() + listMs;
      for (const host of new Set(hosts)) {
        if (codecommitHost(host) === null) continue;
        // What was found is said all the same.
        if (performance.now() > end) return { entries, hidden: unavailable().failure };
        const user = await userFor(host);
        if (user !== null) {
          entries.push({ store: name, host, path: null, user: withoutToken(user), storedAt: null, handle: host });
        }
      }
      return { entries, hidden: null };
    },
    async remove({ host, user }) {
      // The whole user name has not been kept, so it is asked for again.
      const whole = await userFor(host);
      if (whole !== null && withoutToken(whole) === user) await ask('erase', host, whole);
    },
  };
}

/** As git's client does: writes, ends its side, and reads to the end. */
function exchange(socket: string, request: string, limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const connection = connect({ path: socket, allowHalfOpen: true });
    const limit = setTimeout(() => connection.destroy(new Error('no answer')), limitMs);
    connection.on('close', () => clearTimeout(limit));
    connection.on('error', reject);
    let size = 0;
    connection.on('data', (chunk) => {
      size += chunk.length;
      if (size > LIMIT_BYTES) connection.destroy(new Error('too much'));
      else chunks.push(chunk);
    });
    connection.on('end', () => {
      const answer = Buffer.concat(chunks);
      resolve(answer.toString('utf8'));
      for (const chunk of [...chunks, answer]) chunk.fill(0);
      connection.destroy();
    });
    connection.end(request);
  });
}
