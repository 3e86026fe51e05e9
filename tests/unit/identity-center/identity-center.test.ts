// A sign-in to a portal as the app makes it: the person’s browser, another device, and what AWS's tools do meanwhile.
import { beforeEach, describe, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { failure, failureOf } from '../../../electron/core/base/failure.ts';
import type { Where } from '../../../electron/core/browser-sign-in/door.ts';
import { Waits } from '../../../electron/core/browser-sign-in/waits.ts';
import { registrationName } from '../../../electron/core/identity-center/cache-names.ts';
import { IdentityCenter } from '../../../electron/core/identity-center/identity-center.ts';
import { drained } from '../../fakes/app-world.ts';
import { FakeBrowser, FakeRandomness, FakeRedirects } from '../../fakes/browser-sign-in.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { CODE, FakeIdentityCenter } from '../../fakes/identity-center.ts';
import { FakeSsoCache } from '../../fakes/sso-cache.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE } from '../samples.ts';
import { PORTAL } from './portals.ts';

const AT = { session: 'acme', startUrl: PORTAL.startUrl, ssoRegion: PORTAL.region };
const ROLE = { ...AT, account: '123456789012', role: 'Admin' };
const { signal } = new AbortController();

class World {
  readonly clock = new FakeClock();
  readonly timer = new FakeTimer(this.clock);
  readonly aws = new FakeIdentityCenter(() => this.clock.true);
  readonly cache = new FakeSsoCache();
  readonly redirects = new FakeRedirects();
  readonly browser = new FakeBrowser();
  readonly cancel = new AbortController();
  config = '';
  strangers = 0;
  readonly waits = new Waits(() => {});
  center = this.build();

  /** As a new start of the app on the same computer. */
  build(): IdentityCenter {
    this.center = new IdentityCenter({
      oidc: this.aws,
      portal: this.aws,
      cache: this.cache,
      redirects: this.redirects,
      browser: this.browser,
      timer: this.timer,
      random: new FakeRandomness(),
      drawQr: async (text) => `picture of ${text.reveal()}`,
      clock: new AwsClock(this.clock),
      wall: () => this.clock.wall(),
      steady: () => this.clock.steady(),
      config: async () => this.config,
      stranger: () => this.strangers++,
      page: (what) => ({ good: what === 'done', language: 'en', title: String(what), text: '' }),
      changed: () => {},
      waits: this.waits,
    });
    return this.center;
  }

  signIn(where: Where = 'here') {
    const done = this.center.signIn('p1', AT, where, this.cancel.signal).then(() => 'signed in', failureOf);
    return done;
  }

  /** The person allows it in the browser of this computer. */
  back(more: Record<string, string> = { code: CODE }) {
    const state = new URL(this.browser.opened.at(-1) ?? '').searchParams.get('state') ?? '';
    return this.redirects.answer?.(new URLSearchParams({ state, ...more }).toString()).title ?? 'nobody listens';
  }

  async pass(seconds: number): Promise<void> {
    for (let i = 0; i < seconds; i++) {
      this.timer.pass(1_000);
      await drained();
    }
  }
}

let w: World;
beforeEach(() => {
  w = new World();
});

/** As `aws sso login` leaves it. */
async function signedInByCli(): Promise<void> {
  const { client } = await w.aws.register(PORTAL.region, { name: 'botocore-client', scopes: [], browser: null });
  const { accessToken, refreshToken } = w.aws.grant();
  w.cache.put('acme', {
    startUrl: PORTAL.startUrl,
    region: PORTAL.region,
    accessToken: accessToken.reveal(),
    expiresAt: new Date(w.clock.wall() + HOUR).toISOString(),
    clientId: client.id,
    clientSecret: client.secret.reveal(),
    registrationExpiresAt: new Date(w.clock.wall() + 90 * 24 * HOUR).toISOString(),
    refreshToken: refreshToken?.reveal(),
  });
  await w.center.look([AT]);
}

async function signedIn(): Promise<void> {
  const done = w.signIn();
  await drained();
  w.back();
  expect(await done).toBe('signed in');
}

describe('with the browser of this computer', () => {
  test('the page is opened with a challenge, and its code becomes a token for all programs', async () => {
    const done = w.signIn();
    await drained();
    const address = new URL(w.browser.opened[0] ?? '');
    expect(`${address.origin}${address.pathname}`).toBe('https://oidc.eu-central-1.amazonaws.com/authorize');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: w.redirects.uri,
      code_challenge_method: 'S256',
      scopes: 'sso:account:access',
    });
    expect(w.waits.of('p1')).toMatchObject({ here: address.href, elsewhere: null });
    expect(w.back()).toBe('done');
    expect(await done).toBe('signed in');
    expect(w.cache.json('acme')).toMatchObject({
      startUrl: PORTAL.startUrl,
      region: PORTAL.region,
      clientId: 'client-1',
    });
    expect([w.center.isOpen(AT), w.waits.of('p1'), w.redirects.answer]).toEqual([true, null, null]);
  });

  test('the scopes of the session are asked for, or another program would lose them', async () => {
    w.config = `[sso-session acme]\nsso_start_url = ${PORTAL.startUrl}\nsso_region = ${PORTAL.region}\nsso_registration_scopes = sso:account:access, codewhisperer:completions\n`;
    await signedIn();
    expect(w.aws.registered[0]?.scopes).toEqual(['sso:account:access', 'codewhisperer:completions']);
    expect(new URL(w.browser.opened[0] ?? '').searchParams.get('scopes')).toBe(
      'sso:account:access codewhisperer:completions',
    );
  });

  test('what the session says now counts, as for AWS’s tools', async () => {
    w.config = '[sso-session acme]\nsso_start_url = https://new.awsapps.com/start\nsso_region = us-east-2\n';
    await signedIn();
    expect(w.aws.registered[0]?.browser?.issuerUrl).toBe('https://new.awsapps.com/start');
    expect(w.cache.json('acme')).toMatchObject({ region: 'us-east-2' });
  });

  test.each(['', '[sso-session acme]\nsso_start_url = ftp://x\nsso_region = us-east-2\n'])(
    'a session that is gone or says nonsense is as it was when the profile was made (%j)',
    async (config) => {
      w.config = config;
      await signedIn();
      expect(w.cache.json('acme')).toMatchObject({ startUrl: PORTAL.startUrl, region: PORTAL.region });
    },
  );

  test('it may come back from the page, from AWS’s domains, and from the company’s own address', async () => {
    w.config = '[sso-session acme]\nsso_start_url = https://aws.acme.example:8443/start\nsso_region = eu-central-1\n';
    await signedIn();
    expect(w.redirects.from).toEqual([
      'https://oidc.eu-central-1.amazonaws.com',
      expect.arrayContaining(['awsapps.com', 'app.aws', 'aws.acme.example']),
    ]);
  });

  test('the person’s no ends it', async () => {
    const done = w.signIn();
    await drained();
    w.back({ error: 'access_denied' });
    expect(await done).toMatchObject({ code: 'browser.refused' });
    expect(w.cache.json('acme')).toBeNull();
  });

  test('another state is refused and told, and the wait goes on', async () => {
    const done = w.signIn();
    await drained();
    expect(w.back({ state: 'other', code: CODE })).toBe('stranger');
    expect(w.strangers).toBe(1);
    w.back();
    expect(await done).toBe('signed in');
  });

  test('a registration that AWS does not know any more is made anew at the next try', async () => {
    w.aws.refusals.push('invalid-client');
    const done = w.signIn();
    await drained();
    w.back();
    expect(await done).not.toBe('signed in');
    await signedIn();
    expect(w.aws.registered).toHaveLength(2);
  });

  test('it can be cancelled, and leaves nothing', async () => {
    const done = w.signIn();
    await drained();
    w.cancel.abort();
    expect(await done).toMatchObject({ code: 'sign-in.cancelled' });
    expect([w.redirects.answer, w.timer.count, w.waits.of('p1')]).toEqual([null, 0, null]);
  });

  test('what another program has signed in meanwhile is used, and no browser is opened', async () => {
    await signedInByCli();
    expect(await w.signIn()).toBe('signed in');
    expect(w.browser.opened).toEqual([]);
  });
});

