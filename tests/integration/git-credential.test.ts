// git itself as judge: what its own tests ask of a helper (t0300, t0301), asked of ours by `git credential`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attributesOf, GitHome, profile } from './git-home.ts';
import { aBeat, until } from './until.ts';

const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const about = (host = HOST, path = 'v1/repos/app', more = '') =>
  `protocol=https\nhost=${host}\npath=${path}\n${more}\n`;
const FRESH = /^\d{8}T\d{6}Z[0-9a-f]{64}$/;

let home: GitHome;
const fill = async (input = about()) => attributesOf((await home.git(['credential', 'fill'], { input })).stdout);

beforeEach(async () => {
  home = new GitHome();
  home.write('.gitconfig', '[credential]\n\thelper = store\n[user]\n\tname = u\n');
  await home.startApp();
  await home.setup().apply('set-up');
  home.signIn('work');
});
afterEach(() => home.remove());

describe('get', () => {
  test.each([
    HOST,
    'git-codecommit-fips.us-east-1.amazonaws.com',
    'git-codecommit.cn-north-1.amazonaws.com.cn',
    'vpce-0a1b-2c3d.git-codecommit.us-east-1.vpce.amazonaws.com',
    'vpce-0a1b-2c3d.git-codecommit-fips.us-east-1.vpce.amazonaws.com',
    HOST.toUpperCase(),
    `${HOST}:443`,
  ])('from %s, without the script', async (host) => {
    if (host.endsWith('.cn')) home.profiles = [profile('work', 'cn-north-1')];
    const filled = await fill(about(host));
    expect(filled).toMatchObject({ username: 'ASIAwork%token==', password: expect.stringMatching(FRESH), host });
    expect(home.scriptCalls()).toEqual([]);
  });

  test('every repository has a password of its own', async () => {
    const names = ['a', 'b', 'My.repo_1-x', 'x'.repeat(100)];
    const filled = await Promise.all(names.map((name) => fill(about(HOST, `v1/repos/${name}`))));
    expect(new Set(filled.map(({ password }) => password)).size).toBe(names.length);
  });

  test('a stale entry of another helper is passed by, and nothing is stored there', async () => {
    const stale = `https://ASIAold%25token:stale@${HOST}\n`;
    home.write('.git-credentials', stale, 0o600);
    const filled = await fill();
    expect(filled.password).toMatch(FRESH);
    const whole = Object.entries(filled).map(([key, value]) => `${key}=${value}\n`);
    await home.git(['credential', 'approve'], { input: whole.join('') });
    expect(home.read('.git-credentials')).toBe(stale);
    await until(() => home.scriptCalls().includes('store'));
    expect(home.scriptCalls()).toEqual([]);
  });

  test('other hosts keep their helper, and are not told the path', async () => {
    home.write('.git-credentials', 'https://me:kept@github.com\n', 0o600);
    const filled = await fill(about('github.com', 'me/app.git'));
    expect(filled).toEqual({ protocol: 'https', host: 'github.com', username: 'me', password: 'kept' });
    expect(home.scriptCalls()).toEqual([]);
  });

  test('http, another port and look-alikes do not reach us', async () => {
    const http = await home.git(['credential', 'fill'], { input: about().replace('https', 'http') });
    const look = await home.git(['credential', 'fill'], { input: about(`${HOST}.evil.example`) });
    const port = await home.git(['credential', 'fill'], { input: about(`${HOST}:8443`) });
    expect([http, look, port].map(({ status, stdout }) => [status, stdout])).toEqual(Array(3).fill([128, '']));
    expect(home.uses).toEqual([]);
    expect(home.scriptCalls()).toEqual([]);
  });

  test('nor do they get an answer when they are asked of the socket itself', async () => {
    for (const input of [about().replace('https', 'http'), about(`${HOST}.evil.example`), about(`evil-${HOST}`)]) {
      const args = ['credential-cache', '--socket', home.socketPath, 'get'];
      expect(await home.git(args, { input })).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });

  test('the user of the configuration names the profile and is not what is sent', async () => {
    home.profiles = [profile('work'), profile('home')];
    home.signIn('home');
    await home.git(['config', '--global', `credential.https://${HOST}.username`, 'home-mfa']);
    expect((await fill()).username).toBe('ASIAhome%token==');
    expect((await fill(about(HOST, 'v1/repos/app', 'username=work\n'))).username).toBe('ASIAwork%token==');
  });

  test('through a helper that stands after ours passwords are not asked, but stored', async () => {
    await home.git(['config', '--global', 'credential.https://*.us-east-1.amazonaws.com.helper', 'store']);
    const filled = await fill();
    await home.git(['credential', 'approve'], {
      input: Object.entries(filled)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    });
    expect(home.read('.git-credentials')).toContain(HOST);
    const setup = home.setup();
    await setup.refresh();
    expect(setup.view?.findings.map(({ code }) => code)).toEqual(['helper-after']);
    await setup.apply('set-up');
    expect(setup.view).toMatchObject({ setUp: true, findings: [] });
  });
});

describe('approve and reject', () => {
  test('a store is told and not kept, and is nothing when the app is gone: no daemon is started on our socket', async () => {
    const input = about(HOST, 'v1/repos/app', 'username=a\npassword=planted\n');
    await home.git(['credential', 'approve'], { input });
    await until(() => home.scriptCalls().includes('store'));
    expect(home.scriptCalls()).toEqual([]);
    await home.stopApp();
    await home.git(['credential', 'approve'], { input });
    expect(home.scriptCalls()).toEqual([]);
    expect(existsSync(home.socketPath)).toBe(false);
    expect(home.read('.git-credentials')).toBeNull();
  });

  test('erase is AWS saying 401', async () => {
    const input = about(HOST, 'v1/repos/app', 'username=ASIAwork%token==\npassword=planted\n');
    await home.git(['credential', 'reject'], { input });
    expect(home.uses).toMatchObject([{ what: 'app', profile: 'work', outcome: 'rejected-by-aws' }]);
    expect(JSON.stringify(home.uses)).not.toContain('planted');
  });
});

describe('nobody is signed in', () => {
  beforeEach(() => home.signOut());

  test('git waits through signs of life and goes on', async () => {
    const filled = fill();
    await until(() => home.waited.length === 1);
    for (const _ of [1, 2, 3]) await aBeat();
    expect(home.waiting.list()).toMatchObject([{ repository: 'app', region: 'us-east-1' }]);
    home.signIn('work');
    expect((await filled).password).toMatch(FRESH);
    expect(home.waiting.list()).toEqual([]);
    expect(home.scriptCalls()).toEqual([]);
  });

  test.each([
    ['Ctrl-C, which the terminal sends to git and its helpers', 'SIGINT', true],
    ['git alone killed, its helpers not', 'SIGKILL', false],
  ] as const)('%s: noticed while it waits', async (_, signal, all) => {
    const git = home.start('git', ['credential', 'fill'], about());
    await until(() => home.waited.length === 1);
    const client = () =>
      Number(
        execFileSync('pgrep', ['-f', `credential-cache.*${home.socketPath}`], { encoding: 'utf8' }).split('\n')[0],
      );
    if (all) process.kill(client(), signal);
    git.kill(signal);
    await until(() => home.waiting.list().length === 0);
    expect(home.uses).toEqual([]);
  });

  test('cancelled: one clear line from us, and git stops', async () => {
    const ended = home.git(['credential', 'fill'], { input: about() });
    await until(() => home.waited.length === 1);
    home.waiting.cancelAll();
    const { status, stdout, stderr } = await ended;
    expect([status, stdout]).toEqual([128, '']);
    expect(stderr).toMatch(
      /^daypass: The wait for app was stopped in Daypass\.\n.*\nfatal: credential helper .* told us to quit\n$/,
    );
    expect(home.scriptCalls()).toEqual(['get']);
  });

  test('several repositories, sixty gits at once', async () => {
    const gits = Array.from({ length: 60 }, (_, i) => fill(about(HOST, `v1/repos/app${i % 3}`)));
    await until(() => home.waiting.list().length === 60);
    expect(new Set(home.waiting.list().map(({ repository }) => repository))).toEqual(new Set(['app0', 'app1', 'app2']));
    home.signIn('work');
    for (const filled of await Promise.all(gits)) expect(filled.password).toMatch(FRESH);
    expect(home.waiting.list()).toEqual([]);
  });

  test('no profile: git stops with a reason', async () => {
    home.profiles = [];
    const { status, stderr } = await home.git(['credential', 'fill'], { input: about() });
    expect(status).toBe(128);
    expect(stderr).toContain(`daypass: No Daypass profile matches ${HOST}.`);
  });
});

describe('a git without the client: the script alone', () => {
  beforeEach(async () => {
    await home.setup({}, { hasCacheClient: async () => false }).apply('set-up');
    expect(home.read('.gitconfig')).not.toContain('git.sock');
  });

  test('get, approve and reject', async () => {
    const filled = await fill();
    expect(filled).toMatchObject({ username: 'ASIAwork%token==', password: expect.stringMatching(FRESH) });
    const input = about(HOST, 'v1/repos/app', 'username=ASIAwork%token==\npassword=planted\n');
    await home.git(['credential', 'approve'], { input });
    await home.git(['credential', 'reject'], { input });
    // git does not wait for a store, so it may come last.
    const calls: string[] = [];
    await until(() => calls.push(...home.scriptCalls()) === 3);
    expect(calls.sort()).toEqual(['erase', 'get', 'store']);
    expect(home.uses.map(({ outcome }) => outcome)).toEqual(['answered', 'rejected-by-aws']);
  });

  test('waits, and goes on', async () => {
    home.signOut();
    const filled = fill();
    await until(() => home.waited.length === 1);
    await aBeat();
    home.signIn('work');
    expect((await filled).password).toMatch(FRESH);
  });

  test('git killed: noticed while it waits', async () => {
    home.signOut();
    const git = home.start('git', ['credential', 'fill'], about());
    await until(() => home.waited.length === 1);
    git.kill('SIGKILL');
    await until(() => home.waiting.list().length === 0);
    expect(home.uses).toEqual([]);
  });
});

describe('an HTTPS git credential of IAM is its owner’s', () => {
  const USER = 'ann+1-at-123456789012';
  const asUser = (more = '') => about(HOST, 'v1/repos/app', `username=${USER}\n${more}`);
  const line = (user = USER, path = '') => `https://${user.replace('+', '%2b')}:kept@${HOST}${path}\n`;
  /** A helper that writes down how it was called, and what it was told. */
  const logging = (name: string) => `!f() { echo "${name} $1" >>"$HOME/log"; sed 's/^/  /' >>"$HOME/log"; }; f`;
  const log = () => home.read('log') ?? '';

  test.each([true, false])(
    'its password comes from their own helper, as before Daypass (app running: %s)',
    async (is) => {
      if (!is) await home.stopApp();
      home.write('.git-credentials', line(), 0o600);
      expect(await fill(asUser())).toMatchObject({ username: USER, password: 'kept' });
      expect(home.scriptCalls()).toEqual([]);
      expect(home.uses).toEqual([]);
    },
  );

  test('a user name in the configuration is as good as one in the URL', async () => {
    home.write('.git-credentials', line(), 0o600);
    await home.git(['config', '--global', `credential.https://${HOST}.username`, USER]);
    expect(await fill()).toMatchObject({ username: USER, password: 'kept' });
  });

  test('what has worked is kept there, what was refused is dropped there, and nowhere else', async () => {
    await home.git(['credential', 'approve'], { input: asUser('password=new\n') });
    expect(home.read('.git-credentials')).toBe(line().replace('kept', 'new'));
    await home.git(['credential', 'reject'], { input: asUser('password=new\n') });
    expect(home.read('.git-credentials')).toBe('');
    expect(home.scriptCalls()).toEqual([]);
  });

  test('their helper may leave something running, as git’s own cache does', async () => {
    const leaves = '!f() { test "$1" = store && { sleep 600 2>/dev/null & echo $! >"$HOME/pid"; }; }; f';
    await home.git(['config', '--global', '--replace-all', 'credential.helper', leaves]);
    await home.setup().apply('set-up');
    await home.git(['credential', 'approve'], { input: asUser('password=new\n') });
    process.kill(Number(home.read('pid')));
  });

  test('nobody has it: git asks the person for the password alone, as before', async () => {
    home.write('ask', '#!/bin/sh\necho "$1" >"$HOME/asked"\necho typed\n', 0o755);
    const { stdout } = await home.git(['credential', 'fill'], {
      input: asUser(),
      env: { GIT_ASKPASS: home.path('ask') },
    });
    expect(attributesOf(stdout)).toMatchObject({ username: USER, password: 'typed' });
    expect(home.read('asked')).toMatch(/^Password for /);
  });

  test('a helper that stops git does so', async () => {
    await home.git(['config', '--global', '--replace-all', 'credential.helper', '!echo quit=1;:']);
    await home.setup().apply('set-up');
    const { status, stderr } = await home.git(['credential', 'fill'], { input: asUser() });
    expect([status, stderr]).toEqual([128, expect.stringContaining('told us to quit')]);
  });

  test('all that are meant are asked, in their order, and no others', async () => {
    const settings = [
      ['credential.helper', logging('dropped')],
      ['credential.helper', ''],
      ['credential.helper', logging('generic')],
      ['credential.https://github.com.helper', logging('another host')],
      ['credential.http://git-codecommit.us-east-1.amazonaws.com.helper', logging('another protocol')],
      ['credential.https://git-codecommit.eu-west-1.amazonaws.com.helper', logging('another region')],
      [`credential.https://bob@${HOST}.helper`, logging('another user')],
      [`credential.https://${HOST}/v1/repos/lib.helper`, logging('another repository')],
      ['credential.https://git-codecommit.*.amazonaws.com.helper', logging('star')],
      [`credential.https://${USER}@${HOST}/v1.helper`, logging('exact')],
    ] as const;
    home.write('.gitconfig', '');
    for (const [name, value] of settings) await home.git(['config', '--global', '--add', name, value]);
    await home.setup().apply('set-up');
    await home.git(['credential', 'fill'], { input: asUser() });
    expect(log().match(/^\S.*/gm)).toEqual(['generic get', 'star get', 'exact get']);
    expect(log()).toContain(`  username=${USER}\n`);
  });

  test.each([
    ['', false],
    ['[credential]\n\tuseHttpPath = yes\n', true],
    [`[credential "https://${HOST}"]\n\tuseHttpPath = true\n`, true],
    [`[credential]\n\tuseHttpPath = true\n[credential "https://${HOST}"]\n\tuseHttpPath = off\n`, false],
    ['[credential "https://github.com"]\n\tuseHttpPath = true\n', false],
  ])('they are told the path where they would have been: %j %s', async (text, isTold) => {
    home.write('.gitconfig', text);
    await home.git(['config', '--global', 'credential.helper', logging('own')]);
    await home.setup().apply('set-up');
    await home.git(['credential', 'fill'], { input: asUser() });
    expect(log()).toMatch(/^own get\n/);
    expect(log().includes('path=v1/repos/app')).toBe(isTold);
  });

  test.each(['-at-123456789012', 'ann-at-12345678901', 'ann-at-1234567890123', 'ann-at-123456789012x'])(
    '%s is no such user',
    async (user) => {
      expect(await fill(about(HOST, 'v1/repos/app', `username=${user}\n`))).toMatchObject({
        username: 'ASIAwork%token==',
      });
    },
  );
});

describe('in our domain, and nothing that anybody can answer: one line, and git asks nobody', () => {
  test.each([
    [HOST, 'v1/repo/x'],
    [HOST, 'x'],
    [HOST, 'v1/repos/a b'],
    [HOST, 'v1/repos/other@app'],
    [HOST, 'v1/repos'],
    [HOST, 'v1/repos/app/tree'],
    [HOST, `v1/repos/https://${HOST}/v1/repos/app`],
    ['git-codecommit.cn-north-1.amazonaws.com', 'v1/repos/app'],
    ['git-codecommit.us-east-1.amazonaws.com.cn', 'v1/repos/app'],
    ['git-codecommit.useast1.amazonaws.com', 'v1/repos/app'],
  ])('https://%s/%s', async (host, path) => {
    for (const client of [true, false]) {
      await home.setup({}, { hasCacheClient: async () => client }).apply('set-up');
      const { status, stdout, stderr } = await home.git(['credential', 'fill'], { input: about(host, path) });
      expect([status, stdout]).toEqual([128, '']);
      expect(stderr).toMatch(/^daypass: .+\n.*\nfatal: credential helper .* told us to quit\n$/);
    }
    expect(home.uses).toEqual([]);
  });

  test('nothing of a URL reaches the terminal but what can be printed', async () => {
    const { stderr } = await home.git(['credential', 'fill'], {
      input: about(HOST, `x\u001b]0;planted\u0007${'y'.repeat(200)}`),
    });
    expect(stderr).toMatch(/https:\/\/git-codecommit\.us-east-1\.amazonaws\.com\/x\?]0;planted\?y{85,95}…/);
    expect(stderr).not.toContain('\u001b');
  });
});

test('the app is not running: the client is silent, the script says so, and git asks nobody else', async () => {
  await home.stopApp();
  const { status, stderr } = await home.git(['credential', 'fill'], { input: about() });
  expect([status, stderr]).toEqual([128, expect.stringMatching(/^daypass: Daypass is not running\.\n/)]);
  expect(stderr).not.toContain('Username');
});
