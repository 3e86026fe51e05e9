// The files that shells read, on a real disk: which there are, what they read in turn, and how one is replaced.
import {
  chmodSync,
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
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFiles } from '../../electron/adapters/surroundings/start-files.ts';
import { failureOf } from '../../electron/core/base/failure.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daypass-start-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const home = () => join(root, 'home');
const files = (env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux') =>
  startFiles({
    env,
    home: home(),
    backup: join(root, 'backup'),
    journal: join(root, 'unfinished'),
    platform,
    root: join(root, 'system'),
  });
const write = (name: string, text = '') => {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const found = async (env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform) =>
  (await files(env, platform).read())
    .map(({ path, reads, dialect }) => `${path.slice(root.length + 1)} ${reads} ${dialect}`)
    .sort();

describe('there are', () => {
  test('none where there are none', async () => {
    expect(await found()).toEqual([]);
  });

  test('those of each shell, of a session and of the system', async () => {
    const names = {
      'home/.bashrc': 'bash sh',
      'home/.bash_profile': 'bash sh',
      'home/.profile': 'bash sh',
      'home/.bashrc.d/aws': 'bash sh',
      'home/.zshenv': 'zsh sh',
      'home/.zshrc': 'zsh sh',
      'home/.config/fish/config.fish': 'fish fish',
      'home/.config/fish/conf.d/aws.fish': 'fish fish',
      'home/.config/fish/fish_variables': 'fish fish-universal',
      'home/.cshrc': 'csh csh',
      'home/.config/powershell/profile.ps1': 'powershell powershell',
      'home/.config/environment.d/aws.conf': 'session lines',
      'home/.pam_environment': 'session pam',
      'system/etc/environment': 'session lines',
      'system/etc/profile.d/aws.sh': 'bash sh',
      'system/etc/zsh/zshrc': 'zsh sh',
    };
    for (const name of Object.keys(names)) write(name);
    // What no shell reads.
    for (const name of ['.config/fish/conf.d/aws.fish.old', '.config/environment.d/notes', '.bashrc~'])
      write(`home/${name}`);
    expect(await found()).toEqual(
      Object.entries(names)
        .map((pair) => pair.join(' '))
        .sort(),
    );
  });

  test('those of zsh where it is told that they are', async () => {
    write('home/.zshrc');
    write('zsh/.zshrc');
    expect(await found({ ZDOTDIR: join(root, 'zsh') })).toEqual(['zsh/.zshrc zsh sh']);
  });

  test('those of fish where configuration has another folder', async () => {
    write('home/.config/fish/config.fish');
    write('xdg/fish/config.fish');
    expect(await found({ XDG_CONFIG_HOME: join(root, 'xdg') })).toEqual(['xdg/fish/config.fish fish fish']);
  });

  test('the launch agents of macOS', async () => {
    write('home/Library/LaunchAgents/env.plist');
    expect(await found({}, 'darwin')).toEqual(['home/Library/LaunchAgents/env.plist session plist']);
    expect(await found()).toEqual([]);
  });

  test('those that they read in turn, one level deep, by whatever name', async () => {
    write('home/.bashrc', '. ~/.one\nsource "$HOME/.two"\n. ./three\n. $(x)/four\n. ~/.none\n. ~/.bash_aliases\n');
    for (const name of ['.one', '.two', 'three', 'four', '.bash_aliases']) write(`home/${name}`, '. ~/five\n');
    write('home/five');
    expect(await found()).toEqual(
      ['.bash_aliases', '.bashrc', '.one', '.two', 'five', 'three'].map((name) => `home/${name} bash sh`),
    );
  });

  test('none that is no file, that is a circle, or that is far too large', async () => {
    mkdirSync(join(home(), '.bashrc'), { recursive: true });
    symlinkSync('.zshrc', join(home(), '.zshrc'));
    write('home/.profile', '#'.repeat(1_048_577));
    expect(await found()).toEqual([]);
  });
});

describe('one is replaced', () => {
  const failing = (work: Promise<void>) =>
    work.then(
      () => null,
      (thrown) => failureOf(thrown).code,
    );

  test('as a whole, with its mode, after a copy that nobody else can read', async () => {
    const path = write('home/.bashrc', 'before');
    chmodSync(path, 0o640);
    await files().replace(path, 'before', 'after');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['after', 0o640]);
    const [copy = '', ...more] = readdirSync(join(root, 'backup'));
    expect(copy).toMatch(/^\.bashrc\.\d{4}-\d\d-\d\dT/);
    expect(more).toEqual([]);
    expect(readFileSync(join(root, 'backup', copy), 'utf8')).toBe('before');
    expect(statSync(join(root, 'backup', copy)).mode & 0o777).toBe(0o600);
  });

  test('only where it is as it was', async () => {
    const path = write('home/.bashrc', 'changed');
    expect(await failing(files().replace(path, 'before', 'after'))).toBe('file.changed-meanwhile');
    expect(readFileSync(path, 'utf8')).toBe('changed');
  });

  test('only where its owner has not made it read-only', async () => {
    const path = write('home/.bashrc', 'before');
    chmodSync(path, 0o440);
    expect(await failing(files().replace(path, 'before', 'after'))).toBe('file.read-only');
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  test('byte by byte, whatever it is written in', async () => {
    const path = join(home(), '.bashrc');
    mkdirSync(home(), { recursive: true });
    writeFileSync(path, Buffer.from([0x23, 0xff, 0xe4, 0x0d, 0x0a, 0x78]));
    const [{ text } = { text: '' }] = await files().read();
    await files().replace(path, text, `# ${text}`);
    expect(readFileSync(path)).toEqual(Buffer.from([0x23, 0x20, 0x23, 0xff, 0xe4, 0x0d, 0x0a, 0x78]));
  });
});
