import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../electron/core/base/failure.ts';
import type { EnvironmentFacts } from '../../../../electron/core/doctor/surroundings/environment-facts.ts';
import { judgeEnvironment, linesToMend } from '../../../../electron/core/doctor/surroundings/judge.ts';
import { settingsOf } from '../../../../electron/core/doctor/surroundings/places.ts';
import type { StartFile } from '../../../../electron/core/doctor/surroundings/start-file.ts';
import { readTerminal } from '../../../../electron/core/doctor/surroundings/variable.ts';
import { WELL } from '../facts.ts';

const LONG_TERM = 'AKIAIOSFODNN7EXAMPLE';
const OTHER = 'ASIAIOSFODNN7EXAMPLE';
const OURS = 'ASIAQ3EGRIG4EXAMPLE1';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/planted';

const facts = (
  terminal: string,
  file = '',
  more: Partial<EnvironmentFacts & Pick<StartFile, 'reads' | 'dialect'>> = {},
) => {
  const { reads = 'bash', dialect = 'sh', ...rest } = more;
  return {
    ...WELL.environment,
    terminal: readTerminal(terminal ? `PATH=/bin\n${terminal}` : ''),
    settings: settingsOf(file ? [{ path: '/home/ann/.bashrc', reads, dialect, text: file }] : []),
    profiles: [
      { name: 'work', key: 'long-term' as const },
      { name: 'work-mfa', key: 'session' as const },
      { name: 'other' },
    ],
    own: [{ name: 'work-mfa', key: 'work', region: 'eu-west-1' }],
    sessions: ['ASIA…PLE1'],
    ...rest,
  };
};
const codes = (one: EnvironmentFacts) => judgeEnvironment(one).map(({ failure: { code } }) => code);
const keyed = (key: string, ...more: string[]) =>
  [`AWS_ACCESS_KEY_ID=${key}`, `AWS_SECRET_ACCESS_KEY=${SECRET}`, ...more].join('\n');
const session = (key: string, ...more: string[]) => keyed(key, 'AWS_SESSION_TOKEN=planted==', ...more);