describe('on another device', () => {
  test('address and code are shown, nothing is opened, and the answer is waited for', async () => {
    w.aws.deviceAnswers = 2;
    const done = w.signIn('elsewhere');
    await drained();
    const address = 'https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH';
    expect(w.waits.of('p1')).toEqual({
      here: null,
      notOpened: false,
      elsewhere: { address, userCode: 'ABCD-EFGH', qr: `picture of ${address}` },
    });
    expect(w.browser.opened).toEqual([]);
    await w.pass(3);
    expect(await done).toBe('signed in');
    expect(w.cache.json('acme')).toMatchObject({ clientId: 'client-1' });
  });

  test('may be added to the browser of this computer: the first that answers counts', async () => {
    w.aws.deviceAnswers = 100;
    const done = w.signIn();
    await drained();
    expect(await w.waits.showElsewhere('p1')).toBe(true);
    expect(w.waits.of('p1')?.elsewhere?.userCode).toBe('ABCD-EFGH');
    await w.pass(2);
    w.back();
    expect(await done).toBe('signed in');
    const asked = w.aws.asked.length;
    await w.pass(5);
    expect(w.aws.asked).toHaveLength(asked);
    expect(w.timer.count).toBe(0);
  });

  test('is asked for once, however often it is wanted', async () => {
    w.aws.deviceAnswers = 100;
    void w.signIn();
    await drained();
    await Promise.all([w.waits.showElsewhere('p1'), w.waits.showElsewhere('p1')]);
    expect(w.aws.asked.filter((one) => one.startsWith('device'))).toHaveLength(1);
    w.cancel.abort();
  });

  test('has nothing to be added to where nothing is waited for', async () => {
    expect(await w.waits.showElsewhere('p1')).toBe(false);
  });

  test('ends with the code', async () => {
    w.aws.deviceAnswers = 10_000;
    const done = w.signIn('elsewhere');
    await drained();
    await w.pass(600);
    expect(await done).toMatchObject({ code: 'identity-center.code-expired' });
  });

  test('a registration that AWS does not know any more is made anew at once', async () => {
    w.cache.put(registrationName(PORTAL, 'device'), {
      clientId: 'forgotten',
      clientSecret: 'planted',
      expiresAt: '2036-01-01T00:00:00Z',
    });
    const done = w.signIn('elsewhere');
    await drained();
    await w.pass(1);
    expect(await done).toBe('signed in');
  });
});

