// What a person at a terminal reads of a git that waits for them: one line, in the terminal's language, while it waits. A
// terminal of its own for the real git, and the real app.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../world/person.ts';
import { codeField, expect, openPopover, setUpGit, setUpProfile, signIn, test } from './fixture.ts';

/** Of a computer that has that language's words or not: a shell that is told LC_ALL and has not says so. */
const CHINESE = { LC_ALL: '', LANG: 'zh_TW.UTF-8' };

/** `git ls-remote` as typed at a terminal: what comes on its standard output goes to a file, so the terminal shows the rest. */
class Terminal {
  readonly #child: ChildProcess;
  readonly #refs: string;
  readonly ended: Promise<number | null>;
  shown = '';

  constructor(person: Person, env: Record<string, string> = {}) {
    this.#refs = join(person.home, 'refs');
    const words = `exec git ls-remote '${person.repositoryUrl('hello')}' >'${this.#refs}'`;
    const options = { env: { ...person.env, ...env }, cwd: person.home };
    this.#child = spawn('script', ['-qefc', words, '/dev/null'], options);
    this.#child.stdout?.on('data', (chunk) => {
      this.shown += String(chunk).replaceAll('\r', '');
    });
    this.ended = once(this.#child, 'close').then(([status]) => status);
  }

  get refs(): string {
    return readFileSync(this.#refs, 'utf8');
  }

  /** Ctrl-C, as the keyboard sends it. */
  interrupt(): void {
    this.#child.stdin?.write('\x03');
  }
}

const waiting = async (person: Person): Promise<number> =>
  JSON.parse((await person.daypass(['status', '--json'])).stdout).waiting.length;

test('a git at a terminal says what it waits for, once; Ctrl-C ends it; with a session it says nothing', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);

  const stopped = new Terminal(person);
  const line =
    'daypass: git is waiting for the MFA code of work-mfa. Enter it in the Daypass window; Ctrl-C stops git.\n';
  await expect.poll(() => stopped.shown).toBe(line);
  await expect.poll(() => waiting(person)).toBe(1);
  stopped.interrupt();
  expect(await stopped.ended).not.toBe(0);
  await expect.poll(() => waiting(person)).toBe(0);
  expect(stopped.shown.replace('^C', '')).toBe(line);

  const chinese = new Terminal(person, CHINESE);
  await expect
    .poll(() => chinese.shown)
    .toBe('daypass: git 正在等候 work-mfa 的 MFA 驗證碼。請在 Daypass 視窗輸入；按 Ctrl-C 可停止 git。\n');
  await expect(codeField(page)).toBeVisible();
  await signIn(page, person);
  expect(await chinese.ended).toBe(0);
  expect(chinese.shown.split('\n')).toHaveLength(2);
  expect(chinese.refs).toBe('');

  const signedIn = new Terminal(person);
  expect([await signedIn.ended, signedIn.shown]).toEqual([0, '']);
});

test('where nobody sits at a terminal it says nothing', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);
  const ran = person.run('git', ['ls-remote', person.repositoryUrl('hello')]);
  await expect.poll(() => waiting(person)).toBe(1);
  await signIn(page, person);
  expect(await ran).toEqual({ status: 0, stdout: '', stderr: '' });
});
