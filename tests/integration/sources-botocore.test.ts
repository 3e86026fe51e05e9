// botocore itself says what a section of AWS's files leads to: the same key and the same role, or the same no.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLongTermKey, readProfiles } from '../../electron/core/aws-files/read-profiles.ts';
import { readSource } from '../../electron/core/sources/read-sources.ts';
import { pythonsWith } from '../world/programs.ts';

const RUNS = 120;
const [python] = pythonsWith('botocore.session');
if (!python) console.warn('SKIPPED: no python3 with botocore here (on Debian: apt-get install python3-botocore)');

/** Reads [credentials, config, names] a line; answers for each name with its roles, outermost first, and its key. */
const JUDGE = `
import json, os, sys
import botocore.credentials as credentials
import botocore.session
class Fetcher:
    def __init__(self, client_creator, source_credentials, role_arn, extra_args=None, **more):
        self.source, self.asked = source_credentials, dict(extra_args or {}, RoleArn=role_arn)
        self.feature_ids = set()
    def fetch_credentials(self):
        raise AssertionError('nothing is asked here')
made = []
def make(*args, **more):
    made.append(Fetcher(*args, **more))
    return made[-1]
credentials.AssumeRoleCredentialFetcher = make
def judge(name):
    made.clear()
    try:
        found = botocore.session.Session(profile=name).get_credentials()
    except Exception as why:
        return {'no': type(why).__name__}
    if found is None:
        return {'no': None}
    # Made from the key upwards.
    held = made[0].source if made else found
    return {'roles': [one.asked for one in reversed(made)], 'key': vars(held).get('access_key')}
for line in sys.stdin:
    texts = json.loads(line)
    for path, text in zip(sys.argv[1:], texts[:2]):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    print(json.dumps([judge(name) for name in texts[2]]))
`;

type Verdict =
  | { readonly no: string | null }
  | { readonly roles: readonly Record<string, string | number>[]; readonly key: string | null };

