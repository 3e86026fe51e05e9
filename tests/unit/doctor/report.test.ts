import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../electron/core/base/catalogue.ts';
import { type Failure, type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { fileFinding } from '../../../electron/core/doctor/aws-files/look.ts';
import { CHECKS } from '../../../electron/core/doctor/catalogue.ts';
import type { Check, CheckName } from '../../../electron/core/doctor/check.ts';
import type { Asked, Facts } from '../../../electron/core/doctor/facts.ts';
import { found } from '../../../electron/core/doctor/finding.ts';
import { type Checked, mendsIn, type Verdict } from '../../../electron/core/doctor/report.ts';
import { reportOf } from '../../../electron/core/doctor/report-of.ts';
import type { Finding } from '../../../electron/core/git/config/finding.ts';
import type { StaleEntry } from '../../../electron/core/git/stale/stale-entry.ts';
import { factsWith, WELL } from './facts.ts';

const NAMES = CHECKS.map(({ name }) => name);
const WHY = failure('doctor.no-answer', { seconds: 10 });
const UNKNOWN = { known: false, why: WHY } as const;
const known = <N extends keyof Asked>(name: N, value: Partial<Asked[N]> | Asked[N]) =>
  factsWith({ [name]: { known: true, value: Array.isArray(value) ? value : { ...WELL[name], ...value } } });
const line: Finding = { code: 'netrc', origin: '/home/ann/.netrc', name: 'machine', value: 'x', mend: null };
const entry = (different: Partial<StaleEntry> = {}): StaleEntry => ({
  store: 'A store',
  host: 'h',
  path: null,
  kind: 'temporary',
  user: 'ASIA…1234',
  storedAt: null,
  outcome: 'found',
  ...different,
});
const locked = failure('keychain.locked', { store: 'A store' });
const checkOf = (facts: Facts, name: string): Checked =>
  reportOf(facts).checks.find((checked) => checked.name === name) ?? expect.fail();

test('every check is there, in the same order, whatever is known', () => {
  const all = Object.fromEntries(Object.keys(WELL).map((name) => [name, UNKNOWN]));
  for (const facts of [factsWith(), factsWith(all)]) {
    expect(reportOf(facts).checks.map(({ name }) => name)).toEqual(NAMES);
  }
  expect(reportOf(factsWith())).toEqual({
    done: true,
    well: true,
    checks: NAMES.map((name) => ({ name, verdict: 'good', findings: [], why: null, behind: null })),
  });
  expect(reportOf(factsWith(all))).toEqual({
    done: true,
    well: false,
    checks: NAMES.map((name) => ({ name, verdict: 'unknown', findings: [], why: WHY, behind: null })),
  });
});

describe('the verdicts: all others are good', () => {
  test.each<[string, Facts, Partial<Record<CheckName, Verdict>>]>([
    ['all is well', factsWith(), {}],
    [
      'git is not known',
      factsWith({ git: UNKNOWN }),
      { git: 'unknown', 'git-set-up': 'unknown', 'git-config': 'unknown' },
    ],
    ['stores are not known', factsWith({ stale: UNKNOWN }), { keychain: 'unknown' }],
    ['AWS’s files are not known', factsWith({ awsFiles: UNKNOWN }), { 'aws-files': 'unknown' }],
    [
      'AWS’s files have a line',
      known('awsFiles', [fileFinding(failure('aws-files.diverted'), [])]),
      { 'aws-files': 'warning' },
    ],
    ['profiles are not known', factsWith({ profiles: UNKNOWN }), { profiles: 'unknown' }],
    ['Daypass is not known', factsWith({ notices: UNKNOWN }), { daypass: 'unknown' }],
    [
      'there is no git',
      known('git', { version: null, setUp: false }),
      { git: 'error', 'git-set-up': 'skipped', 'git-config': 'skipped' },
    ],
    ['git does not ask', known('git', { setUp: false }), { 'git-set-up': 'warning' }],
    ['git has a line', known('git', { findings: [line] }), { 'git-config': 'warning' }],
    ['an entry is stale', known('stale', { entries: [entry()] }), { keychain: 'warning' }],
    [
      'a store is locked',
      known('stale', { failures: [{ store: 'A store', failure: locked }] }),
      { keychain: 'warning' },
    ],
    [
      'a profile is ill',
      known('profiles', [{ name: 'work-mfa', failure: failure('key.unknown') }]),
      { profiles: 'error' },
    ],
    ['Daypass is ill', known('notices', [failure('settings.invalid')]), { daypass: 'warning' }],
  ])('%s', (_, facts, ill) => {
    const { well, checks } = reportOf(facts);
    const bad = checks.filter(({ verdict }) => verdict !== 'good');
    expect(Object.fromEntries(bad.map(({ name, verdict }) => [name, verdict]))).toEqual(ill);
    expect(well).toBe(bad.length === 0);
    for (const { verdict, findings, why } of checks) {
      const severities = findings.map(({ failure: { code } }) => FAILURES[code].severity);
      expect(severities.some((one) => one !== 'info')).toBe(verdict === 'warning' || verdict === 'error');
      expect(why).toEqual(verdict === 'unknown' ? WHY : null);
    }
  });
});

describe('what is found', () => {
  test('of git', () => {
    const none = known('git', { version: null });
    expect(checkOf(none, 'git').findings).toEqual([found(failure('git.missing'))]);
    expect(checkOf(none, 'git-set-up')).toEqual({
      name: 'git-set-up',
      verdict: 'skipped',
      findings: [],
      why: null,
      behind: 'git',
    });
    expect(checkOf(known('git', { setUp: false }), 'git-set-up').findings).toEqual([
      found(failure('git.not-set-up'), { mend: 'git-set-up' }),
    ]);
    const helper = {
      code: 'helper-after',
      name: 'credential.helper',
      mend: 'set-up',
      line: 3,
      right: ['r ='],
    } as const;
    const other: Finding = { ...line, ...helper, origin: 'file:/x' };
    expect(checkOf(known('git', { findings: [line, other] }), 'git-config').findings).toEqual([
      found(failure('git-config.netrc'), { evidence: ['- machine x (/home/ann/.netrc)'] }),
      found(failure('git-config.helper-after'), {
        evidence: ['- credential.helper = x (/x:3)', '+ r ='],
        mend: 'git-set-up',
      }),
    ]);
  });

  describe('of stores', () => {
    const own = entry({ kind: 'static', user: 'ann-at-123456789012', outcome: 'left' });
    const findings = (value: Partial<Asked['stale']>) => checkOf(known('stale', value), 'keychain').findings;
    const stale = (n: number, evidence: readonly string[]) =>
      found(failure('keychain.stale', { n }), { evidence, mend: 'stale-entries' });

    test('only temporary entries that are there still are counted, and what is stuck is said after them', () => {
      const entries = [
        entry(),
        entry({ outcome: 'left', why: 'came-back' }),
        entry({ outcome: 'removed' }),
        entry({ kind: 'unknown', outcome: 'left' }),
      ];
      const failures = [{ store: 'A store', failure: locked }];
      const line = 'A store: host=h username=ASIA…1234';
      expect(findings({ entries })).toEqual([stale(2, [line, line])]);
      expect(findings({ entries, failures })).toEqual([
        stale(2, [line, line]),
        found(failure('keychain.locked', { store: 'A store' })),
      ]);
      expect(findings({ entries: entries.slice(2), failures })).toEqual([
        found(failure('keychain.locked', { store: 'A store' })),
      ]);
      expect(findings({ entries: entries.slice(2) })).toEqual([]);
    });

    test('each is shown with all that is known of it, and of many the first', () => {
      const whole = entry({ path: 'v1/repos/a', storedAt: Date.UTC(2026, 4, 4, 9, 30, 59) });
      expect(findings({ entries: [whole] })).toEqual([
        stale(1, ['A store: host=h path=v1/repos/a username=ASIA…1234 stored=2026-05-04T09:30Z']),
      ]);
      const [only] = findings({ entries: Array(7).fill(entry({ user: null })) });
      expect(only?.evidence).toEqual([...Array(5).fill('A store: host=h'), '… +2']);
    });

    test('a git credential of somebody’s own is told of, and makes nobody ill', () => {
      const facts = known('stale', { entries: [own] });
      expect(checkOf(facts, 'keychain')).toMatchObject({ verdict: 'good' });
      expect(findings({ entries: [own] })).toEqual([
        found(failure('keychain.own-credential', { n: 1 }), {
          evidence: ['A store: host=h username=ann-at-123456789012'],
        }),
      ]);
    });

    describe('several of one host', () => {
      const two = { entries: ['ASIA…0001', 'ASIA…0002'].map((user) => entry({ user })), failures: [] };
      const keeper = { code: 'keeps-passwords', origin: 'file:/x', name: 'credential.helper', value: 'store' } as const;
      const first = (git: Partial<Asked['git']>, stale: Asked['stale'] = two) =>
        checkOf(
          factsWith({ git: { known: true, value: { ...WELL.git, ...git } }, stale: { known: true, value: stale } }),
          'keychain',
        ).findings[0];
      const multiplies = (evidence: readonly string[], mend: 'git-set-up' | null) =>
        found(failure('keychain.multiplies', { n: 2, host: 'h' }), { evidence, mend });
      const line = '- credential.helper = store (/x:4)';

      test.each<[string, Partial<Asked['git']>, ReturnType<typeof found>]>([
        [
          'git is not set up',
          { setUp: false, findings: [{ ...keeper, mend: null, line: 4 }] },
          multiplies([line], 'git-set-up'),
        ],
        ['nothing is known that keeps them', { setUp: false }, multiplies([], 'git-set-up')],
        [
          'one comes after Daypass in the person’s file',
          { findings: [{ ...keeper, code: 'helper-after', mend: 'set-up', line: 4 }] },
          multiplies([line], 'git-set-up'),
        ],
        [
          'one comes after Daypass in another file',
          { findings: [{ ...keeper, code: 'helper-after', mend: null, line: 4 }] },
          multiplies([line], null),
        ],
      ])('come again where %s', (_, git, finding) => {
        expect(first(git)).toEqual(finding);
      });

      test('are only old where git asks Daypass alone, and where each host has one', () => {
        expect(first({})?.failure.code).toBe('keychain.stale');
        const each = { ...two, entries: two.entries.map((one, n) => ({ ...one, host: `h${n}` })) };
        expect(first({ setUp: false }, each)?.failure.code).toBe('keychain.stale');
        const same = { ...two, entries: [entry(), entry({ path: 'v1/repos/a' })] };
        expect(first({ setUp: false }, same)?.failure.code).toBe('keychain.stale');
      });
    });
  });

  test('of profiles by name, and of Daypass', () => {
    const ill = ['one', 'two'].map((name) => ({ name, failure: failure('key.unknown') }));
    expect(checkOf(known('profiles', ill), 'profiles').findings).toEqual([
      found(failure('key.unknown'), { profile: 'one' }),
      found(failure('key.unknown'), { profile: 'two' }),
    ]);
    expect(checkOf(known('notices', [failure('settings.invalid')]), 'daypass').findings).toEqual([
      found(failure('settings.invalid')),
    ]);
  });
});

describe('what a profile was refused for', () => {
  const seen = (awsFiles: Asked['awsFiles'], why: Failure) => {
    const facts = {
      awsFiles: { known: true, value: awsFiles },
      profiles: { known: true, value: [{ name: 'p', failure: why }] },
    } as const;
    return checkOf(factsWith(facts), 'profiles').findings.map(({ failure: { code } }) => code);
  };
  const wrong = failure('key.unknown', { profile: 'work' });

  test('is not said again where the files say it, or say why the key is not a good one', () => {
    const same = fileFinding(failure('profile.outranked'), [], { profile: 'p' });
    expect(seen([same], failure('profile.outranked'))).toEqual([]);
    expect(seen([fileFinding(failure('aws-files.key-swapped', { source: 'work' }), [])], wrong)).toEqual([]);
  });

  test.each([
    ['another profile has the same', fileFinding(wrong, [], { profile: 'other' })],
    ['another section has a bad key', fileFinding(failure('aws-files.key-swapped', { source: 'other' }), [])],
    [
      'the section has a line that spoils no key',
      fileFinding(failure('aws-files.region-differs', { source: 'work' }), []),
    ],
  ])('is said where %s', (_, finding) => expect(seen([finding], wrong)).toEqual(['key.unknown']));
});

describe('a desktop that shows nothing of Daypass', () => {
  const codes = (desktop: Partial<Asked['desktop']>, notices: Asked['notices'] = []) =>
    checkOf(
      factsWith({
        desktop: { known: true, value: { ...WELL.desktop, ...desktop } },
        notices: { known: true, value: notices },
      }),
      'daypass',
    ).findings.map((one) => one.failure.code);

  test.each([
    [{ tray: false }, ['desktop.no-tray']],
    [{ notifications: 'none' }, ['notification.failed']],
    [{ notifications: 'no-answer' }, ['notification.failed']],
    [{ notifications: 'silent' }, ['notification.silent']],
    [{ tray: false, notifications: 'silent' }, ['desktop.no-tray', 'notification.silent']],
  ] as const)('%j', (desktop, found) => {
    expect(codes(desktop)).toEqual(found);
  });

  test('is not told of twice, and where it is not known nothing is said of it', () => {
    expect(codes({ notifications: 'none' }, [failure('notification.failed')])).toEqual(['notification.failed']);
    expect(checkOf(factsWith({ desktop: UNKNOWN }), 'daypass')).toMatchObject({ verdict: 'good', findings: [] });
  });
});

describe('how ill it makes', () => {
  const CODES = Object.keys(FAILURES) as FailureCode[];
  const verdict = (...codes: FailureCode[]) => {
    const { well, checks } = reportOf(
      known(
        'notices',
        codes.map((code) => failure(code)),
      ),
    );
    expect(well).toBe(checks.every((checked) => checked.verdict === 'good'));
    return checks.at(-1)?.verdict;
  };

  test.each(CODES)('%s, as the catalogue says', (code) => {
    const { severity } = FAILURES[code];
    expect(verdict(code)).toBe(severity === 'info' ? 'good' : severity);
  });

  test('the worst counts, and what is only told makes nobody ill', () => {
    expect(verdict('sign-in.cancelled', 'sign-in.busy')).toBe('good');
    expect(verdict('sign-in.cancelled', 'aws.throttled')).toBe('warning');
    expect(verdict('aws.throttled', 'key.unknown', 'sign-in.cancelled')).toBe('error');
  });

  test('what is only told is told', () => {
    expect(checkOf(known('notices', [failure('sign-in.cancelled')]), 'daypass').findings).toHaveLength(1);
  });
});

describe('a check behind another', () => {
  const check = (name: Check['name'], behind: Check['behind'], ...codes: FailureCode[]): Check => ({
    name,
    ...(behind ? { behind } : {}),
    look: () => ({ known: true, value: codes.map((code) => found(failure(code))) }),
  });
  const seen = (...checks: Check[]) =>
    reportOf(factsWith(), checks).checks.map(({ verdict, behind }) => (behind ? `${verdict} ${behind}` : verdict));

  test('is skipped where that one found an error, and only there', () => {
    expect(seen(check('git', undefined, 'git.missing'), check('keychain', ['git'], 'key.unknown'))).toEqual([
      'error',
      'skipped git',
    ]);
    for (const code of ['aws.throttled', 'sign-in.busy'] as const) {
      expect(seen(check('git', undefined, code), check('keychain', ['git'], 'key.unknown'))[1]).toBe('error');
    }
  });

  test('is not skipped behind one that was skipped itself, and names the first of two causes', () => {
    const ill = [check('git', undefined, 'git.missing'), check('profiles', undefined, 'key.unknown')];
    expect(seen(...ill, check('keychain', ['profiles', 'git'], 'key.unknown'))[2]).toBe('skipped profiles');
    expect(
      seen(check('git', undefined, 'git.missing'), check('profiles', ['git']), check('keychain', ['profiles']))[2],
    ).toBe('good');
  });
});

test('what can be mended is named once, in the order in which it is done', () => {
  const lines: Finding[] = [
    { ...line, mend: 'remove' },
    { ...line, mend: 'set-up' },
    { ...line, mend: 'remove' },
  ];
  expect(mendsIn(reportOf(known('git', { findings: lines })))).toEqual(['git-set-up', 'git-lines']);
  expect(mendsIn(reportOf(factsWith()))).toEqual([]);
});
