import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failure, failureOf } from '../../../electron/core/base/failure.ts';
import { PortalTokens } from '../../../electron/core/identity-center/portal-tokens.ts';
import { FakeIdentityCenter } from '../../fakes/identity-center.ts';
import { FakeSsoCache } from '../../fakes/sso-cache.ts';
import { HOUR, MINUTE } from '../samples.ts';
import { PORTAL } from './portals.ts';

const NOON = Date.UTC(2027, 0, 5, 12);

let now = NOON;
let center: FakeIdentityCenter;
let cache: FakeSsoCache;
let tokens: PortalTokens;
beforeEach(() => {
  now = NOON;
  center = new FakeIdentityCenter(() => now);
  cache = new FakeSsoCache();
  tokens = new PortalTokens({ oidc: center, cache, wall: () => now });
});

const registered = () => center.register(PORTAL.region, { name: 'x', scopes: [], browser: null });
const text = async () => (await tokens.usable(PORTAL)).token.reveal();
const refused = () => tokens.usable(PORTAL).then(() => null, failureOf);
const later = (ms: number) => {
  now += ms;
};

/** As `aws sso login` does it. */
async function signedIn(): Promise<void> {
  await tokens.put(PORTAL, center.grant(), await registered());
  center.asked.length = 0;
}

describe('a token that is there', () => {
  test('is used as long as it lives, and AWS is not asked', async () => {
    await signedIn();
    expect(await text()).toBe('planted-access-token-1');
    later(54 * MINUTE);
    expect(await text()).toBe('planted-access-token-1');
    expect(center.asked).toEqual([]);
  });

  test('is renewed when five minutes are left, and the file has the new one', async () => {
    await signedIn();
    later(55 * MINUTE);
    expect(await text()).toBe('planted-access-token-3');
    expect(cache.json('acme')).toMatchObject({
      accessToken: 'planted-access-token-3',
      refreshToken: 'planted-refresh-token-3',
      expiresAt: '2027-01-05T13:55:00Z',
      clientId: 'client-2',
    });
  });

  test('goes on to be renewed, with what each renewal has brought', async () => {
    await signedIn();
    for (let hours = 1; hours <= 8; hours++) {
      later(HOUR);
      await text();
    }
    expect(center.asked).toEqual(Array.from({ length: 8 }, () => 'token refresh eu-central-1'));
  });

  test('of another program that is put there is used from then on', async () => {
    await signedIn();
    await text();
    cache.put('acme', { accessToken: 'planted-of-the-cli', expiresAt: '2027-01-05T18:00:00Z' });
    expect(await text()).toBe('planted-of-the-cli');
  });

  test('cannot be renewed and says when it ends', async () => {
    center.withoutRefreshToken = true;
    await signedIn();
    expect((await tokens.usable(PORTAL)).until).toBe(NOON + HOUR);
    later(56 * MINUTE);
    expect((await refused())?.code).toBe('identity-center.ended');
  });

  test('that is renewed has no end that is known', async () => {
    await signedIn();
    expect((await tokens.usable(PORTAL)).until).toBeNull();
  });
});

describe('one at a time', () => {
  test('several who ask in one moment cost one renewal', async () => {
    await signedIn();
    later(HOUR);
    const all = await Promise.all([text(), text(), text()]);
    expect(new Set(all).size).toBe(1);
    expect(center.asked).toHaveLength(1);
  });

  test('what another program has renewed meanwhile is used, and the refusal of ours forgotten', async () => {
    await signedIn();
    later(HOUR);
    let go = () => {};
    center.hold = new Promise((resolve) => {
      go = resolve;
    });
    const asked = text();
    await Promise.resolve();
    cache.put('acme', { accessToken: 'planted-of-the-cli', expiresAt: '2027-01-05T18:00:00Z' });
    center.refusals.push('invalid-grant');
    go();
    expect(await asked).toBe('planted-of-the-cli');
  });
});

