// Whose section this is to botocore and to the SDK for JavaScript: what is worked out from the header, against both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { afterAll, describe, expect, test } from 'vitest';
import { parseIni } from '../../electron/core/aws-files/ini.ts';
import { readAs } from '../../electron/core/aws-files/read-as.ts';
import { pythonsWith } from '../world/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'dp-read-as-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADERS = [
  'a',
  'A',
  ' a ',
  'a b',
  'a\tb',
  '"a"',
  "'a'",
  'a.b',
  'default',
  ' default ',
  'Default',
  'profile a',
  'profile  a',
  'profile\ta',
  ' profile a',
  'profile "a"',
  "profile 'a'",
  'profile "a b"',
  'profile a b',
  'profile.a',
  'profile',
  'Profile a',
  'profiles a',
  'profile default',
  'profile "default"',
  'profile a/b:c',
  'profile \u00e9',
  'sso-session a',
  'services a',
];
const FILES = ['credentials', 'config'] as const;
const text = (header: string) => `[${header}]\nregion = r\n`;

/** Prints for each header the profile's name that has the region, or null. */
const JUDGE = `
import json, os, sys
import botocore.session
answers = []
for header in json.load(sys.stdin):
    for name in ('credentials', 'config'):
        with open(os.environ['AWS_SHARED_CREDENTIALS_FILE' if name == 'credentials' else 'AWS_CONFIG_FILE'], 'w', encoding='utf-8') as file:
            file.write('[%s]\\nregion = r\\n' % header)
        with open(os.environ['AWS_CONFIG_FILE' if name == 'credentials' else 'AWS_SHARED_CREDENTIALS_FILE'], 'w') as file:
            pass
        profiles = botocore.session.Session().full_config['profiles']
        answers.append([key for key, value in profiles.items() if value.get('region') == 'r'])
print(json.dumps(answers))
`;

const [python] = pythonsWith('botocore.session');
describe.skipIf(!python)('botocore', () => {
  test('finds the profile that is said, or none', () => {
    const { stdout, stderr } = spawnSync(python ?? '', ['-c', JUDGE], {
      input: JSON.stringify(HEADERS),
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        PYTHONUTF8: '1',
        AWS_CONFIG_FILE: join(folder, 'py-config'),
        AWS_SHARED_CREDENTIALS_FILE: join(folder, 'py-credentials'),
      },
    });
    const found: readonly (readonly string[])[] = stdout ? JSON.parse(stdout) : [[stderr]];
    const said = HEADERS.flatMap((header) =>
      FILES.map((file) => [file, header, [readAs[file].botocore(header)].filter((name) => name !== null)]),
    );
    expect(said).toEqual(HEADERS.flatMap((header, at) => FILES.map((file, of) => [file, header, found[2 * at + of]])));
  });
});

test.each(HEADERS.flatMap((header) => FILES.map((file) => [file, header] as const)))(
  'the SDK for JavaScript finds in the %s file under [%s] the profile that is said, or none',
  async (file, header) => {
    const paths = FILES.map((name) => join(folder, `js-${name}`)) as [string, string];
    for (const [at, name] of FILES.entries()) writeFileSync(paths[at] ?? '', name === file ? text(header) : '');
    const loaded = await loadSharedConfigFiles({ filepath: paths[0], configFilepath: paths[1], ignoreCache: true });
    const profiles = loaded[`${file}File`];
    const names = Object.keys(profiles).filter((name) => profiles[name]?.region === 'r');
    // Sections that it drops are no sections to our reading of it either.
    const sections = parseIni(Buffer.from(text(header)).toString('latin1')).smithy;
    const said = sections.map(({ name }) => readAs[file].smithy(name)).filter((name) => name !== null);
    expect(said).toEqual(names);
  },
);
