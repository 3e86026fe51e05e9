import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../electron/core/base/failure.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import type { PushAnswer } from '../../../../electron/core/git/config/port.ts';
import { Aftermath } from '../../../../electron/core/git/credential/aftermath.ts';
import { askedOf } from '../../../../electron/core/git/credential/asked.ts';
import { repositoryKey } from '../../../../electron/core/git/credential/choose-profile.ts';
import type { CredentialRequest } from '../../../../electron/core/git/credential/credential-protocol.ts';
import type { ServingSession } from '../../../../electron/core/git/credential/serving-session.ts';
import { Unconfirmed } from '../../../../electron/core/git/credential/unconfirmed.ts';
import { drained } from '../../../fakes/app-world.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

const PATIENCE = 20_000;
const FIRST = 3_000;
const request = (repository = 'app', username: string | null = null): CredentialRequest => ({
  action: null,
  protocol: 'https',
  host: 'git-codecommit.eu-west-1.amazonaws.com',
  path: `v1/repos/${repository}`,
  username,
  timeout: null,
});
const asked = (repository = 'app') => askedOf(request(repository)) ?? expect.fail();
const foreign = { ...request(), host: 'github.com' };
const profile = (id: string) => ({ id, name: `${id}-mfa`, key: id, region: 'eu-west-1' });
const session = (id: string): ServingSession => ({
  id: 1,
  credentials: new Secret({ accessKeyId: `ASIA${id}`, secretAccessKey: 'x', sessionToken: 't' }),
  expiresAt: 0,
  until: null,
  identity: { account: '123456789012', arn: 'arn' },
});

