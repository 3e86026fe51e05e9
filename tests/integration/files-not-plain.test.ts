// Credentials files that are more than their bytes, or not what they seem: what cannot be kept is refused before anything is spent.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, type TestContext, test, vi } from 'vitest';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { sweepTemporaries } from '../../electron/adapters/files/temporary.ts';
import { undoUnfinished } from '../../electron/adapters/files/write-in-place.ts';
import type { TextEdit } from '../../electron/core/aws-files/port.ts';
import type { FailureError } from '../../electron/core/base/failure.ts';
import { buildWriter } from './files-program.ts';
import { isWhole } from './files-version.ts';
import { until } from './until.ts';

const NOBODY = 65_534;
const root = process.getuid?.() === 0;
const to = (text: string) => (): TextEdit => ({ ok: true, text, changed: true });

let program: string;
let home: string;
let aws: string;
let credentials: string;
let undo: (() => void)[];

beforeAll(async () => {
  program = await buildWriter();
});
afterAll(() => rmSync(join(program, '..'), { recursive: true }));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daypass-odd-'));
  aws = join(home, '.aws');
  mkdirSync(aws);
  credentials = join(aws, 'credentials');
  undo = [];
});
afterEach(() => {
  for (const step of undo.reverse()) step();
  rmSync(home, { recursive: true });
});

const journal = () => join(home, '.daypass/unfinished');
const files = (backup = new ForeignBackup(join(home, '.daypass/backup')), limitMs = 600_000) =>
  sharedFiles({}, home, { backup, journal: journal(), limitMs });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it was not refused'),
    ({ failure: { code, params } }: FailureError) => [code, params.path, params.reason],
  );
const text = (path = credentials) => readFileSync(path, 'utf8');
const mode = (path = credentials) => (statSync(path).mode & 0o777).toString(8);
const leftIn = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !['credentials', 'config', 'other'].includes(name));

/** Skips the test, for all to see, where this program is missing or may not do it. */
function run(context: TestContext, tool: string, ...args: string[]): string {
  try {
    return execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
  } catch {
    return context.skip(`needs ${tool} ${args[0]} to work here`);
  }
}

function mount(context: TestContext, ...args: string[]): void {
  run(context, 'mount', ...args);
  const at = args.at(-1) ?? '';
  undo.push(() => execFileSync('umount', [at]));
}

/** What differs in size is written in another way. */
const TEXTS = ['[a]\n', `[b]\n${'# more\n'.repeat(5_000)}`, '[c]\n', '[cc]\n', '[d]\n'];

async function keepsEditing(): Promise<void> {
  for (const next of TEXTS) {
    await files().rehearse('credentials', to('never written'));
    await files().edit('credentials', to(next));
    expect(text()).toBe(next);
  }
  expect([...leftIn(aws), ...leftIn(journal())]).toEqual([]);
}

