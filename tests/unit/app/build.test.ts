/** What the graph itself decides: languages, AWS's time, start, tick and stop, and who hears of what. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { mendsIn } from '../../../electron/core/doctor/report.ts';
import { preferences } from '../../../electron/core/settings/settings.ts';
import { AppWorld, drained, PATHS } from '../../fakes/app-world.ts';
import { MORNING } from '../../fakes/clock.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';
import { keys, NOTHING, placed } from './placed.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ failure }: FailureError): FailureCode => failure.code,
  );
const time = () => w.time ?? expect.fail();
const secret = new Secret(TOTP_SECRET);
/** As a clock on the wall of this computer shows it. */
const timeOfDay = (at: number) => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

describe('the language', () => {
  test.each([
    [['zh-Hant-TW', 'en'], 'system', 'zh-TW'],
    [['de-DE', 'en-GB'], 'system', 'en'],
    [['zh-Hant-TW'], 'en', 'en'],
    [['en-GB'], 'zh-TW', 'zh-TW'],
  ] as const)('for a system of %j and a choice of %s is %s', (locales, language, expected) => {
    w.locales = locales;
    w.build();
    w.app.book.prefer(preferences({ language }));
    expect([w.app.language(), w.app.view().language]).toEqual([expected, expected]);
  });
});

describe('settings', () => {
  test('that cannot be loaded are a notice', () => {
    w.store.stored = 'nonsense';
    expect(w.build().view()).toMatchObject({
      notices: [{ code: 'settings.invalid', params: { path: '/aside' } }],
      profiles: [],
    });
  });

  test('that show no profile show the first', () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    w.store.stored = { ...w.app.book.settings, shown: null };
    expect(w.build().view().shown).toBe('p1');
  });

  test('that can be are none', () => {
    w.add(choiceWith());
    expect(w.build().view()).toMatchObject({ notices: [], profiles: [{ id: 'p1' }] });
  });

  test('that change are told, before and after, and then shown', () => {
    const before = w.app.book.settings;
    w.add(choiceWith());
    expect(w.told).toEqual([{ is: 'settings-changed', before, after: w.app.book.settings }, { is: 'changed' }]);
  });
});

test('each view is newer than the one before, and is what the features say', async () => {
  w.add(choiceWith());
  const first = w.app.view();
  expect(w.app.view().revision).toBe(first.revision + 1);
  expect(first).toMatchObject({
    language: 'en',
    preferences: preferences({}),
    awsOffset: 0,
    shown: 'p1',
    waiting: [],
    wentOn: null,
    uses: [],
    served: [],
    repositories: {},
    git: null,
    stale: 0,
    notices: [],
  });
  w.box.state = 'missing';
  await w.signIn();
  expect(w.app.view().notices).toEqual([{ code: 'kept.not-encrypted', params: {} }]);
});

describe('AWS’s time', () => {
  beforeEach(async () => {
    w.add(choiceWith());
    await w.signIn();
    w.takeNews();
  });

  test('ends at once what was thought to last', () => {
    time().heard(MORNING + 13 * HOUR, 0);
    expect(w.takeNews()).toEqual(['session-ended']);
    expect(w.app.view().profiles[0]?.phase).toBe('expired');
    expect(Math.abs(w.app.now() - (MORNING + 13 * HOUR))).toBeLessThan(1_000);
  });

  test('that agrees changes nothing, nor does an answer that lay about', () => {
    w.told.splice(0);
    time().heard(MORNING, 0);
    time().heard(MORNING + 13 * HOUR, 60_000);
    expect(w.told).toEqual([]);
    expect(time().offset()).toBe(0);
  });

  test('is known to those who sign, and shown where it disturbs', () => {
    time().heard(MORNING - HOUR, 0);
    expect(time().offset()).toBe(w.app.clock.offset());
    expect(w.app.view().awsOffset).toBe(w.app.clock.offset());
    expect(w.app.clock.offset()).toBeLessThan(-HOUR + 1_000);
  });

  test.each([
    [2_999, false],
    [-2_999, false],
    [3_000, true],
    [-3_000, true],
  ])('off by %i ms: shown %s', (off, shown) => {
    time().heard(MORNING + off, 0);
    time().heard(MORNING + off, 0);
    w.clock.jump(w.app.now() - off - w.clock.wall());
    expect(w.app.view().awsOffset).toBe(shown ? off : 0);
  });
});

