import { describe, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import type { FailureCode } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { BrowserSignIns } from '../../../electron/core/browser-sign-in/browser-sign-ins.ts';
import type { Where } from '../../../electron/core/browser-sign-in/door.ts';
import type { Login } from '../../../electron/core/browser-sign-in/login.ts';
import { Waits } from '../../../electron/core/browser-sign-in/waits.ts';
import { drained } from '../../fakes/app-world.ts';
import {
  FakeBrowser,
  FakeRandomness,
  FakeRedirects,
  FakeSignInService,
  pasteOf,
  wayBack,
} from '../../fakes/browser-sign-in.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { IDENTITY } from '../../fakes/sts.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE } from '../samples.ts';

function world() {
  const wall = new FakeClock();
  const [service, redirects, browser] = [new FakeSignInService(), new FakeRedirects(), new FakeBrowser()];
  const timer = new FakeTimer(wall);
  const begun: Login[] = [];
  const seen = { strangers: 0 };
  const waits = new Waits(() => {});
  const signIns = new BrowserSignIns({
    waits,
    service,
    redirects,
    browser,
    timer,
    random: new FakeRandomness(),
    drawQr: async (text) => `picture of ${text.reveal()}`,
    clock: new AwsClock(wall),
    logins: {
      begin: async (_, login) => void begun.push(login),
      drop: async (_, login) => void begun.splice(begun.indexOf(login), 1),
    },
    stranger: () => seen.strangers++,
    page: (what) => ({
      good: what === 'done',
      language: 'en',
      title: typeof what === 'string' ? what : what.code,
      text: '',
    }),
    changed() {},
  });
  const abort = new AbortController();
  const open = (where: Where = 'here') => {
    const done = signIns.open('p1', 'eu-central-1', where, abort.signal);
    done.catch(() => {});
    return done;
  };
  const back = (query: string | null) => redirects.answer?.(query)?.title ?? 'nobody listens';
  return { wall, timer, service, redirects, browser, begun, seen, signIns, waits, abort, open, back };
}

const codeOf = (work: Promise<unknown>): Promise<FailureCode> =>
  work.then(
    () => expect.fail('it went through'),
    ({ failure }) => failure.code,
  );

describe('with the browser of this computer', () => {
  test('it is opened, and what it brings back becomes a sign-in', async () => {
    const { open, browser, back, service, begun, waits, redirects } = world();
    const done = open();
    await drained();
    const [address = ''] = browser.opened;
    expect(waits.of('p1')).toEqual({ here: address, notOpened: false, elsewhere: null });
    expect(back(wayBack(address))).toBe('done');
    const { granted, identity, until } = await done;
    expect(service.requests).toMatchObject([
      { clientId: 'arn:aws:signin:::devtools/same-device', grant: { is: 'code', redirectUri: redirects.uri } },
    ]);
    expect([identity, granted.expiresAt, until]).toEqual([IDENTITY, MORNING + 15 * MINUTE, MORNING + 12 * HOUR]);
    expect(begun[0]?.refreshToken.reveal()).toBe('planted-refresh-token-1');
    expect([waits.of('p1'), redirects.answer]).toEqual([null, null]);
  });

  test('the key and the verifier are this sign-in’s own', async () => {
    const { open, browser, back, service, begun } = world();
    const done = open();
    await drained();
    back(wayBack(browser.opened[0] ?? ''));
    await done;
    expect(service.requests[0]?.key).toBe(begun[0]?.key);
    const { grant } = service.requests[0] ?? expect.fail('nothing was asked');
    expect(grant.is === 'code' && grant.code.reveal()).toBe('planted-code');
  });

  test.each<[string, (address: string) => string | null]>([
    ['another state', () => 'code=evil&state=other'],
    ['no state', () => 'code=evil'],
    ['an error with another state', () => 'error=access_denied&state=other'],
    ['what no browser sends', () => null],
  ])('%s is refused and told, and the wait goes on', async (_, query) => {
    const { open, browser, back, seen, service } = world();
    const done = open();
    await drained();
    const [address = ''] = browser.opened;
    expect(back(query(address))).toBe('stranger');
    expect([seen.strangers, service.requests]).toEqual([1, []]);
    expect(back(wayBack(address))).toBe('done');
    await done;
  });

  test('what comes a second time is refused and told', async () => {
    const { open, browser, back, seen, service } = world();
    const done = open();
    await drained();
    const query = wayBack(browser.opened[0] ?? '');
    expect([back(query), back(query)]).toEqual(['done', 'stranger']);
    await done;
    expect([seen.strangers, service.requests.length, back(query)]).toEqual([1, 1, 'nobody listens']);
  });

  test('AWS’s no ends it, with its words', async () => {
    const { open, browser, back } = world();
    const done = open();
    await drained();
    const no = wayBack(browser.opened[0] ?? '', { error: 'access_denied', error_description: 'You said no' });
    expect(back(no)).toBe('browser.refused');
    expect(await codeOf(done)).toBe('browser.refused');
  });

  test('five minutes are enough', async () => {
    const { open, timer, redirects, waits } = world();
    const done = open();
    await drained();
    timer.pass(5 * MINUTE - 1);
    await drained();
    expect(waits.of('p1')).not.toBeNull();
    timer.pass(1);
    expect(await codeOf(done)).toBe('browser.too-late');
    expect(redirects.answer).toBeNull();
  });

  test('cancelled, nothing listens any more', async () => {
    const { open, abort, redirects, waits } = world();
    const done = open();
    await drained();
    abort.abort();
    expect(await codeOf(done)).toBe('sign-in.cancelled');
    expect([redirects.answer, waits.of('p1')]).toEqual([null, null]);
  });

  test('where no browser can be opened, the address is there all the same', async () => {
    const { open, browser, waits, back } = world();
    browser.works = false;
    const done = open();
    await drained();
    expect(waits.of('p1')).toMatchObject({ notOpened: true, here: expect.stringContaining('/v1/authorize') });
    browser.works = true;
    await waits.openAgain('p1');
    expect(waits.of('p1')?.notOpened).toBe(false);
    expect(back(wayBack(browser.opened[0] ?? ''))).toBe('done');
    await done;
  });

  test('AWS’s time is learned before the code is spent', async () => {
    const { open, browser, back, service } = world();
    const done = open();
    await drained();
    expect(service.timesLearned).toBe(1);
    back(wayBack(browser.opened[0] ?? ''));
    await done;
  });

  test.each(['', 'no token', 'a.b', 'a.b.c', `a.${Buffer.from('{"sub":"ann"}').toString('base64url')}.c`])(
    'an id token of %j is none, and nothing is kept',
    async (idToken) => {
      const { open, browser, back, service, begun } = world();
      service.gate = async (_, answer) => ({ ...answer, idToken });
      const done = open();
      await drained();
      back(wayBack(browser.opened[0] ?? ''));
      expect(await codeOf(done)).toBe('browser.odd-answer');
      expect(begun).toEqual([]);
    },
  );

  test('cancelled while AWS is asked, nothing is kept', async () => {
    const { open, browser, back, service, abort, begun } = world();
    service.gate = async (_, answer) => {
      abort.abort();
      return answer;
    };
    const done = open();
    await drained();
    back(wayBack(browser.opened[0] ?? ''));
    expect(await codeOf(done)).toBe('sign-in.cancelled');
    expect(begun).toEqual([]);
  });
});

