// Sign-in over the networks that people have: proxies and their passwords, a company's certificate authority, and none.
import { createServer, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { test as base, codeField, expect, openPopover, signIn, typeCode } from './fixture.ts';

interface Network {
  /** Starts Daypass in that environment, with a profile, and opens its popover on the code field. */
  start: (env?: Record<string, string>) => Promise<Page>;
}

const test = base.extend<Network>({
  start: async ({ person, desktop }, use) => {
    const started: RunningApp[] = [];
    await use(async (env = {}) => {
      const app = await RunningApp.start(person, { env });
      started.push(app);
      await desktop.icon();
      await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
      const { serial } = person.aws.user;
      expect(await person.daypass(['add', 'work', '--serial', serial])).toMatchObject({ status: 0 });
      const page = await openPopover(desktop, app);
      await expect(codeField(page)).toBeVisible();
      return page;
    });
    for (const app of started) await app.quit();
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
  expect(calls(person)).toEqual(['GetCallerIdentity', 'GetSessionToken']);
});

test('a proxy that asks for a password is given that of HTTPS_PROXY', async ({ person, start }) => {
  person.aws.faults.proxyLogin = { user: 'a b', password: 'p@ss:w/rd' };
  await signIn(await start(byProxy(person, 'a%20b:p%40ss%3Aw%2Frd@')), person);
});

test('a wrong password of the proxy: said, and it is told once', async ({ person, start }) => {
  person.aws.faults.proxyLogin = { user: 'ada', password: 'right' };
  const page = await start(byProxy(person, 'ada:wrong@'));
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByText('The proxy did not let the request to sts.eu-west-1.amazonaws.com through.')).toBeVisible();
});
