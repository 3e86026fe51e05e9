/**
 * Gives long-running programs a profile's credentials over HTTP on loopback, as containers get theirs: with the profile's
 * token, which lies in a file that only its owner reads, and to nothing that a browser could send.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { ServedSession } from '../../core/app/serving.ts';
import { FailureError, failure } from '../../core/base/failure.ts';
import { explain } from '../../core/i18n/messages.ts';
import type { Language } from '../../core/i18n/words.ts';
import { fileFailure, replaceFile } from '../files/replace-file.ts';
import { listen } from './listen.ts';
import { sameSecret } from './same-secret.ts';
import { secureFolder } from './socket-path.ts';

export interface ContainerEndpointWorld {
  /** Daypass's folder. */
  readonly home: string;
  /** The living session of the profile with this id, noted as a use; null when signed out. */
  serve(profile: string): ServedSession | null;
  language(): Language;
}

const PATH = /^\/v1\/credentials\/([\w-]{1,64})$/;
const TOKEN_FILE = /^([\w-]{1,64})\.(\d+)\.token$/;
/** Anybody on this computer can connect. Each is answered at once, and none is kept. */
const MOST = 128;
const CONNECTION_MS = 10_000;

export class ContainerEndpoint {
  readonly #world: ContainerEndpointWorld;
  readonly #folder: string;
  readonly #tokens = new Map<string, string>();
  readonly #server: Server;
  #listening: Promise<number> | null = null;

  constructor(world: ContainerEndpointWorld) {
    this.#world = world;
    this.#folder = join(world.home, 'endpoint');
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.maxConnections = MOST;
    this.#server.on('connection', (socket: Socket) => {
      const limit = setTimeout(() => socket.destroy(), CONNECTION_MS);
      socket.on('close', () => clearTimeout(limit));
    });
  }

  /**
   * Goes on where the last start of the app left off, so that programs which run still find it: at the same port, and
   * with the same files, but with new tokens, since anybody may have listened there in between. Rejects with FailureError
   * endpoint.port-taken where somebody does: those programs ask there in vain from now on.
   */
  async resume(): Promise<void> {
    const [before, ids] = [await this.#lastPort(), await this.#served()];
    if (ids.length === 0) return;
    const isOurs = (await this.#port()) === before;
    if (!isOurs) throw new FailureError('endpoint.port-taken', { port: before });
    for (const id of ids) await this.of({ id });
  }

  /** Rejects with a FailureError (file.*). */
  async of({ id }: { readonly id: string }): Promise<{ readonly uri: string; readonly tokenFile: string }> {
    const port = await this.#port();
    return { uri: `http://127.0.0.1:${port}/v1/credentials/${id}`, tokenFile: await this.#tokenFile(id, port) };
  }

  async close(): Promise<void> {
    await this.#listening?.catch(() => {});
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #port(): Promise<number> {
    this.#listening ??= this.#listen().catch((thrown) => {
      // A disk that is full now has room later.
      this.#listening = null;
      throw fileFailure(thrown, this.#folder);
    });
    return this.#listening;
  }

  async #listen(): Promise<number> {
    await secureFolder(this.#folder);
    const before = await this.#lastPort();
    const at = (port: number) => listen(this.#server, { host: '127.0.0.1', port });
    if (!this.#server.listening) await at(before).catch(() => at(0));
    const { port } = this.#server.address() as AddressInfo;
    if (port !== before) {
      // Who still asks at the old port finds no token to send there.
      for (const id of await this.#served()) await rm(this.#nameOf(id, before), { force: true });
      await replaceFile(join(this.#folder, 'port'), Buffer.from(String(port)));
    }
    return port;
  }

  /** 0 where there was none. */
  async #lastPort(): Promise<number> {
    const port = Number(await readFile(join(this.#folder, 'port'), 'utf8').catch(() => '0'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  }

  /** The profiles that programs were told to ask for at the last port. */
  async #served(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const before = String(await this.#lastPort());
    return names.flatMap((name) => {
      const [, id, port] = TOKEN_FILE.exec(name) ?? [];
      return id !== undefined && port === before ? [id] : [];
    });
  }

  /** One for each port: a program reads its file anew for each request, and must not send a token of now elsewhere. */
  #nameOf(profile: string, port: number): string {
    return join(this.#folder, `${profile}.${port}.token`);
  }

  /** SDKs refuse a token with a line end in it. */
  async #tokenFile(profile: string, port: number): Promise<string> {
    const file = this.#nameOf(profile, port);
    if (!this.#tokens.has(profile)) {
      const token = randomBytes(32).toString('hex');
      await replaceFile(file, Buffer.from(token));
      this.#tokens.set(profile, token);
    }
    return file;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const profile = PATH.exec(request.url ?? '')?.[1] ?? '';
    const token = this.#tokens.get(profile);
    if (!isProgram(request) || token === undefined || !sameSecret(request.headers.authorization ?? '', token)) {
      // Clients of before 2024 do not know the file with the token and send none.
      const hint = request.headers.authorization
        ? ''
        : ' It sent no token; AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE may be too new for it.';
      send(response, 403, refusal('AccessDenied', `Daypass does not know this caller.${hint}`));
      return;
    }
    const session = this.#world.serve(profile);
    if (!session) {
      const { cause, fix } = explain(failure('session.expired'), this.#world.language());
      send(response, 401, refusal('NotSignedIn', `Daypass: ${cause} ${fix}`));
      return;
    }
    const { accessKeyId, secretAccessKey, sessionToken } = session.credentials.reveal();
    send(response, 200, {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: new Date(session.expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    });
  }
}

/** A page can make a browser send this request, but neither under this name nor without saying that it is a browser. */
function isProgram({ method, headers, socket }: IncomingMessage): boolean {
  const marks = ['origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'cookie'];
  return method === 'GET' && headers.host === `127.0.0.1:${socket.localPort}` && !marks.some((mark) => mark in headers);
}

/** The SDKs disagree about the case of these names. */
const refusal = (code: string, message: string) => ({ code, message, Code: code, Message: message });

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(JSON.stringify(body));
}
