import { beforeEach, describe, expect, test } from 'vitest';
import { digest } from '../../../../electron/adapters/digest.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import { answerText, type GitAnswer, GitAnswers } from '../../../../electron/core/git/credential/answer.ts';
import type { AskedRepository } from '../../../../electron/core/git/credential/choose-profile.ts';
import type { ServingSession } from '../../../../electron/core/git/credential/serving-session.ts';
import { Unconfirmed } from '../../../../electron/core/git/credential/unconfirmed.ts';
import { WAIT_MS, Waiting } from '../../../../electron/core/git/credential/waiting.ts';
import { WentOn } from '../../../../electron/core/git/credential/went-on.ts';
import type { Use } from '../../../../electron/core/session/uses.ts';
import { drained } from '../../../fakes/app-world.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const GET = `protocol=https\nhost=${HOST}\npath=v1/repos/app\n\n`;
const OFFSET = -3_600_000;
const IDENTITY = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ada' };

const profile = (id: string, region = 'us-east-1') => ({ id, name: `${id}-mfa`, key: id, region });

function world() {
  const clock = new FakeClock(Date.UTC(2026, 4, 5, 12, 0, 1));
  const time = new FakeTimer(clock);
  const now = () => clock.wall() + OFFSET;
  const uses: Use[] = [];
  const waits: (AskedRepository & { profile: string | null })[] = [];
  const short: unknown[] = [];
  const sessions = new Map<string, ServingSession>();
  const forbidden = { url: '' };
  const state = { profiles: [profile('work')], remembered: {} as Record<string, string> };
  const waiting = new Waiting(clock, time, () => {});
  const answers = new GitAnswers({
    clock: { now, offset: () => OFFSET, steady: () => clock.steady() },
    digest,
    waiting,
    unconfirmed: new Unconfirmed(time),
    wentOn: new WentOn({ timer: time, now, changed: () => {} }),
    profiles: () => state.profiles,
    remembered: () => state.remembered,
    sessionOf: (id) => sessions.get(id) ?? null,
    askPush: async (url) => (url === forbidden.url ? 'forbidden' : null),
    changed: () => {},
    emit(news) {
      if (news.is === 'git-used') uses.push(news.use);
      if (news.is === 'git-short') short.push([news.repository, news.profile, news.left]);
      if (news.is !== 'git-waits') return;
      const { host, repository, region, username } = news.asked;
      waits.push({ host, repository, region, username, profile: news.profile });
    },
  });
  let ids = 0;
  const signIn = (id: string, lifeMs = 3_600_000) => {
    const keys = { accessKeyId: `ASIA${id}`, secretAccessKey: 'planted-key', sessionToken: 'token==' };
    const expiresAt = now() + lifeMs;
    sessions.set(id, { id: ++ids, credentials: new Secret(keys), expiresAt, until: null, identity: IDENTITY });
    waiting.look();
  };
  const client = new AbortController();
  const get = (input = GET) => answers.answerScript('get', input, client.signal);
  const getBySocket = (input = GET, seconds = 900) =>
    answers.answerCacheClient(`action=get\ntimeout=${seconds}\n${input}`, client.signal);
  /** What the script asks first at a terminal. */
  const getToTell = () => answers.answerScript('get', GET, client.signal, 'terminal');
  return {
    forbidden,
    clock,
    time,
    now,
    uses,
    waits,
    short,
    sessions,
    state,
    waiting,
    answers,
    signIn,
    client,
    get,
    getBySocket,
    getToTell,
  };
}

let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

const attributes = (answer: GitAnswer) =>
  Object.fromEntries(
    answerText(answer)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );

describe('a session is there', () => {
  test.each(['get', 'getBySocket'] as const)('a fresh password at AWS’s time (%s)', async (way) => {
    w.signIn('work');
    const first = attributes(await w[way]());
    expect(first.username).toBe('ASIAwork%token==');
    expect(first.password).toMatch(/^20260505T110001Z[0-9a-f]{64}$/);
    // git compares with this computer's clock, an hour ahead of AWS's.
    expect(Number(first.password_expiry_utc)).toBe(Math.floor((w.clock.wall() + 900_000) / 1000));
    w.time.pass(1_000);
    expect(attributes(await w[way]()).password).not.toBe(first.password);
    expect(w.uses).toEqual([
      expect.objectContaining({ by: 'git', what: 'app', profile: 'work', outcome: 'answered' }),
      expect.objectContaining({ outcome: 'answered' }),
    ]);
  });

  test('git is told whole seconds, and none too many', async () => {
    w.signIn('work');
    w.time.pass(1_999);
    const { password_expiry_utc } = attributes(await w.get());
    expect(password_expiry_utc).toBe(String((w.clock.wall() + 900_000 - 999) / 1000));
  });

  test('no password is said to outlive its session', async () => {
    w.signIn('work', 60_000);
    const { password_expiry_utc } = attributes(await w.get());
    expect(Number(password_expiry_utc)).toBe(Math.floor((w.clock.wall() + 60_000) / 1000));
  });

  test('the answer prints as a mark', async () => {
    w.signIn('work');
    expect(JSON.stringify(await w.get())).not.toMatch(/token==|ASIA/);
  });

  test.each([
    ['another host', GET.replace(HOST, 'github.com')],
    ['a look-alike', GET.replace(HOST, `${HOST}.evil.example`)],
    ['http', GET.replace('https', 'http')],
    ['ssh', GET.replace('https', 'ssh')],
    ['no protocol', GET.replace('protocol=https\n', '')],
    ['no host', GET.replace(`host=${HOST}\n`, '')],
    ['no attribute', `nonsense\n${GET}`],
    ['a NUL', GET.replace('app', 'app\0')],
    ['nothing', ''],
  ])('says nothing to %s', async (_, input) => {
    w.signIn('work');
    expect(await w.get(input)).toEqual({ kind: 'nothing' });
    expect(await w.getBySocket(input)).toEqual({ kind: 'nothing' });
    expect(w.uses).toEqual([]);
  });

  test.each(['store', 'capability', 'future', ''])('says nothing to the operation %j', async (operation) => {
    w.signIn('work');
    const { answers, client } = w;
    expect(await answers.answerScript(operation, GET, client.signal)).toEqual({ kind: 'nothing' });
    expect(await answers.answerCacheClient(`action=${operation}\n${GET}`, client.signal)).toEqual({ kind: 'nothing' });
    expect(w.uses).toEqual([]);
  });

  test('an action in a script’s input does not stand for its operation', async () => {
    w.signIn('work');
    expect(await w.answers.answerCacheClient(GET, w.client.signal)).toEqual({ kind: 'nothing' });
    const answer = await w.answers.answerScript('store', `action=get\n${GET}`, w.client.signal);
    expect(answer).toEqual({ kind: 'nothing' });
  });

  test('a host in capitals with a port is the same repository', async () => {
    w.state.profiles.push(profile('home'));
    w.state.remembered = { [`${HOST}/app`]: 'home' };
    w.signIn('home');
    expect(attributes(await w.get(GET.replace(HOST, `${HOST.toUpperCase()}:443`))).username).toBe('ASIAhome%token==');
  });
});

describe('erase', () => {
  const erase = (username: string) =>
    w.answers.answerScript('erase', `${GET.trim()}\nusername=${username}\npassword=planted\n`, w.client.signal);

  test('of our password: AWS said 401', async () => {
    w.signIn('work');
    expect(await erase('ASIAwork%token==')).toEqual({ kind: 'nothing' });
    expect(w.uses).toEqual([expect.objectContaining({ what: 'app', profile: 'work', outcome: 'rejected-by-aws' })]);
  });

  test('of somebody else’s is no profile’s', async () => {
    w.signIn('work');
    await erase('ASIAother%token==');
    expect(w.uses).toEqual([expect.objectContaining({ profile: null, outcome: 'rejected-by-aws' })]);
    expect(JSON.stringify(w.uses)).not.toMatch(/planted|ASIA/);
  });

  test('for another host is not ours', async () => {
    await w.answers.answerScript('erase', 'protocol=https\nhost=github.com\n', w.client.signal);
    expect(w.uses).toEqual([]);
  });
});

