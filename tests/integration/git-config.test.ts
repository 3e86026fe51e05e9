// The configuration as the real git reads it: where it is written, that git takes it, and that undo leaves no trace.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GitHome } from './git-home.ts';

const URL = 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/app';
const MINE = '# mine\n[user]\n\tname = \u00c3\u00a9 \u00ff\n[alias]\n\tx = "!f() { \\\n\t\techo; }; f"\n';

let home: GitHome;
beforeEach(() => {
  home = new GitHome();
});
afterEach(() => home.remove());

const helpers = async (env = {}) => {
  const { stdout } = await home.git(
    ['config', '--get-all', 'credential.https://git-codecommit.*.amazonaws.com.helper'],
    { env },
  );
  return stdout.split('\n').slice(0, -1);
};

async function expectSetUp(env = {}): Promise<void> {
  const { stdout } = await home.git(['config', '--type=bool', '--get-urlmatch', 'credential.useHttpPath', URL], {
    env,
  });
  expect(stdout).toBe('true\n');
  expect(await helpers(env)).toEqual([
    '',
    `!f() { test "$1" = get || return; test ! -r '${home.folder}/bin/who-asks.sh' || . '${home.folder}/bin/who-asks.sh'; exec git credential-cache --timeout "\${dp_wait:-900}" --socket '${home.folder}/git.sock' get; }; f`,
    `!'${home.folder}/bin/daypass' git-credential`,
  ]);
}

describe('set up, again, and undone byte for byte', () => {
  test.each([
    ['no file', null],
    ['an empty file', ''],
    ['a file', MINE],
    ['no line end', MINE.slice(0, -1)],
    ['Windows line ends', '[user]\r\n\tname = u\r\n'],
  ])('%s', async (_, text) => {
    if (text !== null) home.write('.gitconfig', text, 0o640);
    const setup = home.setup();
    expect((await setup.plan('set-up')).diff).toContain('+# daypass: begin');
    expect(home.read('.gitconfig')).toBe(text);
    await setup.apply('set-up');
    await expectSetUp();
    expect(setup.view).toMatchObject({ setUp: true, findings: [], version: expect.stringMatching(/^2\./) });
    const after = home.read('.gitconfig');
    expect(await setup.plan('set-up')).toMatchObject({ file: home.configFile, diff: '' });
    await setup.apply('set-up');
    expect(home.read('.gitconfig')).toBe(after);
    if (text !== null) expect(statSync(home.configFile).mode & 0o777).toBe(0o640);
    await setup.apply('undo');
    expect(home.read('.gitconfig')).toBe(text);
    expect(home.read('.daypass/daypass.gitconfig')).toBeNull();
    expect(setup.view?.setUp).toBe(false);
    expect((await setup.plan('undo')).diff).toBe('');
  });

  test('with what git itself has added since: it stays, before ours', async () => {
    home.write('.gitconfig', MINE);
    await home.setup().apply('set-up');
    await home.git(['config', '--global', 'core.pager', 'less']);
    await home.git(['config', '--global', 'user.email', 'u@example.com']);
    await home.setup().apply('set-up');
    await expectSetUp();
    expect(home.read('.gitconfig')?.trimEnd().endsWith('# daypass: end')).toBe(true);
    await home.setup().apply('undo');
    expect(home.read('.gitconfig')).toBe(
      `${MINE.replace('\n[alias]', '\n\temail = u@example.com\n[alias]')}[core]\n\tpager = less\n`,
    );
  });

  test('what git itself includes takes the place of ours: it stays, and ours comes back after it', async () => {
    await home.setup().apply('set-up');
    await home.git(['config', '--global', 'include.path', 'theirs']);
    await home.git(['config', '--global', '--add', 'include.path', 'more']);
    const setup = home.setup();
    await setup.refresh();
    expect(setup.view?.setUp).toBe(false);
    await setup.apply('set-up');
    await expectSetUp();
    await setup.apply('undo');
    expect(home.read('.gitconfig')).toBe('[include]\n\tpath = theirs\n\tpath = more\n');
  });

  test('a setting that somebody has put among ours: nothing is touched', async () => {
    await home.setup().apply('set-up');
    const text = home.read('.gitconfig')?.replace('[include]', '[user]\n\tname = me\n[include]') ?? '';
    home.write('.gitconfig', text);
    for (const change of ['set-up', 'undo'] as const) {
      await expect(home.setup().apply(change)).rejects.toMatchObject({ failure: { code: 'git.config-changed' } });
    }
    expect(home.read('.gitconfig')).toBe(text);
  });
});