describe('with another device', () => {
  test('nothing listens and nothing is opened: the address is shown, and its text taken', async () => {
    const { open, waits, browser, redirects, service } = world();
    const done = open('elsewhere');
    await drained();
    const waiting = waits.of('p1');
    const address = waiting?.elsewhere?.address ?? '';
    expect(waiting).toEqual({
      here: null,
      notOpened: false,
      elsewhere: { address, userCode: null, qr: `picture of ${address}` },
    });
    expect([browser.opened, redirects.answer]).toEqual([[], null]);
    waits.paste('p1', new Secret(pasteOf(address)));
    await done;
    expect(service.requests).toMatchObject([{ clientId: 'arn:aws:signin:::devtools/cross-device' }]);
  });

  test('a text that does not fit is refused, and the wait goes on', async () => {
    const { open, waits } = world();
    const done = open('elsewhere');
    await drained();
    const address = waits.of('p1')?.elsewhere?.address ?? '';
    expect(() => waits.paste('p1', new Secret('nonsense'))).toThrowError('browser.paste-malformed');
    const other = address.replace(/state=[^&]*/, 'state=other');
    expect(() => waits.paste('p1', new Secret(pasteOf(other)))).toThrowError('browser.paste-other');
    waits.paste('p1', new Secret(pasteOf(address)));
    await done;
  });

  test('it can be added while the browser of this computer is waited for, and gives more time', async () => {
    const { open, waits, timer, redirects } = world();
    const done = open();
    await drained();
    expect(await waits.showElsewhere('p1')).toBe(true);
    timer.pass(15 * MINUTE - 1);
    await drained();
    expect(redirects.answer).toBeNull();
    const address = waits.of('p1')?.elsewhere?.address ?? '';
    waits.paste('p1', new Secret(pasteOf(address)));
    await done;
  });

  test('the way back of the one is none of the other', async () => {
    const { open, waits, browser, back } = world();
    const done = open();
    await drained();
    await waits.showElsewhere('p1');
    const elsewhere = waits.of('p1')?.elsewhere?.address ?? '';
    expect(() => waits.paste('p1', new Secret(pasteOf(browser.opened[0] ?? '')))).toThrowError('browser.paste-other');
    expect(back(wayBack(elsewhere))).toBe('stranger');
    expect(back(wayBack(browser.opened[0] ?? ''))).toBe('done');
    await done;
  });

  test('without a wait there is nothing to add to and nothing to paste', async () => {
    const { waits } = world();
    expect(await waits.showElsewhere('p1')).toBe(false);
    expect(() => waits.paste('p1', new Secret('text'))).toThrowError('browser.paste-other');
  });
});
