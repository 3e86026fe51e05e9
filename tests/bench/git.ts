// What an answer to git costs, as whole processes, side by side in one run; and that waiting holds. Times are this
// machine's; the ratios hold elsewhere.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { helperValues } from '../../electron/core/git/config/config-section.ts';
import { attributesOf, GitHome } from '../integration/git-home.ts';

const ROOT = join(import.meta.dirname, '../..');
const until = async (so: () => boolean) => {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 10));
};
const ABOUT = 'protocol=https\nhost=git-codecommit.us-east-1.amazonaws.com\npath=v1/repos/app\n';
const ROUNDS = 300;
/** AWS's helper takes half a second each time. */
const AWS_ROUNDS = 7;

type Command = readonly [string, ...string[]];
/** Milliseconds, medians, by the name of the command. */
type Times = Readonly<Record<string, number>>;

interface Bench {
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly socket: string;
  readonly script: string;
  readonly floor: string;
  readonly timer: string;
  readonly input: string;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-bench-'));
  const server = spawn(process.execPath, [join(ROOT, 'build/run.mjs'), join(import.meta.dirname, 'git-server.ts')], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const said = await new Promise<Buffer>((resolve) => server.stdout.once('data', resolve));
    const bench = prepare(folder, said.toString().trim());
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const fine = [measureGet(bench), measureFill(bench), measureGetAndStore(bench)];
    server.stdin.end();
    await ended;
    fine.push(await checkWaiting());
    if (fine.includes(false)) process.exitCode = 1;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string, home: string): Bench {
  const compile = (name: string): string => {
    const program = join(folder, name);
    execFileSync('cc', ['-O2', '-static', '-o', program, join(import.meta.dirname, `${name}.c`)]);
    return program;
  };
  const input = join(folder, 'input');
  writeFileSync(input, `${ABOUT}\n`);
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS_|GIT_|DAYPASS_|XDG_)/.test(name));
  const env = {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'token',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const at = join(home, '.daypass');
  return {
    folder,
    env,
    socket: join(at, 'git.sock'),
    script: join(at, 'bin/daypass'),
    floor: compile('git-floor'),
    timer: compile('git-timer'),
    input,
  };
}

/** `get` alone: the programs themselves, as git starts them. */
function measureGet(bench: Bench): boolean {
  const { socket, floor, script } = bench;
  const times = {
    ...time(bench, ROUNDS, {
      floor: [floor, socket, 'get'],
      client: ['git', 'credential-cache', '--socket', socket, 'get'],
      script: [script, 'git-credential', 'get'],
    }),
    ...time(bench, AWS_ROUNDS, { aws: ['aws', 'codecommit', 'credential-helper', 'get'] }),
  };
  print('get', times);
  return [
    atMost('client : C program', times, 'client', 'floor', 2.5),
    atLeast('AWS’s helper : client', times, 'aws', 'client', 150),
    atMost('script : C program', times, 'script', 'floor', 12),
    atLeast('AWS’s helper : script', times, 'aws', 'script', 40),
  ].every(Boolean);
}

/** The whole of `git credential fill`, with what Daypass writes and with the C program in its place. */
function measureFill(bench: Bench): boolean {
  const { socket, floor, folder } = bench;
  const fill = (name: string, helper: string): Command => {
    const home = join(folder, name);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, '.gitconfig'), '');
    const [section, value] = ['credential.https://git-codecommit.*.amazonaws.com', join(home, '.gitconfig')];
    for (const [key, set] of [
      ['helper', ''],
      ['helper', helper],
      ['useHttpPath', 'true'],
    ] as const)
      execFileSync('git', ['config', '--file', value, '--add', `${section}.${key}`, set]);
    return ['env', `HOME=${home}`, 'git', 'credential', 'fill'];
  };
  const same = (program: string) => `!f() { test "$1" = get && exec ${program} get; }; f`;
  const times = {
    ...time(bench, ROUNDS, {
      floor: fill('floor', same(`'${floor}' '${socket}'`)),
      daypass: ['env', `HOME=${bench.env.HOME}`, 'git', 'credential', 'fill'],
    }),
    ...time(bench, AWS_ROUNDS, { aws: fill('aws', '!aws codecommit credential-helper $@') }),
  };
  print('git credential fill', times);
  return atMost('daypass : C program', times, 'daypass', 'floor', 1.35);
}

