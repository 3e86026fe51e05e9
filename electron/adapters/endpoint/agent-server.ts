/**
 * Serves the scripts: HTTP on a Unix socket of mode 0600, or TLS on loopback where that cannot be, to whoever knows the
 * token of this start. `agent.curl` holds all that curl needs to get here, and to know on loopback that it is we.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { QUIT } from '../../core/git/credential/credential-protocol.ts';
import { languageOf } from '../../core/i18n/language-of.ts';
import { messagesIn } from '../../core/i18n/messages.ts';
import type { CommandReply, CommandRequest } from '../../core/surfaces/commands/request.ts';
import { told } from '../../core/surfaces/commands/told.ts';
import { fileFailure, replaceFile } from '../files/replace-file.ts';
import { curlConfig, type Way } from './curl-config.ts';
import { freeSocketPath } from './free-socket-path.ts';
import { listen } from './listen.ts';
import { ownCertificate } from './own-certificate.ts';
import { readBody } from './read-body.ts';
import { sameSecret } from './same-secret.ts';
import { fitsSocket, secureFolder } from './socket-path.ts';

export interface Agent {
  /** Daypass's folder. */
  readonly home: string;
  /** Node has no Unix sockets on Windows, and a path can be too long for one: then loopback. */
  readonly platform: NodeJS.Platform;
  /** Never rejects; the signal aborts when the script has gone, or the app ends. */
  readonly handle: (request: CommandRequest) => Promise<CommandReply>;
}

export const HOST = 'daypass';
const MAX_BODY = 1_048_576;
/** A script may be started many times in one moment. */
const BACKLOG = 511;
/** Replies that are under way when the app ends get this long to arrive. */
const LAST_WORDS_MS = 1_000;
/** A dead client shows only when it is written to, and git passes over attributes it does not know. */
const BEAT_MS = 500;
const BEAT = 'x-wait=1\n';
/** On loopback anybody can connect: so many at a time, and who does not go on is let go. */
const MOST = 512;
const HURRY = { handshakeTimeout: 5_000, headersTimeout: 5_000 };

/** Rejects with FailureError file.failed where another program answers at our path. */
export async function serveAgent({ home, platform, handle }: Agent): Promise<{ close(): Promise<void> }> {
  await secureFolder(home);
  const token = randomBytes(32).toString('hex');
  const ending = new Set<AbortController>();
  let closing = false;
  const handleOrQuit = async (request: CommandRequest) => {
    const reply = await handle(request);
    // With no answer git would ask somebody for a password.
    return closing && isGet(request) && !reply.stdout ? { ...reply, stdout: QUIT } : reply;
  };
  const hear = (request: IncomingMessage, response: ServerResponse) => {
    const gone = new AbortController();
    if (closing) gone.abort();
    ending.add(gone);
    response.on('close', () => {
      ending.delete(gone);
      gone.abort();
    });
    if (!isAllowed(request, token)) return refuse(response, 403);
    if (request.method !== 'POST' || !request.url?.startsWith('/v1/')) return refuse(response, 404);
    answer(request, response, gone.signal, handleOrQuit).catch(() => response.destroy());
  };
  const path = join(home, 'agent.sock');
  const certificate = platform !== 'win32' && fitsSocket(path) ? null : ownCertificate();
  const server = certificate ? createTlsServer({ ...certificate, ...HURRY }, hear) : createServer(hear);
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  const config = join(home, 'agent.curl');
  let written = '';
  const write = (way: Way) => {
    written = curlConfig(way, `Bearer ${token}`);
    return replaceFile(config, Buffer.from(written));
  };
  if (certificate === null) {
    await freeSocketPath(path);
    // Before listening: who still knows the last token finds nobody, rather than somebody who turns him away.
    await write({ socket: path });
    await listen(server, { path, backlog: BACKLOG }).catch((thrown) => {
      removeIfStill(config, written);
      throw fileFailure(thrown, path);
    });
    await chmod(path, 0o600);
  } else {
    server.maxConnections = MOST;
    await listen(server, { host: '127.0.0.1', port: 0, backlog: BACKLOG });
    await write({ port: (server.address() as AddressInfo).port, pin: certificate.pin });
  }
  return {
    async close() {
      closing = true;
      // At once, since the app may end before anything that is waited for.
      const closed = new Promise((resolve) => server.close(resolve));
      removeIfStill(config, written);
      for (const gone of ending) gone.abort();
      // All of them: also one that has said nothing yet holds the server open.
      const enough = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, LAST_WORDS_MS);
      await closed;
      clearTimeout(enough);
    },
  };
}

