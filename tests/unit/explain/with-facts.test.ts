import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../electron/core/base/catalogue.ts';
import { type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { reportOf } from '../../../electron/core/doctor/report-of.ts';
import { BEARING } from '../../../electron/core/explain/bearing.ts';
import { CASES } from '../../../electron/core/explain/cases/cases.ts';
import { recognise } from '../../../electron/core/explain/recognise.ts';
import { type SessionSeen, withFacts } from '../../../electron/core/explain/with-facts.ts';
import { factsWith } from '../doctor/facts.ts';

const FORBIDDEN =
  "fatal: unable to access 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app/': The requested URL returned error: 403";
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the X operation: The security token included in the request is expired';

const known = <T>(value: T) => ({ known: true, value }) as const;
const stale = known({
  entries: [
    {
      store: 'libsecret',
      host: 'h',
      path: null,
      user: 'ASIA…',
      kind: 'temporary',
      storedAt: null,
      outcome: 'found',
    } as const,
  ],
  failures: [],
});
const line = { code: 'netrc', origin: '/home/ann/.netrc', name: 'machine', value: 'login', mend: null } as const;

function factsOf(text: string, facts: Parameters<typeof factsWith>[0] = {}, seen: readonly SessionSeen[] = []) {
  const [first] = withFacts(recognise(text).found, reportOf(factsWith(facts as never)), seen);
  return first?.facts.map(({ failure: { code, params } }) => [code, params.profile].filter(Boolean).join(' '));
}

describe('a 403 of git', () => {
  test('and a healthy computer: nothing is made up', () => {
    expect(factsOf(FORBIDDEN)).toEqual([]);
  });

  test('and a stale entry: that comes first, then git’s configuration', () => {
    const git = known({ version: '2.39.5', setUp: false, findings: [line] });
    expect(factsOf(FORBIDDEN, { stale, git } as never)).toEqual([
      'keychain.stale',
      'git.not-set-up',
      'git-config.netrc',
    ]);
  });

  test('and a keychain that does not answer: what is not known is not said', () => {
    expect(factsOf(FORBIDDEN, { stale: { known: false, why: failure('doctor.no-answer', { seconds: 10 }) } })).toEqual(
      [],
    );
  });
});

describe('an expired session', () => {
  test.each([
    [
      'none is signed in',
      [
        { name: 'a', living: false },
        { name: 'b', living: false },
      ],
      ['session.none a', 'session.none b'],
    ],
    [
      'one is',
      [
        { name: 'a', living: false },
        { name: 'b', living: true },
      ],
      ['heard.session-lives b'],
    ],
    ['there is no profile', [], []],
  ])('%s', (_, seen, facts) => {
    expect(factsOf(EXPIRED, {}, seen)).toEqual(facts);
  });
});

test('a profile that the message names is the one that is spoken of', () => {
  const seen = [
    { name: 'a', living: true },
    { name: 'work-mfa', living: false },
  ];
  expect(factsOf('The config profile (work-mfa) could not be found', {}, seen)).toEqual(['session.none work-mfa']);
  expect(factsOf('The config profile (other) could not be found', {}, seen)).toEqual(['heard.session-lives a']);
});

test('what the message says already is not said again', () => {
  const profiles = known([{ name: 'work-mfa', failure: failure('session.expired') }]);
  expect(factsOf(EXPIRED, { profiles }, [])).toEqual([]);
  expect(factsOf('daypass: Profile work-mfa isn’t signed in.', {}, [{ name: 'work-mfa', living: false }])).toEqual([]);
});

test('a message on which nothing here bears has no facts', () => {
  expect(factsOf('Error: Region is missing')).toEqual([]);
  expect(factsOf('java.net.UnknownHostException: example.com', { stale } as never)).toEqual([]);
});

test('what has bearings is meant by some message, and by a failure of the catalogue', () => {
  const meant = new Set<string>(CASES.map(({ means }) => means));
  for (const code of Object.keys(BEARING) as FailureCode[]) {
    expect(FAILURES[code], code).toBeDefined();
    expect(meant.has(code), code).toBe(true);
  }
});