describe('a renewal that fails', () => {
  beforeEach(signedIn);

  test.each(['invalid-grant', 'invalid-client'] as const)('with %s has ended the sign-in', async (answer) => {
    later(HOUR);
    center.refusals.push(answer);
    expect(await refused()).toEqual(failure('identity-center.ended', { startUrl: PORTAL.startUrl }));
  });

  test.each(['invalid-grant', 'other'] as const)('with %s leaves what still lives', async (answer) => {
    later(57 * MINUTE);
    center.refusals.push(answer);
    expect(await text()).toBe('planted-access-token-1');
  });

  test('for the network is said, and the next one is made with the same refresh token', async () => {
    later(HOUR);
    center.refusals.push(new FailureError('network.offline', { host: 'oidc' }));
    expect((await refused())?.code).toBe('network.offline');
    expect(await text()).toBe('planted-access-token-3');
  });

  test('is not tried where the client is not good any more', async () => {
    cache.put('acme', { ...cache.json('acme'), registrationExpiresAt: '2027-01-05T12:30:00Z' });
    later(HOUR);
    expect((await refused())?.code).toBe('identity-center.ended');
    expect(center.asked).toEqual([]);
  });
});

describe('a token that AWS takes no more, whatever its file says', () => {
  test('is renewed', async () => {
    await signedIn();
    tokens.refused(await tokens.usable(PORTAL));
    expect(await text()).toBe('planted-access-token-3');
  });

  test('is as good as none where it cannot be renewed', async () => {
    center.withoutRefreshToken = true;
    await signedIn();
    tokens.refused(await tokens.usable(PORTAL));
    expect(await tokens.find(PORTAL)).toBeNull();
    expect((await refused())?.code).toBe('identity-center.ended');
  });

  test('is as good as none where AWS does not renew it, and that is not asked again', async () => {
    await signedIn();
    tokens.refused(await tokens.usable(PORTAL));
    center.endAll();
    expect((await refused())?.code).toBe('identity-center.ended');
    expect((await refused())?.code).toBe('identity-center.ended');
    expect(await tokens.find(PORTAL)).toBeNull();
    expect(center.asked).toHaveLength(1);
  });

  test('gives way to the next sign-in', async () => {
    await signedIn();
    tokens.refused(await tokens.usable(PORTAL));
    await signedIn();
    expect(await text()).toMatch(/^planted-access-token-3/);
  });
});

describe('a disk that refuses', () => {
  test('does not end a sign-in: what was renewed is used all the same, until the file has a newer one', async () => {
    await signedIn();
    cache.refuses.write = failure('file.read-only', { path: '/x' });
    later(HOUR);
    expect(await text()).toBe('planted-access-token-3');
    later(HOUR);
    expect(await text()).toBe('planted-access-token-4');
    cache.put('acme', { accessToken: 'planted-of-the-cli', expiresAt: '2027-01-06T18:00:00Z' });
    expect(await text()).toBe('planted-of-the-cli');
  });

  test('that cannot be read is said', async () => {
    cache.refuses.read = failure('file.unreadable', { path: '/x' });
    expect((await refused())?.code).toBe('file.unreadable');
  });
});

describe('without a token', () => {
  test('a person has to sign in', async () => {
    expect(await refused()).toEqual(failure('identity-center.none', { startUrl: PORTAL.startUrl }));
    expect(await tokens.find(PORTAL)).toBeNull();
  });

  test('one that was taken away is gone for all', async () => {
    await signedIn();
    await tokens.remove(PORTAL);
    expect([await tokens.find(PORTAL), cache.files.size]).toEqual([null, 0]);
  });

  test.each(['remove', 'put'] as const)('a renewal that is under way does not undo a %s', async (what) => {
    await signedIn();
    later(HOUR);
    let go = () => {};
    center.hold = new Promise((resolve) => {
      go = resolve;
    });
    const asked = text();
    const client = await registered();
    const done = what === 'remove' ? tokens.remove(PORTAL) : tokens.put(PORTAL, center.grant(), client);
    go();
    await Promise.all([asked, done]);
    expect(cache.files.size).toBe(what === 'remove' ? 0 : 1);
    if (what === 'put') expect(cache.json('acme').accessToken).not.toBe(await asked);
  });

  test('one that is over and cannot be renewed is as good as none', async () => {
    center.withoutRefreshToken = true;
    await signedIn();
    later(HOUR);
    expect(await tokens.find(PORTAL)).toBeNull();
  });

  test('one that is over and can be renewed takes nobody', async () => {
    await signedIn();
    later(HOUR);
    expect((await tokens.find(PORTAL))?.client).toBe('client-2');
  });
});