describe('a terminal', () => {
  test.each<[string, string, readonly FailureCode[], Partial<EnvironmentFacts>?]>([
    ['with nothing of AWS’s', '', []],
    ['with a session of Daypass’s', session(OURS, 'AWS_REGION=eu-west-1'), []],
    ['with a profile', 'AWS_PROFILE=work-mfa', []],
    ['with the region of its profile', 'AWS_REGION=eu-west-1\nAWS_DEFAULT_REGION=eu-west-1', []],
    ['that asks no machine for credentials', 'AWS_EC2_METADATA_DISABLED=true', []],
    ['with a key of LocalStack’s', 'AWS_ACCESS_KEY_ID=test\nAWS_SECRET_ACCESS_KEY=test', []],
    ['with a token that was emptied', keyed(OURS, 'AWS_SESSION_TOKEN='), ['environment.half-key'], { sessions: [] }],
    ['with a long-term key', keyed(LONG_TERM), ['environment.long-term-key']],
    [
      'with a long-term key and an emptied token',
      keyed(LONG_TERM, 'AWS_SESSION_TOKEN='),
      ['environment.long-term-key'],
    ],
    ['with a long-term key beside a token', session(LONG_TERM), ['environment.token-beside-key']],
    [
      'with one beside a token of the old name',
      keyed(LONG_TERM, 'AWS_SECURITY_TOKEN=planted'),
      ['environment.token-beside-key'],
    ],
    ['with another session', session(OTHER), ['environment.other-session']],
    ['with a session of which the token is missing', keyed(OTHER), ['environment.half-key']],
    ['with a key id alone', `AWS_ACCESS_KEY_ID=${LONG_TERM}`, ['environment.half-key']],
    ['with a secret alone', `AWS_SECRET_ACCESS_KEY=${SECRET}`, ['environment.half-key']],
    ['with a token alone', 'AWS_SESSION_TOKEN=planted', ['environment.half-key']],
    ['with a blank secret', `AWS_ACCESS_KEY_ID=${LONG_TERM}\nAWS_SECRET_ACCESS_KEY=`, ['environment.blank']],
    ['with a blank profile', 'AWS_PROFILE=', ['environment.blank']],
    ['with a line end of Windows in a value', `${keyed(LONG_TERM)} `, ['environment.stray']],
    ['with a profile that is nowhere', 'AWS_PROFILE=wrok', ['environment.profile-missing']],
    ['with the profile default', 'AWS_PROFILE=default', []],
    ['with a profile of Daypass’s that has had no session yet', 'AWS_PROFILE=work-mfa', [], { profiles: [] }],
    ['with two profiles', 'AWS_PROFILE=work-mfa\nAWS_DEFAULT_PROFILE=other', ['environment.profiles-differ']],
    ['with one profile by both names', 'AWS_PROFILE=other\nAWS_DEFAULT_PROFILE=other', []],
    ['with the profile of the key', 'AWS_PROFILE=work', ['environment.profile-of-key']],
    [
      'with a profile beside a session of Daypass’s',
      session(OURS, 'AWS_PROFILE=other'),
      ['environment.profile-beside-key'],
    ],
    ['with a profile beside a long-term key', keyed(LONG_TERM, 'AWS_PROFILE=other'), ['environment.long-term-key']],
    ['with the endpoint', 'AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x', []],
    [
      'with a profile beside the endpoint',
      'AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x\nAWS_PROFILE=other',
      ['environment.profile-beside-endpoint'],
    ],
    [
      'with the endpoint where a default profile is taken first',
      'AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x',
      ['profile.default-first'],
      { beforeEndpoint: { code: 'profile.default-first', params: {} } },
    ],
    ['where [default] is nobody’s concern', '', [], { beforeEndpoint: { code: 'profile.default-first', params: {} } }],
    ['with a token file', 'AWS_WEB_IDENTITY_TOKEN_FILE=/var/token', ['environment.web-identity']],
    ['with an endpoint of its own', 'AWS_ENDPOINT_URL=http://127.0.0.1:4566', ['environment.endpoint']],
    ['with AWS’s own', 'AWS_ENDPOINT_URL_STS=https://sts.eu-west-1.amazonaws.com', []],
    ['with another region', 'AWS_REGION=us-east-1', ['environment.region-differs']],
    [
      'with a profile of other files',
      'AWS_CONFIG_FILE=/x\nAWS_PROFILE=there',
      ['environment.files-elsewhere'],
      { elsewhere: [{ name: 'AWS_CONFIG_FILE', leads: '/x', written: '/home/ann/.aws/config' }] },
    ],
    [
      'with other files',
      'AWS_CONFIG_FILE=/x',
      ['environment.files-elsewhere'],
      { elsewhere: [{ name: 'AWS_CONFIG_FILE', leads: '/x', written: '/home/ann/.aws/config' }] },
    ],
  ])('%s', (_, said, expected, more = {}) => {
    const found = judgeEnvironment(facts(said, '', more));
    expect(found.map(({ failure: { code } }) => code)).toEqual(expected);
    expect(JSON.stringify(found)).not.toContain('planted');
    for (const { evidence } of found) expect(evidence.length).toBeGreaterThan(0);
  });
});