describe('what it has beside its bytes it keeps', () => {
  test('a mount of its own', async (context) => {
    writeFileSync(join(home, 'outside'), '[]\n', { mode: 0o644 });
    writeFileSync(credentials, '');
    mount(context, '--bind', join(home, 'outside'), credentials);
    await keepsEditing();
    expect(text(join(home, 'outside'))).toBe(TEXTS.at(-1));
    expect(mode()).toBe('600');
  });

  test('a mount from another disk', async (context) => {
    const disk = join(home, 'disk');
    mkdirSync(disk);
    mount(context, '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk);
    writeFileSync(join(disk, 'real'), '[]\n');
    writeFileSync(credentials, '');
    mount(context, '--bind', join(disk, 'real'), credentials);
    await keepsEditing();
    const tooMuch = to('x'.repeat(400_000));
    expect(await refusal(files().rehearse('credentials', tooMuch))).toEqual(['file.disk-full', credentials, undefined]);
    expect((await refusal(files().edit('credentials', tooMuch)))[0]).toBe('file.disk-full');
    expect(text()).toBe(TEXTS.at(-1));
    expect(leftIn(journal())).toEqual([]);
  });

  test('other names', async () => {
    writeFileSync(credentials, '[]\n');
    linkSync(credentials, join(aws, 'other'));
    const { ino } = statSync(credentials);
    await keepsEditing();
    expect([statSync(credentials).ino, statSync(credentials).nlink]).toEqual([ino, 2]);
    expect(text(join(aws, 'other'))).toBe(TEXTS.at(-1));
  });

  test('other names of what a link leads to', async () => {
    mkdirSync(join(home, 'dotfiles'));
    writeFileSync(join(home, 'dotfiles/real'), '[]\n');
    linkSync(join(home, 'dotfiles/real'), join(home, 'dotfiles/other'));
    symlinkSync('../dotfiles/real', credentials);
    await keepsEditing();
    expect(text(join(home, 'dotfiles/other'))).toBe(TEXTS.at(-1));
  });

  /** [version 2; user::rw-; user:NOBODY:r--; group::---; mask::r--; other::---] */
  const ACL =
    '02000000' + '01000600ffffffff' + '02000400feff0000' + '04000000ffffffff' + '10000400ffffffff' + '20000000ffffffff';
  const python = (context: TestContext, code: string) =>
    run(context, 'python3', '-c', `import os;p='${credentials}';${code}`).trim();

  test('an access list, and with it the mode', async (context) => {
    writeFileSync(credentials, '[]\n');
    python(context, `os.setxattr(p,'system.posix_acl_access',bytes.fromhex('${ACL}'))`);
    await keepsEditing();
    expect(python(context, `print(os.getxattr(p,'system.posix_acl_access').hex())`)).toBe(ACL);
    expect(mode()).toBe('640');
  });

  test('no access list, where the folder gives one to each new file', async (context) => {
    const list = 'system.posix_acl_default';
    python(context, `os.setxattr('${aws}','${list}',bytes.fromhex('${ACL}'))`);
    for (const path of [credentials, join(aws, 'config')]) {
      writeFileSync(path, '[]\n', { mode: 0o640 });
      python(context, `p='${path}';os.removexattr(p,'system.posix_acl_access');os.chmod(p,0o640)`);
    }
    await keepsEditing();
    await files().edit('config', to('[default]\n'));
    expect(python(context, `print(os.listxattr(p),os.listxattr('${join(aws, 'config')}'))`)).toBe('[] []');
    expect([mode(), mode(join(aws, 'config'))]).toEqual(['600', '640']);
  });

  test('attributes', async (context) => {
    writeFileSync(credentials, '[]\n', { mode: 0o644 });
    python(context, `os.setxattr(p,'user.note',b'mine')`);
    const { ino } = statSync(credentials);
    await keepsEditing();
    expect(python(context, `print(os.getxattr(p,'user.note').decode())`)).toBe('mine');
    expect(mode()).toBe('600');
    expect(statSync(credentials).ino).not.toBe(ino);
  });
});

describe('what cannot be written is refused before, in words, and stays as it is', () => {
  const refusedAs = async (...expected: unknown[]) => {
    const before = text();
    for (const work of [files().rehearse('credentials', to('x')), files().edit('credentials', to('x'))]) {
      expect(await refusal(work)).toEqual(expected);
    }
    expect(text()).toBe(before);
    expect(leftIn(aws)).toEqual([]);
  };

  test('a mount that is read-only', async (context) => {
    writeFileSync(join(home, 'outside'), '[a]\n');
    writeFileSync(credentials, '');
    mount(context, '--bind', join(home, 'outside'), credentials);
    run(context, 'mount', '-o', 'remount,bind,ro', credentials);
    await refusedAs('file.read-only', credentials, 'EROFS');
  });

  test.for(['i', 'a'])('a file that may not be changed, or only grow: +%s', async (flag, context) => {
    writeFileSync(credentials, '[a]\n');
    run(context, 'chattr', `+${flag}`, credentials);
    undo.push(() => execFileSync('chattr', [`-${flag}`, credentials]));
    await refusedAs('file.read-only', credentials, 'EPERM');
  });

  test('a full disk', async (context) => {
    mount(context, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', aws);
    writeFileSync(credentials, '[a]\n');
    linkSync(credentials, join(aws, 'other'));
    const much = to('x'.repeat(80_000));
    for (const name of ['with another name', 'alone']) {
      for (const work of [files().rehearse('credentials', much), files().edit('credentials', much)]) {
        expect((await refusal(work))[0], name).toBe('file.disk-full');
      }
      expect(text()).toBe('[a]\n');
      expect(leftIn(aws)).toEqual([]);
      rmSync(join(aws, 'other'), { force: true });
    }
    await keepsEditing();
  });
});

test('a file that its owner made read-only is not written, and does not stop what needs no file', async () => {
  writeFileSync(credentials, '[a]\n', { mode: 0o400 });
  await files().rehearse('credentials', to('x'));
  expect(await refusal(files().edit('credentials', to('x')))).toEqual(['file.read-only', credentials, undefined]);
  expect([text(), mode(), leftIn(aws)]).toEqual(['[a]\n', '400', []]);
});

describe('what is no file', () => {
  test('a pipe is refused at once, and what comes into its place is edited', async (context) => {
    run(context, 'mkfifo', credentials);
    const ours = files();
    const expected = ['file.failed', credentials, 'not-regular'];
    expect(await refusal(ours.read('credentials'))).toEqual(expected);
    expect(await refusal(ours.rehearse('credentials', to('x')))).toEqual(expected);
    expect(await refusal(ours.edit('credentials', to('x')))).toEqual(expected);
    await ours.edit('config', to('[default]\n'));
    rmSync(credentials);
    writeFileSync(credentials, '[real]\n');
    await ours.edit('credentials', (before) => ({ ok: true, text: `${before}[b]\n`, changed: true }));
    expect(text()).toBe('[real]\n[b]\n');
  });

  test('a device is refused', async () => {
    symlinkSync('/dev/zero', credentials);
    expect(await refusal(files().read('credentials'))).toEqual(['file.failed', credentials, 'not-regular']);
    expect(await refusal(files().edit('credentials', to('x')))).toEqual(['file.failed', credentials, 'not-regular']);
  });

  test('a socket is refused', async () => {
    const server = createServer().listen(credentials);
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await refusal(files().edit('credentials', to('x')))).toEqual(['file.failed', credentials, 'not-regular']);
    await new Promise((resolve) => server.close(resolve));
  });

  test('a file that would fill the memory is refused', async (context) => {
    writeFileSync(credentials, '');
    run(context, 'truncate', '-s', '10G', credentials);
    expect(await refusal(files().read('credentials'))).toEqual(['file.failed', credentials, 'too-large']);
  });
});

describe.runIf(root)('as another user', () => {
  const once = () =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [program, home, '22', 'versions', '1'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        uid: NOBODY,
        gid: NOBODY,
      });
      let said = '';
      child.stdout.on('data', (data) => {
        said += data;
      });
      child.on('close', () => resolve(said.trim()));
    });
  const owner = () => [statSync(credentials).uid, mode()];
  beforeEach(() => {
    for (const folder of [home, aws]) chownSync(folder, NOBODY, NOBODY);
  });

  test('a file of somebody else’s in one’s own folder stays theirs', async () => {
    writeFileSync(credentials, '[a]\n', { mode: 0o644 });
    expect(JSON.parse(await once())).toEqual({
      code: 'file.read-only',
      params: { path: credentials, reason: 'EACCES' },
    });
    expect([...owner(), text()]).toEqual([0, '644', '[a]\n']);
    expect(leftIn(aws)).toEqual([]);
  });

  test('also where they let one write it', async () => {
    writeFileSync(credentials, '[a]\n');
    chmodSync(credentials, 0o666);
    expect(await once()).toBe('0');
    expect(owner()).toEqual([0, '666']);
    expect(isWhole(readFileSync(credentials, 'latin1'))).toBe(true);
  });

  test('one’s own file in a folder of somebody else’s is written', async () => {
    writeFileSync(credentials, '[a]\n', { mode: 0o644 });
    chownSync(credentials, NOBODY, NOBODY);
    chownSync(aws, 0, 0);
    expect(await once()).toBe('0');
    expect(owner()).toEqual([NOBODY, '600']);
    expect(isWhole(readFileSync(credentials, 'latin1'))).toBe(true);
  });

  test('one’s own file in another group keeps it', async () => {
    writeFileSync(credentials, '[a]\n', { mode: 0o640 });
    chownSync(credentials, NOBODY, 0);
    expect(await once()).toBe('0');
    expect(statSync(credentials).gid).toBe(0);
  });
});

