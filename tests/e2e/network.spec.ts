// Sign-in over the networks that people have: proxies and their passwords, a company's certificate authority, and none.
import { once } from 'node:events';
import { appendFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMore } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { test as base, codeField, expect, openPopover, signIn, typeCode } from './fixture.ts';

interface Network {
  /** Starts Daypass in that environment, with a profile, and opens its popover on the code field. */
  start: (env?: Record<string, string>, args?: readonly string[]) => Promise<Page>;
}

const test = base.extend<Network>({
  start: async ({ person, desktop }, use) => {
    let app = null as RunningApp | null;
    await use(async (env = {}, args = []) => {
      await app?.quit();
      rmSync(join(person.home, '.daypass'), { recursive: true, force: true });
      app = await RunningApp.start(person, { env, args });
      await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
      const { serial } = person.aws.user;
      expect(await person.daypass(['add', 'work', '--serial', serial])).toMatchObject({ status: 0 });
      const page = await openPopover(desktop, app);
      await expect(codeField(page)).toBeVisible();
      return page;
    });
    await app?.quit();
  },
});

/** AWS under its real names: of the stand-in the app knows no address but the proxy's. */
const byProxy = ({ aws }: Person, login = '') => ({
  AWS_ENDPOINT_URL: '',
  HTTPS_PROXY: aws.proxyUrl.replace('://', `://${login}`),
  AWS_CA_BUNDLE: aws.codecommit.caFile,
});

const calls = ({ aws }: Person) => aws.requests.filter(({ outcome }) => outcome === 'ok').map(({ action }) => action);

test('a proxy leads to AWS under its real names', async ({ person, start }) => {
  await signIn(await start(byProxy(person)), person);
  expect(calls(person).slice(-2)).toEqual(['GetCallerIdentity', 'GetSessionToken']);
});

test('a proxy that asks for a password is given that of HTTPS_PROXY', async ({ person, start }) => {
  person.aws.faults.proxyLogin = { user: 'a b', password: 'p@ss:w/rd' };
  await signIn(await start(byProxy(person, 'a%20b:p%40ss%3Aw%2Frd@')), person);
  expect(calls(person)).toContain('GetSessionToken');
});

test('a wrong password of the proxy is said', async ({ person, start }) => {
  person.aws.faults.proxyLogin = { user: 'ada', password: 'right' };
  const page = await start(byProxy(person, 'ada:wrong@'));
  await typeCode(page, await person.aws.freshCode());
  await expect(
    page.getByText('The proxy didn’t let the request to sts.eu-west-1.amazonaws.com through.'),
  ).toBeVisible();
});

test('a proxy that refuses, one that is not there, one that is no address', async ({ person, start }) => {
  // The stand-in's proxy leads to AWS's names alone.
  const elsewhere = { AWS_ENDPOINT_URL_STS: 'https://sts.example.com' };
  for (const env of [
    { ...byProxy(person), ...elsewhere },
    { ...byProxy(person), HTTPS_PROXY: 'http://127.0.0.1:9' },
    { ...byProxy(person), HTTPS_PROXY: 'http://ada:secret@proxy:port' },
  ]) {
    const page = await start(env);
    await typeCode(page, await person.aws.freshCode());
    await expect(page.getByText(/^The proxy didn’t let the request to sts\.\S+ through\.$/)).toBeVisible();
  }
});

test('a certificate that nobody vouches for', async ({ person, start }) => {
  const page = await start({ ...byProxy(person), AWS_CA_BUNDLE: '' });
  await typeCode(page, await person.aws.freshCode());
  await expect(
    page.getByText(
      'The certificate of sts.eu-west-1.amazonaws.com isn’t trusted. It was issued by “AWS stand-in for tests”',
    ),
  ).toBeVisible();
  expect(person.aws.requests).toEqual([]);
});

test('a bundle without the right authority, and one that is not there, trust nobody more', async ({
  person,
  start,
}) => {
  for (const bundle of ['/etc/hostname', '/nowhere/ca.pem']) {
    const page = await start({ ...byProxy(person), AWS_CA_BUNDLE: bundle });
    await typeCode(page, await person.aws.freshCode());
    await expect(page.getByText('The certificate of sts.eu-west-1.amazonaws.com isn’t trusted')).toBeVisible();
  }
});