describe('start', () => {
  test('takes up what an earlier run has left, of each profile, and looks for authenticators', async () => {
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    await w.app.authenticators.store('p2', secret);
    await w.signIn('p1');
    await w.signIn('p2', '234567');
    await w.app.sessions.signOut(w.app.book.profile('p2'));
    w.app.stop();
    const app = w.build();
    expect(app.view().profiles.map(({ phase, storedTotp }) => [phase, storedTotp])).toEqual([
      ['signedOut', false],
      ['signedOut', false],
    ]);
    await app.start({ byHand: false, hasTray: true });
    await app.sessions.settled('p1');
    expect(app.view().profiles.map(({ phase, storedTotp }) => [phase, storedTotp])).toEqual([
      ['active', false],
      ['signedOut', true],
    ]);
    expect([placed(w, 'work-mfa'), placed(w, 'home-mfa')]).toEqual([keys(1), NOTHING]);
    expect(w.sts.codes).toHaveLength(2);
  });
});

describe('a daily sign-in', () => {
  beforeEach(async () => {
    w.add(choiceWith());
    await w.app.authenticators.store('p1', secret);
    w.app.authenticators.signInDaily('p1', timeOfDay(MORNING + HOUR));
  });
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      w.timer.pass(Math.min(left, MINUTE));
      await drained();
    }
  };

  test('comes at its time, and is remembered', async () => {
    await pass(HOUR - MINUTE);
    expect(w.sts.actions).toEqual([]);
    await pass(MINUTE);
    expect(w.sts.actions).toEqual(['identity', 'sessionToken']);
    expect(w.app.book.dailyProgress('p1')).toEqual({ seen: MORNING + HOUR, refused: null });
    await pass(23 * HOUR);
    expect(w.sts.codes).toHaveLength(1);
  });

  test('is looked for whenever time may have passed unseen', async () => {
    w.timer.sleep(2 * HOUR);
    w.app.tick();
    await drained();
    expect(w.sts.codes).toHaveLength(1);
  });

  test('comes also after a session that began before its time, by the clock of the computer', async () => {
    // AWS's clock is an hour ahead, so that by it the session began after that time.
    time().heard(MORNING + HOUR, 0);
    await pass(30 * MINUTE);
    await w.signIn();
    await pass(29 * MINUTE);
    expect(w.sts.codes).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(w.sts.codes).toHaveLength(2);
  });

  test('is not needed where somebody has signed in after its time', async () => {
    // AWS's clock is three hours behind, so that by it the session began before that time.
    time().heard(MORNING - 3 * HOUR, 0);
    w.sts.gate = async () => w.app.now();
    w.timer.sleep(HOUR + MINUTE);
    await w.signIn();
    w.app.tick();
    await pass(5 * MINUTE);
    expect(w.sts.codes).toHaveLength(1);
  });

  test.each([
    ['began a moment before its time', -20_000, 2],
    ['began at its time', 0, 1],
    ['began a moment after it', 20_000, 1],
  ])('counts a session that %s, to the second', async (_, later, codes) => {
    w.timer.sleep(HOUR + later);
    await w.signIn();
    w.timer.sleep(40_000 - later);
    w.app.tick();
    await drained();
    expect(w.sts.codes).toHaveLength(codes);
  });

  test('is not tried where the authenticator is not there any more', async () => {
    w.app.stop();
    w.secretFiles.texts.clear();
    const app = w.build();
    await app.start({ byHand: false, hasTray: true });
    await pass(2 * HOUR);
    expect([w.sts.actions, w.asked, app.book.profile('p1').dailyAt]).toEqual([[], [], expect.any(String)]);
  });

  test('is of no use for a role through a session, which takes no code', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    await w.app.authenticators.remove('p1');
    await w.app.authenticators.store('p2', secret);
    w.app.authenticators.signInDaily('p2', timeOfDay(MORNING + HOUR));
    await pass(2 * HOUR);
    expect(w.sts.actions).toEqual([]);
    expect(w.asked).toEqual([]);
  });
});