/** The helpers that git runs for a fetch that succeeds: `get` until one answers, then `store` on all. */
function measureGetAndStore(bench: Bench): boolean {
  const { socket, script } = bench;
  const client =
    helperValues({ folder: dirname(socket), cacheClient: true, windows: false, names: [] })[1]?.slice(1) ?? '';
  const shell = (helper: string, operation: string): Command => ['sh', '-c', `${helper} ${operation}`];
  // git does not look at what `store` ends with.
  const store = (helper: string): Command => ['sh', '-c', `${helper} store; :`];
  const parts = time(bench, ROUNDS, {
    get: shell(client, 'get'),
    storeClient: store(client),
    storeScript: store(`'${script}' git-credential`),
    getScript: shell(`'${script}' git-credential`, 'get'),
  });
  const theirs = time(bench, AWS_ROUNDS, {
    get: shell('aws codecommit credential-helper $@', 'get'),
    store: store('aws codecommit credential-helper $@'),
  });
  const of = (times: Times, ...names: readonly string[]) => names.reduce((sum, name) => sum + (times[name] ?? 0), 0);
  const times = {
    daypass: of(parts, 'get', 'storeClient', 'storeScript'),
    'script alone': of(parts, 'getScript', 'storeScript'),
    aws: of(theirs, 'get', 'store'),
  };
  print('get and store, as git runs them', times);
  return atLeast('AWS’s helper : daypass', times, 'aws', 'daypass', 100);
}

function time(bench: Bench, rounds: number, commands: Readonly<Record<string, Command>>): Times {
  const names = Object.keys(commands);
  const args = Object.values(commands).flatMap((command, i) => (i ? ['--', ...command] : command));
  const run = (times: number) =>
    // Where a person runs this, git has their terminal, as it has when they push.
    execFileSync(bench.timer, [String(times), bench.input, ...args], {
      env: bench.env,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  run(Math.ceil(rounds / 20));
  const lines = run(rounds).trim().split('\n');
  const rows = lines.map((line) => line.split(' ').map(Number));
  return Object.fromEntries(names.map((name, i) => [name, median(rows.map((row) => row[i] ?? Number.NaN)) / 1e6]));
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

function print(what: string, times: Times): void {
  console.log(`\n${what}`);
  for (const [name, ms] of Object.entries(times)) console.log(`  ${name.padEnd(24)}${ms.toFixed(2).padStart(9)} ms`);
}

function atMost(what: string, times: Times, of: string, against: string, limit: number): boolean {
  const ratio = (times[of] ?? Number.NaN) / (times[against] ?? Number.NaN);
  return judged(what, `${ratio.toFixed(2)} (at most ${limit})`, ratio <= limit);
}

function atLeast(what: string, times: Times, of: string, against: string, limit: number): boolean {
  const ratio = (times[of] ?? Number.NaN) / (times[against] ?? Number.NaN);
  return judged(what, `${ratio.toFixed(0)} (at least ${limit})`, ratio >= limit);
}

function judged(what: string, found: string, fine: boolean): boolean {
  console.log(`  ${fine ? '✓' : '✗'} ${what}: ${found}`);
  return fine;
}

const WAIT_MS = 75_000;

/** A git is held for 75 s; one that goes away is noticed; sixty at once are all answered. */
async function checkWaiting(): Promise<boolean> {
  console.log('\nwaiting');
  const home = new GitHome();
  try {
    await home.startApp();
    await home.setup().apply('set-up');
    const fill = (): Promise<string> =>
      new Promise((resolve) => {
        const git = execFile('git', ['credential', 'fill'], { env: home.env }, (_, stdout) => resolve(stdout));
        git.stdin?.end(`${ABOUT}\n`);
      });
    const answered = (stdout: string) => attributesOf(stdout).username === 'ASIAwork%token==';

    const leaving = home.start('git', ['credential', 'fill'], `${ABOUT}\n`);
    await until(() => home.waiting.list().length === 1);
    const before = performance.now();
    leaving.kill('SIGKILL');
    await until(() => home.waiting.list().length === 0);
    const noticed = performance.now() - before;

    const held = fill();
    await until(() => home.waiting.list().length === 1);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    const stillThere = home.waiting.list().length === 1;
    const sixty = Array.from({ length: 60 }, fill);
    await until(() => home.waiting.list().length === 61);
    home.signIn('work');
    const good = (await Promise.all(sixty)).filter(answered).length;

    return [
      judged('a client that goes away', `noticed after ${noticed.toFixed(0)} ms (at most 2000)`, noticed <= 2_000),
      judged('a wait of 75 s', stillThere ? 'held' : 'not held', stillThere && answered(await held)),
      judged('60 at once', `${good} answered`, good === 60),
    ].every(Boolean);
  } finally {
    await home.remove();
  }
}