test('nobody there', async ({ person, start }) => {
  for (const url of ['http://127.0.0.1:9', 'https://sts.invalid']) {
    const page = await start({ AWS_ENDPOINT_URL: url });
    await typeCode(page, await person.aws.freshCode());
    await expect(page.getByText(`${new URL(url).hostname} can’t be reached.`)).toBeVisible();
  }
});

test('an answer without end, as no AWS gives it, is cut off and laid to the proxy', async ({ person, start }) => {
  let cut = 0;
  const endless = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('close', () => cut++);
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n');
    const flood = () => {
      while (socket.writable && socket.write('x'.repeat(65_536)));
    };
    socket.on('drain', flood);
    flood();
  });
  endless.listen(0, '127.0.0.1');
  await once(endless, 'listening');
  const page = await start({ AWS_ENDPOINT_URL: `http://127.0.0.1:${(endless.address() as AddressInfo).port}` });
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('The proxy didn’t let the request to 127.0.0.1 through.')).toBeVisible();
  await expect.poll(() => cut).toBeGreaterThan(0);
  endless.close();
});

test('no answer, and the wait is cancelled: the code is as good as new', async ({ person, start }) => {
  const page = await start();
  person.aws.faults.latencyMs = 60_000;
  const code = await person.aws.freshCode();
  await typeCode(page, code);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The sign-in was cancelled.')).toBeVisible();
  person.aws.faults.latencyMs = 0;
  await typeCode(page, code);
  await expect(page.getByRole('timer')).toBeVisible();
});

test('the answer to a code is lost on the way: it is said, and the code is not sent again', async ({
  person,
  start,
}) => {
  const page = await start();
  const { aws } = person;
  const sent = () => aws.requests.filter(({ action }) => action === 'GetSessionToken').length;
  Object.defineProperty(aws.faults, 'dropReplies', { get: () => aws.requests.at(-1)?.action === 'GetSessionToken' });
  await typeCode(page, await aws.freshCode());
  await expect(page.getByText('127.0.0.1 can’t be reached.')).toBeVisible();
  expect(sent()).toBe(1);
});

test('NO_PROXY goes past the proxy', async ({ person, start }) => {
  const env = { ...byProxy(person), HTTPS_PROXY: 'http://127.0.0.1:9' };
  // To 127.0.0.1 itself Chromium never takes a proxy.
  const names = [`--host-resolver-rules=MAP *.amazonaws.com 127.0.0.1:${person.aws.codecommit.port}`];
  const page = await start(env, names);
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText(/^The proxy didn’t let the request to sts\.\S+ through\.$/)).toBeVisible();
  await signIn(await start({ ...env, NO_PROXY: 'localhost, amazonaws.com' }, names), person);
});

test('an endpoint without TLS on another computer is sent nothing, and named', async ({ person, start }) => {
  const page = await start({ AWS_ENDPOINT_URL: 'http://sts.corp.example' });
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('AWS_ENDPOINT_URL isn’t an https URL.')).toBeVisible();
  expect(person.aws.requests).toEqual([]);
});

test('an endpoint of the config file is for others', async ({ person, start }) => {
  appendFileSync(join(person.home, '.aws/config'), '[default]\nendpoint_url = http://elsewhere.example\n');
  await signIn(await start(byProxy(person)), person);
  expect(calls(person)).toContain('GetSessionToken');
});

test('Daypass talks to AWS and to nobody else', async ({ person, start }) => {
  const asked: string[] = [];
  const spy = createServer((client) => {
    client.once('data', (head) => {
      asked.push(String(head).split(/\s/, 2).join(' '));
      const proxy = connect(Number(new URL(person.aws.proxyUrl).port), '127.0.0.1', () => proxy.write(head));
      client.pipe(proxy).pipe(client);
      for (const end of [client, proxy]) end.on('error', () => [client, proxy].map((one) => one.destroy()));
    });
  });
  await once(spy.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`;
  // In small letters Chromium reads them too, for what it does of its own accord.
  const env = { HTTPS_PROXY: url, https_proxy: url, HTTP_PROXY: url, http_proxy: url };
  const page = await start({ ...byProxy(person), ...env });
  await signIn(page, person);
  await chooseMore(page, 'Sign out');
  await expect(codeField(page)).toBeVisible();
  expect(asked).toContain('CONNECT sts.eu-west-1.amazonaws.com:443');
  expect(asked.filter((one) => !/^CONNECT (iam|sts\.eu-west-1)\.amazonaws\.com:443$/.test(one))).toEqual([]);
  spy.close();
});