describe('when time may have passed unseen', () => {
  test('a session that has ended is over', async () => {
    w.add(choiceWith());
    await w.signIn();
    w.timer.sleep(13 * HOUR);
    w.app.tick();
    expect(w.takeNews().at(-1)).toBe('session-ended');
  });

  test('what is shown is shown anew, though no state has moved', async () => {
    w.add(choiceWith({ warnBefore: [] }));
    await w.signIn();
    w.timer.pass(12 * HOUR - 16 * MINUTE);
    expect(w.app.view().profiles[0]?.phase).toBe('active');
    w.told.splice(0);
    w.timer.pass(MINUTE);
    expect(w.told).toEqual([{ is: 'changed' }]);
    expect(w.app.view().profiles[0]?.phase).toBe('expiring');
  });
});

test('stop leaves no timer and nothing under way', async () => {
  w.add(choiceWith());
  await w.app.authenticators.store('p1', secret);
  await w.signIn();
  w.app.authenticators.signInDaily('p1', '23:00');
  w.sts.gate = () => new Promise(() => {});
  const { signal } = new AbortController();
  const git = 'action=get\nprotocol=https\nhost=git-codecommit.eu-central-1.amazonaws.com\npath=v1/repos/app\n\n';
  const answer = w.app.answers.answerCacheClient(git, signal);
  expect((await answer).kind).toBe('credential');
  void w.signIn('p1', '234567').catch(() => {});
  await drained();
  expect(w.timer.count).toBeGreaterThan(1);
  w.app.stop();
  expect(w.timer.count).toBe(0);
  expect(w.sts.calls.at(-1)?.signal.aborted).toBe(true);
});

describe('trouble with a session', () => {
  const MFA = 'planted-session-token';
  test('is traced, without a value, and shown by the profile alone', async () => {
    w.add(choiceWith());
    w.files.edit = async () => {
      throw new RangeError(MFA);
    };
    expect(await codeOf(w.signIn())).toBe('internal.unexpected');
    expect(w.app.trace.list).toMatchObject([
      { at: MORNING, where: 'session', code: 'internal.unexpected', kind: 'RangeError' },
    ]);
    expect(JSON.stringify(w.app.trace.list)).not.toContain(MFA);
    expect(w.app.view()).toMatchObject({ notices: [], profiles: [{ failure: { code: 'internal.unexpected' } }] });
  });

  test('is told where no profile shows it', async () => {
    w.add(choiceWith());
    await w.signIn();
    w.files.broken = 'file.read-only';
    await w.app.changes.remove('p1');
    expect(w.app.view().notices).toMatchObject([{ code: 'file.read-only' }]);
    expect(w.app.trace.list.map(({ code }) => code)).toContain('file.read-only');
  });
});

test('all who attend are asked, and none for what a person need not do', async () => {
  const more: unknown[] = [];
  w.app.attend((asking) => more.push(asking));
  w.add(choiceWith());
  void w.app.serving.waitForSession('p1', new AbortController().signal).catch(() => {});
  expect(more).toEqual([{ do: 'open', profile: 'p1', asked: true }]);
  expect(w.asked).toEqual(more);
});

describe('git', () => {
  test('is told of each change of the profiles, where a person has let it in', async () => {
    w.add(choiceWith());
    await w.app.git.apply('set-up');
    const own = () => w.git.files.get(`${PATHS.home}/daypass.gitconfig`) ?? '';
    const before = own();
    w.app.book.remove('p1');
    await new Promise(setImmediate);
    expect(own()).not.toBe(before);
    expect(own()).not.toContain('[daypass ');
    expect(w.app.view().notices).toEqual([]);
  });

  test('is set up for this folder, with a preview', async () => {
    const { file, diff } = await w.app.git.plan('set-up');
    expect(file).toBe('/home/ann/.gitconfig');
    expect(diff).toContain(PATHS.home);
    expect(w.git.text).toBeNull();
  });

  test('is told of a netrc that stands in the way', async () => {
    w.netrc = {
      path: '/home/ann/.netrc',
      text: 'machine git-codecommit.eu-central-1.amazonaws.com login a password b\n',
    };
    await w.app.git.refresh();
    expect(w.app.view().git?.findings).toMatchObject([{ code: 'netrc', origin: '/home/ann/.netrc' }]);
  });

  test('helpers’ stores are asked for the hosts that are known', async () => {
    const asked: (readonly string[])[] = [];
    const app = w.build({
      stores: async (hosts) => {
        asked.push(hosts);
        return [w.keychain];
      },
    });
    const id = w.add(choiceWith());
    app.repositories.set('git-codecommit.eu-west-1.amazonaws.com/app', id);
    app.repositories.set('git-codecommit.eu-west-2.amazonaws.com/lib', id);
    w.keychain.entries = [w.keychain.entry()];
    await app.stale.find();
    expect(asked).toEqual([['git-codecommit.eu-west-1.amazonaws.com', 'git-codecommit.eu-west-2.amazonaws.com']]);
    expect(app.view().stale).toBe(1);
  });
});

