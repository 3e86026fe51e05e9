/**
 * Carries the SDK's requests over a `fetch` that is given: in the app Chromium's network stack, which knows the system's
 * proxy and certificates. One request is one request: nothing is sent twice, and every wait has an end.
 */
import { uptime } from 'node:os';
import { type FailureCode, FailureError } from '../../core/base/failure.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the SDK asks of a request handler, and no more. */
export interface SdkRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly query?: Record<string, string | string[] | null>;
  readonly body?: unknown;
}

const TIME_LIMIT_SECONDS = 20;
/** Chromium and undici compute these from the URL and the body, and refuse to be told. */
const COMPUTED = new Set(['host', 'content-length', 'connection', 'expect']);

/**
 * Hears the `Date` of every response, refusals included, in epoch milliseconds, and how many milliseconds went by since
 * its request was sent, time in which the computer slept among them.
 */
export type DateHeard = (date: number, waited: number) => void;

export function fetchHandler(
  fetch: Fetch,
  heardDate: DateHeard,
  cancelled: AbortSignal,
  limitSeconds = TIME_LIMIT_SECONDS,
) {
  return {
    async handle(request: SdkRequest) {
      const host = request.hostname;
      const url = `${request.protocol}//${host}${request.port ? `:${request.port}` : ''}${request.path}${queryOf(request)}`;
      const headers = Object.entries(request.headers).filter(([name]) => !COMPUTED.has(name.toLowerCase()));
      const limit = AbortSignal.timeout(limitSeconds * 1000);
      const sent = uptime();
      try {
        const response = await fetch(url, {
          method: request.method,
          headers: Object.fromEntries(headers),
          body: request.body as NonNullable<RequestInit['body']>,
          redirect: 'error',
          signal: AbortSignal.any([limit, cancelled]),
        });
        const body = new Uint8Array(await response.arrayBuffer());
        const date = Date.parse(response.headers.get('date') ?? '');
        if (Number.isFinite(date)) heardDate(date, (uptime() - sent) * 1000);
        if (response.status === 407 || isPage(response)) throw new FailureError('network.proxy', { host });
        return {
          response: { statusCode: response.status, headers: Object.fromEntries(response.headers.entries()), body },
        };
      } catch (thrown) {
        if (thrown instanceof FailureError) throw thrown;
        if (cancelled.aborted) throw new FailureError('sign-in.cancelled');
        if (limit.aborted) throw new FailureError('network.timeout', { host, seconds: limitSeconds });
        const code = networkCode(thrown);
        const params = code === 'network.certificate' ? { host, issuer: issuerOf(thrown) } : { host };
        throw new FailureError(code, params, { cause: thrown });
      }
    },
    destroy() {},
  };
}

/** What is null is a name alone. */
function queryOf({ query = {} }: SdkRequest): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => encodeURIComponent(name) + (one === null ? '' : `=${encodeURIComponent(one)}`)),
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** AWS answers in XML: a page for people is a proxy's, or of a network that wants somebody to sign in. */
const isPage = ({ headers }: Response): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '');

/** Who vouched for the certificate, where the network stack says so. */
function issuerOf(thrown: unknown): string {
  const { issuer } = thrown as { issuer?: unknown };
  return typeof issuer === 'string' && issuer ? issuer : '?';
}

/** From Chromium's `net::ERR_…` or the `code` that Node puts on the cause. */
function networkCode(thrown: unknown): FailureCode {
  const { message = '', cause } = thrown as { message?: string; cause?: { code?: string } };
  const word = `${message} ${cause?.code ?? ''}`;
  if (/PROXY|TUNNEL/.test(word)) return 'network.proxy';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(word)) return 'network.certificate';
  return 'network.offline';
}
