/** The way of a push through the whole app: it waits, a person is asked, somebody signs in, and it goes on. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asking } from '../../../electron/core/app/attention.ts';
import { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { answerText } from '../../../electron/core/git/credential/answer.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';
import { preferences } from '../../../electron/core/settings/settings.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { MORNING } from '../../fakes/clock.ts';
import { countedClient } from '../../fakes/counted-client.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';

const HOST = 'git-codecommit.eu-central-1.amazonaws.com';
const input = (repository = 'app') => `action=get\nprotocol=https\nhost=${HOST}\npath=v1/repos/${repository}\n\n`;
const PREFERENCES = preferences({});

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
});
const push = (client = countedClient(), repository = 'app') =>
  w.app.answers.answerCacheClient(input(repository), client.signal);
const script = (operation: string) =>
  w.app.answers.answerScript(operation, input().replace('action=get\n', ''), countedClient().signal);
const waiting = () => w.app.view().waiting;
const uses = () => w.app.view().uses.map(({ by, what, profile, outcome }) => [by, what, profile, outcome]);
const words = (askings: readonly Asking[]) =>
  askings.map((asking) => (asking.do === 'notice' ? `${asking.notice.title}: ${asking.notice.body}` : asking.do));
/** As a clock on the wall of this computer shows it. */
const timeOfDay = (at: number) => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

describe('signed out', () => {
  test('it waits, is shown, opens the popover, then tells, and is answered after the sign-in', async () => {
    w.add(choiceWith());
    w.takeNews();
    const client = countedClient();
    const answer = push(client);
    expect(w.takeNews()).toEqual(['git-waits']);
    expect(waiting()).toEqual([{ id: 1, repository: 'app', region: 'eu-central-1', profile: 'p1', since: MORNING }]);
    expect(w.asked).toEqual([
      { do: 'open', profile: 'p1', asked: false },
      {
        do: 'notice',
        notice: {
          title: 'git is waiting',
          body: 'app continues once you sign in.',
          profile: 'p1',
          whileWaiting: true,
        },
      },
    ]);
    expect(client.listening).toBe(1);
    w.timer.pass(MINUTE);
    await w.signIn();
    const answered = await answer;
    expect(answered).toMatchObject({ kind: 'credential', profile: 'p1' });
    expect(answerText(answered)).toContain('username=ASIA0000000000000001%token-of-1\n');
    expect([waiting(), client.listening]).toEqual([[], 0]);
    expect(uses()).toEqual([['git', 'app', 'p1', 'answered']]);
    expect(w.takeNews()).toEqual(['session-began', 'git-used']);
    expect(w.asked).toHaveLength(2);
  });

  test('that it went on is shown, with what AWS made of it, for a moment', async () => {
    w.add(choiceWith());
    const outcome = () => w.app.view().wentOn && [w.app.view().wentOn?.repositories, w.app.view().wentOn?.outcome];
    const answers = [push(), push(countedClient(), 'lib')];
    expect(outcome()).toBeNull();
    await w.signIn();
    await Promise.all(answers);
    expect(outcome()).toEqual([['app', 'lib'], null]);
    await script('store');
    expect(outcome()).toEqual([['app', 'lib'], null]);
    await script('erase');
    expect(outcome()).toEqual([['app', 'lib'], 'refused']);
    w.app.wentOn.clear();
    expect(outcome()).toBeNull();
    // What has not waited is nothing to show.
    await push();
    await script('store');
    expect(outcome()).toBeNull();
  });

  test('a git that nobody sees went on without being shown', async () => {
    w.add(choiceWith());
    const quiet = w.app.answers.answerCacheClient(`timeout=2\n${input()}`, countedClient().signal);
    await w.signIn();
    expect((await quiet).kind).toBe('credential');
    expect(w.app.view().wentOn).toBeNull();
  });

  test('it goes on as soon as the session has begun, before anybody else hears of it', async () => {
    w.add(choiceWith());
    void push();
    const left: number[] = [];
    w.app.events.listen(({ is }) => void (is === 'session-began' && left.push(waiting().length)));
    await w.signIn();
    expect(left).toEqual([0]);
  });

  test.each<[Language, readonly string[]]>([
    ['en', ['open', 'git is waiting: app continues once you sign in.']],
    ['zh-TW', ['open', 'git 正在等候: 登入後，app 會自動繼續。']],
  ])('in the language that was chosen (%s)', (language, expected) => {
    w.add(choiceWith());
    w.app.book.prefer({ ...PREFERENCES, language });
    void push();
    expect(words(w.asked)).toEqual(expected);
  });

  test('where several profiles would do, a person chooses, once, and is shown that one', async () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    const answer = push();
    expect(w.asked[0]).toEqual({ do: 'open', profile: null, asked: false });
    expect(waiting()[0]?.profile).toBeNull();
    w.app.repositories.chooseForWaiting(1, 'p1');
    expect(waiting()[0]?.profile).toBe('p1');
    expect(w.app.view()).toMatchObject({ shown: 'p1', repositories: { [`${HOST}/app`]: 'p1' } });
    await w.signIn('p2', '234567');
    expect(waiting()).toHaveLength(1);
    await w.signIn('p1');
    expect(await answer).toMatchObject({ kind: 'credential', profile: 'p1' });
    expect((await push()).kind).toBe('credential');
  });

  test('a choice of a session that is there answers at once', async () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    await w.signIn('p1');
    const chosen = push();
    w.app.repositories.chooseForWaiting(1, 'p1');
    expect(await chosen).toMatchObject({ kind: 'credential', profile: 'p1' });
    const set = push(countedClient(), 'lib');
    w.app.repositories.set(`${HOST}/lib`, 'p1');
    expect(await set).toMatchObject({ kind: 'credential', profile: 'p1' });
    w.app.repositories.set(`${HOST}/app`, null);
    expect(w.app.view().repositories).toEqual({ [`${HOST}/lib`]: 'p1' });
    void push();
    expect(waiting()[0]?.profile).toBeNull();
  });

  test('a choice for what waits no more is only shown', () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    w.app.repositories.chooseForWaiting(7, 'p1');
    expect(w.app.view()).toMatchObject({ shown: 'p1', repositories: {} });
    expect(() => w.app.repositories.chooseForWaiting(7, 'p9')).toThrow('profile.unknown');
  });

  test('the end of the app ends the wait, and the script says why', async () => {
    w.add(choiceWith());
    const client = countedClient();
    const answer = push(client);
    w.app.stop();
    w.app.waiting.cancelAll();
    expect(await answer).toEqual({ kind: 'nothing' });
    expect([client.listening, w.timer.count]).toEqual([0, 0]);
    expect(await script('get')).toMatchObject({ kind: 'quit', failure: { code: 'git.wait-cancelled' } });
  });

  test.each(['while it waits', 'before'])('a git that goes %s leaves nothing', async (when) => {
    w.add(choiceWith());
    const client = countedClient();
    if (when === 'before') client.abort();
    const answer = push(client);
    client.abort();
    expect(await answer).toEqual({ kind: 'nothing' });
    expect([waiting(), client.listening, w.timer.count]).toEqual([[], 0, 0]);
    expect(w.asked).toHaveLength(when === 'before' ? 0 : 2);
  });
});

