import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../../electron/core/base/failure.ts';
import { registrationName } from '../../../electron/core/identity-center/cache-names.ts';
import { Registrations } from '../../../electron/core/identity-center/registrations.ts';
import { FakeIdentityCenter } from '../../fakes/identity-center.ts';
import { FakeSsoCache } from '../../fakes/sso-cache.ts';
import { HOUR, MINUTE } from '../samples.ts';
import { PORTAL } from './portals.ts';

const NOON = Date.UTC(2027, 0, 5, 12);
const { signal } = new AbortController();
const NAME = registrationName(PORTAL, 'browser');

let now = NOON;
let center: FakeIdentityCenter;
let cache: FakeSsoCache;
let registrations: Registrations;
beforeEach(() => {
  now = NOON;
  center = new FakeIdentityCenter(() => now);
  cache = new FakeSsoCache();
  registrations = new Registrations({ oidc: center, cache, wall: () => now });
});
const idOf = async (form: 'browser' | 'device' = 'browser') => (await registrations.of(PORTAL, form, signal)).client.id;

test('for the browser it names the way back and the portal, and is kept in the form of the AWS CLI', async () => {
  await idOf();
  expect(center.registered).toEqual([
    {
      name: 'Daypass',
      scopes: ['sso:account:access'],
      browser: { issuerUrl: PORTAL.startUrl, redirectUri: 'http://127.0.0.1/oauth/callback' },
    },
  ]);
  expect(cache.json(NAME)).toEqual({
    clientId: 'client-1',
    clientSecret: 'planted-client-secret-client-1',
    expiresAt: '2027-04-05T12:00:00Z',
    scopes: ['sso:account:access'],
    grantTypes: ['authorization_code', 'refresh_token'],
  });
});

test('for another device it names neither', async () => {
  await idOf('device');
  expect(center.registered[0]?.browser).toBeNull();
  expect(cache.json(registrationName(PORTAL, 'device'))).not.toHaveProperty('grantTypes');
});

describe('it is made once', () => {
  test('for each form, and kept until its end', async () => {
    expect([await idOf(), await idOf('device'), await idOf(), await idOf('device')]).toEqual([
      'client-1',
      'client-2',
      'client-1',
      'client-2',
    ]);
    now = NOON + 90 * 24 * HOUR - 16 * MINUTE;
    expect(await idOf()).toBe('client-1');
    now += 2 * MINUTE;
    expect(await idOf()).toBe('client-3');
  });

  test('and again when it was dropped', async () => {
    await idOf();
    await registrations.drop(PORTAL, 'browser');
    expect(await idOf()).toBe('client-2');
  });

  test.each(['', '{"clientId":"x"}', '{"clientId":"x","clientSecret":"y","expiresAt":"never"}', '[]'])(
    'and again over a file of %j',
    async (text) => {
      cache.files.set(NAME, text);
      expect(await idOf()).toBe('client-1');
    },
  );
});

test.each(['read', 'write'] as const)(
  'a folder that refuses to be used to %s costs a registration, no sign-in',
  async (what) => {
    cache.refuses[what] = failure('file.read-only', { path: '/x' });
    expect([await idOf(), await idOf()]).toEqual(['client-1', 'client-2']);
  },
);

test('Daypass knows what it has registered itself, in either form', async () => {
  const ids = [await idOf(), await idOf('device')];
  const asked = [...ids, 'of-the-cli', null].map((id) => registrations.isOurs(PORTAL, id));
  expect(await Promise.all(asked)).toEqual([true, true, false, false]);
});