describe('a file of a shell', () => {
  const exported = (lines: string) =>
    lines
      .split('\n')
      .map((line) => `export ${line}`)
      .join('\n');
  test.each<[string, string, readonly FailureCode[]]>([
    ['with a long-term key', exported(keyed(LONG_TERM)), ['environment.long-term-key']],
    [
      'with a key of which the other half may be set elsewhere',
      `export AWS_ACCESS_KEY_ID=${OTHER}`,
      ['environment.other-session'],
    ],
    ['with one beside a token', exported(session(LONG_TERM)), ['environment.token-beside-key']],
    ['with a session of yesterday', exported(session(OTHER)), ['environment.other-session']],
    ['that takes it away again', `${exported(keyed(LONG_TERM))}\nunset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY`, []],
    ['with a value behind a space', `export AWS_SECRET_ACCESS_KEY= ${SECRET}`, ['environment.spaces']],
    ['that exports nothing', 'AWS_PROFILE=work-mfa', ['environment.not-exported']],
    ['with a profile that is nowhere', 'export AWS_PROFILE=wrok', ['environment.profile-missing']],
    ['with one that only the shell knows', 'export AWS_PROFILE=$(whoami)', []],
    ['with one of other files', 'export AWS_CONFIG_FILE=/x\nexport AWS_PROFILE=there', []],
    ['with Daypass’s profile', 'export AWS_PROFILE=work-mfa', []],
    ['with lines that are commented out', `# ${keyed(LONG_TERM).replace('\n', '\n# ')}`, []],
  ])('%s', (_, text, expected) => {
    const found = judgeEnvironment(facts('', text));
    expect(found.map(({ failure: { code } }) => code)).toEqual(expected);
    expect(JSON.stringify(found)).not.toContain('planted');
    for (const { evidence } of found) expect(evidence[0]).toMatch(/^\/home\/ann\/\.bashrc:\d+: AWS_/);
  });

  test('is named with its line where a terminal has what it sets, and what a person has typed is named as it is', () => {
    const text = `# mine\n${exported(keyed(LONG_TERM))}`;
    const [both] = judgeEnvironment(facts(keyed(LONG_TERM), text));
    expect(both).toMatchObject({ failure: { code: 'environment.long-term-key' }, mend: 'shell-lines' });
    expect(both?.evidence).toEqual([
      '/home/ann/.bashrc:2: AWS_ACCESS_KEY_ID=AKIA…MPLE',
      '/home/ann/.bashrc:3: AWS_SECRET_ACCESS_KEY=…',
    ]);
    const [typed] = judgeEnvironment(facts(keyed(LONG_TERM)));
    expect(typed?.evidence).toEqual(['AWS_ACCESS_KEY_ID=AKIA…MPLE', 'AWS_SECRET_ACCESS_KEY=…']);
    expect(typed?.mend).toBeNull();
  });

  test('is not offered to be mended for what only a terminal shows', () => {
    const [half] = judgeEnvironment(facts(`AWS_SECRET_ACCESS_KEY=${SECRET}`, `export AWS_SECRET_ACCESS_KEY=${SECRET}`));
    expect(half).toMatchObject({ failure: { code: 'environment.half-key' }, mend: null });
    expect(half?.evidence).toEqual(['/home/ann/.bashrc:1: AWS_SECRET_ACCESS_KEY=…']);
  });

  test('of a session is one of every shell', () => {
    const text = `AWS_ACCESS_KEY_ID=${LONG_TERM}`;
    const found = judgeEnvironment(facts('', text, { reads: 'session', dialect: 'lines' }));
    expect(found.map(({ evidence }) => evidence)).toEqual([['/home/ann/.bashrc:1: AWS_ACCESS_KEY_ID=AKIA…MPLE']]);
  });

  test('is mended by its lines alone, and only where they stand alone', () => {
    const mended = (text: string) => linesToMend(facts('', text)).map(({ line }) => line);
    expect(mended(exported(session(LONG_TERM)))).toEqual([1, 2, 3]);
    expect(mended(`if true; then\n${exported(keyed(LONG_TERM))}\nfi`)).toEqual([]);
    expect(mended(`export AWS_ACCESS_KEY_ID=${LONG_TERM} EDITOR=vi`)).toEqual([]);
    expect(mended('export AWS_PROFILE=wrok')).toEqual([]);
  });
});

test('a profile and a session that are rivals are both named', () => {
  const [rivals] = judgeEnvironment(facts(session(OURS, 'AWS_PROFILE=other')));
  expect(rivals?.evidence).toEqual(['AWS_PROFILE=other', 'AWS_ACCESS_KEY_ID=ASIA…PLE1']);
});

test('what is wrong comes before what may be meant', () => {
  expect(codes(facts('AWS_REGION=us-east-1\nAWS_PROFILE=wrok\nAWS_ENDPOINT_URL=http://localhost:1'))).toEqual([
    'environment.profile-missing',
    'environment.endpoint',
    'environment.region-differs',
  ]);
});

test('without a terminal it is what Daypass was started with that counts', () => {
  const app = readTerminal('AWS_PROFILE=wrok') ?? [];
  expect(codes(facts('', '', { app }))).toEqual(['environment.profile-missing']);
  expect(codes(facts('AWS_PROFILE=work-mfa', '', { app }))).toEqual([]);
});