describe('a role through a session', () => {
  beforeEach(async () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    w.app.book.remember(`${HOST}/app`, 'p2');
  });

  test('that lives signs in instead, and nobody is bothered', async () => {
    await w.signIn();
    const answer = await push();
    expect(answer).toMatchObject({ kind: 'credential', profile: 'p2' });
    expect(w.asked).toEqual([]);
    expect(w.sts.actions.at(-1)).toBe('assumeRole');
  });

  test('that does not live asks a person', () => {
    void push();
    expect(words(w.asked)).toEqual(['open', expect.stringContaining('git is waiting')]);
    expect(w.sts.actions).toEqual([]);
  });
});

describe('what AWS did with it', () => {
  beforeEach(async () => {
    w.add(choiceWith());
    await w.signIn();
    await script('store');
  });

  test('refused with 401 is a notice and a use', async () => {
    await push();
    await script('erase');
    expect(w.app.view().notices).toEqual([{ code: 'git.said-401', params: { repository: 'app' } }]);
    expect(uses()[0]).toEqual(['git', 'app', null, 'rejected-by-aws']);
    await script('store');
    expect(w.app.view().notices).toEqual([]);
  });

  test('git’s silence is a 403 where AWS says so', async () => {
    w.git.pushAnswers.set(`https://${HOST}/v1/repos/app`, 'forbidden');
    await push();
    w.timer.pass(MINUTE);
    await drained();
    expect(w.app.view().notices).toMatchObject([{ code: 'git.likely-403', params: { profile: 'work-mfa' } }]);
    expect(uses()[0]).toEqual(['git', 'app', 'p1', 'unconfirmed']);
  });
});