/** Another start may have written its own by now. */
function removeIfStill(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path);
  } catch {
    // It is gone already.
  }
}

/** The name keeps pages out that reach loopback under a name of their own. */
const isAllowed = ({ headers }: IncomingMessage, token: string): boolean =>
  sameSecret(headers.authorization ?? '', `Bearer ${token}`) && headers.host === HOST && headers.origin === undefined;

const refuse = (response: ServerResponse, code: number) => void response.writeHead(code, { Connection: 'close' }).end();

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
  handle: Agent['handle'],
): Promise<void> {
  const locale = String(request.headers['accept-language'] ?? '');
  const language = locale ? languageOf([locale]) : null;
  const body = await readBody(request, MAX_BODY);
  if (body === null) {
    const { tooMuch } = messagesIn(language ?? 'en').commands.usage;
    return send(response, { status: 2, stdout: '', stderr: told(tooMuch) }, 413);
  }
  const asked = commandOf(request.url ?? '', body);
  const beat = asked.command === 'git-credential' ? setInterval(() => response.write(BEAT), BEAT_MS) : undefined;
  response.on('close', () => clearInterval(beat));
  const reply = await handle({ ...asked, language, signal });
  if (reply.after) response.on('finish', reply.after);
  clearInterval(beat);
  if (!response.destroyed) send(response, reply, HTTP[reply.status]);
}

/** Arguments in the query leave the body for the input; otherwise the body is a form with both, a code being the input. */
function commandOf(url: string, body: Buffer) {
  const { pathname, searchParams } = new URL(url, `http://${HOST}`);
  const isForm = !searchParams.has('arg');
  const form = isForm ? new URLSearchParams(body.toString('latin1')) : searchParams;
  const words = form.getAll('arg');
  const named = pathname.slice('/v1/'.length);
  const [command = '', ...args] = named ? [named, ...words] : words;
  return { command, args, input: isForm ? (form.get('code') ?? '') : body.toString('utf8') };
}

const isGet = ({ command, args }: CommandRequest) => command === 'git-credential' && args[0] === 'get';

const HTTP: Record<CommandReply['status'], number> = { 0: 200, 1: 422, 2: 400, 4: 401, 5: 422 };

/**
 * Standard output is the body; all else is in fields, in the trailer once a beat has been sent. Fields are bytes, which
 * Node takes as Latin-1.
 */
function send(
  response: ServerResponse,
  { status, stdout, stderr, ask, read, waits }: CommandReply,
  code: number,
): void {
  const says = stderr.split('\n').filter(Boolean);
  const fields = [
    ...says.map((line): [string, string] => ['Daypass-Says', line]),
    ...(ask ? [['Daypass-Ask', ask] satisfies [string, string]] : []),
    ...(read ? [['Daypass-Read', read] satisfies [string, string]] : []),
    ...(waits ? [['Daypass-Waits', 'yes'] satisfies [string, string]] : []),
    ['Daypass-Exit', String(status)] satisfies [string, string],
  ].map(([name, value]): [string, string] => [name, asField(value)]);
  if (response.headersSent) {
    response.addTrailers(fields);
  } else {
    response.writeHead(code, ['Content-Type', 'text/plain; charset=utf-8', ...fields.flat()]);
  }
  response.end(stdout);
}

const CONTROL = /\p{Cc}/gu;
const asField = (text: string): string => Buffer.from(text.replace(CONTROL, ' '), 'utf8').toString('latin1');
