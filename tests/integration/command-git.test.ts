// The real git asks the script, as the second helper of our sections does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { sh } from '../../electron/core/base/shell-words.ts';
import { FakeCommandApp } from '../fakes/command-app.ts';
import { CommandHome, letWait, type Running, run, start } from './command-home.ts';
import { aBeat, until } from './until.ts';

const URL_LINES = 'url=https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/infra\n\n';

let home: CommandHome;
let app: FakeCommandApp;
let running: Running;

beforeAll(async () => {
  home = await CommandHome.make(`it's a "home" $x`);
  app = new FakeCommandApp();
  running = await home.start(app);
});
afterAll(() => home.remove());

const args = (...words: string[]) => [
  ...['-c', 'credential.helper=', '-c', `credential.helper=!${sh(home.script)} git-credential`],
  ...['-c', 'credential.useHttpPath=true', 'credential', ...words],
];
const env = () => ({ ...home.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' });
const git = (word: string, input = URL_LINES) => run('git', args(word), { env: env(), input });

describe('git credential', () => {
  it('fill gets the answer', async () => {
    const heard: string[] = [];
    app.answer = async (operation, input) => {
      heard.push(operation, input);
      return { stdout: 'username=ASIA%a+b/c==\npassword=secret\npassword_expiry_utc=9999999999\n', failure: null };
    };
    const { status, stdout } = await git('fill');
    expect(status).toBe(0);
    expect(stdout).toContain('username=ASIA%a+b/c==\npassword=secret\n');
    expect(heard[0]).toBe('get');
    expect(heard[1]).toContain('host=git-codecommit.eu-west-1.amazonaws.com\npath=v1/repos/infra\n');
  });

  it('fill waits for who signs in, and takes no notice of the beat', async () => {
    app.answer = async () => {
      await aBeat();
      return { stdout: 'username=u\npassword=late\n', failure: null };
    };
    expect((await git('fill')).stdout).toContain('password=late\n');
  });

  it('fill stops where the wait was stopped, and says so', async () => {
    app.answer = async () => ({ stdout: 'quit=1\n', failure: failure('git.wait-cancelled', { repository: 'infra' }) });
    const { status, stderr } = await git('fill');
    expect(status).toBe(128);
    expect(stderr).toContain('daypass: The wait for infra was stopped in Daypass.');
    expect(stderr).toContain('told us to quit');
    expect(stderr).not.toContain('could not read Username');
  });

  it('Ctrl-C ends the wait', async () => {
    const asked = letWait(app);
    const { pid } = start('git', args('fill'), { env: env(), input: URL_LINES });
    await until(() => asked.waits);
    process.kill(-pid, 'SIGINT');
    await until(() => asked.gone);
    expect(asked).toEqual({ waits: true, gone: true });
  });

  it('kill -9 of git alone ends it too', async () => {
    const asked = letWait(app);
    const { child } = start('git', args('fill'), { env: env(), input: URL_LINES });
    await until(() => asked.waits);
    child.kill('SIGKILL');
    await until(() => asked.gone);
    expect(asked).toEqual({ waits: true, gone: true });
  });

  it('approve and reject tell the app', async () => {
    app.answer = async () => ({ stdout: '', failure: null });
    app.asked.length = 0;
    const input = URL_LINES.trimEnd().concat(`\nusername=u\npassword=${'p'.repeat(3_000)}\n\n`);
    expect(await git('approve', input)).toEqual({ status: 0, stdout: '', stderr: '' });
    await until(() => app.asked.length > 0);
    expect(await git('reject', input)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(app.asked).toEqual(['git store', 'git erase']);
  });

  it('fill says that Daypass is not running, and asks nobody for a password', async () => {
    await running.close();
    const { status, stderr } = await git('fill');
    expect(status).toBe(128);
    expect(stderr).toContain('daypass: Daypass is not running.');
    expect(stderr).not.toContain('could not read Username');
    expect(await git('approve', `${URL_LINES.trimEnd()}\nusername=u\npassword=p\n\n`)).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});
