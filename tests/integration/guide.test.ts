// The guide, typed line by line as its reader types it: each command is there, and says what the page shows.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aws, startAws } from '../aws/aws.ts';
import { consoleBlocks, isShown, PAGES, stepsOf } from '../world/console-blocks.ts';
import { awsProgram } from '../world/programs.ts';
import { DoctorHome } from './doctor-home.ts';

const END = '\u001e';

/** One shell for the whole guide: what a line sets or where it goes, the next one finds. */
class Terminal {
  readonly #shell: ChildProcessWithoutNullStreams;

  constructor(env: NodeJS.ProcessEnv, cwd: string) {
    // Without the terminal of whoever runs the test, at which git would say more.
    this.#shell = spawn('bash', ['--norc'], { env, cwd, detached: true });
    this.#shell.stdout.setEncoding('utf8');
  }

  /** What is then to be read, from both streams. */
  type(command: string, input: string): Promise<string> {
    const { stdin, stdout } = this.#shell;
    return new Promise((resolve) => {
      let said = '';
      const hear = (chunk: string) => {
        said += chunk;
        if (!said.endsWith(END)) return;
        stdout.off('data', hear);
        resolve(
          said
            .replace(END, '')
            .replace(/[ \t]+$/gm, '')
            .trimEnd(),
        );
      };
      stdout.on('data', hear);
      stdin.write(`{ ${command}\n} 2>&1 <<'TYPED'\n${input}\nTYPED\n`);
      // The status stays for a line that asks for it.
      stdin.write(`status=$?; printf '${END}'; (exit $status)\n`);
    });
  }

  close(): void {
    this.#shell.stdin.end();
  }
}

let folder: string;
let aws: Aws;
let reader: DoctorHome;
let terminal: Terminal;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-guide-'));
  aws = await startAws({ folder: join(folder, 'aws') });
  await aws.addRepository('hello');
  reader = await DoctorHome.start(aws);
  const { home } = reader;
  home.write('.aws/config', `[profile work]\nregion = ${aws.codecommit.region}\n`);
  const ben = aws.addUser({ name: 'ben' });
  home.write(
    'Downloads/ben_accessKeys.csv',
    `Access key ID,Secret access key\r\n${ben.accessKeyId},${ben.secretAccessKey}\r\n`,
  );
  await home.git(['config', '--global', 'init.defaultBranch', 'main']);
  // The reader's `aws` finds the stand-in, whichever version it is.
  home.write('bin/aws', `#!/bin/sh\nexec '${awsProgram()}' --endpoint-url '${aws.url}' "$@"\n`, 0o755);
  const path = [home.path('bin'), join(home.folder, 'bin'), home.env.PATH].join(delimiter);
  terminal = new Terminal({ ...home.env, PATH: path }, home.home);
});
afterAll(async () => {
  terminal?.close();
  await reader?.stop();
  await aws?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Where git waits, its person says which profile it is for, and signs in. */
function signInWhereGitWaits(): void {
  const { app } = reader;
  let signsIn = false;
  app.events.listen(() => {
    const { waiting, profiles } = app.view();
    const [first] = waiting;
    const hers = profiles.find(({ name }) => name === 'work-mfa');
    if (!first || !hers) return;
    if (first.profile === null) return app.repositories.chooseForWaiting(first.id, hers.id);
    if (signsIn || hers.expiresAt !== null) return;
    signsIn = true;
    void reader.signIn(hers.id).finally(() => {
      signsIn = false;
    });
  });
}

test('every line of the guide does what the guide says', async () => {
  signInWhereGitWaits();
  for (const name of PAGES) {
    for (const { command, typesCode, shown } of stepsOf(consoleBlocks(`${name}.md`))) {
      const said = await terminal.type(command, typesCode ? await aws.freshCode() : '');
      const actual = said.replaceAll(reader.home.home, '/home/ada');
      expect.soft(isShown(shown, actual) ? shown : actual, `${name}: ${command}`).toBe(shown);
    }
  }
});
