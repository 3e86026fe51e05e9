// Guarantees: a git request is answered by git's own server program, byte for byte, whatever its coding or length.
// https://git-scm.com/docs/git-http-backend
import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface GitService {
  /** The bare repository's folder. */
  readonly repository: string;
  readonly suffix: string;
  readonly query: string;
  /** Who pushes, for git's log. */
  readonly user: string;
  /** Do the work, then cut the line instead of answering. */
  readonly cut: boolean;
}

/** Nothing of the person's own git configuration reaches the server's side. */
export const serverEnvironment = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: folder,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
});

/** The part of the request that CGI hands over as environment. */
function cgiEnvironment({ method, headers }: IncomingMessage, service: GitService): Record<string, string> {
  const optional = {
    CONTENT_LENGTH: headers['content-length'],
    CONTENT_TYPE: headers['content-type'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    GIT_PROTOCOL: headers['git-protocol'] as string | undefined,
  };
  const given = Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...serverEnvironment(dirname(service.repository)),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_TRANSLATED: service.repository + service.suffix,
    PATH_INFO: service.suffix,
    QUERY_STRING: service.query,
    REQUEST_METHOD: method ?? 'GET',
    REMOTE_USER: service.user,
    REMOTE_ADDR: '127.0.0.1',
    ...Object.fromEntries(given),
  };
}

function writeHead(response: ServerResponse, head: string): void {
  let status = 200;
  for (const line of head.split(/\r?\n/)) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}

/** Splits the program's output into head and body as it comes. */
async function* bodyAfterHead(output: AsyncIterable<Buffer>, onHead: (head: string) => void): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const part of output) {
    if (!start) {
      yield part;
      continue;
    }
    start = Buffer.concat([start, part]);
    const end = /\r?\n\r?\n/.exec(start.toString('latin1'));
    if (!end) continue;
    onHead(start.toString('latin1', 0, end.index));
    yield start.subarray(end.index + end[0].length);
    start = undefined;
  }
  if (start) throw new Error('git http-backend ended without a head');
}

export async function serveGit(message: IncomingMessage, response: ServerResponse, service: GitService): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: cgiEnvironment(message, service),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A program that cannot be started shows as output without a head.
  child.on('error', () => {});
  // git closes its input as soon as it has read enough; what is left over is nobody's loss.
  pipeline(message, child.stdin).catch(() => message.resume());
  if (service.cut) {
    for await (const _ of child.stdout);
    return void message.socket.destroy();
  }
  response.on('close', () => child.kill());
  await pipeline(
    bodyAfterHead(child.stdout, (head) => writeHead(response, head)),
    response,
  );
}
