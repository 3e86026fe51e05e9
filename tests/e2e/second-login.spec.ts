// A second login of the same person, and an X server that was killed: who starts Daypass again is told where it is, and
// nothing stays of what has ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronCommand, RunningApp } from '../world/running-app.ts';
import { expect, test } from './fixture.ts';

const windows = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((w) => w.isVisible()).length);

/** Another X server, which takes whoever comes. */
async function anotherDisplay(): Promise<{ readonly server: ChildProcess; readonly display: string }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-ac', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
  return { server, display: `:${String(number).trim()}` };
}

test('started in a second login it says where it is, and opens nothing there', async ({ person, desktop }) => {
  const app = await RunningApp.start(person, { args: ['--background'] });
  await desktop.icon();
  const { server, display } = await anotherDisplay();
  const start = (...args: string[]) => {
    const [program, ...words] = electronCommand(args);
    return spawn(program, words, { env: { ...person.env, DISPLAY: display }, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const second = start();
  let said = '';
  second.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said).toContain(`in your other login, on display ${process.env.DISPLAY}`);
  const ended = once(second, 'exit');
  second.kill('SIGTERM');
  await ended;
  // At login it does so without a word.
  const [status] = await once(start('--background'), 'exit');
  expect([status, await windows(app)]).toEqual([0, 0]);
  server.kill();
  await app.quit();
});

test('when its X server is killed, the next start leaves nothing behind of it', async ({ person, desktop }) => {
  const { server, display } = await anotherDisplay();
  const [program, ...words] = electronCommand(['--background']);
  const first = spawn(program, words, { env: { ...person.env, DISPLAY: display }, stdio: 'ignore' });
  await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
  const ended = once(first, 'exit');
  server.kill('SIGKILL');
  await ended;
  const folder = dirname(readlinkSync(join(person.home, '.daypass/electron/SingletonSocket')));
  expect(existsSync(folder)).toBe(true);
  const next = await RunningApp.start(person, { args: ['--background'] });
  try {
    await desktop.icon();
    await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
    expect(existsSync(folder)).toBe(false);
  } finally {
    await next.quit();
  }
});
