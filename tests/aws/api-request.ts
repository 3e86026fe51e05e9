// Guarantees: one HTTP request, whole, in the form in which the services look at it.
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { type Endpoint, endpointOf } from './regions.ts';
import type { SignableRequest } from './sigv4.ts';

export interface ApiRequest extends SignableRequest {
  readonly body: Buffer;
  /** Host name without port. */
  readonly host: string;
  /** As the client sees it: scheme, host and port. */
  readonly origin: string;
  /** What AWS has at that host; absent at a loopback address. */
  readonly endpoint?: Endpoint;
  /** A header's value by its lower-case name. */
  header(name: string): string | undefined;
}

export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** For the record, where it is not simply 'ok'. */
  readonly outcome?: string;
}

const largestBody = 64 * 1024 * 1024;

export async function readApiRequest(message: IncomingMessage): Promise<ApiRequest> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new Error(`body of more than ${largestBody} bytes`);
    parts.push(part);
  }
  const raw = message.rawHeaders;
  const headers = Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? ''] as const);
  const header = (name: string): string | undefined => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const [path = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  const host = (header('host') ?? '').replace(/:\d+$/, '');
  const endpoint = endpointOf(host);
  return {
    method: message.method ?? 'GET',
    path,
    query,
    headers,
    header,
    host,
    origin: `${message.socket instanceof TLSSocket ? 'https' : 'http'}://${header('host') ?? ''}`,
    body: Buffer.concat(parts),
    ...(endpoint ? { endpoint } : {}),
  };
}
