// botocore itself says which portal, account and role a profile of Identity Center means: the same, or the same no.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProfiles, readSessions } from '../../electron/core/aws-files/read-profiles.ts';
import { readSource } from '../../electron/core/sources/read-sources.ts';
import { pythonsWith } from '../world/programs.ts';

const [python] = pythonsWith('botocore.session');
if (!python) console.warn('SKIPPED: no python3 with botocore here (on Debian: apt-get install python3-botocore)');

/** Reads a JSON list of config files from standard input; answers what botocore makes of [profile dev] in each. */
const JUDGE = `
import json, os, sys
import botocore.session
from botocore.credentials import SSOProvider
def judge(text):
    with open(sys.argv[1], 'w', encoding='utf-8') as file:
        file.write(text)
    config = botocore.session.Session(profile='dev').full_config
    try:
        return SSOProvider(lambda: config, None, 'dev')._load_sso_config()
    except Exception as why:
        return {'no': type(why).__name__}
print(json.dumps([judge(text) for text in json.load(sys.stdin)]))
`;

const [A, B] = ['https://a.awsapps.com/start', 'https://b.awsapps.com/start'];
const line = (name: string, value: string | null) => (value === null ? '' : `${name} = ${value}\n`);

/** Everything that can stand in both sections, in every combination. */
const CONFIGS = [null, 'acme', 'gone'].flatMap((session) =>
  [null, A, B].flatMap((own) =>
    [null, 'eu-west-1', 'us-east-1'].flatMap((region) =>
      [null, '123456789012'].flatMap((account) =>
        [null, 'Admin'].flatMap((role) =>
          [null, A].flatMap((theirs) =>
            [null, 'eu-west-1'].map(
              (theirRegion) =>
                `[profile dev]\n${line('sso_session', session)}${line('sso_start_url', own)}${line('sso_region', region)}` +
                `${line('sso_account_id', account)}${line('sso_role_name', role)}region = eu-west-1\n` +
                `[sso-session acme]\n${line('sso_start_url', theirs)}${line('sso_region', theirRegion)}` +
                'sso_registration_scopes = sso:account:access\n',
            ),
          ),
        ),
      ),
    ),
  ),
);

function ours(config: string) {
  const found = new Map(readProfiles('', config).map((profile) => [profile.name, profile]));
  const sessions = new Map(readSessions(config).map((session) => [session.name, session]));
  const paths = { credentials: 'x', config: 'y' };
  const section = found.get('dev') ?? expect.fail('no profile');
  const { offer } = readSource(section, { found, sessions, kept: new Set(), profiles: [], paths });
  if (offer?.way.is !== 'identity-center') return null;
  const { session, startUrl, ssoRegion, account, role } = offer.way;
  return { session, startUrl, ssoRegion, account, role };
}

test.skipIf(!python)('in every combination of what the two sections can say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dp-portal-'));
  const file = join(folder, 'config');
  const env = { ...process.env, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none') };
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', JUDGE, file], {
    input: JSON.stringify(CONFIGS),
    encoding: 'utf8',
    env,
  });
  rmSync(folder, { recursive: true });
  const verdicts = JSON.parse(stdout || expect.fail(stderr)) as (Record<string, string> | null)[];
  const theirs = verdicts.map((verdict) =>
    verdict === null || 'no' in verdict
      ? null
      : {
          session: verdict.sso_session ?? null,
          startUrl: verdict.sso_start_url,
          ssoRegion: verdict.sso_region,
          account: verdict.sso_account_id,
          role: verdict.sso_role_name,
        },
  );
  expect(theirs.filter((one) => one !== null).length).toBeGreaterThan(10);
  expect(CONFIGS.map(ours)).toEqual(theirs);
});