describe('nobody is signed in', () => {
  test('waits, and goes on with the session', async () => {
    const answer = w.get();
    expect(w.waits).toEqual([{ host: HOST, repository: 'app', region: 'us-east-1', username: null, profile: 'work' }]);
    w.time.pass(2_000);
    w.signIn('work');
    expect(attributes(await answer).password).toMatch(/^20260505T110003Z/);
    expect(w.waiting.list()).toEqual([]);
  });

  test('another profile’s session is not what it waits for', async () => {
    w.state.profiles.push(profile('home', 'eu-west-1'));
    const answer = w.get();
    w.signIn('home');
    expect(w.waiting.list()).toHaveLength(1);
    w.signIn('work');
    expect(attributes(await answer).username).toBe('ASIAwork%token==');
  });

  test('several may do: waits for the choice, then for that session', async () => {
    w.state.profiles.push(profile('home'));
    w.signIn('work');
    const answer = w.get();
    expect(w.waits[0]?.profile).toBeNull();
    w.state.remembered = { [`${HOST}/app`]: 'home' };
    w.waiting.look();
    expect(w.waiting.list()).toHaveLength(1);
    w.signIn('home');
    expect(attributes(await answer).username).toBe('ASIAhome%token==');
  });

  test('no profile: ends with a reason', async () => {
    w.state.profiles = [];
    const answer = await w.get();
    expect(answer).toEqual({ kind: 'quit', failure: { code: 'git.no-profile', params: { host: HOST } } });
    expect(answerText(answer)).toBe('quit=1\n');
  });

  test.each([
    ['cancelled', () => w.waiting.cancelAll(), 'git.wait-cancelled', { repository: 'app' }],
    ['over', () => w.time.pass(WAIT_MS), 'git.wait-over', { repository: 'app', minutes: 5 }],
  ])('%s: the script says why; the client says nothing and the script does, once', async (_, end, code, params) => {
    const quit = { kind: 'quit', failure: { code, params } };
    const byScript = w.get();
    end();
    expect(await byScript).toEqual(quit);

    const bySocket = w.getBySocket();
    end();
    expect(await bySocket).toEqual({ kind: 'nothing' });
    expect(await w.get()).toEqual(quit);
    void w.get();
    expect(w.waiting.list()).toHaveLength(1);
  });

  test('at a terminal it is heard for what it will wait, before it waits', async () => {
    const waits = { kind: 'waits', repository: 'app', profile: 'work' } as const;
    expect([await w.getBySocket(GET, 600), await w.getToTell()]).toEqual([waits, waits]);
    expect(answerText(waits)).toBe('');
    expect([w.waiting.list(), w.waits, w.uses]).toEqual([[], [], []]);
    const answer = w.get();
    expect(w.waits).toHaveLength(1);
    w.signIn('work');
    expect((await answer).kind).toBe('credential');
    for (const again of [w.getBySocket(GET, 600), w.getToTell()]) expect((await again).kind).toBe('credential');
  });

  test('at a terminal a profile is missing where one has to be chosen, and nothing waits where none would do', async () => {
    w.state.profiles = [profile('work'), profile('home')];
    expect(await w.getToTell()).toEqual({ kind: 'waits', repository: 'app', profile: null });
    w.state.profiles = [];
    expect((await w.getToTell()).kind).toBe('quit');
  });

  test('at a terminal what belongs to a command that was stopped does not wait, and says why', async () => {
    const answer = w.get();
    w.waiting.cancelAll();
    await answer;
    expect(await w.getToTell()).toMatchObject({ kind: 'quit', failure: { code: 'git.wait-cancelled' } });
    // A command of the next repository, by its own client first.
    const other = GET.replace('repos/app', 'repos/lib');
    expect(await w.getBySocket(other, 600)).toEqual({ kind: 'nothing' });
    expect(await w.get(other)).toMatchObject({ kind: 'quit', failure: { code: 'git.wait-cancelled' } });
    w.time.pass(2_000);
    expect((await w.getToTell()).kind).toBe('waits');
  });

  test('what was not fetched at once is forgotten', async () => {
    const bySocket = w.getBySocket();
    w.waiting.cancelAll();
    await bySocket;
    w.time.pass(11_000);
    w.signIn('work');
    expect((await w.get()).kind).toBe('credential');
  });

  test('a git that has gone is neither answered nor recorded', async () => {
    const answer = w.get();
    w.client.abort();
    expect(await answer).toEqual({ kind: 'nothing' });
    expect(w.uses).toEqual([]);
    expect(w.waiting.list()).toEqual([]);
  });
});

