// Guarantees: one HTTP listener for STS, IAM, S3 and the two ways in by a browser, told apart by host name or, at a
// loopback address, by the service that the request is signed for, or by its path where it is not signed; every request is
// recorded without its secrets.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Accounts } from './accounts.ts';
import { type ApiReply, type ApiRequest, readApiRequest } from './api-request.ts';
import { AwsError } from './aws-error.ts';
import type { Faults } from './faults.ts';
import type { Directory } from './identity-center/directory.ts';
import { identityCenterAttempt } from './identity-center/identity-center-attempt.ts';
import { callQuery, queryError, queryForm } from './query-api.ts';
import { type Bucket, s3Call } from './s3.ts';
import { s3Error } from './s3-errors.ts';
import { signinAttempt } from './signin/signin-attempt.ts';
import type { SigninMemory } from './signin/signin-memory.ts';
import { parseAuthorization } from './sigv4.ts';

export interface RequestRecord {
  /** Milliseconds, the servers' clock. */
  readonly time: number;
  readonly service: string;
  /** GetSessionToken, ListBuckets, GitPull … */
  readonly action: string;
  /** The bucket and key, or the repository, where there is one. */
  readonly resource?: string;
  /** As the caller gave it, true or not. */
  readonly accessKeyId?: string;
  /** 'ok', or the code of the refusal. */
  readonly outcome: string;
}

/** What all listeners share. */
export interface World {
  readonly accounts: Accounts;
  readonly buckets: Map<string, Bucket>;
  readonly signin: SigninMemory;
  readonly directory: Directory;
  readonly faults: Faults;
  /** What a loopback address stands for where nothing else says it. */
  readonly region: string;
  /** The servers' clock, milliseconds. */
  readonly clock: () => number;
  readonly record: (record: Omit<RequestRecord, 'time'>) => void;
}

export interface Attempt {
  readonly service: string;
  readonly action: string;
  readonly resource?: string;
  readonly act: () => ApiReply;
  readonly refuse: (error: AwsError) => ApiReply;
  /** Whether this reply is one of those that a switch takes away. */
  readonly lost?: () => boolean;
}

function attemptOf(request: ApiRequest, world: World): Attempt {
  const { accounts, buckets, clock, faults } = world;
  const signedFor = parseAuthorization(request.header('authorization') ?? '')?.scope.service;
  const service = request.endpoint?.service ?? signedFor;
  if (service === 's3') {
    const refuse = (error: AwsError): ApiReply => s3Error(error, request.path);
    return { service, resource: request.path, refuse, ...s3Call(request, accounts, buckets, clock()) };
  }
  if (request.endpoint || signedFor === undefined) {
    const byBrowser = signinAttempt(request, world) ?? identityCenterAttempt(request, world);
    if (byBrowser) return byBrowser;
  }
  // Without a signature nothing tells the other two apart but what they are asked: their version.
  const form = queryForm(request);
  const asked = form.get('Version') === '2010-05-08' ? 'iam' : 'sts';
  const query = service === 'sts' || service === 'iam' ? service : asked;
  return {
    service: query,
    action: form.get('Action') ?? '',
    refuse: (error) => queryError(query, error),
    act: () => {
      if (signedFor && signedFor !== query) {
        throw new AwsError(
          'SignatureDoesNotMatch',
          `Credential should be scoped to correct service: '${query}'. `,
          403,
        );
      }
      return callQuery(query, request, accounts, clock(), faults);
    },
  };
}

/** What was not foreseen is the caller's malformed request: an escape that decodes to nothing. */
const toAwsError = (error: unknown): AwsError => {
  if (error instanceof AwsError) return error;
  if (error instanceof URIError)
    return new AwsError('MalformedQueryString', 'The query string contains a syntax error', 400);
  throw error;
};

function send(response: ServerResponse, reply: ApiReply, method: string, now: number): void {
  const length = String(Buffer.byteLength(reply.body));
  // The length of an answer to HEAD is that of what GET would bring.
  response.writeHead(reply.status, { ...reply.headers, date: new Date(now).toUTCString(), 'content-length': length });
  response.end(method === 'HEAD' ? undefined : reply.body);
}

async function answer(message: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const { faults } = world;
  if (faults.dropConnections) return void message.socket.destroy();
  const request = await readApiRequest(message);
  if (faults.latencyMs > 0) await delay(faults.latencyMs);
  const attempt = attemptOf(request, world);
  const { service, action, resource } = attempt;
  const accessKeyId = parseAuthorization(request.header('authorization') ?? '')?.accessKeyId;
  let reply: ApiReply;
  let outcome = 'ok';
  try {
    reply = attempt.act();
    outcome = reply.outcome ?? outcome;
  } catch (error) {
    const refusal = toAwsError(error);
    outcome = refusal.code;
    reply = attempt.refuse(refusal);
  }
  world.record({
    service,
    action,
    outcome,
    ...(resource ? { resource } : {}),
    ...(accessKeyId ? { accessKeyId } : {}),
  });
  if (faults.dropReplies || attempt.lost?.()) message.socket.destroy();
  else send(response, reply, request.method, world.clock());
}

export const apiListener =
  (world: World): RequestListener =>
  (message, response) => {
    answer(message, response, world).catch((error) => {
      // A client that goes away in mid-request is no failure; after a whole request, the fault is the stand-in's own.
      if (message.complete) console.error('AWS stand-in:', error);
      message.socket.destroy();
    });
  };