describe('the global file copied to where there is no Daypass', () => {
  const input = `protocol=https\nhost=git-codecommit.us-east-1.amazonaws.com\npath=v1/repos/app\n`;

  test('git falls through to what it would have had', async () => {
    const elsewhere = new GitHome();
    home.write('.gitconfig', '[credential]\n\thelper = store\n');
    await home.setup().apply('set-up');
    elsewhere.write('.gitconfig', home.read('.gitconfig') ?? '');
    elsewhere.write(
      '.git-credentials',
      'https://a-at-123456789012:kept@git-codecommit.us-east-1.amazonaws.com\n',
      0o600,
    );
    const filled = await elsewhere.git(['credential', 'fill'], { input });
    expect(filled.stdout).toContain('password=kept\n');
    const { stderr } = await elsewhere.git(['ls-remote', 'codecommit::us-east-1://app']);
    expect(stderr).toContain("'remote-codecommit' is not a git command");
    await elsewhere.remove();
  });

  test('where there is a Daypass, it is that one that is asked', async () => {
    const elsewhere = new GitHome();
    elsewhere.signIn('work');
    await elsewhere.startApp();
    await elsewhere.setup().apply('set-up');
    await home.setup().apply('set-up');
    elsewhere.write('.gitconfig', home.read('.gitconfig') ?? '');
    const filled = await elsewhere.git(['credential', 'fill'], { input });
    expect(filled.stdout).toContain('username=ASIAwork%token==');
    expect((await elsewhere.setup().plan('set-up')).diff).toBe('');
    await elsewhere.remove();
  });
});

describe('where the file is', () => {
  test('a link: its target is replaced, the link stays', async () => {
    home.write('dotfiles/gitconfig', MINE);
    symlinkSync('dotfiles/gitconfig', home.configFile);
    await home.setup().apply('set-up');
    await expectSetUp();
    expect(lstatSync(home.configFile).isSymbolicLink()).toBe(true);
    expect(home.read('dotfiles/gitconfig')).toContain('daypass');
    await home.setup().apply('undo');
    expect(home.read('dotfiles/gitconfig')).toBe(MINE);
  });

  test('a link to nothing: undo leaves the link', async () => {
    mkdirSync(home.path('dotfiles'));
    symlinkSync('dotfiles/gitconfig', home.configFile);
    await home.setup().apply('set-up');
    await expectSetUp();
    await home.setup().apply('undo');
    expect(lstatSync(home.configFile).isSymbolicLink()).toBe(true);
    expect(existsSync(home.path('dotfiles/gitconfig'))).toBe(false);
  });

  test('XDG, where that is the only one', async () => {
    home.write('.config/git/config', MINE);
    await home.setup().apply('set-up');
    expect(home.read('.gitconfig')).toBeNull();
    await expectSetUp();
    await home.setup().apply('undo');
    expect(home.read('.config/git/config')).toBe(MINE);

    home.write('elsewhere/git/config', MINE);
    const env = { XDG_CONFIG_HOME: home.path('elsewhere') };
    unlinkSync(home.path('.config/git/config'));
    await home.setup(env).apply('set-up');
    await expectSetUp(env);
  });

  test('the usual one where there are both', async () => {
    home.write('.config/git/config', MINE);
    home.write('.gitconfig', '');
    await home.setup().apply('set-up');
    expect(home.read('.config/git/config')).toBe(MINE);
    await expectSetUp();
  });

  test('GIT_CONFIG_GLOBAL', async () => {
    home.write('.gitconfig', MINE);
    const env = { GIT_CONFIG_GLOBAL: home.path('other') };
    await home.setup(env).apply('set-up');
    expect(home.read('.gitconfig')).toBe(MINE);
    await expectSetUp(env);
    await home.setup(env).apply('undo');
    expect(existsSync(home.path('other'))).toBe(false);
  });

  test('in a home that is a repository its settings are not taken for everybody’s', async () => {
    await home.git(['init']);
    await home.git(['config', 'credential.helper', 'store']);
    const setup = home.setup({ PWD: home.home });
    await setup.refresh();
    expect(setup.view?.findings).toEqual([]);
  });

  test.each(['a b', "o'neil", 'ü', 'a"b', 'a\\b', 'a$b`c', '#;='])('in a folder named %j', async (name) => {
    const odd = new GitHome(join(name, '.daypass'));
    odd.signIn('work');
    await odd.startApp();
    await odd.setup().apply('set-up');
    const input = `protocol=https\nhost=git-codecommit.us-east-1.amazonaws.com\npath=v1/repos/app\n`;
    expect((await odd.git(['credential', 'fill'], { input })).stdout).toContain('username=ASIAwork%token==');
    expect(odd.scriptCalls()).toEqual([]);
    await odd.git(['credential', 'reject'], { input: `${input}username=u\npassword=p\n` });
    expect(odd.scriptCalls()).toEqual(['erase']);
    await odd.setup().apply('set-up');
    expect((await odd.setup().plan('undo')).diff).toContain('-# daypass: end');
    await odd.remove();
  });
});

