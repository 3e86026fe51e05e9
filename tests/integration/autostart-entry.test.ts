// The entry that a Linux desktop opens at login, on the real disk: made, taken away, and never somebody else's.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desktopEntry, setAutostart } from '../../electron/adapters/desktop/autostart-entry.ts';

const COMMAND = ['/opt/100% "Day" $x\\y`z/daypass', '--background'];
const ENTRY = `[Desktop Entry]
Type=Application
Name=Daypass
Exec="/opt/100%% \\\\"Day\\\\" \\\\$x\\\\\\\\y\\\\\`z/daypass" "--background"
Terminal=false
X-GNOME-Autostart-enabled=true
X-Daypass=true
`;
/** As an earlier version wrote it. */
const UNMARKED = ENTRY.replace('X-Daypass=true\n', '').replace('/opt/', '/old/');
const SOMEBODYS = '[Desktop Entry]\nType=Application\nName=Daypass\nExec=/home/me/start-daypass\n';

let root: string;
let folder: string;
let file: string;
const read = () => readFileSync(file, 'utf8');
const failed = (reason: string) => ({ failure: { code: 'autostart.failed', params: { path: file, reason } } });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daypass-autostart-'));
  folder = join(root, 'config/autostart');
  file = join(folder, 'daypass.desktop');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
};

test('it is made with its folder, and taken away again', async () => {
  await setAutostart(folder, COMMAND);
  expect(read()).toBe(ENTRY);
  expect(statSync(file).mode & 0o777).toBe(0o644);
  await setAutostart(folder, null);
  expect(existsSync(file)).toBe(false);
  await setAutostart(folder, null);
  expect(existsSync(folder)).toBe(true);
});

describe.each([
  ['an earlier version’s', UNMARKED],
  ['one that a desktop’s settings have added to', `${ENTRY}Hidden=false\n`],
  ['one with other line ends', ENTRY.replaceAll('\n', '\r\n')],
])('%s is ours:', (_, text) => {
  test('it is written anew', async () => {
    put(text);
    await setAutostart(folder, COMMAND);
    expect(read()).toBe(ENTRY);
  });

  test('it is taken away', async () => {
    put(text);
    await setAutostart(folder, null);
    expect(existsSync(file)).toBe(false);
  });
});

describe.each([
  ['somebody’s own', SOMEBODYS],
  ['an empty one', ''],
  ['an earlier version’s that somebody has changed', `${UNMARKED}X-Mine=true\n`],
  ['one with the mark in a comment', `${SOMEBODYS}# X-Daypass=true\n`],
])('%s is left alone:', (_, text) => {
  test('when nothing is wanted, without a word', async () => {
    put(text);
    await setAutostart(folder, null);
    expect(read()).toBe(text);
  });

  test('when one is wanted, and that is told', async () => {
    put(text);
    await expect(setAutostart(folder, COMMAND)).rejects.toMatchObject(failed('not-ours'));
    expect(read()).toBe(text);
  });
});

describe('where it cannot be', () => {
  test('a file in the place of the folder', async () => {
    mkdirSync(join(root, 'config'));
    writeFileSync(folder, 'mine');
    await setAutostart(folder, null);
    await expect(setAutostart(folder, COMMAND)).rejects.toMatchObject(failed('EEXIST'));
    expect(readFileSync(folder, 'utf8')).toBe('mine');
  });

  test('a folder in the place of the file', async () => {
    mkdirSync(file, { recursive: true });
    await expect(setAutostart(folder, COMMAND)).rejects.toMatchObject(failed('EISDIR'));
  });

  test('our own, made read-only by its owner', async () => {
    put(UNMARKED);
    chmodSync(file, 0o444);
    await expect(setAutostart(folder, COMMAND)).rejects.toMatchObject(failed('EACCES'));
    expect(read()).toBe(UNMARKED);
  });

  test('a disk that takes nothing', async () => {
    const path = '/sys/autostart/daypass.desktop';
    await setAutostart('/sys/autostart', null);
    await expect(setAutostart('/sys/autostart', COMMAND)).rejects.toMatchObject({
      failure: { code: 'autostart.failed', params: { path, reason: expect.stringMatching(/^E(PERM|ACCES|ROFS)$/) } },
    });
  });
});

test('a link of a dot-file manager stays a link', async () => {
  const kept = join(root, 'dotfiles.desktop');
  writeFileSync(kept, UNMARKED);
  mkdirSync(folder, { recursive: true });
  symlinkSync(kept, file);
  await setAutostart(folder, COMMAND);
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readFileSync(kept, 'utf8')).toBe(ENTRY);
});

test('the words of the command line are escaped twice, as the specification has it', () => {
  expect(desktopEntry(['/a b/c', 'd"e'])).toContain('\nExec="/a b/c" "d\\\\"e"\n');
});
