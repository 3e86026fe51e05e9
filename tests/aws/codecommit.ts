// Guarantees: CodeCommit's git endpoint as git meets it: 401 to who says nothing, 403 to who may not, 404 where there
// is no repository, and git's own server behind it for the rest.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { World } from './api-server.ts';
import { decisionOn } from './authorization.ts';
import { accessKeyIdOf, checkPassword, type GitLogin } from './codecommit-password.ts';
import { serveGit } from './git-http-backend.ts';
import { endpointOf, type Region } from './regions.ts';
import type { Repositories } from './repositories.ts';

const basic = 'Basic realm="AWS CodeCommit"';

function readLogin(header: string): GitLogin | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const text = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : '';
  const cut = text.indexOf(':');
  return cut < 0 ? undefined : { username: text.slice(0, cut), password: text.slice(cut + 1) };
}

interface GitRequest {
  /** /v1/repos/NAME */
  readonly path: string;
  readonly repository: string;
  /** What git adds: /info/refs, /git-upload-pack or /git-receive-pack. */
  readonly suffix: string;
  readonly query: string;
  readonly action: 'GitPull' | 'GitPush';
}

function readGitRequest(url: string): GitRequest | undefined {
  const form =
    /^(?<path>\/v1\/repos\/(?<repository>[\w.-]{1,100}))(?<suffix>\/info\/refs|\/git-(?:upload|receive)-pack)(?:\?(?<query>.*))?$/;
  const found = form.exec(url)?.groups;
  if (!found) return undefined;
  const { path = '', repository = '', suffix = '', query = '' } = found;
  const service = suffix === '/info/refs' ? new URLSearchParams(query).get('service') : suffix.slice(1);
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return undefined;
  return { path, repository, suffix, query, action: service === 'git-upload-pack' ? 'GitPull' : 'GitPush' };
}

interface Verdict {
  /** 'ok', or why not. */
  readonly outcome: string;
  readonly status: number;
  /** The bare repository's folder, where all is well. */
  readonly repository?: string;
}

function judgeAccess(
  asked: GitRequest,
  login: GitLogin,
  host: string,
  region: Region,
  { accounts, clock, faults }: World,
  repositories: Repositories,
): Verdict {
  const credential = checkPassword(login, host, asked.path, region, accounts, clock());
  if (typeof credential === 'string') return { outcome: credential, status: 403 };
  const { partition, accountId } = credential.principal;
  const arn = `arn:${partition}:codecommit:${region.name}:${accountId}:${asked.repository}`;
  const decision = decisionOn(credential, `codecommit:${asked.action}`, arn);
  if (decision !== 'allowed') return { outcome: decision, status: 403 };
  const repository = faults.codecommit404 ? undefined : repositories.find(asked.repository, region.name, accountId);
  return repository ? { outcome: 'ok', status: 200, repository } : { outcome: 'no such repository', status: 404 };
}

function refuse(message: IncomingMessage, response: ServerResponse, { status }: Verdict): void {
  message.resume();
  response.writeHead(status, { 'content-length': '0', ...(status === 401 ? { 'www-authenticate': basic } : {}) }).end();
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  world: World,
  repositories: Repositories,
): Promise<void> {
  const { faults } = world;
  if (faults.dropConnections) return void message.socket.destroy();
  if (faults.latencyMs > 0) await delay(faults.latencyMs);
  const host = (message.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const region = endpointOf(host)?.region;
  const asked = readGitRequest(message.url ?? '');
  const { authorization } = message.headers;
  const login = readLogin(authorization ?? '');

  const judge = (): Verdict => {
    if (faults.codecommit429) return { outcome: 'throttled', status: 429 };
    if (authorization === undefined) return { outcome: 'no authorization', status: 401 };
    if (!asked || !region) return { outcome: 'no such path', status: 404 };
    if (!login) return { outcome: 'malformed', status: 403 };
    return judgeAccess(asked, login, host, region, world, repositories);
  };
  const verdict = judge();
  world.record({
    service: 'codecommit',
    action: asked?.action ?? 'unknown',
    outcome: verdict.outcome,
    ...(asked ? { resource: asked.repository } : {}),
    ...(login ? { accessKeyId: accessKeyIdOf(login) } : {}),
  });
  response.setHeader('date', new Date(world.clock()).toUTCString());
  if (verdict.repository && asked && login) {
    const { suffix, query } = asked;
    const user = accessKeyIdOf(login);
    return serveGit(message, response, {
      repository: verdict.repository,
      suffix,
      query,
      user,
      cut: faults.dropReplies,
    });
  }
  refuse(message, response, faults.codecommit401 && verdict.status === 403 ? { ...verdict, status: 401 } : verdict);
}

export const codeCommitListener =
  (world: World, repositories: Repositories): RequestListener =>
  (message, response) => {
    // Clients of git go away as they please, in mid-answer too.
    answer(message, response, world, repositories).catch(() => message.socket.destroy());
  };
