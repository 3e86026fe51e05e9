/** Counted through the whole app: the popovers and notifications that a person gets of gits that nobody sits at. */
import { beforeEach, describe, expect, test } from 'vitest';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';

const HOST = 'git-codecommit.eu-central-1.amazonaws.com';
const SECONDS = { person: 900, unseen: 300, nobody: 2 } as const;
type Who = keyof typeof SECONDS;

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const ask = (who: Who, repository = 'app') => {
  const about = `protocol=https\nhost=${HOST}\npath=v1/repos/${repository}\n\n`;
  const input = `action=get\ntimeout=${SECONDS[who]}\n${about}`;
  return w.app.answers.answerCacheClient(input, new AbortController().signal);
};
const why = async (repository = 'app') => {
  const input = `protocol=https\nhost=${HOST}\npath=v1/repos/${repository}\n\n`;
  const answer = await w.app.answers.answerScript('get', input, new AbortController().signal);
  return answer.kind === 'quit' ? answer.failure.code : answer.kind;
};
/** Popovers, and notifications. */
const counted = () => [
  w.asked.filter((asking) => asking.do === 'open').length,
  w.asked.filter((asking) => asking.do === 'notice').length,
];
const cards = () => w.app.view().waiting.map(({ repository }) => repository);
const stop = () => w.app.answers.stopWaiting(w.app.view().waiting[0]?.id ?? 0);

/** One git each `every`, for so many times; none waits for another. */
async function repeated(who: Who, every: number, times: number, repositories: readonly string[] = ['app']) {
  for (let i = 0; i < times; i++) {
    for (const repository of repositories) void ask(who, repository);
    w.timer.pass(every);
    await drained();
  }
}

describe('a git that says that nobody is there', () => {
  test('ends within two seconds, opens nothing, has no card, and the script says why', async () => {
    const answer = ask('nobody');
    expect(cards()).toEqual([]);
    w.timer.pass(1_999);
    expect(await answer).toEqual({ kind: 'nothing' });
    expect(await why()).toBe('git.background');
    expect([counted(), w.timer.count]).toEqual([[0, 1], 0]);
  });

  test('for which a profile would have to be chosen is told so', async () => {
    w.add(choiceWith({ name: 'home-mfa' }));
    const answer = ask('nobody');
    w.timer.pass(1_999);
    await answer;
    expect(await why()).toBe('git.background-choice');
  });

  test('hourly maintenance of three repositories: one quiet notification until somebody has signed in and out', async () => {
    await repeated('nobody', HOUR, 5, ['a', 'b', 'c']);
    expect(counted()).toEqual([0, 1]);
    await w.signIn();
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    await repeated('nobody', HOUR, 5, ['a', 'b', 'c']);
    expect(counted()).toEqual([0, 2]);
    // Five hours of refusals are two lines.
    expect(w.app.view().uses.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  test('is answered where a sign-in comes in time', async () => {
    const answer = ask('nobody');
    await w.signIn();
    expect(await answer).toMatchObject({ kind: 'credential' });
  });

  test('has a session that takes nobody, each time', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    w.app.book.remember(`${HOST}/app`, 'p2');
    await w.signIn();
    expect(await ask('nobody')).toMatchObject({ kind: 'credential', profile: 'p2' });
    expect(counted()).toEqual([0, 0]);
  });

  test('takes nothing from a person who pushes at that moment, or right after', async () => {
    void ask('nobody');
    void ask('person');
    w.timer.pass(2_000);
    await drained();
    expect([counted(), cards()]).toEqual([[1, 2], ['app']]);
    stop();
    await drained();
    void ask('nobody', 'lib');
    w.timer.pass(2_000);
    await drained();
    void ask('person', 'lib');
    expect([counted(), cards()]).toEqual([[2, 3], ['lib']]);
  });
});

describe('what keeps asking without a terminal', () => {
  test('an editor that fetches every three minutes opens one popover, however long nobody comes', async () => {
    await repeated('unseen', 3 * MINUTE, 60);
    expect(counted()).toEqual([1, 1]);
  });

  test('a prompt that fetches every minute has one card', async () => {
    await repeated('unseen', MINUTE, 4);
    expect(cards()).toEqual(['app']);
    await repeated('unseen', MINUTE, 60);
    expect([counted(), cards()]).toEqual([[1, 1], []]);
  });

  test('is asked for anew after the next sign-in', async () => {
    await repeated('unseen', 3 * MINUTE, 4);
    await w.signIn();
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    void ask('unseen');
    expect([counted(), cards()]).toEqual([[2, 2], ['app']]);
  });

  test('a person’s second try, seconds after, gets the popover; a terminal’s always does', async () => {
    void ask('unseen');
    stop();
    await drained();
    w.timer.pass(3_000);
    void ask('unseen');
    expect(counted()[0]).toBe(2);
    stop();
    await drained();
    w.timer.pass(MINUTE);
    void ask('unseen');
    expect(counted()[0]).toBe(2);
    void ask('person');
    expect([counted()[0], cards()]).toEqual([3, ['app']]);
  });
});

describe('one decision for one git command', () => {
  const names = Array.from({ length: 8 }, (_, i) => `sub${i}`);

  test('eight at once: one notification, and one stop ends all', async () => {
    const answers = names.map((name) => ask('person', name));
    expect([counted()[1], cards()]).toEqual([1, names]);
    stop();
    expect(await Promise.all(answers)).toEqual(names.map(() => ({ kind: 'nothing' })));
    for (const name of names) expect(await why(name)).toBe('git.wait-cancelled');
    expect(cards()).toEqual([]);
  });

  test.each([
    ['stopped', stop, 'git.wait-cancelled'],
    ['left alone', () => w.timer.pass(5 * MINUTE), 'git.wait-over'],
  ] as const)('eight one after the other, each tried twice, %s: one wait', async (_, end, code) => {
    const first = ask('person', 'sub0');
    end();
    await first;
    expect(await why('sub0')).toBe(code);
    for (const name of [...names.slice(1), ...names]) {
      w.timer.pass(300);
      expect(await ask('person', name)).toEqual({ kind: 'nothing' });
      expect(await why(name)).toBe(code);
    }
    expect([counted(), cards()]).toEqual([[1, 1], []]);
    w.timer.pass(2_000);
    void ask('person', 'sub3');
    expect([counted()[0], cards()]).toEqual([2, ['sub3']]);
  });

  test('what waits for another profile goes on', async () => {
    w.add(choiceWith({ name: 'home-mfa' }));
    w.app.book.remember(`${HOST}/app`, 'p1');
    w.app.book.remember(`${HOST}/lib`, 'p2');
    void ask('person', 'app');
    void ask('person', 'lib');
    stop();
    await drained();
    expect(cards()).toEqual(['lib']);
  });

  test('several gits of one repository are one card', () => {
    for (const _ of [1, 2, 3]) void ask('person');
    expect([counted(), cards()]).toEqual([[3, 1], ['app']]);
  });
});