describe('credentials of a role', () => {
  test('come with a token of the AWS CLI', async () => {
    await signedInByCli();
    expect(w.center.isOpen(AT)).toBe(true);
    const { granted, until } = await w.center.credentials(ROLE, signal);
    expect(granted.credentials.reveal().accessKeyId).toMatch(/^ASIASSO/);
    expect(until).toBeNull();
  });

  test('go on as long as the token can be renewed', async () => {
    await signedIn();
    for (let hours = 0; hours < 8; hours++) {
      await w.center.credentials(ROLE, signal);
      w.clock.advance(HOUR);
    }
    expect(w.browser.opened).toHaveLength(1);
  });

  test('without a refresh token end with the token, or with the last credentials', async () => {
    w.aws.withoutRefreshToken = true;
    w.aws.tokenSeconds = 8 * 3_600;
    await signedIn();
    const begun = w.clock.wall();
    expect((await w.center.credentials(ROLE, signal)).until).toBe(begun + 8 * HOUR);
    w.clock.advance(7.5 * HOUR);
    expect((await w.center.credentials(ROLE, signal)).until).toBe(begun + 8.5 * HOUR);
  });

  test('of a sign-in that AWS has ended take a person again, and that is known', async () => {
    await signedIn();
    w.aws.endAll();
    const why = await w.center.credentials(ROLE, signal).catch(failureOf);
    expect(why).toMatchObject({ code: 'identity-center.ended', params: { startUrl: PORTAL.startUrl } });
    expect(w.center.isOpen(AT)).toBe(false);
    await signedIn();
    await w.center.credentials(ROLE, signal);
  });

  test('of a token that AWS takes no more, but renews, come after one renewal', async () => {
    await signedIn();
    w.aws.endAccess();
    await w.center.credentials(ROLE, signal);
    expect(w.aws.asked.filter((one) => one.startsWith('token'))).toEqual([
      'token code eu-central-1',
      'token refresh eu-central-1',
    ]);
  });

  test('that are not given are told with role and account', async () => {
    await signedIn();
    w.aws.refusesCredentials = failure('identity-center.role', { message: 'No access' });
    const why = await w.center.credentials(ROLE, signal).catch(failureOf);
    expect(why).toMatchObject({
      code: 'identity-center.role',
      params: { role: 'Admin', account: '123456789012', startUrl: PORTAL.startUrl },
    });
    expect(w.center.isOpen(AT)).toBe(true);
  });

  test('without any token are refused', async () => {
    const why = await w.center.credentials(ROLE, signal).catch(failureOf);
    expect(why).toMatchObject({ code: 'identity-center.none' });
  });
});

