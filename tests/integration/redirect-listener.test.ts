// A real listener on loopback, asked by what a browser sends and by what other programs on the computer might.
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { redirects } from '../../electron/adapters/loopback/redirect-listener.ts';
import type { Listening, RedirectPage } from '../../electron/core/browser-sign-in/port.ts';

const BASE = 'https://eu-central-1.signin.aws.amazon.com';
const BROWSER = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' };

let open: Listening | null = null;
const heard: (string | null)[] = [];
afterEach(() => {
  open?.close();
  heard.length = 0;
});

async function listening(base = BASE, alsoFrom: readonly string[] = []): Promise<URL> {
  const answer = (query: string | null): RedirectPage => {
    heard.push(query);
    return { good: query !== null, language: 'zh-TW', title: '<b>"title"</b>', text: `a & b ${query}` };
  };
  open = await redirects.listen(base, answer, alsoFrom);
  return new URL(open.uri);
}

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string;
}

async function ask(
  { port }: URL,
  { path = '/oauth/callback?code=c&state=s', method = 'GET', headers = {}, host }: Asked = {},
) {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { ...(host ? { host } : {}), ...headers } },
      resolve,
    );
    sent.on('error', reject).end();
  });
  return { status: response.statusCode, headers: response.headers, page: await text(response) };
}

describe('a browser that is led back', () => {
  test.each<[string, Record<string, string>]>([
    ['as curl or an old browser sends it', {}],
    ['as browsers of today send it', BROWSER],
    ['from AWS’s page', { ...BROWSER, referer: `${BASE}/` }],
    ['from another of AWS’s hosts', { ...BROWSER, referer: 'https://us-east-1.signin.aws.amazon.com/oauth' }],
    ['by way of the console', { ...BROWSER, referer: 'https://eu-central-1.console.aws.amazon.com/' }],
  ])('%s is heard', async (_, headers) => {
    const { status } = await ask(await listening(), { headers });
    expect([status, heard]).toEqual([200, ['code=c&state=s']]);
  });

  test.each([
    ['https://d-1234567890.awsapps.com/', 'code=c&state=s'],
    ['https://awsapps.com/start', 'code=c&state=s'],
    ['https://evilawsapps.com/', null],
    ['https://awsapps.com.evil.example/', null],
    ['http://d-1234567890.awsapps.com/', null],
  ])('from %s, where a company signs in at awsapps.com', async (referer, query) => {
    await ask(await listening(BASE, ['awsapps.com']), { headers: { ...BROWSER, referer } });
    expect(heard).toEqual([query]);
  });

  test('is shown a page of words alone, which is kept nowhere', async () => {
    const { headers, page } = await ask(await listening());
    expect(page).toContain('<html lang="zh-TW">');
    expect(page).toContain('&#60;b&#62;&#34;title&#34;&#60;/b&#62;');
    expect(page).not.toMatch(/<script|<b>|href="http/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
    });
  });
});

describe('whoever else asks is refused and told of', () => {
  const port = (url: URL) => `127.0.0.1:${url.port}`;
  test.each<[string, Asked | ((url: URL) => Asked)]>([
    ['another path', { path: '/oauth/callback/?code=c&state=s' }],
    ['the root', { path: '/?code=c&state=s' }],
    ['an address as to a proxy', { path: 'http://127.0.0.1/oauth/callback?code=c&state=s' }],
    ['POST', { method: 'POST' }],
    ['HEAD', { method: 'HEAD' }],
    ['OPTIONS', { method: 'OPTIONS' }],
    ['localhost', (url) => ({ host: `localhost:${url.port}` })],
    ['a name that leads here', (url) => ({ host: `evil.example:${url.port}` })],
    ['another port', { host: '127.0.0.1:1' }],
    ['no port', { host: '127.0.0.1' }],
    ['a script of another page', (url) => ({ host: port(url), headers: { origin: 'https://evil.example' } })],
    ['a page of no origin', { headers: { origin: 'null' } }],
    ['AWS’s own page by a script', { headers: { origin: BASE } }],
    ['a picture of another page', { headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } }],
    ['a frame of another page', { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } }],
    ['a link of another page', { headers: { ...BROWSER, referer: 'https://evil.example/' } }],
    ['a page that is called like AWS’s', { headers: { referer: 'https://signin.aws.amazon.com.evil.example/' } }],
    ['a page that ends like AWS’s', { headers: { referer: 'https://evilaws.amazon.com/' } }],
    ['AWS’s page without TLS', { headers: { referer: 'http://signin.aws.amazon.com/' } }],
    ['a page on this computer', { headers: { referer: 'http://127.0.0.1:1/' } }],
    ['words for an address', { headers: { referer: 'AWS' } }],
  ])('%s', async (_, asked) => {
    const url = await listening();
    const { status, page } = await ask(url, typeof asked === 'function' ? asked(url) : asked);
    expect([status, heard]).toEqual([400, [null]]);
    expect(page).not.toContain('code=c');
  });

  test('what a browser asks for by itself is nobody', async () => {
    const { status } = await ask(await listening(), { path: '/favicon.ico' });
    expect([status, heard]).toEqual([404, []]);
  });

  test('a stand-in on loopback counts as itself alone', async () => {
    const url = await listening('http://127.0.0.1:4566');
    await ask(url, { headers: { referer: 'http://127.0.0.1:4566/v1/authorize' } });
    await ask(url, { headers: { referer: 'http://127.0.0.1:4567/v1/authorize' } });
    await ask(url, { headers: { referer: 'https://x.0.1/' } });
    expect(heard).toEqual(['code=c&state=s', null, null]);
  });
});

test('nobody else in the network reaches it', async () => {
  const url = await listening();
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
  for (const address of others) {
    await expect(fetch(`http://${address}:${url.port}/oauth/callback`)).rejects.toThrow();
  }
  expect(heard).toEqual([]);
});

test('closed, it refuses everybody', async () => {
  const url = await listening();
  open?.close();
  await expect(ask(url)).rejects.toThrow();
});

test('each sign-in has a port of its own', async () => {
  const first = await listening();
  const one = open;
  const second = await listening();
  one?.close();
  expect(second.port).not.toBe(first.port);
});
