import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/core/base/secret.ts';
import { Aftermath } from '../../../../electron/core/git/credential/aftermath.ts';
import { askedOf } from '../../../../electron/core/git/credential/asked.ts';
import type { CredentialRequest } from '../../../../electron/core/git/credential/credential-protocol.ts';
import type { ServingSession } from '../../../../electron/core/git/credential/serving-session.ts';
import { Unconfirmed } from '../../../../electron/core/git/credential/unconfirmed.ts';
import { drained } from '../../../fakes/app-world.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

const PATIENCE = 20_000;
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
  const time = new FakeTimer(new FakeClock());
  const uses: unknown[] = [];
  const wentOn: unknown[] = [];
  const state = { profiles: [profile('home'), profile('work'), profile('out')], forbidden: ['app', 'lib'] };
  const aftermath = new Aftermath({
    unconfirmed: new Unconfirmed(time),
    wentOn: { heard: (...told) => void wentOn.push(told) },
    profiles: () => state.profiles,
    sessionOf: (id) => (id === 'out' ? null : session(id)),
    refuses: async ({ repository }) => state.forbidden.includes(repository),
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

  test('means nothing until git has told once', async () => {
    answered();
    w.time.pass(PATIENCE);
    w.aftermath.taken(foreign);
    answered();
    w.time.pass(PATIENCE);
    await drained();
    expect([code(), w.time.count]).toEqual([null, 0]);
  });

  test.each(['taken', 'refused'] as const)(
    'after git has told once that it was %s is a 403 where AWS says so',
    async (how) => {
      w.aftermath[how](request('lib'));
      w.uses.splice(0);
      answered();
      w.time.pass(PATIENCE - 1);
      expect(w.uses).toEqual([]);
      w.time.pass(1);
      await drained();
      expect(w.aftermath.trouble).toEqual({
        code: 'git.likely-403',
        params: { repository: 'app', profile: 'work-mfa', account: '123456789012', region: 'eu-west-1' },
      });
      expect(w.uses).toEqual([['app', 'work', 'unconfirmed']]);
      expect(w.time.count).toBe(0);
    },
  );

  test('of a profile that is no more is named by its id', async () => {
    w.aftermath.taken(request());
    answered();
    w.state.profiles = [profile('home')];
    w.time.pass(PATIENCE);
    await drained();
    expect(w.aftermath.trouble?.params.profile).toBe('work');
  });

  test('is waited for anew with each password of a repository, and of each repository by itself', async () => {
    w.aftermath.taken(request());
    answered('app');
    answered('lib');
    w.time.pass(PATIENCE - 1);
    answered('app');
    expect(w.time.count).toBe(2);
    w.aftermath.taken(request('lib'));
    expect(w.time.count).toBe(1);
    w.time.pass(PATIENCE - 1);
    expect(w.uses).toEqual([]);
    w.time.pass(1);
    await drained();
    expect(w.uses).toEqual([['app', 'work', 'unconfirmed']]);
    answered('app');
    expect(w.time.count).toBe(1);
  });

  test('means nothing where AWS says no 403: no such repository, or a program that only asked for a password', async () => {
    w.state.forbidden = [];
    w.aftermath.taken(request());
    answered();
    w.time.pass(PATIENCE);
    await drained();
    expect([code(), w.uses, w.time.count]).toEqual([null, [], 0]);
  });

  test('means nothing once the session has ended', async () => {
    w.aftermath.taken(request());
    w.aftermath.answered(asked(), 'out', session('out'));
    w.time.pass(PATIENCE);
    await drained();
    expect([code(), w.uses]).toEqual([null, []]);
  });

  test('of the question itself starts no other', async () => {
    w.aftermath.taken(request());
    answered();
    w.time.pass(PATIENCE);
    expect(w.aftermath.isOurs(asked())).toBe(true);
    answered();
    expect(w.time.count).toBe(0);
    await drained();
    expect(w.aftermath.isOurs(asked())).toBe(false);
    answered();
    expect(w.time.count).toBe(1);
  });
});