describe('killed while it writes in place', () => {
  const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.on('close', () => resolve()));
  const entries = () => readdirSync(journal()).filter((name) => name.endsWith('.json'));

  test('the next start makes it whole again', async () => {
    writeFileSync(credentials, '');
    linkSync(credentials, join(aws, 'other'));
    let broken = 0;
    const round = async () => {
      const writer = spawn(process.execPath, [program, home, '22', 'versions'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await new Promise<void>((resolve) => writer.stdout.once('data', () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      writer.kill('SIGKILL');
      await ended(writer);
      if (!isWhole(readFileSync(credentials, 'latin1'))) broken++;
      expect(await undoUnfinished(journal())).toEqual([]);
      expect(isWhole(readFileSync(credentials, 'latin1'))).toBe(true);
      expect(entries()).toEqual([]);
    };
    await until(async () => {
      await round();
      return broken > 0;
    });
    expect(statSync(credentials).nlink).toBe(2);
  });

  const begun = (before: string, after: string) => {
    mkdirSync(journal(), { recursive: true });
    writeFileSync(join(journal(), 'x.json'), JSON.stringify({ target: credentials, before, after }));
  };

  test.each([
    ['it had not begun', '[a]\n', '[a]\n'],
    ['it had all been written', '[a]\n[b]\n', '[a]\n[b]\n'],
    ['the end had been written', '[x]\n[b]\n', '[x]\n'],
    ['nothing of it had reached the disk but the length', '[a]\n\0\0\0\0', '[a]\n'],
  ])('%s', async (_, is, then) => {
    const before = is.startsWith('[x]') ? '[x]\n' : '[a]\n';
    begun(before, '[a]\n[b]\n');
    writeFileSync(credentials, is);
    expect(await undoUnfinished(journal())).toEqual([]);
    expect(text()).toBe(then);
    expect(entries()).toEqual([]);
  });

  test('what somebody has written since stays, and what it held before is kept, but for sessions, and said', async () => {
    const session = '[work-mfa]\naws_access_key_id = ASIA\naws_session_token = secret\nmanager = daypass\n';
    begun(`[a]\n${session}`, '[a]\n[b]\n');
    writeFileSync(credentials, '[a]\n[b]\n[theirs]\n');
    const copy = join(journal(), 'credentials.before');
    expect(await undoUnfinished(journal())).toEqual([{ code: 'file.unfinished', params: { path: credentials, copy } }]);
    expect([text(), text(copy), mode(copy)]).toEqual(['[a]\n[b]\n[theirs]\n', '[a]\n', '600']);
    expect(await undoUnfinished(journal())).toEqual([]);
  });
});

test('what was left beside files is taken away at the start, however new it is', async () => {
  const left = ['.credentials.0123456789ab.daypass', '.config.0123456789ab.daypass'];
  const others = ['.credentials.swp', 'credentials.daypass', '.credentials.0123.daypass'];
  for (const name of [...left, ...others]) writeFileSync(join(aws, name), 'secret');
  await sweepTemporaries(aws);
  expect(readdirSync(aws).sort()).toEqual(others.sort());
  await sweepTemporaries(join(home, 'nowhere'));
});

describe('a disk that does not answer', () => {
  test('keeps nobody waiting for long, and what comes too late is not written', async () => {
    let hangs = () => {};
    let answer = () => {};
    const reached = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    class Hanging extends ForeignBackup {
      override keep(): Promise<void> {
        hangs();
        return new Promise((resolve) => {
          answer = resolve;
        });
      }
    }
    writeFileSync(credentials, '[a]\n');
    // The limit passes when the work hangs, and not while it is merely slow.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const ours = files(new Hanging(join(home, 'backup')), 1_000);
    const expected = ['file.failed', credentials, 'no-answer'];
    const late = refusal(ours.edit('credentials', to('late')));
    await reached;
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    expect(await late).toEqual(expected);
    // Not another thread for what hangs.
    expect(await refusal(ours.read('credentials'))).toEqual(expected);
    answer();
    await until(async () => (await ours.read('credentials').catch(() => null)) !== null);
    expect(text()).toBe('[a]\n');
  });
});
