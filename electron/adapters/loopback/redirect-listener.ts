/**
 * Hears the browser come back from AWS's pages: on 127.0.0.1 alone, at one path, in just the form that a browser sends when
 * it is led there. All else is refused, and told.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { FailureError } from '../../core/base/failure.ts';
import type { Listening, RedirectPage, Redirects } from '../../core/browser-sign-in/port.ts';
import { listen } from '../endpoint/listen.ts';
import { redirectPage } from './redirect-page.ts';

const PATH = '/oauth/callback';
/** Anybody on this computer can connect. Each is answered at once, and none is kept. */
const MOST = 32;
const CONNECTION_MS = 10_000;

export const redirects: Redirects = {
  async listen(base, answer, alsoFrom = []): Promise<Listening> {
    const server = createServer({ maxHeaderSize: 32_768 }, (request, response) =>
      hear({ base, alsoFrom }, answer, request, response),
    );
    server.maxConnections = MOST;
    server.on('connection', (socket: Socket) => {
      const limit = setTimeout(() => socket.destroy(), CONNECTION_MS);
      socket.on('close', () => clearTimeout(limit));
    });
    await listen(server, { host: '127.0.0.1', port: 0 }).catch((thrown) => {
      throw new FailureError('browser.no-way-back', {}, { cause: thrown });
    });
    const { port } = server.address() as AddressInfo;
    // An answer that is on its way still arrives; who says nothing is cut off when its time is over.
    return { uri: `http://127.0.0.1:${port}${PATH}`, close: () => void server.close() };
  },
};

interface Pages {
  readonly base: string;
  readonly alsoFrom: readonly string[];
}

function hear(
  pages: Pages,
  answer: (query: string | null) => RedirectPage,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [path = '', ...rest] = (request.url ?? '').split('?');
  // Browsers ask for it by themselves.
  if (path === '/favicon.ico') return void response.writeHead(404, { Connection: 'close' }).end();
  const fits = path === PATH && isBrowser(request) && isLedHere(request.headers, pages);
  const page = answer(fits ? rest.join('?') : null);
  const { html, headers } = redirectPage(page);
  response.writeHead(page.good ? 200 : 400, { ...headers, Connection: 'close' });
  response.end(request.method === 'HEAD' ? '' : html);
}

/** Under no name but this one, which keeps pages out that have made a name of their own lead here. */
const isBrowser = ({ method, headers, socket }: IncomingMessage): boolean =>
  method === 'GET' && headers.host === `127.0.0.1:${socket.localPort}`;

/** Led here by a page of AWS's, or by nobody that says so: never by a script, a form or a picture of another page. */
function isLedHere(headers: IncomingHttpHeaders, pages: Pages): boolean {
  const { origin, referer } = headers;
  const [mode = 'navigate', destination = 'document'] = [headers['sec-fetch-mode'], headers['sec-fetch-dest']].map(
    String,
  );
  if (origin !== undefined) return false;
  if ('sec-fetch-mode' in headers && mode !== 'navigate') return false;
  if ('sec-fetch-dest' in headers && destination !== 'document') return false;
  return referer === undefined || isOf(referer, pages);
}

/** On the way to AWS's sign-in a person goes through several of its hosts, all under one domain. */
function isOf(referer: string, { base, alsoFrom }: Pages): boolean {
  if (!URL.canParse(referer)) return false;
  const [from, aws] = [new URL(referer), new URL(base)];
  if (from.origin === aws.origin) return true;
  const domain = aws.hostname.split('.').slice(2).join('.');
  const isIn = (one: string) => from.hostname.endsWith(`.${one}`);
  if (from.protocol !== 'https:') return false;
  return (/^[a-z].*\.[a-z]/.test(domain) && isIn(domain)) || alsoFrom.some((one) => from.hostname === one || isIn(one));
}