describe('the doctor of the app', () => {
  test('says what git asked and nobody can answer', async () => {
    const host = 'git-codecommit.eu-central-1.amazonaws.com';
    const input = `action=get\nprotocol=https\nhost=${host}\npath=v1/repo/x\n`;
    await w.app.answers.answerCacheClient(input, new AbortController().signal);
    const { checks } = await w.app.doctor.examine();
    const failure = { code: 'git.not-repository', params: { host, path: 'v1/repo/x' } };
    expect(checks.find(({ name }) => name === 'daypass')?.findings).toMatchObject([{ failure }]);
  });

  test('finds nothing where nothing is in the way', async () => {
    const { checks } = await w.app.doctor.examine();
    const ill = checks.filter(({ verdict }) => verdict !== 'good');
    expect(ill.map(({ name }) => name)).toEqual(['git-set-up']);
  });

  test('looks at git, at stores, at profiles and at Daypass', async () => {
    w.store.stored = 'nonsense';
    w.build();
    w.add(choiceWith());
    w.add(choiceWith({ name: 'home-mfa' }));
    w.sts.gate = async () => {
      throw new FailureError('key.unknown');
    };
    await codeOf(w.signIn('p1'));
    w.git.installed = null;
    w.keychain.entries = [w.keychain.entry()];
    const { well, checks } = await w.app.doctor.examine();
    expect(well).toBe(false);
    expect(checks.slice(checks.findIndex(({ name }) => name === 'git'))).toMatchObject([
      { name: 'git', verdict: 'error', findings: [{ failure: { code: 'git.missing' } }] },
      { name: 'keychain', verdict: 'warning', findings: [{ failure: { code: 'keychain.stale', params: { n: 1 } } }] },
      { name: 'git-set-up', verdict: 'skipped' },
      { name: 'git-config', verdict: 'skipped' },
      { name: 'aws-files', verdict: 'good' },
      { name: 'profiles', verdict: 'error', findings: [{ profile: 'work-mfa', failure: { code: 'key.unknown' } }] },
      { name: 'daypass', verdict: 'warning', findings: [{ failure: { code: 'settings.invalid' } }] },
    ]);
    expect(w.app.view().stale).toBe(1);
  });

  test('mends with one click what it named, after showing what that changes', async () => {
    w.add(choiceWith());
    w.git.text = '[credential "https://git-codecommit.*.amazonaws.com"]\n\thelper = store\n';
    w.keychain.entries = [w.keychain.entry()];
    const names = mendsIn(await w.app.doctor.examine());
    expect(names).toEqual(['git-set-up', 'stale-entries']);
    const plans = await w.app.doctor.plan(names);
    expect(plans.map(({ name }) => name)).toEqual(names);
    expect(plans[0]?.text).toContain('\n+[include]\n');
    expect(plans[1]?.text).toMatch(/^- .+: host=git-codecommit\.\S+ username=ASIA…\w{4}( stored=\S+)?\n$/);
    expect(w.keychain.entries).toHaveLength(1);
    await w.app.doctor.mend(names);
    expect(mendsIn(await w.app.doctor.examine())).toEqual([]);
    expect(w.keychain.entries).toEqual([]);
    expect((await w.app.doctor.plan(names)).map(({ text }) => text)).toEqual(['', '']);
  });

  test('says when it could not mend, and stops there', async () => {
    w.add(choiceWith());
    w.keychain.entries = [w.keychain.entry()];
    w.keychain.locked = true;
    w.keychain.personUnlocks = false;
    expect(await codeOf(w.app.doctor.mend(['stale-entries', 'git-set-up']))).toBe('keychain.locked');
    expect(w.app.view().git?.setUp).not.toBe(true);
  });

  test('does not wait for a git that never answers', async () => {
    w.git.gate = () => new Promise(() => {});
    const report = w.app.doctor.examine();
    await drained();
    w.timer.pass(10_000);
    expect((await report).checks.find(({ name }) => name === 'git')).toMatchObject({
      verdict: 'unknown',
      why: { code: 'doctor.no-answer' },
    });
  });
});