describe('a verdict that waits for the script', () => {
  const cancelled = async (input = GET) => {
    const bySocket = w.getBySocket(input);
    w.waiting.cancelAll();
    await bySocket;
  };
  const other = GET.replace('repos/app', 'repos/lib');
  const otherHost = GET.replace(HOST, 'git-codecommit-fips.us-east-1.amazonaws.com');

  test.each([
    ['of another repository', other],
    ['of another host', otherHost],
  ])('is not taken by one %s', async (_, input) => {
    await cancelled();
    w.time.pass(2_000);
    void w.get(input);
    expect(w.waiting.list()).toHaveLength(1);
    w.waiting.cancelAll();
    expect((await w.get()).kind).toBe('quit');
  });

  test('is of its own age, and taken once', async () => {
    await cancelled();
    w.time.pass(5_000);
    await cancelled();
    w.time.pass(5_000);
    expect((await w.get()).kind).toBe('quit');
    w.signIn('work');
    expect((await w.get()).kind).toBe('credential');
  });

  test('is never taken by the client itself', async () => {
    await cancelled();
    w.signIn('work');
    expect((await w.getBySocket()).kind).toBe('credential');
  });

  test('is also that there is no profile, or no time left to wait', async () => {
    w.state.profiles = [];
    expect(await w.getBySocket()).toEqual({ kind: 'nothing' });
    w.state.profiles = [profile('work')];
    expect(await w.get()).toEqual({ kind: 'quit', failure: { code: 'git.no-profile', params: { host: HOST } } });
  });
});

describe('little time left', () => {
  test('is told once for each session, with what is left', async () => {
    w.signIn('work', 15 * 60_000);
    w.time.pass(1_000);
    await w.get();
    await w.getBySocket();
    expect(w.short).toEqual([['app', 'work', 15 * 60_000 - 1_000]]);
    w.signIn('work', 60_000);
    await w.get();
    expect(w.short).toHaveLength(2);
  });

  test('is not told where there is more', async () => {
    w.signIn('work', 16 * 60_000);
    await w.get();
    expect(w.short).toEqual([]);
  });
});

test('every use says when, by AWS’s time', async () => {
  const bySocket = w.getBySocket();
  w.waiting.cancelAll();
  await bySocket;
  w.signIn('work');
  w.time.pass(60_000);
  await w.getBySocket();
  expect(w.uses).toEqual([
    { at: w.now() - 60_000, by: 'git', what: 'app', profile: 'work', outcome: 'refused' },
    { at: w.now(), by: 'git', what: 'app', profile: 'work', outcome: 'answered' },
  ]);
});

test('a git that had gone before it was asked for waits for nobody, and nobody is bothered', async () => {
  w.client.abort();
  expect(await w.get()).toEqual({ kind: 'nothing' });
  expect(w.waits).toEqual([]);
});

