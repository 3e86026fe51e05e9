// git as other programs run it: the settings and variables that they give it are theirs, taken from their sources and logs
// (assets/docs has a page for each). What they do to a helper in git's global configuration is tried here with the real git.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Aws } from '../aws/aws.ts';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { GitHome, profile } from './git-home.ts';

let stand: SignedIn;
let aws: Aws;
let keys: SignedIn['keys'];
let home: GitHome;

beforeAll(async () => {
  stand = await startSignedIn();
  ({ aws, keys } = stand);
  await aws.addRepository('app');
});
afterAll(() => stand.stop());

beforeEach(async () => {
  home = new GitHome();
  home.profiles = [profile('work', aws.codecommit.region)];
  await home.leadTo(aws);
  await home.startApp();
  await home.setup().apply('set-up');
  home.signIn('work', keys);
  // Programs of theirs, which note what they are asked and know nothing.
  for (const name of ['askpass', 'git-credential-theirs']) {
    home.write(`bin/${name}`, `#!/bin/sh\necho "${name} $1" >>"$HOME/asked"\n`, 0o755);
  }
});
afterEach(() => home.remove());

const theirs = () => ({ PATH: `${home.path('bin')}:${home.env.PATH}`, GIT_ASKPASS: home.path('bin/askpass') });
const clone = (settings: readonly string[], env: Record<string, string> = {}) =>
  home.git([...settings, 'clone', aws.codecommit.url('app'), 'clone'], { env: { ...theirs(), ...env } });
const asked = () => home.read('asked') ?? '';

test('VS Code, Tower, Fork without accounts: an askpass, which nobody needs', async () => {
  expect(await clone([])).toMatchObject({ status: 0 });
  expect(asked()).toBe('');
});

test('JetBrains IDEs with “Use credential helper”', async () => {
  expect(await clone(['-c', 'core.quotepath=false', '-c', 'log.showSignature=false'])).toMatchObject({ status: 0 });
  expect(asked()).toBe('');
});

test('JetBrains IDEs without it: all helpers are taken away, and the IDE asks for a password', async () => {
  const { status } = await clone(['-c', 'credential.helper=', '-c', 'core.quotepath=false']);
  expect(status).toBe(128);
  expect(asked()).toContain('askpass Username for ');
  expect(home.uses).toEqual([]);
});

test('SourceTree, and Fork with accounts: a helper after ours, which is told the password but never asked', async () => {
  expect(await clone(['-c', 'credential.helper=theirs'])).toMatchObject({ status: 0 });
  expect(asked()).toBe('git-credential-theirs store\n');
});

test('GitHub Desktop: its own helper in the place of all others', async () => {
  const env = { GIT_CONFIG_PARAMETERS: "'credential.helper=' 'credential.helper=theirs'", GIT_ASKPASS: '' };
  expect((await clone([], env)).status).toBe(128);
  expect(asked()).toBe('git-credential-theirs get\n');
  expect(home.uses).toEqual([]);
});

test('GitHub Desktop with a codecommit: URL, whose remote helper says whom to ask', async () => {
  const url = `codecommit::${aws.codecommit.region}://app`;
  const env = {
    ...theirs(),
    GIT_CONFIG_PARAMETERS: "'credential.helper=' 'credential.helper=theirs'",
    GIT_ASKPASS: '',
  };
  expect(await home.git(['clone', url, 'clone'], { env })).toMatchObject({ status: 0 });
  expect(asked()).toBe('');
  expect(home.uses).toMatchObject([{ outcome: 'answered', what: 'app' }]);
});

test('WSL: git asks Daypass of Windows in the words of the page', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../assets/docs/wsl.md'), 'utf8');
  const [, words = ''] = /```sh\n(for .*?)```/s.exec(page) ?? [];
  // Windows is a folder here.
  home.write(
    'c/Windows/System32/cmd.exe',
    '#!/bin/sh\nprintf "%s\\n" "$PWD" "$@" >"$HOME/asked"\necho quit=1\n',
    0o755,
  );
  for (const setUp of [words, words]) {
    const ran = await home.run('sh', ['-c', setUp.replaceAll('/mnt/c', home.path('c'))]);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  }
  expect((await clone([])).stderr).toContain('told us to quit');
  const program = 'C:\\Users\\ada\\.daypass\\bin\\daypass.cmd';
  expect(asked()).toBe(`${[home.path('c'), '/d', '/c', program, 'git-credential', 'get'].join('\n')}\n`);
});

describe('programs with libgit2, which asks no helper by itself', () => {
  const fill = (path: string) =>
    home.git(['credential', 'fill'], {
      input: `protocol=https\nhost=${aws.codecommit.host}\n${path}\n`,
      env: { GIT_ASKPASS: '' },
    });

  test('those that run `git credential fill` get a password if they say the path', async () => {
    expect((await fill('path=v1/repos/app\n')).stdout).toContain(`username=${keys.accessKeyId}%`);
    expect(await fill('')).toMatchObject({ status: 128, stdout: '' });
  });

  const cargo = cargoProgram();

  test.skipIf(cargo === null)('cargo with net.git-fetch-with-cli', async () => {
    const crate = home.path('crate');
    await home.git(['clone', aws.codecommit.url('app'), crate]);
    home.write('crate/Cargo.toml', '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n');
    home.write('crate/src/lib.rs', '');
    await home.git(['add', '.'], { cwd: crate });
    const person = ['-c', 'user.name=u', '-c', 'user.email=u@example.com'];
    await home.git([...person, 'commit', '-m', 'A crate'], { cwd: crate });
    expect(await home.git(['push', 'origin', 'HEAD'], { cwd: crate })).toMatchObject({ status: 0 });
    const dependency = `app = { git = "${aws.codecommit.url('app')}" }`;
    const manifest = `[package]\nname = "user"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\n${dependency}\n`;
    home.write('user/Cargo.toml', manifest);
    home.write('user/src/lib.rs', '');
    const env = { CARGO_NET_GIT_FETCH_WITH_CLI: 'true', CARGO_HOME: home.path('.cargo') };
    expect(await home.run(cargo ?? '', ['generate-lockfile'], { cwd: home.path('user'), env })).toMatchObject({
      status: 0,
    });
  });
});

/** Not rustup's of that name, which runs nothing from another home. */
function cargoProgram(): string | null {
  const run = (words: string, env = process.env) =>
    execFileSync('sh', ['-c', words], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const program = run('rustup which cargo || command -v cargo');
    run(`'${program}' --version`, { ...process.env, HOME: tmpdir() });
    return program;
  } catch {
    return null;
  }
}
