// Where AWS's files are: botocore itself, and for Windows the Python that it runs in, say what each value means.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve, win32 } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedPath } from '../../electron/adapters/files/shared-path.ts';
import { pythonsWith } from '../world/programs.ts';

const [python] = pythonsWith('botocore.session');
if (!python) console.warn('SKIPPED: no python3 with botocore here (on Debian: apt-get install python3-botocore)');

/** Which file botocore opens, and the key that it finds there. */
const BOTOCORE = `
import json, os, botocore.configloader, botocore.session
opened = []
parse = botocore.configloader.configparser.RawConfigParser.read
botocore.configloader.configparser.RawConfigParser.read = lambda self, paths: (opened.extend(paths), parse(self, paths))
found = botocore.session.Session().get_credentials()
print(json.dumps([os.path.abspath(path) for path in sorted(set(opened))] + [found and found.access_key]))
`;

let home = '';
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'daypass-path-')));
  mkdirSync(join(home, 'a b/deep'), { recursive: true });
  mkdirSync(join(home, '.aws'));
  for (const [file, id] of [
    ['.aws/credentials', 'AKIADEFAULT'],
    ['a b/keys', 'AKIAELSEWHERE'],
    ['a b/deep/keys', 'AKIADEEP'],
  ]) {
    writeFileSync(join(home, file ?? ''), `[default]\naws_access_key_id = ${id}\naws_secret_access_key = s\n`);
  }
});
afterAll(() => rmSync(home, { recursive: true }));

const env = (more: Record<string, string> = {}) => ({
  HOME: home,
  PATH: process.env.PATH ?? '',
  AWS_EC2_METADATA_DISABLED: 'true',
  FOLDER: join(home, 'a b'),
  PART: 'deep',
  TILDE: '~/a b',
  AGAIN: '$FOLDER',
  EMPTY: '',
  ...more,
});
const ask = (code: string, variables: Record<string, string>, args: readonly string[] = []) => {
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', code, ...args], {
    env: variables,
    encoding: 'utf8',
    cwd: home,
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

describe.skipIf(!python)('botocore opens the same file for', () => {
  test.each([
    '~/a b/keys',
    '~/a b/deep/keys',
    '$HOME/a b/keys',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's way to write it
    '${HOME}/a b/keys',
    '$FOLDER/keys',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's way to write it
    '$FOLDER/${PART}/keys',
    '$TILDE/keys',
    '$FOLDER$EMPTY/keys',
    '~/a b/../a b/keys',
  ])('%s', (value) => {
    const variables = env({ AWS_SHARED_CREDENTIALS_FILE: value });
    const path = sharedPath('credentials', variables, home);
    const [opened, id] = ask(BOTOCORE, variables);
    expect(path).toBe(resolve(opened));
    expect(id).toMatch(/^AKIA(ELSEWHERE|DEEP)$/);
  });

  test('what is relative, from where it was started', () => {
    const variables = env({ AWS_SHARED_CREDENTIALS_FILE: 'a b/keys' });
    expect(ask(BOTOCORE, variables)).toEqual([join(home, 'a b/keys'), 'AKIAELSEWHERE']);
    expect(sharedPath('credentials', variables, home)).toBe(resolve('a b/keys'));
  });
});

const EXPAND = `
import json, ntpath, os, posixpath, sys
paths = ntpath if sys.argv[1] == 'win32' else posixpath
print(json.dumps([paths.expanduser(paths.expandvars(text)) for text in json.loads(sys.argv[2])]))
`;

describe.skipIf(!python)('Python makes the same of', () => {
  const odd = ['$AGAIN/keys', '$NOT_SET/c', '$1/c', '$', '$/c', '/x/$', '$$FOLDER', '\\$FOLDER/c', '~', '~/', ' ~/c'];
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: a shell's way to write it
  const braces = ['${NOT_SET}', '${FOLDER', '${}/c', '${FOLDER}x', '${FOLDER-x}', 'a$FOLDER-x', '$FÖLDER/x', '"~/c"'];
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: a shell's way to write it
  const users = ['~root/c', '~nobody/c', `~${userInfo().username}/c`, '~no-such-user/c', '~root', 'x~root', '%FOLDER%'];

  test('every way to write it', () => {
    const texts = [...odd, ...braces, ...users];
    const variables = env();
    const made = texts.map((text) => sharedPath('config', { ...variables, AWS_CONFIG_FILE: text }, home));
    expect(made).toEqual(ask(EXPAND, variables, ['linux', JSON.stringify(texts)]).map((path: string) => resolve(path)));
  });

  test('every way to write it on Windows', () => {
    const own = 'C:\\Users\\ann';
    const percents = ['%FOLDER%\\c', '%%FOLDER%%', '%NOT_SET%\\c', '%FOLDER', "'%FOLDER%'\\c", "'$FOLDER", '~ann\\c'];
    const texts = [...odd.filter((text) => text !== '/x/$'), ...braces, ...percents, '~bob\\c', '~\\c', 'C:\\x\\$PART'];
    for (const USERNAME of ['ann', 'carol']) {
      const variables = { ...env({ FOLDER: 'D:\\f', USERPROFILE: own }), USERNAME };
      const made = texts.map((text) => sharedPath('config', { ...variables, AWS_CONFIG_FILE: text }, own, 'win32'));
      const read = ask(EXPAND, variables, ['win32', JSON.stringify(texts)]);
      expect(made).toEqual(read.map((path: string) => win32.resolve(path)));
    }
  });
});

test('without a variable, or with an empty one, it is where AWS’s tools look', () => {
  for (const value of [undefined, '', '$EMPTY']) {
    const variables = { EMPTY: '', ...(value === undefined ? {} : { AWS_CONFIG_FILE: value }) };
    expect(sharedPath('config', variables, '/home/ann', 'linux')).toBe('/home/ann/.aws/config');
  }
});
