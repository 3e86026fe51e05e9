// A long-term key moves out of a real credentials file and back, and the AWS CLI's own parser says what it reads.
import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { writeProfile } from '../../electron/core/aws-files/write-profile.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { SealedSecrets } from '../../electron/core/kept/sealed-secrets.ts';
import { LongTermKeys } from '../../electron/core/keys/long-term-keys.ts';
import { FakeSecretBox, provenSeal } from '../fakes/secret-box.ts';
import { IDENTITY } from '../fakes/sts.ts';
import { ENTRY } from '../unit/aws-files/odd-files.ts';
import { pythonsWith } from '../world/programs.ts';

const SECRET = 'planted/secret+key=';
const REST = [
  '# caf\u00e9 in Latin-1\r',
  '[other]\t',
  'aws_access_key_id = AKIAOTHER',
  'aws_secret_access_key = theirs',
  '',
];
const SECTION = [
  '[Work]',
  `aws_access_key_id=AKIAWORK`,
  's3 =',
  '  addressing_style = path',
  `aws_secret_access_key  =  ${SECRET}`,
  '; end',
];

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daypass-key-'));
  folder = join(home, '.daypass');
  mkdirSync(join(home, '.aws'));
  writeFileSync(path(), Buffer.from([...REST, ...SECTION].join('\n'), 'latin1'), { mode: 0o600 });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, '.aws/credentials');
const text = () => readFileSync(path(), 'latin1');
const files = () =>
  sharedFiles({}, home, { backup: new ForeignBackup(join(folder, 'backup')), journal: join(folder, 'unfinished') });
const keptKeys = () =>
  new LongTermKeys({
    kept: new SealedSecrets(provenSeal(new FakeSecretBox()), sealedFiles(join(folder, 'secrets'))),
    files: files(),
    identity: async () => IDENTITY,
  });
/** All files under a folder that hold the text. */
const holding = (word: string, under = home): string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .map((name) => join(under, name))
    .filter((file) => lstatSync(file).isFile() && readFileSync(file, 'latin1').includes(word));

test('another in its place, through a link, in a file of a mark and CRLF: two values change, and no copy holds either', async () => {
  const real = join(home, 'dotfiles-credentials');
  const lines = ['\xef\xbb\xbf# mine', ...REST, ...SECTION].map((line) => line.replace('\r', ''));
  const before = lines.join('\r\n');
  rmSync(path());
  writeFileSync(real, Buffer.from(before, 'latin1'), { mode: 0o600 });
  symlinkSync(real, path());
  const [was, now] = [
    { accessKeyId: 'AKIAWORK', secretAccessKey: new Secret(SECRET) },
    { accessKeyId: 'AKIANEWNEWNEWNEWNEW1', secretAccessKey: new Secret('planted/second+key=') },
  ];
  const keys = keptKeys();
  await keys.rehearseReplace('Work', was, now);
  expect(text()).toBe(before);
  await keys.replace('Work', was, now);
  expect(text()).toBe(before.replace('AKIAWORK', now.accessKeyId).replace(SECRET, now.secretAccessKey.reveal()));
  expect(lstatSync(path()).isSymbolicLink()).toBe(true);
  expect(statSync(real).mode & 0o777).toBe(0o600);
  expect(holding(SECRET)).toEqual([]);
  expect(holding('planted/second')).toEqual([real]);
  await keys.replace('Work', now, was);
  expect(text()).toBe(before);
  expect(holding('planted/second')).toEqual([]);
});

test('there and back: every other byte stays, and the key is at each moment in one place', async () => {
  const before = text();
  await keptKeys().keep('Work', 'eu-central-1');
  expect(text()).toBe([...REST, '[Work]', 's3 =', '  addressing_style = path', '; end'].join('\n'));
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(holding(SECRET)).toEqual([]);
  const [name = ''] = readdirSync(join(folder, 'secrets'));
  expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);

  await keptKeys().putBack('Work');
  expect(text()).toBe(
    [
      ...REST,
      '[Work]',
      'aws_access_key_id = AKIAWORK',
      `aws_secret_access_key = ${SECRET}`,
      's3 =',
      '  addressing_style = path',
      '; end',
    ].join('\n'),
  );
  expect(readdirSync(join(folder, 'secrets'))).toEqual([]);
  expect(before).not.toBe(text());
});

