// A person with a signed-in Daypass on a desktop of its own, to be measured.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../build/build.ts';
import { resolveRuntime } from '../../build/electron-runtime.ts';
import { Desktop, type DesktopOptions } from '../desktop/desktop.ts';
import { OwnDesktop } from '../desktop/own-desktop.ts';
import { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';

export interface LifeOptions {
  readonly desktop?: DesktopOptions;
  /** Before Daypass starts. */
  readonly before?: (person: Person) => Promise<unknown> | unknown;
}

/** One desktop with a signed-in Daypass on it. */
export interface Life {
  readonly person: Person;
  readonly desktop: Desktop;
  readonly app: RunningApp;
  readonly end: () => Promise<void>;
}

export const until = async (so: () => boolean | Promise<boolean>) => {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** The app as it is built, and the Electron that runs it. */
export async function withApp(): Promise<void> {
  process.env.DAYPASS_ELECTRON = (await resolveRuntime()).program;
  await buildIfNeeded();
}

export async function live({ desktop: options, before }: LifeOptions = {}): Promise<Life> {
  const own = await OwnDesktop.enter();
  const folder = mkdtempSync(join(tmpdir(), 'daypass-bench-'));
  const person = await Person.at(folder);
  await person.aws.addRepository('hello');
  await before?.(person);
  const desktop = await Desktop.start(options);
  const app = await RunningApp.start(person);
  await desktop.icon();
  await until(async () => (await person.daypass(['version'])).status === 0);
  for (const name of ['work-mfa', 'second-mfa'])
    await done(person.daypass(['add', 'work', '--name', name, '--serial', person.aws.user.serial]));
  await done(person.daypass(['git', 'setup', '--yes']));
  await done(person.daypass(['sign-in', 'work-mfa', '--code', '-'], `${await person.aws.freshCode()}\n`));
  await desktop.click();
  const page = await app.page();
  await page.waitForLoadState();
  // One repository is served, the other waits for a person.
  await page.evaluate(async (host) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, seen from outside
    const { daypass } = window as any;
    for (const { id, name } of (await daypass.view()).value.profiles) {
      const repository = `${host}/${name === 'work-mfa' ? 'hello' : 'other'}`;
      await daypass.setRepository({ repository, profile: id });
    }
  }, person.aws.codecommit.host);
  await desktop.click();
  const end = async () => {
    await app.quit();
    desktop.stop();
    await person.leave();
    await own.leave();
    await rm(folder, { recursive: true, force: true, maxRetries: 30 });
  };
  return { person, desktop, app, end };
}

export async function done(work: ReturnType<Person['run']>): Promise<void> {
  const { status, stderr } = await work;
  if (status !== 0) throw new Error(stderr);
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