describe('a profile that was chosen wrongly', () => {
  const KEY = `${HOST}/app`;
  const found = async () => {
    const { checks } = await w.app.doctor.examine();
    return checks
      .flatMap(({ findings }) => findings.map(({ failure }) => failure.code))
      .filter((code) => /^git\.(likely|unproven)/.test(code));
  };
  beforeEach(async () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    await w.signIn('p1');
    const answer = push();
    w.app.repositories.chooseForWaiting(1, 'p1');
    await answer;
  });
  const served = () => w.app.view().served;

  test('is unproven, then not found: in the view, in the notices, and by the doctor', async () => {
    expect(served()).toMatchObject([{ key: KEY, repository: 'app', profile: 'p1', confirmed: false, failure: null }]);
    expect(await found()).toContain('git.unproven');
    w.git.pushAnswers.set(`https://${KEY.replace('/', '/v1/repos/')}`, 'missing');
    w.timer.pass(3_000);
    await drained();
    const failure = { code: 'git.likely-404', params: { repository: 'app', profile: 'work-mfa' } };
    expect(served()).toMatchObject([{ key: KEY, profile: 'p1', confirmed: false, failure }]);
    expect(w.app.view().notices).toMatchObject([failure]);
    expect(await found()).toContain('git.likely-404');
  });

  test('is no news any more once another is chosen, and proven as soon as git tells', async () => {
    w.git.pushAnswers.set(`https://${KEY.replace('/', '/v1/repos/')}`, 'missing');
    w.timer.pass(3_000);
    await drained();
    w.app.repositories.set(KEY, 'p2');
    expect([served(), w.app.view().notices]).toEqual([[], []]);
    const answer = push();
    await w.signIn('p2', '234567');
    await answer;
    await script('store');
    expect(served()).toMatchObject([{ key: KEY, profile: 'p2', confirmed: true, failure: null }]);
    expect(await found()).toEqual([]);
  });
});

describe('what a person is told while the session goes on and ends, in both languages', () => {
  test.each<[Language, readonly string[]]>([
    [
      'en',
      [
        'work-mfa expires in 15 min: Sign in again now to keep working without a break.',
        '14 min left for this push: app has started. For a long push, it is safer to sign in again now.',
        'work-mfa expires in 5 min: Sign in again now to keep working without a break.',
        'work-mfa has expired: Click to sign in again.',
      ],
    ],
    [
      'zh-TW',
      [
        'work-mfa 將在 15 分鐘後到期: 現在重新登入，工作不會中斷。',
        '這次推送只剩 14 分鐘: app 已開始推送；若需要較久，建議現在重新登入。',
        'work-mfa 將在 5 分鐘後到期: 現在重新登入，工作不會中斷。',
        'work-mfa 已到期: 按這裡重新登入。',
      ],
    ],
  ])('%s', async (language, expected) => {
    w.locales = [language];
    w.build();
    w.add(choiceWith());
    await w.signIn();
    w.timer.pass(12 * HOUR - 14 * MINUTE);
    await push();
    await push();
    w.timer.pass(14 * MINUTE);
    expect(words(w.asked)).toEqual(expected);
    expect(w.asked.every((asking) => asking.do === 'notice' && asking.notice.profile === 'p1')).toBe(true);
  });

  test.each<[Language, RegExp]>([
    ['en', /^work-mfa couldn’t sign in by itself: .*\. .*\.$/],
    ['zh-TW', /^work-mfa 無法自動登入: .*。 ?.*。$/],
  ])('a daily sign-in that AWS refuses (%s)', async (language, expected) => {
    w.app.book.prefer({ ...PREFERENCES, language });
    w.add(choiceWith());
    await w.app.authenticators.store('p1', new Secret(TOTP_SECRET));
    w.app.authenticators.signInDaily('p1', timeOfDay(MORNING + HOUR));
    w.sts.gate = async ({ mfa }) => {
      if (mfa) throw new FailureError('code.rejected');
      return undefined;
    };
    for (let minute = 0; minute <= 60; minute++) {
      w.timer.pass(MINUTE);
      await drained();
    }
    expect(words(w.asked)).toEqual([expect.stringMatching(expected)]);
    expect(w.asked).toMatchObject([{ notice: { profile: 'p1' } }]);
  });
});