test('what waits says since when, by AWS’s time', () => {
  void w.get();
  expect(w.waiting.list()).toMatchObject([{ id: 1, since: w.now(), repository: 'app' }]);
});

describe('what AWS did with the password', () => {
  const told = (operation: string) => w.answers.answerScript(operation, GET, w.client.signal);
  beforeEach(async () => {
    w.signIn('work');
    await told('store');
    await w.get();
  });

  test('git stores it: it worked', async () => {
    await told('store');
    w.time.pass(60_000);
    expect(w.answers.trouble).toBeNull();
    expect(w.uses.map((use) => use.outcome)).toEqual(['answered']);
  });

  test('git says nothing, and AWS says 403: that is told until the next one works', async () => {
    w.forbidden.url = `https://${HOST}/v1/repos/app`;
    w.time.pass(60_000);
    await drained();
    expect(w.answers.trouble).toEqual({
      code: 'git.likely-403',
      params: { repository: 'app', profile: 'work-mfa', account: IDENTITY.account, region: 'us-east-1' },
    });
    expect(w.uses.map((use) => use.outcome)).toEqual(['answered', 'unconfirmed']);
    await w.get();
    await told('store');
    expect(w.answers.trouble).toBeNull();
  });

  test('a git that has never told how it went tells nothing by its silence', async () => {
    const other = world();
    other.signIn('work');
    await other.getBySocket();
    other.time.pass(60_000);
    expect(other.answers.trouble).toBeNull();
  });

  test('git erases it: AWS said 401', async () => {
    await told('erase');
    w.time.pass(60_000);
    expect(w.answers.trouble).toEqual({ code: 'git.said-401', params: { repository: 'app' } });
    expect(w.uses.map((use) => use.outcome)).toEqual(['answered', 'rejected-by-aws']);
  });
});

test('without the path the script ends git with the reason, and the client leaves that to it', async () => {
  const input = `protocol=https\nhost=${HOST}\n\n`;
  expect(await w.getBySocket(input)).toEqual({ kind: 'nothing' });
  expect(await w.get(input)).toEqual({ kind: 'quit', failure: { code: 'git.no-path', params: { host: HOST } } });
});

describe('what is in our domain and not answered', () => {
  const noRepository = GET.replace('v1/repos', 'v1/repo');
  const why = { code: 'git.not-repository', params: { host: HOST, path: 'v1/repo/app' } };

  test('a path that is no repository: the script ends git with the reason, and the client leaves that to it', async () => {
    w.signIn('work');
    expect(await w.getBySocket(noRepository)).toEqual({ kind: 'nothing' });
    expect(await w.get(noRepository)).toEqual({ kind: 'quit', failure: why });
    expect(w.uses).toEqual([]);
  });

  test.each(['get', 'getBySocket'] as const)('whoever asks the doctor is told for an hour (%s)', async (way) => {
    expect(w.answers.leftAlone).toEqual([]);
    await w[way](noRepository);
    await w[way](noRepository.replace('app', 'lib'));
    await w[way](GET.replace('path=v1/repos/app\n', ''));
    const last = { ...why, params: { host: HOST, path: 'v1/repo/lib' } };
    expect(w.answers.leftAlone).toEqual([last, { code: 'git.no-path', params: { host: HOST } }]);
    w.time.pass(60 * 60_000 - 1);
    expect(w.answers.leftAlone).toHaveLength(2);
    w.time.pass(1);
    expect(w.answers.leftAlone).toEqual([]);
  });

  test.each(['get', 'getBySocket'] as const)('somebody’s own git credential is left to them (%s)', async (way) => {
    w.signIn('work');
    const input = GET.replace('\n\n', '\nusername=ann-at-123456789012\n\n');
    expect(await w[way](input)).toEqual({ kind: 'nothing' });
    expect(w.uses).toEqual([]);
    expect(w.answers.leftAlone.map(({ code }) => code)).toEqual(['git.own-credential']);
  });
});
