// A profile that signs in with the browser, on the whole app: what it needs of a person, how it goes on, and what is left of it.
import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failureOf } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explainSignIn } from '../../../electron/core/browser-sign-in/explain-sign-in.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { pasteOf, wayBack } from '../../fakes/browser-sign-in.ts';
import { IDENTITY } from '../../fakes/sts.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith({ name: 'passkey', delivery: 'process', way: { is: 'browser' } }));
});

const view = (id = 'p1') => w.app.view().profiles.find((profile) => profile.id === id) ?? expect.fail('no profile');

/** The person clicks, and touches the key in the browser. */
async function signIn(): Promise<void> {
  const done = w.app.signIns.anew('p1');
  await drained();
  w.redirects.answer?.(wayBack(w.browser.opened.at(-1) ?? ''));
  await done;
  await w.app.sessions.settled('p1');
}

/** Time goes by on an awake computer, minute by minute. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= MINUTE) {
    w.timer.pass(Math.min(left, MINUTE));
    await drained();
  }
}

const offline = async () => {
  throw new FailureError('network.offline', { host: 'signin' });
};

describe('signed out', () => {
  test('it needs a browser, and no key, device or file', async () => {
    expect(view()).toMatchObject({ needs: 'browser', restsOn: null, serial: null, phase: 'signedOut', browser: null });
    expect(() => w.add(choiceWith({ name: 'other', delivery: 'file', way: { is: 'browser' } }))).toThrowError(
      'profile.short-lived',
    );
  });

  test('one click opens the browser, and the person is in', async () => {
    await signIn();
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing', identity: IDENTITY, browser: null });
    expect(view().expiresAt).toBe(w.clock.wall() + 12 * HOUR);
    expect(w.sts.actions).toEqual([]);
  });

  test('what is waited for is shown, without a secret', async () => {
    const done = w.app.signIns.anew('p1');
    await drained();
    expect(view()).toMatchObject({ phase: 'signingIn', browser: { here: w.browser.opened[0], notOpened: false } });
    w.app.sessions.cancel('p1');
    await expect(done).rejects.toThrowError('sign-in.cancelled');
    expect(view()).toMatchObject({ phase: 'signedOut', browser: null });
  });

  test('another device can be added while the browser is waited for', async () => {
    const done = w.app.signIns.anew('p1');
    await drained();
    await w.app.signIns.elsewhere('p1');
    const { address = '' } = view().browser?.elsewhere ?? {};
    w.app.signIns.paste('p1', new Secret(pasteOf(address)));
    await done;
    expect(view().phase).toBe('active');
  });

  test('on another device alone, no browser is opened', async () => {
    const waiting = await w.app.signIns.beginElsewhere('p1');
    expect([waiting?.here, w.browser.opened]).toEqual([null, []]);
    w.app.signIns.paste('p1', new Secret(pasteOf(waiting?.elsewhere?.address ?? '')));
    await drained();
    expect(view().phase).toBe('active');
  });

  test('whoever asks for the same meanwhile takes nothing from the one who waits', async () => {
    const first = w.app.signIns.beginElsewhere('p1');
    expect(await w.app.signIns.beginElsewhere('p1').catch(failureOf)).toMatchObject({ code: 'sign-in.busy' });
    const { address = '' } = (await first)?.elsewhere ?? {};
    expect(await w.app.signIns.anew('p1').catch(failureOf)).toMatchObject({ code: 'sign-in.busy' });
    await w.app.signIns.finishElsewhere('p1', new Secret(pasteOf(address)));
    expect(view().phase).toBe('active');
  });

  test('somebody who tries to answer in the browser’s place is told of', async () => {
    const done = w.app.signIns.anew('p1');
    await drained();
    w.redirects.answer?.('code=evil&state=other');
    expect(w.app.view().notices).toEqual([{ code: 'browser.stranger', params: {} }]);
    w.redirects.answer?.(wayBack(w.browser.opened[0] ?? ''));
    await done;
  });

  test('a git that waits is told to the person, and goes on when they are in', async () => {
    const push = w.app.answers.answerScript(
      'get',
      'protocol=https\nhost=git-codecommit.eu-central-1.amazonaws.com\npath=v1/repos/hello\n',
      new AbortController().signal,
    );
    await drained();
    expect(w.asked.map((asked) => asked.do)).toEqual(['open', 'notice']);
    await signIn();
    expect(await push).toMatchObject({ kind: 'credential' });
  });
});

describe('signed in', () => {
  beforeEach(signIn);

  test('keys are renewed before they are needed, all day, and nobody is told of a quarter of an hour', async () => {
    w.takeNews();
    for (let i = 0; i < 11; i++) {
      await pass(HOUR);
      const { expiresAt = 0 } = w.app.sessions.sessionOf('p1') ?? {};
      expect(expiresAt - w.clock.wall()).toBeGreaterThanOrEqual(5 * MINUTE);
    }
    expect(w.tokens.refreshed.length).toBeGreaterThanOrEqual(6 * 11);
    expect(w.takeNews()).not.toContain('session-ending');
    expect(view().expiresAt).toBe(w.clock.wall() + HOUR);
  });

  test('the end of the twelve hours is warned of, and then a person is needed again', async () => {
    await pass(11 * HOUR + 44 * MINUTE);
    w.takeNews();
    await pass(2 * MINUTE);
    expect(w.takeNews()).toContain('session-ending');
    w.tokens.keySeconds = 14 * 60;
    await pass(20 * MINUTE);
    expect(w.takeNews()).toContain('session-ended');
    expect(view()).toMatchObject({ phase: 'expired', needs: 'browser' });
    expect(w.sessionFiles.kept).toEqual([]);
  });

  test('offline it goes on trying, and is there again with the network', async () => {
    const { gate } = w.tokens;
    w.tokens.gate = offline;
    await pass(30 * MINUTE);
    expect(view()).toMatchObject({ phase: 'expired', needs: 'nothing', failure: { code: 'network.offline' } });
    w.tokens.gate = gate;
    await pass(2 * MINUTE);
    expect(view()).toMatchObject({ phase: 'active', failure: null });
  });

  test.each(['TOKEN_EXPIRED', 'USER_CREDENTIALS_CHANGED'])(
    'AWS’s end of it (%s) is said, and takes a person again',
    async (error) => {
      w.tokens.gate = async () => {
        throw FailureError.of(explainSignIn({ code: 'AccessDeniedException', error, message: '', by: 'refresh' }));
      };
      await pass(11 * MINUTE);
      expect(view()).toMatchObject({ needs: 'browser', failure: { code: expect.stringMatching(/^browser\./) } });
      // The keys that are there last no longer than they do.
      expect((view().expiresAt ?? 0) - w.clock.wall()).toBeLessThan(5 * MINUTE);
      w.takeNews();
      await pass(10 * MINUTE);
      expect(w.takeNews()).toContain('session-ended');
      expect([view().phase, w.sessionFiles.kept]).toEqual(['expired', []]);
      expect(view().failure?.code).toMatch(/^browser\./);
    },
  );

  test('a restart goes on, without a person', async () => {
    w.app.stop();
    w.build();
    await w.app.start({ byHand: false, hasTray: true });
    await drained();
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing', identity: IDENTITY });
    await pass(HOUR);
    expect(view().phase).toBe('active');
    expect(w.browser.opened.length).toBe(1);
  });

  test('a restart after its keys have ended goes on as well, and tells of no end', async () => {
    w.app.stop();
    w.clock.advance(2 * HOUR);
    w.takeNews();
    w.build();
    await w.app.start({ byHand: false, hasTray: true });
    await drained();
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing' });
    expect(w.takeNews()).not.toContain('session-ended');
  });

  test('a restart before the keyring is open goes on when it is', async () => {
    w.app.stop();
    w.clock.advance(2 * HOUR);
    w.takeNews();
    w.box.state = 'locked';
    w.build();
    await w.app.start({ byHand: false, hasTray: true });
    expect(view().needs).toBe('browser');
    w.box.state = 'open';
    await pass(MINUTE);
    expect(view()).toMatchObject({ phase: 'active', needs: 'nothing' });
    expect(w.takeNews()).not.toContain('session-ended');
  });

  test('a restart after the twelve hours needs a person, and keeps nothing', async () => {
    w.app.stop();
    w.clock.advance(12 * HOUR);
    w.build();
    await w.app.start({ byHand: false, hasTray: true });
    await drained();
    expect([view().needs, w.sessionFiles.kept]).toEqual(['browser', []]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['signing out', () => w.app.sessions.signOut(w.app.book.profile('p1'))],
    ['removing the profile', () => w.app.changes.remove('p1')],
    ['another way in', () => w.app.changes.edit('p1', choiceWith())],
  ])('%s leaves nothing of it', async (_, end) => {
    expect(w.sessionFiles.kept).toEqual(['login.p1', 'p1']);
    await end();
    expect(w.sessionFiles.kept).toEqual([]);
    await pass(HOUR);
    expect(w.tokens.refreshed).toEqual([]);
  });

  test('a person can begin it anew before its end', async () => {
    await pass(11 * HOUR);
    await signIn();
    expect(view().expiresAt).toBe(w.clock.wall() + 12 * HOUR);
    expect(w.browser.opened.length).toBe(2);
  });

  test('a role on top of it comes and goes on by itself', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    await w.app.signIns.withoutCode('p2');
    await pass(3 * HOUR);
    expect(view('p2').phase).toBe('active');
    const callers = w.sts.calls.map(({ caller }) => (caller instanceof Secret ? caller.reveal().accessKeyId : 'a key'));
    expect(new Set(callers).size).toBe(callers.length);
    expect(callers).not.toContain('a key');
  });

  test('nothing secret is in the view, the settings or the shared files', () => {
    const seen = JSON.stringify([w.app.view(), w.store.stored, w.files.texts]);
    expect(seen).not.toMatch(/planted-(dpop|refresh|secret|token|code)/);
    expect([...w.sessionFiles.texts.values()].join()).not.toMatch(/planted/);
  });
});

test('where no keyring encrypts, it is told that it ends with Daypass', async () => {
  w.box.state = 'missing';
  await signIn();
  expect(w.app.view().notices.map(({ code }) => code)).toEqual(['kept.not-encrypted']);
  expect([w.sessionFiles.kept, view().phase]).toEqual([[], 'active']);
});