function world() {
  const clock = new FakeClock();
  const time = new FakeTimer(clock);
  const uses: unknown[] = [];
  const wentOn: unknown[] = [];
  const answers: Record<string, PushAnswer> = { app: 'forbidden', lib: 'forbidden' };
  const state = {
    profiles: [profile('home'), profile('work'), profile('out')],
    answers,
    remembered: {} as Record<string, string>,
    changes: 0,
  };
  const aftermath = new Aftermath({
    unconfirmed: new Unconfirmed(time),
    wentOn: { heard: (...told) => void wentOn.push(told) },
    profiles: () => state.profiles,
    sessionOf: (id) => (id === 'out' ? null : session(id)),
    remembered: () => state.remembered,
    now: () => clock.wall(),
    changed: () => void state.changes++,
    askPush: async ({ repository }) => state.answers[repository] ?? null,
    record: (...use) => void uses.push(use),
  });
  return { time, uses, wentOn, state, aftermath };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const code = () => w.aftermath.trouble?.code ?? null;

describe('taken', () => {
  test('is nothing new, and ends the trouble', () => {
    w.aftermath.refused(request());
    w.aftermath.taken(foreign);
    expect(code()).toBe('git.said-401');
    w.aftermath.taken(request('lib'));
    // What works elsewhere does not mend it.
    expect(code()).toBe('git.said-401');
    w.aftermath.taken(request());
    expect(code()).toBeNull();
    expect(w.uses).toHaveLength(1);
  });
});

describe('refused', () => {
  test.each([
    ['ASIAwork%token', 'work'],
    ['ASIAwork', 'work'],
    ['ASIAhome%a%b', 'home'],
    ['ASIAwor%token', null],
    ['ASIAout%token', null],
    [null, null],
  ])('the password of %s is of %s', (username, id) => {
    w.aftermath.refused(request('app', username));
    expect(w.uses).toEqual([['app', id, 'rejected-by-aws']]);
    expect(w.aftermath.trouble).toEqual({ code: 'git.said-401', params: { repository: 'app' } });
  });

  test('elsewhere is no business of ours', () => {
    w.aftermath.refused(foreign);
    expect([w.uses, code()]).toEqual([[], null]);
  });

  test('is heard: the silence after it means nothing', () => {
    w.aftermath.taken(request());
    w.aftermath.answered(asked(), 'work', session('work'));
    w.aftermath.refused(request());
    w.time.pass(PATIENCE);
    expect(code()).toBe('git.said-401');
  });
});

test('what has gone on after a wait hears both, of CodeCommit alone', () => {
  w.aftermath.taken(request('lib'));
  w.aftermath.refused(request());
  for (const how of ['taken', 'refused'] as const) w.aftermath[how](foreign);
  expect(w.wentOn).toMatchObject([
    [{ repository: 'lib' }, 'taken'],
    [{ repository: 'app' }, 'refused'],
  ]);
});

describe('silence', () => {
  const answered = (repository = 'app') => w.aftermath.answered(asked(repository), 'work', session('work'));
  /** It has worked there before, and git tells. */
  const worked = (repository = 'app') => {
    answered(repository);
    w.aftermath.taken(request(repository));
  };
  const about = { repository: 'app', profile: 'work-mfa', account: '123456789012', region: 'eu-west-1' };
  const over = async (ms: number) => {
    w.time.pass(ms);
    await drained();
  };

  test.each<[PushAnswer, FailureCode]>([
    ['forbidden', 'git.likely-403'],
    ['missing', 'git.likely-404'],
  ])('of a profile that has not worked there is what AWS says, three seconds later (%s)', async (said, expected) => {
    w.state.answers.app = said;
    answered();
    await over(FIRST - 1);
    expect([code(), w.uses]).toEqual([null, []]);
    await over(1);
    expect(w.aftermath.trouble).toEqual({ code: expected, params: about });
    expect(w.aftermath.served).toMatchObject([
      { key: expect.stringMatching(/\/app$/), profile: 'work', confirmed: false },
    ]);
    expect([w.uses, w.time.count]).toEqual([[['app', 'work', 'unconfirmed']], 0]);
  });

  test('of a profile that has worked there means nothing until git has told once of any', async () => {
    w.state.answers.app = 'taken';
    answered();
    await over(FIRST);
    expect(w.aftermath.served).toMatchObject([{ profile: 'work', confirmed: true, failure: null }]);
    w.state.answers.app = 'forbidden';
    answered();
    await over(PATIENCE);
    w.aftermath.taken(foreign);
    answered();
    await over(PATIENCE);
    expect([code(), w.time.count]).toEqual([null, 0]);
    w.aftermath.taken(request('lib'));
    answered();
    await over(PATIENCE - 1);
    expect(code()).toBeNull();
    await over(1);
    // What is refused now was taken before.
    expect(w.aftermath.served[0]).toMatchObject({
      confirmed: true,
      failure: { code: 'git.likely-403', params: about },
    });
  });

  test('of another profile than the one that has worked there is of one that has not', async () => {
    worked();
    w.aftermath.answered(asked(), 'home', session('home'));
    await over(FIRST);
    expect(w.aftermath.served).toMatchObject([
      { profile: 'home', confirmed: false, failure: { code: 'git.likely-403' } },
    ]);
  });

  test('of a profile that is no more is named by its id', async () => {
    answered();
    w.state.profiles = [profile('home')];
    await over(FIRST);
    expect(w.aftermath.trouble?.params.profile).toBe('work');
  });

  test('is waited for anew with each password of a repository, and of each repository by itself', async () => {
    worked('app');
    worked('lib');
    answered('app');
    answered('lib');
    await over(PATIENCE - 1);
    answered('app');
    expect(w.time.count).toBe(2);
    w.aftermath.taken(request('lib'));
    expect(w.time.count).toBe(1);
    await over(PATIENCE - 1);
    expect(w.uses).toEqual([]);
    await over(1);
    expect(w.uses).toEqual([['app', 'work', 'unconfirmed']]);
    answered('app');
    expect(w.time.count).toBe(1);
  });

  test('means nothing where AWS has not said anything, and that the choice is unproven', async () => {
    w.state.answers.app = null;
    answered();
    await over(FIRST);
    expect([code(), w.uses, w.time.count, w.aftermath.unproven]).toEqual([null, [], 0, []]);
    w.state.remembered = { [repositoryKey(asked())]: 'work' };
    expect(w.aftermath.unproven).toEqual([
      { code: 'git.unproven', params: { repository: 'app', profile: 'work-mfa' } },
    ]);
    w.aftermath.taken(request());
    expect(w.aftermath.unproven).toEqual([]);
  });

  test('means nothing once the session has ended, or another profile is to answer', async () => {
    w.aftermath.answered(asked(), 'out', session('out'));
    answered('lib');
    w.aftermath.forget(repositoryKey(asked('lib')));
    await over(FIRST);
    expect([code(), w.uses]).toEqual([null, []]);
  });

  test('of the question itself starts no other', async () => {
    answered();
    w.time.pass(FIRST);
    expect(w.aftermath.isOurs(asked())).toBe(true);
    answered();
    expect(w.time.count).toBe(0);
    await drained();
    expect(w.aftermath.isOurs(asked())).toBe(false);
    answered();
    expect(w.time.count).toBe(1);
  });
});

describe('what is known of a repository', () => {
  const answered = (repository: string) => w.aftermath.answered(asked(repository), 'work', session('work'));
  const known = () =>
    w.aftermath.served.map(({ repository, profile, confirmed, failure }) => [
      repository,
      profile,
      confirmed,
      failure?.code,
    ]);

  test('stands with the newest first, and each change is told', () => {
    answered('app');
    answered('lib');
    expect(known()).toEqual([
      ['lib', 'work', false, undefined],
      ['app', 'work', false, undefined],
    ]);
    w.aftermath.taken(request('app'));
    expect(known()[0]).toEqual(['app', 'work', true, undefined]);
    expect(w.state.changes).toBe(3);
  });

  test('is nothing of what was answered before this run', () => {
    w.aftermath.taken(request());
    expect(known()).toEqual([]);
  });

  test('is a refusal, whose it was, and that it has worked before', () => {
    answered('app');
    w.aftermath.taken(request('app'));
    w.aftermath.refused(request('app', 'ASIAwork%token'));
    expect(known()).toEqual([['app', 'work', true, 'git.said-401']]);
    // Another helper’s stale one.
    w.aftermath.refused(request('app', 'ASIAold%token'));
    expect(known()).toEqual([['app', null, false, 'git.said-401']]);
    w.aftermath.taken(request('app'));
    expect([known(), code()]).toEqual([[['app', null, false, undefined]], null]);
  });

  test('is forgotten with a new choice, once', () => {
    answered('app');
    w.aftermath.forget(repositoryKey(asked()));
    w.aftermath.forget(repositoryKey(asked()));
    expect([known(), w.state.changes]).toEqual([[], 2]);
  });

  test('is kept of the last fifty', () => {
    for (let i = 0; i < 51; i++) answered(`r${i}`);
    expect([known().length, known().at(-1)?.[0]]).toEqual([50, 'r1']);
  });
});
