// A profile of IAM Identity Center, on the whole app: what it needs of a person, how it goes on, and when it stops.
import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../../electron/core/base/failure.ts';
import type { Way } from '../../../electron/core/settings/way.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { wayBack } from '../../fakes/browser-sign-in.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';

const URL_ = 'https://acme.awsapps.com/start';
const wayOf = (role: string): Way => ({
  is: 'identity-center',
  session: 'acme',
  startUrl: URL_,
  ssoRegion: 'eu-central-1',
  account: '123456789012',
  role,
});

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith({ name: 'dev', way: wayOf('Developer') }));
});

const view = (id = 'p1') => w.app.view().profiles.find((profile) => profile.id === id) ?? expect.fail('no profile');

/** The person clicks, and allows it in the browser. */
async function signIn(id = 'p1'): Promise<void> {
  const done = w.app.signIns.anew(id);
  await drained();
  w.redirects.answer?.(wayBack(w.browser.opened.at(-1) ?? ''));
  await done;
  await w.app.sessions.settled(id);
}

/** As `aws sso login` does it in a terminal. */
async function signedInByCli(): Promise<void> {
  const { client } = await w.center.register('eu-central-1', { name: 'botocore', scopes: [], browser: null });
  const { accessToken, refreshToken } = w.center.grant();
  w.ssoCache.put('acme', {
    startUrl: URL_,
    region: 'eu-central-1',
    accessToken: accessToken.reveal(),
    expiresAt: new Date(w.clock.wall() + HOUR).toISOString(),
    clientId: client.id,
    clientSecret: client.secret.reveal(),
    registrationExpiresAt: new Date(w.clock.wall() + 1_000 * HOUR).toISOString(),
    refreshToken: refreshToken?.reveal(),
  });
  w.app.look();
  await drained();
}

