// The line of credential_process, in the config file as it is written there, started by botocore and the SDK for JavaScript.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeConfigProfile } from '../../electron/core/aws-files/config-profile.ts';
import { processCommand } from '../../electron/core/aws-files/process-command.ts';
import { pythonsWith } from '../world/programs.ts';

/** Says what it was started as, and with which words. */
const SCRIPT = `#!/bin/sh
[ "$#" = 2 ] && [ "$1" = credentials ] || exit 1
printf '{"Version":1,"AccessKeyId":"FOR-%s","SecretAccessKey":"s"}' "$2"
`;
const PYTHON = `
import json, sys
from botocore.session import Session
print(json.dumps([Session(profile=name).get_credentials().access_key for name in sys.argv[1:]]))
`;

const HOMES = [
  'plain',
  'with a blank',
  'two  blanks',
  'jörg 家',
  "o'neil",
  'a;b&c|d(e)<f>*?[g]{h,i}!~',
  '$HOME',
  '`id`',
  'a"b',
  'back\\slash',
  `all of ' " $ \` \\ them`,
  '-dash',
  '%PATH%',
];
const names = HOMES.map((_, at) => `p${at}`);

const folder = mkdtempSync(join(tmpdir(), 'dp-process-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [config, credentials] = [join(folder, 'config'), join(folder, 'credentials')];
const env = {
  PATH: process.env.PATH,
  LC_ALL: 'C.UTF-8',
  AWS_CONFIG_FILE: config,
  AWS_SHARED_CREDENTIALS_FILE: credentials,
};

beforeAll(() => {
  let text = '';
  for (const [at, home] of HOMES.entries()) {
    const script = join(folder, home, 'daypass');
    mkdirSync(join(folder, home));
    writeFileSync(script, SCRIPT, { mode: 0o755 });
    const name = names[at] ?? '';
    const made = writeConfigProfile(text, name, { region: 'eu-west-1', command: processCommand(script, name, false) });
    text = made.ok ? made.text : expect.fail(`${home}: ${made.refusal.reason}`);
  }
  writeFileSync(config, Buffer.from(text, 'latin1'));
  writeFileSync(credentials, '');
});

test.each(pythonsWith('botocore'))('starts whatever the home is called, by botocore of %s', (python) => {
  const { stdout, stderr } = spawnSync(python, ['-c', PYTHON, ...names], { env, encoding: 'utf8' });
  expect(stdout && JSON.parse(stdout), stderr).toEqual(names.map((name) => `FOR-${name}`));
});

test.each(HOMES.map((home, at) => [home, names[at] ?? '']))(
  'starts in %j by the SDK for JavaScript',
  async (_, profile) => {
    const found = await fromIni({ profile, configFilepath: config, filepath: credentials, ignoreCache: true })();
    expect(found.accessKeyId).toBe(`FOR-${profile}`);
  },
);