test('a dot-file manager’s link stays a link', async () => {
  const real = join(home, 'dotfiles');
  writeFileSync(real, `[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = ${SECRET}\n`);
  rmSync(path());
  symlinkSync(real, path());
  await keptKeys().keep('work', 'eu-central-1');
  expect(lstatSync(path()).isSymbolicLink()).toBe(true);
  expect(readFileSync(real, 'utf8')).toBe('[work]\n');
});

describe('the copy of the file as somebody else last left it', () => {
  const backup = () => readFileSync(join(folder, 'backup/credentials'), 'latin1');

  test('that is made now is made without the key', async () => {
    await keptKeys().keep('Work', 'eu-central-1');
    expect(backup()).toBe(text());
  });

  test('never holds it, not even when all ends in that moment', async () => {
    class Ending extends ForeignBackup {
      override async keep(...what: Parameters<ForeignBackup['keep']>): Promise<void> {
        await super.keep(...what);
        throw new Error('the computer is switched off');
      }
    }
    const kept = new SealedSecrets(provenSeal(new FakeSecretBox()), sealedFiles(join(folder, 'secrets')));
    const shared = sharedFiles({}, home, {
      backup: new Ending(join(folder, 'backup')),
      journal: join(folder, 'unfinished'),
    });
    const keys = new LongTermKeys({ kept, files: shared, identity: async () => IDENTITY });
    await expect(keys.keep('Work', 'eu-central-1')).rejects.toThrow('switched off');
    expect(holding(SECRET)).toEqual([path()]);
    expect(backup()).toContain('[Work]');
  });

  test('that was made before loses it', async () => {
    await files().edit('credentials', (before) => {
      const edit = writeProfile(before, 'x-mfa', ENTRY);
      return edit.ok ? edit : expect.fail();
    });
    expect(backup()).toContain(SECRET);
    await keptKeys().keep('Work', 'eu-central-1');
    expect(holding(SECRET)).toEqual([]);
    expect(backup()).toBe([...REST, '[Work]', 's3 =', '  addressing_style = path', '; end'].join('\n'));
    expect(text()).toContain(ENTRY.sessionToken);
  });

  test('out of which it cannot be taken is removed', async () => {
    await files().edit('credentials', () => ({ ok: true, text: text().replace('other', 'others'), changed: true }));
    writeFileSync(
      join(folder, 'backup/credentials'),
      `[Work]\naws_access_key_id = a\n[Work]\naws_secret_access_key = ${SECRET}\n`,
    );
    await keptKeys().keep('Work', 'eu-central-1');
    expect(holding(SECRET)).toEqual([]);
  });
});

test('names that differ in nothing but their case are two keys, on every disk', async () => {
  const sealed = sealedFiles(join(folder, 'secrets'));
  const names = ['key-Work', 'key-work', 'key-wörk', 'key-a/b', 'key-a%2Fb', 'key-..', 'key-a*b', 'key-CON'];
  for (const name of names) await sealed.write(name, name);
  for (const name of names) expect(await sealed.read(name)).toBe(name);
  const files = readdirSync(join(folder, 'secrets'));
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
  for (const file of files) expect(file).toMatch(/^[a-z0-9%.A-F-]+\.sealed$/);
});

const CLI = 'import sys, json, botocore.configloader as l; print(json.dumps(l.raw_config_parse(sys.argv[1])))';
const [python] = pythonsWith('botocore.configloader');

test.skipIf(!python)('botocore reads the same of all else, and the key again when it is back', async () => {
  const read = () => JSON.parse(spawnSync(python ?? '', ['-c', CLI, path()], { encoding: 'utf8' }).stdout);
  writeFileSync(path(), text().replace('caf\u00e9', 'cafe'));
  const before = read();
  await keptKeys().keep('Work', 'eu-central-1');
  const { aws_access_key_id: _, aws_secret_access_key: __, ...rest } = before.Work;
  expect(read()).toEqual({ ...before, Work: rest });
  await keptKeys().putBack('Work');
  expect(read()).toEqual(before);
});