/** Time goes by on an awake computer, minute by minute. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= MINUTE) {
    w.timer.pass(Math.min(left, MINUTE));
    await drained();
  }
}

describe('signed out', () => {
  test('it needs the browser, and no key and no device', () => {
    expect(view()).toMatchObject({ needs: 'browser', restsOn: null, serial: null, usesBrowser: true });
  });

  test('one click opens the browser, and the person is in as AWS says it', async () => {
    await signIn();
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing', browser: null, endless: true });
    expect(w.files.texts.credentials).toContain('[dev]');
    expect(w.sts.actions).toEqual(['identity']);
  });

  test('where AWS cannot say who it is, the role is known', async () => {
    w.sts.gate = async () => {
      throw new Error('blocked');
    };
    await signIn();
    expect(view().identity).toEqual({ account: '123456789012', arn: 'arn:aws:iam::123456789012:role/Developer' });
  });

  test('a token of the AWS CLI is as good: the click asks nobody', async () => {
    await signedInByCli();
    expect(view()).toMatchObject({ phase: 'signedOut', needs: 'nothing' });
    await w.app.signIns.withoutCode('p1');
    expect([view().phase, w.browser.opened]).toEqual(['active', []]);
  });

  test('a token that AWS has ended opens the browser in the same click', async () => {
    await signedInByCli();
    w.center.endAll();
    await signIn();
    expect([view().phase, w.browser.opened.length]).toEqual(['active', 1]);
  });

  test('git that waits asks the person, also where a click would do', async () => {
    await signedInByCli();
    void w.app.serving.waitForSession('p1', new AbortController().signal).catch(() => {});
    await drained();
    expect(w.asked).toEqual([{ do: 'open', profile: 'p1', asked: true }]);
    expect(view().phase).toBe('signedOut');
  });
});

describe('signed in', () => {
  test('keys are renewed for as long as AWS lets the token be, and nobody hears of an end', async () => {
    await signIn();
    w.takeNews();
    await pass(8 * HOUR);
    expect([view().phase, w.browser.opened.length, w.takeNews()]).toEqual(['active', 1, expect.any(Array)]);
    expect(w.told.filter(({ is }) => is === 'session-ending' || is === 'session-ended')).toEqual([]);
    expect(w.center.asked.filter((one) => one.startsWith('credentials')).length).toBeGreaterThan(8);
  });

  test('when AWS has ended the sign-in, the person is warned of the end of the last keys, and told', async () => {
    await signIn();
    w.center.endAll();
    await pass(70 * MINUTE);
    expect(view()).toMatchObject({ phase: 'expired', needs: 'browser', failure: { code: 'identity-center.ended' } });
    expect(w.takeNews()).toEqual(expect.arrayContaining(['session-ending', 'session-ended']));
  });

  test('after a night, whoever signs in with the AWS CLI has signed in here as well', async () => {
    await signIn();
    w.center.endAll();
    await pass(70 * MINUTE);
    await signedInByCli();
    expect(view().phase).toBe('active');
  });

  test('a git that waits over the end finds the new token by itself', async () => {
    await signIn();
    w.center.endAll();
    await pass(70 * MINUTE);
    await signedInByCli();
    const waits = w.app.serving.waitForSession('p1', new AbortController().signal);
    await expect(waits).resolves.toBeUndefined();
  });

  test('a restart goes on without the person', async () => {
    await signIn();
    w.build();
    await w.app.start({ byHand: true, hasTray: true });
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing' });
    await pass(3 * HOUR);
    expect([view().phase, w.browser.opened.length]).toEqual(['active', 1]);
  });

  test('a role of IAM on top of it comes and goes on without a person', async () => {
    w.add(choiceWith({ name: 'deploy', way: throughWith('p1') }));
    await signIn();
    await w.app.signIns.withoutCode('p2');
    await pass(3 * HOUR);
    expect([view('p2').phase, w.browser.opened.length]).toEqual(['active', 1]);
  });

  test('a second role of the same portal takes no second sign-in', async () => {
    w.add(choiceWith({ name: 'ops', way: wayOf('Ops') }));
    await signIn();
    expect(view('p2').needs).toBe('nothing');
    await w.app.signIns.withoutCode('p2');
    expect([view('p2').phase, w.browser.opened.length]).toEqual(['active', 1]);
  });

  test('a role that is no longer assigned is said, and the others go on', async () => {
    await signIn();
    w.center.refusesCredentials = failure('identity-center.role', { message: 'No access' });
    await pass(55 * MINUTE);
    expect(view().failure).toMatchObject({ code: 'identity-center.role', params: { role: 'Developer' } });
  });
});

test('a sign-in that cannot be renewed has an end, which is shown and warned of', async () => {
  w.center.withoutRefreshToken = true;
  w.center.tokenSeconds = 8 * 3_600;
  await signIn();
  expect(view()).toMatchObject({ endless: false, expiresAt: w.clock.wall() + 8 * HOUR });
  // The last keys outlive the token that they were asked for with.
  await pass(9 * HOUR);
  expect(w.takeNews()).toContain('session-ending');
});

describe('signing out', () => {
  const signOut = (id = 'p1') => w.app.sessions.signOut(w.app.book.profile(id));

  test('ends the sign-in that Daypass has made, for all programs', async () => {
    await signIn();
    await signOut();
    expect(w.ssoCache.files.has('acme')).toBe(false);
    expect(view()).toMatchObject({ phase: 'signedOut', needs: 'browser' });
    expect(w.files.texts.credentials).not.toContain('[dev]');
  });

  test('of one of two ends nothing for the other', async () => {
    w.add(choiceWith({ name: 'ops', way: wayOf('Ops') }));
    await signIn();
    await w.app.signIns.withoutCode('p2');
    await signOut();
    await pass(3 * HOUR);
    expect([view().phase, view('p2').phase]).toEqual(['signedOut', 'active']);
    await signOut('p2');
    expect(w.ssoCache.files.has('acme')).toBe(false);
  });

  test('leaves the CLI its own, and does not go on with it by itself, not even after a restart', async () => {
    await signedInByCli();
    await w.app.signIns.withoutCode('p1');
    await signOut();
    expect(w.ssoCache.files.has('acme')).toBe(true);
    w.app.look();
    w.app.tick();
    await drained();
    expect(view()).toMatchObject({ phase: 'signedOut', needs: 'nothing' });
    w.build();
    await w.app.start({ byHand: true, hasTray: true });
    w.app.tick();
    await drained();
    expect(view().phase).toBe('signedOut');
  });

  test('comes with the removal of the profile', async () => {
    await signIn();
    await w.app.changes.remove('p1');
    expect(w.ssoCache.files.has('acme')).toBe(false);
  });
});

test('no secret of it is in the view, the settings, or what is told', async () => {
  const done = w.app.signIns.anew('p1');
  await drained();
  const waiting = JSON.stringify(w.app.view());
  w.redirects.answer?.(wayBack(w.browser.opened.at(-1) ?? ''));
  await done;
  const all = [waiting, JSON.stringify([w.app.view(), w.app.book.settings, w.told, w.app.trace.list])].join();
  expect(all).not.toMatch(/planted-(access|refresh|client|role|code)/);
});
