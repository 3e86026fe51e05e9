import { describe, expect, test } from 'vitest';
import { FAILURES, type Failure, type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { fileFinding } from '../../../electron/core/doctor/aws-files/look.ts';
import { type Check, found } from '../../../electron/core/doctor/check.ts';
import type { Asked, Facts } from '../../../electron/core/doctor/facts.ts';
import { type Checked, mendsIn, report, type Verdict } from '../../../electron/core/doctor/report.ts';
import type { Finding } from '../../../electron/core/git/config/config-findings.ts';
import type { StaleEntry } from '../../../electron/core/git/stale/stale-entry.ts';
import { factsWith, WELL } from './facts.ts';

/** What is around Daypass: tested in surroundings. */
const AROUND = ['clock', 'network', 'programs', 'environment'];
const NAMES = [...AROUND, 'git', 'git-set-up', 'git-config', 'keychain', 'aws-files', 'profiles', 'daypass'];
const GOOD = ['good', 'good', 'good', 'good', 'good', 'good', 'good'] as const;
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
  report(facts).checks.find((checked) => checked.name === name) ?? expect.fail();

test('every check is there, in the same order, whatever is known', () => {
  const all = Object.fromEntries(Object.keys(WELL).map((name) => [name, UNKNOWN]));
  for (const facts of [factsWith(), factsWith(all)]) {
    expect(report(facts).checks.map(({ name }) => name)).toEqual(NAMES);
  }
  expect(report(factsWith())).toEqual({
    done: true,
    well: true,
    checks: NAMES.map((name) => ({ name, verdict: 'good', findings: [], why: null, behind: null })),
  });
  expect(report(factsWith(all))).toEqual({
    done: true,
    well: false,
    checks: NAMES.map((name) => ({ name, verdict: 'unknown', findings: [], why: WHY, behind: null })),
  });
});

describe('the verdicts, check by check', () => {
  test.each<[string, Facts, readonly Verdict[]]>([
    ['all is well', factsWith(), GOOD],
    [
      'git is not known',
      factsWith({ git: UNKNOWN }),
      ['unknown', 'unknown', 'unknown', 'good', 'good', 'good', 'good'],
    ],
    [
      'stores are not known',
      factsWith({ stale: UNKNOWN }),
      ['good', 'good', 'good', 'unknown', 'good', 'good', 'good'],
    ],
    [
      'AWS’s files are not known',
      factsWith({ awsFiles: UNKNOWN }),
      ['good', 'good', 'good', 'good', 'unknown', 'good', 'good'],
    ],
    [
      'AWS’s files have a line',
      known('awsFiles', [fileFinding(failure('aws-files.diverted'), [])]),
      ['good', 'good', 'good', 'good', 'warning', 'good', 'good'],
    ],
    [
      'profiles are not known',
      factsWith({ profiles: UNKNOWN }),
      ['good', 'good', 'good', 'good', 'good', 'unknown', 'good'],
    ],
    [
      'Daypass is not known',
      factsWith({ notices: UNKNOWN }),
      ['good', 'good', 'good', 'good', 'good', 'good', 'unknown'],
    ],
    [
      'there is no git',
      known('git', { version: null, setUp: false }),
      ['error', 'skipped', 'skipped', 'good', 'good', 'good', 'good'],
    ],
    ['git does not ask', known('git', { setUp: false }), ['good', 'warning', 'good', 'good', 'good', 'good', 'good']],
    ['git has a line', known('git', { findings: [line] }), ['good', 'good', 'warning', 'good', 'good', 'good', 'good']],
    [
      'an entry is stale',
      known('stale', { entries: [entry()] }),
      ['good', 'good', 'good', 'warning', 'good', 'good', 'good'],
    ],
    [
      'a store is locked',
      known('stale', { failures: [{ store: 'A store', failure: locked }] }),
      ['good', 'good', 'good', 'warning', 'good', 'good', 'good'],
    ],
    [
      'a profile is ill',
      known('profiles', [{ name: 'work-mfa', failure: failure('key.unknown') }]),
      ['good', 'good', 'good', 'good', 'good', 'error', 'good'],
    ],
    [
      'Daypass is ill',
      known('notices', [failure('settings.invalid')]),
      ['good', 'good', 'good', 'good', 'good', 'good', 'warning'],
    ],
  ])('%s', (_, facts, verdicts) => {
    const { well, checks } = report(facts);
    const own = checks.filter(({ name }) => !AROUND.includes(name));
    expect(own.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(well).toBe(verdicts === GOOD);
    for (const { verdict, findings, why } of own) {
      expect(findings.length > 0).toBe(verdict === 'warning' || verdict === 'error');
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
    const other: Finding = { ...line, code: 'helper-after', origin: 'file:/x', mend: 'set-up' };
    expect(checkOf(known('git', { findings: [line, other] }), 'git-config').findings).toEqual([
      found(failure('git-config.netrc'), { evidence: ['x (/home/ann/.netrc)'] }),
      found(failure('git-config.helper-after'), { evidence: ['x (/x)'], mend: 'git-set-up' }),
    ]);
  });

  test('of stores: only temporary entries that are there still are counted, and what is stuck is said after them', () => {
    const entries = [
      entry(),
      entry({ outcome: 'left', why: 'came-back' }),
      entry({ outcome: 'removed' }),
      entry({ kind: 'static', outcome: 'left' }),
      entry({ kind: 'unknown', outcome: 'left' }),
    ];
    const failures = [{ store: 'A store', failure: locked }];
    const findings = (value: Partial<Asked['stale']>) => checkOf(known('stale', value), 'keychain').findings;
    expect(findings({ entries })).toEqual([found(failure('keychain.stale', { n: 2 }), { mend: 'stale-entries' })]);
    expect(findings({ entries, failures })).toEqual([
      found(failure('keychain.stale', { n: 2 }), { mend: 'stale-entries' }),
      found(failure('keychain.locked', { store: 'A store' })),
    ]);
    expect(findings({ entries: entries.slice(2), failures })).toEqual([
      found(failure('keychain.locked', { store: 'A store' })),
    ]);
    expect(findings({ entries: entries.slice(2) })).toEqual([]);
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

describe('how ill it makes', () => {
  const CODES = Object.keys(FAILURES) as FailureCode[];
  const verdict = (...codes: FailureCode[]) => {
    const { well, checks } = report(
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
    report(factsWith(), checks).checks.map(({ verdict, behind }) => (behind ? `${verdict} ${behind}` : verdict));

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
  expect(mendsIn(report(known('git', { findings: lines })))).toEqual(['git-set-up', 'git-lines']);
  expect(mendsIn(report(factsWith()))).toEqual([]);
});
