// What a broken convenience costs: the same Daypass twice, each on a desktop of its own, one of them with the fault, in turns.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../build/build.ts';
import { resolveRuntime } from '../../build/electron-runtime.ts';
import { Desktop, type DesktopOptions } from '../desktop/desktop.ts';
import { OwnDesktop } from '../desktop/own-desktop.ts';
import { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';

const ROUNDS = 20;
/** Two programs on one machine differ by this much without any fault, */
const LIMIT = 1.5;
/** and by a frame of the screen, which nobody sees. */
const FRAME_MS = 17;

interface Fault {
  readonly name: string;
  readonly desktop?: DesktopOptions;
  /** Before Daypass starts. */
  readonly before?: (person: Person) => Promise<unknown> | unknown;
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

/** One desktop with a signed-in Daypass on it. */
interface Life {
  readonly person: Person;
  readonly desktop: Desktop;
  readonly app: RunningApp;
  readonly end: () => Promise<void>;
}

const until = async (so: () => boolean | Promise<boolean>) => {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20));
};

export async function run(): Promise<void> {
  process.env.DAYPASS_ELECTRON = (await resolveRuntime()).program;
  await buildIfNeeded();
  for (const fault of FAULTS) {
    const [well, ill] = [await live({ name: 'well' }), await live(fault)];
    await fault.after?.(ill);
    console.log(`\n${fault.name}`);
    for (const [what, measure] of Object.entries(MEASURES)) await compare(what, measure, well, ill);
    await ill.end();
    await well.end();
  }
}

async function live({ desktop: options, before }: Fault): Promise<Life> {
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
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { person, desktop, app, end };
}

async function done(work: ReturnType<Person['run']>): Promise<void> {
  const { status, stderr } = await work;
  if (status !== 0) throw new Error(stderr);
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

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
