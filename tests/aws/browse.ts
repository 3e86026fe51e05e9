// Guarantees: a person at a browser, as far as a test needs one: opens an address, answers the one question there, and
// goes where that leads. Addresses of AWS lead to the stand-in, those on this machine to themselves, all others nowhere.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { endpointOf } from './regions.ts';

export interface BrowseOptions {
  readonly answer?: 'touch' | 'deny';
  /** Who they are, by ARN or name; default: the first user of all. */
  readonly user?: string;
  /** What they type where a device's code is asked for. */
  readonly userCode?: string;
}

export interface Browsed {
  /** Where it ended. */
  readonly address: string;
  readonly status: number;
  readonly page: string;
  /** The text to be pasted on another device, where the last page shows one. */
  readonly paste?: string;
}

export interface TlsWay {
  readonly tlsPort: number;
  readonly ca: string;
}

function send(address: URL, { tlsPort, ca }: TlsWay, form?: URLSearchParams): Promise<IncomingMessage> {
  const { hostname, protocol } = address;
  const real = protocol === 'https:' && endpointOf(hostname);
  if (!real && !(protocol === 'http:' && hostname === '127.0.0.1')) throw new Error(`leads nowhere: ${address.origin}`);
  const method = form ? 'POST' : 'GET';
  const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const headers = { host: address.host, ...type };
  return new Promise((resolve, reject) => {
    const sent = real
      ? httpsRequest(
          address,
          { method, headers, hostname: '127.0.0.1', port: tlsPort, servername: hostname, ca },
          resolve,
        )
      : httpRequest(address, { method, headers }, resolve);
    sent.on('error', reject).end(form?.toString());
  });
}

export async function browse(address: string, way: TlsWay, options: BrowseOptions = {}): Promise<Browsed> {
  const { answer = 'touch', user, userCode } = options;
  const form = new URLSearchParams({ answer });
  if (user) form.set('user', user);
  if (userCode) form.set('user_code', userCode);
  let at = new URL(address);
  let response = await send(at, way);
  let page = await text(response);
  if (response.statusCode === 200) {
    response = await send(at, way, form);
    page = await text(response);
  }
  for (let { location } = response.headers; location; location = response.headers.location) {
    at = new URL(location, at);
    response = await send(at, way);
    page = await text(response);
  }
  const paste = /<textarea id="copy" readonly>([^<]*)</.exec(page)?.[1];
  return { address: at.href, status: response.statusCode ?? 0, page, ...(paste ? { paste } : {}) };
}
