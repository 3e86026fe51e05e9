// What a broken convenience costs: the same Daypass twice, each on a desktop of its own, one of them with the fault, in turns.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../world/running-app.ts';
import { done, type Life, type LifeOptions, live, median, until, withApp } from './life.ts';

const ROUNDS = 20;
/** Two programs on one machine differ by this much without any fault, */
const LIMIT = 1.5;
/** and by a frame of the screen, which nobody sees. */
const FRAME_MS = 17;

interface Fault extends LifeOptions {
  readonly name: string;
  /** When it is signed in. */
  readonly after?: (life: Life) => Promise<unknown> | unknown;
}

const FAULTS: readonly Fault[] = [
  { name: 'nothing' },
  {
    name: 'a notification server that never answers, while a notification waits for it',
    desktop: { notifications: 'silent' },
    after: async ({ person, desktop }) => {
      void person.git(['ls-remote', person.repositoryUrl('other')]);
      await until(() => desktop.unanswered.length > 0);
    },
  },
  {
    name: 'a file where the folder of autostart should be',
    before: ({ home }) => {
      mkdirSync(join(home, '.config'), { recursive: true });
      writeFileSync(join(home, '.config/autostart'), '');
    },
  },
  {
    name: 'settings that cannot be written',
    after: ({ person }) => {
      chmodSync(join(person.home, '.daypass/settings.json'), 0o400);
      return person.daypass(['add', 'work', '--name', 'third-mfa', '--serial', person.aws.user.serial]);
    },
  },
  {
    name: 'a pipe in the place of the credentials file, asked for a session',
    after: ({ person }) => {
      rmSync(person.credentialsFile);
      execFileSync('mkfifo', [person.credentialsFile]);
      void person.daypass(['sign-in', 'second-mfa', '--code', '-'], '123456\n');
    },
  },
  {
    name: 'a page that has crashed',
    after: ({ app }) =>
      app.electron.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
      }),
  },
];

export async function run(): Promise<void> {
  await withApp();
  for (const fault of FAULTS) {
    const [well, ill] = [await live(), await live(fault)];
    await fault.after?.(ill);
    console.log(`\n${fault.name}`);
    for (const [what, measure] of Object.entries(MEASURES)) await compare(what, measure, well, ill);
    await ill.end();
    await well.end();
  }
}

type Measure = (life: Life) => Promise<void>;

const MEASURES: Readonly<Record<string, Measure>> = {
  'daypass status': ({ person }) => done(person.daypass(['status'])),
  'git ls-remote': ({ person }) => done(person.git(['ls-remote', person.repositoryUrl('hello')])),
  'the popover': async ({ desktop, app }) => {
    const shown = isShown(app, true);
    await desktop.click();
    await shown;
  },
};

/** Resolves when the window is shown, or hidden. */
const isShown = ({ electron }: RunningApp, wanted: boolean): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow }, visible) => {
    const is = () => BrowserWindow.getAllWindows().some((window) => window.isVisible());
    while (is() !== visible) await new Promise((resolve) => setTimeout(resolve, 2));
  }, wanted);

async function compare(what: string, measure: Measure, well: Life, ill: Life): Promise<void> {
  const times = { well: [] as number[], ill: [] as number[] };
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, life] of [
      ['well', well],
      ['ill', ill],
    ] as const) {
      await away(life);
      const begun = performance.now();
      await measure(life);
      if (round >= 0) times[name].push(performance.now() - begun);
    }
  }
  const [without, with_] = [median(times.well), median(times.ill)];
  const ratio = with_ / without;
  const fine = ratio <= LIMIT || with_ - without <= FRAME_MS;
  console.log(
    `  ${fine ? '✓' : '✗'} ${what.padEnd(16)} ${without.toFixed(1).padStart(8)} ms without, ${with_.toFixed(1).padStart(8)} ms with, longest ${Math.max(...times.ill).toFixed(1)} ms: ${ratio.toFixed(2)} (at most ${LIMIT}, or a frame)`,
  );
  if (!fine) process.exitCode = 1;
}

async function away({ app }: Life): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  await isShown(app, false);
}