test('a file that has another name keeps it, and its mode', async () => {
  home.write('.gitconfig', MINE, 0o640);
  linkSync(home.configFile, home.path('dotfiles'));
  await home.setup().apply('set-up');
  expect(home.read('dotfiles')).toBe(home.read('.gitconfig'));
  expect(home.read('dotfiles')).toContain('daypass');
  expect(statSync(home.configFile).mode & 0o777).toBe(0o640);
  await home.setup().apply('undo');
  expect(home.read('dotfiles')).toBe(MINE);
});

test('a repository that others could put somewhere is never looked into', async () => {
  const bin = home.path('bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'git'), '#!/bin/sh\necho "git version $GIT_DIR:$HOME:$XDG_CONFIG_HOME"\n', { mode: 0o755 });
  const said = await home.port({ PATH: `${bin}:${process.env.PATH}` }).version();
  for (const path of said?.split(':') ?? ['none']) expect(path.startsWith(`${home.folder}/`)).toBe(true);
});

describe('what can go wrong changes nothing', () => {
  test.each([
    ['read-only', () => chmodSync(home.configFile, 0o444), 'file.read-only'],
    ['being written by git', () => writeFileSync(`${home.configFile}.lock`, ''), 'git.config-failed'],
  ])('the file is %s', async (_, make, code) => {
    home.write('.gitconfig', MINE);
    make();
    await expect(home.setup().apply('set-up')).rejects.toMatchObject({ failure: { code } });
    expect(home.read('.gitconfig')).toBe(MINE);
  });

  test('the file leads to what another program makes: what is said to do about it helps', async () => {
    home.write('store/made', MINE, 0o444);
    home.write('.config/git/ignore', '');
    symlinkSync(home.path('store/made'), home.path('.config/git/config'));
    const expected = {
      code: 'git.config-linked',
      params: { path: home.path('.config/git/config'), target: home.path('store/made') },
    };
    await expect(home.setup().apply('set-up')).rejects.toMatchObject({ failure: expected });
    expect(home.read('store/made')).toBe(MINE);
    home.write('.gitconfig', '');
    const setup = home.setup();
    await setup.apply('set-up');
    expect((await setup.refresh()).setUp).toBe(true);
    expect(home.read('store/made')).toBe(MINE);
  });

  test.each([
    ['a pipe', () => execFileSync('mkfifo', [home.configFile])],
    ['a device', () => symlinkSync('/dev/zero', home.configFile)],
  ])('the file is %s', async (_, make) => {
    make();
    await expect(home.port().globalFile()).rejects.toMatchObject({
      failure: { code: 'file.failed', params: { path: home.configFile, reason: 'not-regular' } },
    });
  });

  test('git cannot read the file', async () => {
    home.write('.gitconfig', '[user\n');
    await expect(home.setup().refresh()).rejects.toMatchObject({ failure: { code: 'git.config-failed' } });
    await expect(home.setup().apply('set-up')).rejects.toMatchObject({ failure: { code: 'git.config-failed' } });
    expect(home.read('.gitconfig')).toBe('[user\n');
    expect(existsSync(`${home.configFile}.lock`)).toBe(false);
  });

  test('git says nothing', async () => {
    home.write('git', '#!/bin/sh\nexit 1\n', 0o755);
    await expect(home.port({ PATH: home.home }).entries()).rejects.toMatchObject({
      failure: { code: 'git.config-failed', params: { message: 'git did not answer' } },
    });
  });

  test('somebody else has written it meanwhile', async () => {
    home.write('.gitconfig', MINE);
    const git = home.port();
    const { path, text } = await git.globalFile();
    home.write('.gitconfig', `${MINE}# more\n`);
    await expect(git.replaceFile(path, text, 'x')).rejects.toMatchObject({
      failure: { code: 'file.changed-meanwhile' },
    });
    expect(home.read('.gitconfig')).toBe(`${MINE}# more\n`);
  });

  test('git is not there', async () => {
    const git = home.port({ PATH: home.path('bin') });
    // A desktop's PATH can lack git; the usual places are looked into all the same.
    expect(await git.version()).toMatch(/^2\./);
  });
});

describe('what is found', () => {
  const found = async () => {
    const setup = home.setup();
    await setup.refresh();
    return setup.view?.findings.map(({ code, origin, value }) => [code, origin.replace(home.home, '~'), value]);
  };

  test('what guides have people write, and mending it', async () => {
    const guides = [
      ['credential.helper', '!aws --profile work codecommit credential-helper $@'],
      ['credential.UseHttpPath', 'true'],
      ['credentials.helper', 'UseHttpPath=true'],
    ] as const;
    home.write('.gitconfig', MINE);
    for (const [name, value] of guides) await home.git(['config', '--global', name, value]);
    expect(await found()).toEqual([
      ['aws-helper', 'file:~/.gitconfig', guides[0][1]],
      ['path-global', 'file:~/.gitconfig', 'true'],
      ['misspelt-section', 'file:~/.gitconfig', 'UseHttpPath=true'],
    ]);
    const setup = home.setup();
    expect((await setup.plan('mend')).diff.match(/^-\s.*$/gm)).toHaveLength(3);
    await setup.apply('mend');
    expect(home.read('.gitconfig')).toBe(MINE);
    expect(await found()).toEqual([]);
  });

  test('only what is unwanted goes, not what has its name', async () => {
    home.write(
      '.gitconfig',
      '[credential]\n\thelper = !gh auth git-credential\n\thelper = !aws codecommit credential-helper $@\n\thelper = cache\n',
    );
    await home.setup().apply('mend');
    expect(home.read('.gitconfig')).toBe('[credential]\n\thelper = !gh auth git-credential\n\thelper = cache\n');
  });

  test('in an included file: found, not mended', async () => {
    home.write('more', '[credential]\n\thelper = store\n');
    home.write('.gitconfig', '[include]\n\tpath = more\n');
    expect(await found()).toEqual([['keeps-passwords', 'file:~/more', 'store']]);
    await home.setup().apply('set-up');
    expect(await found()).toEqual([]);
    home.write('.gitconfig', `${home.read('.gitconfig')}[include]\n\tpath = more\n`);
    expect(await found()).toEqual([['helper-after', 'file:~/more', 'store']]);
    await home.setup().apply('set-up');
    expect(await found()).toEqual([]);
  });

  test('in the system’s file, which is never touched', async () => {
    home.write('system', '[credential]\n\thelper = manager\n');
    const env = { GIT_CONFIG_NOSYSTEM: '0', GIT_CONFIG_SYSTEM: home.path('system') };
    const setup = home.setup(env);
    await setup.refresh();
    expect(setup.view?.findings).toMatchObject([{ code: 'keeps-passwords', value: 'manager' }]);
    await setup.apply('set-up');
    expect(setup.view).toMatchObject({ setUp: true, findings: [] });
    expect(home.read('system')).toBe('[credential]\n\thelper = manager\n');
  });

  test('a helper that a person has put after ours', async () => {
    await home.setup().apply('set-up');
    await home.git(['config', '--global', 'credential.helper', 'store']);
    expect(await found()).toEqual([['helper-after', 'file:~/.gitconfig', 'store']]);
    await home.setup().apply('set-up');
    expect(await found()).toEqual([]);
  });
});
