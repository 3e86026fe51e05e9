// What the scripts start lives on, and holds nothing that their caller waits for: git reads its helper's pipe to the end.
import { spawn, spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeLaunchFile } from '../../electron/adapters/endpoint/launch-file.ts';
import { sh } from '../../electron/core/base/shell-words.ts';
import { FakeCommandApp } from '../fakes/command-app.ts';
import { CommandHome, run, SHELLS } from './command-home.ts';
import { until } from './until.ts';

const LINES = 'protocol=https\nhost=git-codecommit.eu-west-1.amazonaws.com\npath=v1/repos/infra\n';
/** What the caller has open beside the first three, all of it pipes that it reads to their end. */
const OPEN = [3, 4, 9, 42];
const here = SHELLS.filter(([shell = '', ...args]) => spawnSync(shell, [...args, '-c', ':']).status === 0);

const homes: CommandHome[] = [];
const living: number[] = [];
afterEach(async () => {
  for (const pid of living.splice(0)) process.kill(pid, 'SIGKILL');
  for (const home of homes.splice(0)) await home.remove();
});

/** A program that notes what it has open and lives on, in the place of the app. */
async function make(): Promise<CommandHome> {
  const home = await CommandHome.make();
  homes.push(home);
  const program = join(home.folder, 'program');
  const text = `const { readdirSync, readlinkSync, writeFileSync, renameSync } = require('node:fs');
const open = readdirSync('/proc/self/fd').map((fd) => { try { return fd + ' ' + readlinkSync('/proc/self/fd/' + fd); } catch { return ''; } });
writeFileSync('${home.folder}/note.new', JSON.stringify({ pid: process.pid, open }));
renameSync('${home.folder}/note.new', '${home.folder}/note');
setInterval(() => {}, 60_000);\n`;
  await writeFile(program, `#!${process.execPath}\n${text}`);
  await chmod(program, 0o755);
  await writeLaunchFile({ home: home.folder, command: [program], forGit: true, platform: 'linux' });
  return home;
}

/** Resolves to what was said once every pipe has ended, as a caller waits for it. */
function call(home: CommandHome, [program = '', ...args]: readonly string[], input = ''): Promise<string> {
  const pipes = [0, 1, 2, ...OPEN];
  const stdio = Array.from({ length: 43 }, (_, fd) => (pipes.includes(fd) ? 'pipe' : 'ignore') as 'pipe' | 'ignore');
  // The shell in between tells which pipes these are.
  const names = `for fd in 1 2 ${OPEN.join(' ')}; do readlink /proc/$$/fd/$fd; done >${sh(join(home.folder, 'pipes'))}`;
  const command = [...['-c', `${names}; exec "$@"`, 'bash'], program, ...args];
  const child = spawn('bash', command, { env: { ...home.env, DISPLAY: ':0' }, stdio });
  // A script that needs no input may end before it is written.
  child.stdin?.on('error', () => {}).end(input);
  let said = '';
  for (const pipe of child.stdio.slice(1)) {
    pipe?.on('data', (text) => {
      said += text;
    });
  }
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

/** Of what a program has open, the caller's pipes. */
async function callers(home: CommandHome, open: readonly string[]): Promise<readonly string[]> {
  const pipes = (await readFile(join(home.folder, 'pipes'), 'utf8')).split('\n').filter(Boolean);
  expect(pipes).toHaveLength(2 + OPEN.length);
  return open.filter((one) => pipes.some((pipe) => one.endsWith(` ${pipe}`)));
}

async function noted(home: CommandHome): Promise<{ pid: number; open: string[] }> {
  let text = '';
  await until(async () => {
    text = await readFile(join(home.folder, 'note'), 'utf8').catch(() => '');
    return text !== '';
  });
  const note = JSON.parse(text) as { pid: number; open: string[] };
  living.push(note.pid);
  return note;
}

describe.each(here.map((shell) => [shell.join(' '), shell] as const))('in %s', (_, shell) => {
  it.each([
    ['daypass', [], ''],
    ['daypass open', ['open'], ''],
    ['daypass git-credential get', ['git-credential', 'get'], LINES],
  ])('%s ends, and what it started goes on with nothing of the caller’s', async (_name, args, input) => {
    const home = await make();
    const ended = call(home, [...shell, home.script, ...args], input);
    const { pid, open } = await noted(home);
    const app = new FakeCommandApp();
    app.answer = async () => ({ stdout: 'username=u\npassword=p\n', failure: null });
    await home.start(app);
    expect(await ended).toBe(input ? 'username=u\npassword=p\n' : '');
    expect(await callers(home, open)).toEqual([]);
    expect(open.filter((one) => /^[012] /.test(one)).map((one) => one.slice(2))).toEqual(Array(3).fill('/dev/null'));
    expect(() => process.kill(pid, 0)).not.toThrow();
  });

  it('so does the launch file by itself', async () => {
    const home = await make();
    const ended = call(home, [...shell, join(home.folder, 'launch')]);
    expect(await ended).toBe('');
    const { open } = await noted(home);
    expect(await callers(home, open)).toEqual([]);
  });

  it('a store that the app is slow to hear does not hold git up', async () => {
    const home = await make();
    const app = new FakeCommandApp();
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    app.answer = async () => {
      await heard;
      return { stdout: '', failure: null };
    };
    await home.start(app);
    // Without 42: dash cannot name it, and git leaves none such open.
    const script = `exec 42>&-; exec ${[...shell, home.script].map(sh).join(' ')} git-credential store`;
    const ended = call(home, ['bash', '-c', script], `${LINES}\n`);
    expect(await ended).toBe('');
    hear();
  });
});

it('git starts it, and git’s own call ends', async () => {
  const home = await make();
  const env = { ...home.env, DISPLAY: ':0', GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' };
  const helper = `credential.helper=!${sh(home.script)} git-credential`;
  const args = ['-c', 'credential.helper=', '-c', helper, '-c', 'credential.useHttpPath=true', 'credential', 'fill'];
  const fills = run('git', args, { env, input: `${LINES}\n` });
  const { pid } = await noted(home);
  const app = new FakeCommandApp();
  app.answer = async () => ({ stdout: 'username=u\npassword=p\n', failure: null });
  await home.start(app);
  expect((await fills).stdout).toContain('password=p\n');
  expect(() => process.kill(pid, 0)).not.toThrow();
});