describe('what may be chosen', () => {
  test('are the accounts and their roles', async () => {
    await signedIn();
    expect(await w.center.accounts(AT, signal)).toEqual(w.aws.accounts_);
    expect(await w.center.roles(AT, '123456789012', signal)).toEqual(['Admin', 'ReadOnly']);
  });

  test('is told where nobody is signed in', async () => {
    expect(await w.center.accounts(AT, signal).catch(failureOf)).toMatchObject({ code: 'identity-center.none' });
  });
});

describe('signing out', () => {
  test('ends what Daypass has begun, at AWS and for all programs', async () => {
    await signedIn();
    await w.center.signOut(AT);
    expect([w.cache.json('acme'), w.center.isOpen(AT), w.aws.asked.at(-1)]).toEqual([
      null,
      false,
      'logout eu-central-1',
    ]);
  });

  test('ends it also after a restart, and after another program has renewed it', async () => {
    await signedIn();
    const { accessToken } = w.aws.grant();
    w.cache.put('acme', { ...w.cache.json('acme'), accessToken: accessToken.reveal() });
    await w.build().signOut(AT);
    expect(w.cache.json('acme')).toBeNull();
  });

  test('takes away what has ended by itself, too', async () => {
    w.aws.withoutRefreshToken = true;
    await signedIn();
    w.clock.advance(2 * HOUR);
    await w.center.signOut(AT);
    expect(w.cache.json('acme')).toBeNull();
  });

  /** Signs out while AWS is asked to renew what has ended; `go` has it answer. */
  async function signOutInRenewal() {
    await signedIn();
    w.clock.advance(HOUR);
    w.aws.endAccess();
    let go = () => {};
    w.aws.hold = new Promise((resolve) => {
      go = resolve;
    });
    const asked = w.center.accounts(AT, signal).catch(failureOf);
    await drained();
    const out = w.center.signOut(AT);
    await drained();
    return async () => {
      go();
      await Promise.all([asked, out]);
      await drained();
    };
  }

  test('ends at AWS what a renewal that is under way brings', async () => {
    const finish = await signOutInRenewal();
    await finish();
    expect([w.cache.json('acme'), w.aws.liveTokens]).toEqual([null, 0]);
  });

  test('leaves what another program puts there during a renewal', async () => {
    const finish = await signOutInRenewal();
    w.aws.refusals.push('invalid-grant');
    const expiresAt = new Date(w.clock.wall() + HOUR).toISOString();
    w.cache.put('acme', { ...w.cache.json('acme'), accessToken: 'of another', expiresAt, clientId: 'another' });
    await finish();
    expect(w.cache.json('acme')).toMatchObject({ clientId: 'another' });
  });

  test('leaves to the AWS CLI what it has begun', async () => {
    await signedInByCli();
    await w.center.signOut(AT);
    expect(w.cache.json('acme')).toMatchObject({ accessToken: expect.any(String) });
    expect(w.aws.asked).toEqual(['register eu-central-1']);
  });
});

test('what AWS’s tools do is seen at the next look', async () => {
  await signedInByCli();
  expect(w.center.isOpen(AT)).toBe(true);
  w.cache.files.clear();
  await w.center.look([AT]);
  expect(w.center.isOpen(AT)).toBe(false);
});

test('a cache that cannot be read is as good as none, until it is asked', async () => {
  await signedInByCli();
  w.cache.refuses.read = failure('file.unreadable', { path: '/x' });
  await w.center.look([AT]);
  expect(w.center.isOpen(AT)).toBe(false);
  expect(await w.center.credentials(ROLE, signal).catch(failureOf)).toMatchObject({ code: 'file.unreadable' });
});

test('nothing waits longer than its minutes', async () => {
  const done = w.signIn();
  await drained();
  w.timer.pass(5 * MINUTE);
  expect(await done).toMatchObject({ code: 'browser.too-late' });
});
