// git starts Daypass and ends when it has its password; and who quits Daypass is not overruled by a git that waits.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { endDaypass, runningOf } from '../world/running-of.ts';
import { test as base, expect } from './fixture.ts';

const test = base.extend<{ ready: RunningApp }>({
  /** Daypass runs, with a profile, and git is set up. */
  ready: async ({ person, desktop }, use) => {
    const app = await RunningApp.start(person);
    await desktop.icon();
    await answers(person);
    const { serial } = person.aws.user;
    expect(await person.daypass(['add', 'work', '--serial', serial])).toMatchObject({ status: 0 });
    expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
    await use(app);
    await app.quit();
    endDaypass(person);
  },
});

const answers = (person: Person) => expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
const fill = (person: Person) =>
  person.run('git', ['credential', 'fill'], { input: `url=${person.repositoryUrl('hello')}\n\n` });

test('git starts it, the person signs in, git ends with its password and Daypass goes on', async ({
  person,
  ready,
}) => {
  process.kill(ready.pid, 'SIGKILL');
  await expect.poll(() => runningOf(person)).toBeNull();
  const fills = fill(person);
  await answers(person);
  expect(await person.daypass(['sign-in', '--code', '-'], `${await person.aws.freshCode()}\n`)).toMatchObject({
    status: 0,
  });
  expect(await fills).toMatchObject({ status: 0, stdout: expect.stringMatching(/^username=ASIA.*\npassword=\d{8}T/m) });
  expect((await person.daypass(['status'])).stdout).toContain('work-mfa');
  expect(runningOf(person)).not.toBeNull();
  expect(await person.daypass(['quit'])).toMatchObject({ status: 0 });
  await expect.poll(() => runningOf(person)).toBeNull();
});

for (const [way, before] of [
  ['its own client', () => {}],
  ['the script', (person: Person) => rmSync(join(person.home, '.daypass/git.sock'))],
] as const) {
  test(`quitting while git waits through ${way} ends git, which starts nothing`, async ({ person, ready }) => {
    expect(ready.pid).toBeGreaterThan(0);
    before(person);
    const fills = fill(person);
    await expect.poll(() => ready.electron.windows().length).toBe(1);
    expect(await person.daypass(['quit'])).toMatchObject({ status: 0 });
    expect(await fills).toMatchObject({ status: 128, stderr: expect.stringContaining('told us to quit') });
    await expect.poll(() => runningOf(person)).toBeNull();
    // Nor does the next one of a script that tries again.
    expect(await fill(person)).toMatchObject({ status: 128 });
    expect(runningOf(person)).toBeNull();
  });
}
