// What becomes of a request to STS on a bad way: every end of it is a failure that a person can be told.
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchHandler } from '../../electron/adapters/aws/fetch-handler.ts';
import { proxySettings } from '../../electron/adapters/aws/proxy-settings.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('secret') };
const NEVER = new AbortController().signal;
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const identity = (url: string, signal = NEVER) =>
  sts({ fetch, env: { AWS_ENDPOINT_URL: url }, clockOffset: () => 0, heardDate: () => {} }).identity(
    KEY,
    'eu-west-1',
    signal,
  );

const failing = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (thrown) => failureOf(thrown),
  );

describe('what is no answer of AWS’s', () => {
  const PAGE = '<!doctype html><html><body><p>Please sign in to the guest network.</body></html>';
  const html = (status: number) =>
    serve((_, reply) => reply.writeHead(status, { 'content-type': 'text/html' }).end(PAGE));

  test.each([200, 403, 502, 511])('a web page with status %i is the proxy’s', async (status) => {
    const failed = await failing(identity(await html(status)));
    expect(failed).toEqual({ code: 'network.proxy', params: { host: '127.0.0.1' } });
  });

  test('a way that leads elsewhere is not gone', async () => {
    const elsewhere = await serve((_, reply) => reply.end());
    const url = await serve((_, reply) => reply.writeHead(302, { location: elsewhere }).end());
    expect((await failing(identity(url)))?.code).toBe('network.offline');
  });

  test('nothing at all, half of it, and a connection that is cut', async () => {
    const empty = await serve((_, reply) => reply.end());
    const broken = await serve((_, reply) => reply.writeHead(503).end());
    const half = await serve((request, reply) => {
      reply.writeHead(200, { 'content-length': '1000' }).write('<GetCaller');
      setTimeout(() => request.socket.destroy(), 20);
    });
    const cut = await serve((request) => request.socket.destroy());
    expect((await failing(identity(empty)))?.code).toBe('aws.refused');
    expect((await failing(identity(broken)))?.code).toBe('aws.refused');
    expect((await failing(identity(half)))?.code).toBe('network.offline');
    expect((await failing(identity(cut)))?.code).toBe('network.offline');
  });
});

describe('a wait', () => {
  const silent = () => serve(() => {});
  const slow = () =>
    serve((_, reply) => {
      reply.writeHead(200);
      setInterval(() => reply.write(' '), 10).unref();
    });
  const request = (url: string) => {
    const { hostname, port, protocol } = new URL(url);
    return { protocol, hostname, port: Number(port), path: '/', method: 'POST', headers: {}, body: 'Action=X' };
  };

  test.each([
    ['for the head', silent],
    ['for the end of a body that goes on for ever', slow],
  ])('has an end: %s', async (_, server) => {
    const { handle } = fetchHandler(fetch, () => {}, NEVER, 0.2);
    const failed = await failing(handle(request(await server())));
    expect(failed).toEqual({ code: 'network.timeout', params: { host: '127.0.0.1', seconds: 0.2 } });
  });

  test('is cancelled', async () => {
    const cancel = new AbortController();
    const waiting = failing(identity(await silent(), cancel.signal));
    setTimeout(() => cancel.abort(), 50);
    expect((await waiting)?.code).toBe('sign-in.cancelled');
  });
});

describe('the environment’s proxies', () => {
  const of = (env: Record<string, string>) => proxySettings(env);
  const proxyRules = (env: Record<string, string>) => of(env)?.proxyRules;

  test('are the system’s unless HTTPS_PROXY is set', () => {
    expect(of({})).toBeNull();
    expect(of({ HTTPS_PROXY: '', HTTP_PROXY: 'http://p' })).toBeNull();
  });

  test('are addresses with and without a scheme and a port', () => {
    expect(proxyRules({ HTTPS_PROXY: 'proxy.corp:8080' })).toBe('https=http://proxy.corp:8080');
    expect(proxyRules({ https_proxy: 'http://proxy.corp/' })).toBe('https=http://proxy.corp');
    expect(proxyRules({ HTTPS_PROXY: 'socks5://[::1]:1080' })).toBe('https=socks5://[::1]:1080');
    expect(proxyRules({ HTTPS_PROXY: 'a:1', HTTP_PROXY: 'https://b:2' })).toBe('https=http://a:1;http=https://b:2');
    expect(() => proxyRules({ HTTPS_PROXY: 'http://proxy:port' })).toThrow();
  });

  test('are told their own password, and it stands in no rule', () => {
    const settings = of({ HTTPS_PROXY: 'http://a%40b:p%3Aw@one:1', HTTP_PROXY: 'http://two:2' });
    expect(settings?.logins).toEqual([{ host: 'one', username: 'a@b', password: 'p:w' }]);
    expect(settings?.proxyRules).toBe('https=http://one:1;http=http://two:2');
  });

  test.each([
    ['corp.example', 'corp.example;.corp.example'],
    ['.corp.example, 10.0.0.0/8', '.corp.example;10.0.0.0/8'],
    ['localhost,127.0.0.1,::1', 'localhost;.localhost;127.0.0.1;::1'],
    ['*', '*'],
    ['', ''],
  ])('are passed by where NO_PROXY says %s', (NO_PROXY, rules) => {
    expect(of({ HTTPS_PROXY: 'p:1', NO_PROXY })?.proxyBypassRules).toBe(rules);
  });
});