/** A section with this alone: of a key and a program beside it the tools use one or the other, by the file. */
const PROGRAM = 'program';
const OTHERS = ['a', 'b', 'c', 'work', 'two words', 'default'];
const NAMES = [...OTHERS, PROGRAM];
const setting = (name: string, ...values: string[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => (value ? `${name} = ${value}\n` : ''));
const section = fc
  .tuple(
    fc.constantFrom('', '', '', 'AKIA', 'AKIA', 'ASIA'),
    fc.constantFrom('', 'r1', 'r2', 'r3'),
    setting('source_profile', ...NAMES, 'nope'),
    setting('external_id', 'shared', 'x:1'),
    setting('role_session_name', 'ann'),
    setting('mfa_serial', 'arn:aws:iam::123456789012:mfa/ann'),
    setting('duration_seconds', '900', '7_200', '+3600'),
    fc.constantFrom(...Array(8).fill(''), 'credential_source = Environment\n'),
  )
  .map(([key, role, ...settings]) => ({ key, role, text: settings.join('') }));

const files = fc
  .record({
    everywhere: fc.constantFrom(
      '',
      '',
      '[DEFAULT]\nexternal_id = all\nmfa_serial = arn:aws:iam::123456789012:mfa/all\n',
    ),
    credentials: fc.uniqueArray(fc.tuple(fc.constantFrom(...OTHERS), section), {
      selector: ([name]) => name,
      maxLength: 4,
    }),
    config: fc.uniqueArray(fc.tuple(fc.constantFrom(...OTHERS), section), { selector: ([name]) => name, maxLength: 5 }),
  })
  .map(({ credentials, config, everywhere }) => ({
    credentials: credentials.map(([name, one]) => `[${name}]\n${textOf(one, `${name}1`)}`).join(''),
    config: `${everywhere}[profile ${PROGRAM}]\ncredential_process = false\n${config.map(([name, one]) => `[${headerOf(name)}]\n${textOf(one, `${name}2`)}`).join('')}`,
  }));

const headerOf = (name: string) => (name === 'default' ? name : `profile "${name}"`);
function textOf({ key, role, text }: { key: string; role: string; text: string }, id: string): string {
  const pair = `aws_access_key_id = ${key}${id}\naws_secret_access_key = s\n${key === 'ASIA' ? 'aws_session_token = t\n' : ''}`;
  return `${key ? pair : ''}${role ? `role_arn = arn:aws:iam::210987654321:role/${role}\n` : ''}${text}`;
}

/** One of each kind, whatever chance gives. */
const KINDS = {
  credentials: `[work]\n${textOf({ key: 'AKIA', role: '', text: '' }, 'work')}[c]\n${textOf({ key: 'ASIA', role: '', text: '' }, 'c')}`,
  config: [
    `[profile a]\n${textOf({ key: '', role: 'r1', text: 'source_profile = work\n' }, '')}`,
    `[profile b]\n${textOf({ key: '', role: 'r2', text: 'source_profile = a\n' }, '')}`,
    `[profile "two words"]\n${textOf({ key: '', role: 'r3', text: 'source_profile = default\n' }, '')}`,
    `[default]\n${textOf({ key: '', role: 'r3', text: 'source_profile = two words\n' }, '')}`,
    `[profile ${PROGRAM}]\ncredential_process = false\n`,
  ].join(''),
};

const seed = Math.floor(Math.random() * 2 ** 31);
describe.skipIf(!python)(`botocore on what a profile is made from (seed ${seed})`, () => {
  const cases = [KINDS, ...fc.sample(files, { numRuns: RUNS, seed })];
  let folder = '';
  let verdicts: Verdict[][] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'daypass-sources-'));
    const paths = [join(folder, 'credentials'), join(folder, 'config')];
    const input = cases.map(({ credentials, config }) => `${JSON.stringify([credentials, config, NAMES])}\n`).join('');
    const { stdout, stderr, status } = spawnSync(python ?? '', ['-c', JUDGE, ...paths], {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {
        PATH: process.env.PATH,
        PYTHONUTF8: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SHARED_CREDENTIALS_FILE: paths[0],
        AWS_CONFIG_FILE: paths[1],
      },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    verdicts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('what Daypass takes up is what botocore uses, and what leads nowhere leads nowhere there', () => {
    const seen = new Map<string, number>();
    for (const [at, { credentials, config }] of cases.entries()) {
      const found = new Map(readProfiles(credentials, config).map((profile) => [profile.name, profile]));
      const world = {
        found,
        sessions: new Map(),
        kept: new Set<string>(),
        profiles: [],
        paths: { credentials: 'x', config: 'y' },
      };
      for (const [i, name] of NAMES.entries()) {
        const one = found.get(name);
        const verdict = verdicts[at]?.[i];
        if (!one || !verdict) continue;
        // A role that names no source is taken with the key beside it, where botocore takes none.
        if (one.roleArn && !one.sourceProfile && !one.otherWay) continue;
        const { offer, refusal } = readSource(one, world);
        // There is no profile of Daypass whose session it could be.
        const way = offer?.way.is === 'key' ? offer.way : null;
        const said = offer
          ? {
              roles: way?.role ? [askedOf(way, one.mfaSerial, one.duration)] : [],
              key: idOf(credentials, config, way?.source ?? ''),
            }
          : refusal.code;
        const what = offer ? (way?.role ? 'role' : 'key') : refusal.code;
        seen.set(what, (seen.get(what) ?? 0) + 1);
        const shown = { credentials, config, name, what, said, verdict };
        expect(agrees(what, said, verdict), JSON.stringify(shown, null, 1)).toBe(true);
      }
    }
    for (const what of ['key', 'role', 'key.temporary', 'source.circle', 'source.role-on-role', 'source.other-way']) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
    }
  });
});

const idOf = (credentials: string, config: string, name: string) =>
  readLongTermKey(credentials, config, name)?.accessKeyId;

type Taken = {
  readonly durationSeconds: number;
  readonly role: { arn: string; sessionName: string; externalId: string | null } | null;
};
function askedOf({ role, durationSeconds }: Taken, serial: string | undefined, duration: string | undefined) {
  return {
    RoleArn: role?.arn,
    ...(role?.sessionName === 'daypass' ? {} : { RoleSessionName: role?.sessionName }),
    ...(role?.externalId ? { ExternalId: role.externalId } : {}),
    ...(serial ? { SerialNumber: serial } : {}),
    ...(duration ? { DurationSeconds: durationSeconds } : {}),
  };
}

function agrees(what: string, said: unknown, verdict: Verdict): boolean {
  const no = 'no' in verdict ? verdict.no : undefined;
  const roles = 'no' in verdict ? 0 : verdict.roles.length;
  switch (what) {
    case 'key':
    case 'role':
      return sorted(said) === sorted(verdict);
    case 'key.temporary':
      return 'key' in verdict && verdict.key?.startsWith('ASIA') === true;
    case 'source.circle':
      return no === 'InfiniteLoopConfigError';
    case 'source.role-on-role':
      return roles === 2;
    case 'source.too-deep':
      return roles > 2;
    default:
      return no !== undefined;
  }
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
