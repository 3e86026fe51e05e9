/**
 * Serves git's own `credential-cache` client on a Unix socket: one request, one reply, for as long as the client lives.
 * Its protocol is not documented; it is that of builtin/credential-cache.c since git 2.29: `action=get`, `timeout=…`,
 * git's attributes, then the writing side is shut, and all that comes back goes to git.
 */
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { QUIT } from '../../core/git/credential/credential-protocol.ts';
import { fileFailure } from '../files/replace-file.ts';
import { listen } from './listen.ts';
import { atShortName, clearSocketPath, secureFolder } from './socket-path.ts';

export interface GitSocket {
  readonly path: string;
  /** Resolves to the whole reply. The signal aborts when the client has gone: then the reply reaches nobody. */
  readonly answer: (input: string, signal: AbortSignal) => Promise<string>;
}

const MAX_BYTES = 65_536;
/** A client says what it wants at once; one that does not is none. */
const REQUEST_MS = 5_000;
/**
 * Nothing tells that a client has died but a write to it, and nothing tells a client that its git has died but a write
 * of its own, which it makes for each kibibyte. git passes over attributes it does not know.
 */
const BEAT_MS = 500;
const BEAT = `x-wait=${'1'.repeat(1_016)}\n`;
/** A script may start many gits in one moment. */
const BACKLOG = 1_024;
/** Who waits when the app ends gets this long to hear of it. */
const LAST_WORDS_MS = 1_000;

/**
 * Rejects with FailureError file.failed where the folder or what lies at the path is not safely ours. `close` tells all
 * who wait that git is to stop: with no answer git would ask its next helper, and that one starts the app again.
 */
export async function serveGitSocket({ path, answer }: GitSocket): Promise<{ close(): Promise<void> }> {
  await secureFolder(dirname(path));
  await clearSocketPath(path);
  const open = new Set<Socket>();
  let closing = false;
  // The client shuts its side at once; without this Node would then shut ours, and a later answer would be lost.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, async (input, signal) => (closing ? QUIT : answer(input, signal)));
  });
  await atShortName(path, (name) => listen(server, { path: name, backlog: BACKLOG })).catch((thrown) => {
    throw fileFailure(thrown, path);
  });
  await chmod(path, 0o600);
  return {
    async close() {
      closing = true;
      const closed = new Promise((resolve) => server.once('close', resolve));
      // Closing removes the file by the name it was bound with.
      atShortName(path, () => server.close());
      for (const socket of open) if (socket.readableEnded && !socket.writableEnded) socket.end(QUIT);
      const enough = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, LAST_WORDS_MS);
      await closed;
      clearTimeout(enough);
      await rm(path, { force: true });
    },
  };
}

function serve(socket: Socket, answer: GitSocket['answer']): void {
  const chunks: Buffer[] = [];
  const gone = new AbortController();
  const late = setTimeout(() => socket.destroy(), REQUEST_MS);
  let size = 0;
  socket.on('close', () => {
    clearTimeout(late);
    gone.abort();
  });
  // A dead client is an error of the next write; 'close' follows.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    size += chunk.length;
    if (size > MAX_BYTES) socket.destroy();
    else chunks.push(chunk);
  });
  socket.on('end', () => {
    clearTimeout(late);
    void reply(socket, answer(Buffer.concat(chunks).toString('utf8'), gone.signal));
  });
}

async function reply(socket: Socket, answered: Promise<string>): Promise<void> {
  const beat = setInterval(() => socket.writable && socket.write(BEAT), BEAT_MS);
  socket.on('close', () => clearInterval(beat));
  // To git no answer is better than a broken connection: it asks its next helper.
  const text = await answered.catch(() => '');
  clearInterval(beat);
  if (socket.writable) socket.end(text);
}
