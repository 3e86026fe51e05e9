import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failure } from '../../../../electron/core/base/failure.ts';
import { messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { fill } from '../../../../electron/core/i18n/say.ts';
import type { Language } from '../../../../electron/core/i18n/words.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp, HOURS, KEYS, NOW, someProfile } from '../../../fakes/command-app.ts';

let app: FakeCommandApp;
beforeEach(() => {
  app = new FakeCommandApp();
});
interface Given {
  readonly input?: string;
  readonly language?: Language;
  readonly signal?: AbortSignal;
}
const run = (args: readonly string[], { input = '', language = 'en', signal }: Given = {}) =>
  runCommand(app, {
    command: 'sign-in',
    args,
    input,
    language,
    signal: signal ?? new AbortController().signal,
  });
const line = (text: 'signedIn' | 'alreadySignedIn', time: string, language: Language = 'en') =>
  `${fill(messagesIn(language).commands[text], { profile: 'work-mfa', time })}\n`;
const done = (stdout: string) => ({ status: 0, stdout, stderr: '' });

describe('with a code', () => {
  test.each([
    ['given', ['--code', '123456'], ''],
    ['given with a space', ['--code', '123 456'], ''],
    ['from standard input, of a person or a program', ['--code', '-'], '123456\n'],
    ['from standard input, however it ends', ['--code', '-'], ' 123\t456\r\n'],
  ])('%s', async (_, args, input) => {
    expect(await run(args, { input })).toEqual(done(line('signedIn', '12:00:00')));
    expect(app.asked).toEqual(['signIn id-work-mfa 123456']);
  });

  test('standard input is not a code where none was asked from it', async () => {
    app.free.add('id-work-mfa');
    await run([], { input: '123456\n' });
    expect(app.asked).toEqual(['signIn id-work-mfa null']);
  });

  test('also where there is a session: it starts anew', async () => {
    app.grant('work-mfa', KEYS, NOW + HOURS);
    expect(await run(['--code', '123456'])).toEqual(done(line('signedIn', '12:00:00')));
  });

  test('that is refused says why', async () => {
    app.rejects = failure('code.rejected');
    expect(await run(['--code', '123456'])).toMatchObject({ status: 1, stdout: '' });
    expect(app.trace.list).toMatchObject([{ where: 'command sign-in', code: 'code.rejected' }]);
  });
});

describe('without one', () => {
  test.each<[Language, string]>([
    ['en', 'work-mfa is already signed in; 01:00 left. Use --code to start over.\n'],
    ['zh-TW', line('alreadySignedIn', '01:00', 'zh-TW')],
  ])('a session that is there is left as it is (%s)', async (language, stdout) => {
    app.grant('work-mfa', KEYS, NOW + HOURS / 60);
    expect(await run([], { language })).toEqual(done(stdout));
    expect(app.asked).toEqual([]);
  });

  test('a way in that takes nobody is taken', async () => {
    app.free.add('id-work-mfa');
    expect(await run(['work-mfa'])).toEqual(done(line('signedIn', '12:00:00')));
    expect(app.asked).toEqual(['signIn id-work-mfa null']);
    expect(app.waits.size).toBe(0);
  });

  test('a person is asked, and waited for until all is written', async () => {
    const order: string[] = [];
    const { delivered } = app.sessions;
    app.sessions.delivered = async () => {
      order.push('delivered');
      await delivered();
    };
    const waits = run([]);
    expect(app.asked).toEqual(['open id-work-mfa']);
    expect(order).toEqual([]);
    app.grant('work-mfa');
    expect(await waits).toEqual(done(line('signedIn', '12:00:00')));
    expect(order).toEqual(['delivered']);
  });

  test('what cannot be written is said, though there is a session', async () => {
    const waits = run([]);
    app.owed = failure('file.disk-full', { path: '/f' });
    app.grant('work-mfa');
    expect(await waits).toMatchObject({ status: 1, stdout: '' });
  });

  test('who goes away is waited for no longer', async () => {
    const gone = new AbortController();
    const waits = run([], { signal: gone.signal });
    gone.abort();
    expect(await waits).toMatchObject({ status: 1, stdout: '' });
    expect(app.waits.size).toBe(0);
  });
});

describe('the profile', () => {
  test('is the one that is named, or the only one', async () => {
    app.profiles.push(someProfile('home-mfa'));
    expect((await run(['home-mfa', '--code', '123456'])).stdout).toContain('home-mfa is signed in');
    expect(app.asked).toEqual(['signIn id-home-mfa 123456']);
    expect(await run(['nope', '--code', '123456'])).toMatchObject({ status: 1 });
  });

  test('is missing: it is said what to do', async () => {
    app.profiles = [];
    const { noProfiles, addOne } = messagesIn('en').commands;
    expect(await run(['--code', '123456'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `daypass: ${noProfiles}\ndaypass: ${addOne}\n`,
    });
  });

  test('whose session has gone again by the end has no time left', async () => {
    app.signIns.withCode = async () => {
      app.living.clear();
    };
    expect((await run(['--code', '123456'])).stdout).toBe(line('signedIn', '00:00'));
  });

  test('and at most one', async () => {
    expect(await run(['work-mfa', 'home-mfa'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage: daypass sign-in [PROFILE] [--code N | --code - | --remote | --answer -]'),
    });
  });
});

describe('with the browser', () => {
  beforeEach(() => {
    app.profiles = [someProfile('work-mfa', { delivery: 'process', way: { is: 'browser' } })];
  });

  test.each<Language>(['en', 'zh-TW'])('nothing is said of a code where there is a session (%s)', async (language) => {
    app.grant('work-mfa', KEYS, NOW + HOURS / 60);
    const { stdout } = await run([], { language });
    expect(stdout).toContain('01:00');
    expect(stdout).not.toContain('--code');
  });

  test('it is opened and waited for', async () => {
    expect(await run([])).toEqual(done(line('signedIn', '12:00:00')));
    expect(app.asked).toEqual(['browser id-work-mfa', 'signIn id-work-mfa null']);
  });

  test('a terminal that has gone waits for nobody', async () => {
    const gone = new AbortController();
    app.browser = async () => {
      gone.abort();
      throw new FailureError('sign-in.cancelled');
    };
    expect(await run([], { signal: gone.signal })).toMatchObject({ status: 1 });
    expect(app.asked).toEqual(['browser id-work-mfa', 'cancel id-work-mfa']);
  });

  test('a sign-in that goes on by itself takes nobody', async () => {
    app.free.add('id-work-mfa');
    await run([]);
    expect(app.asked).toEqual(['signIn id-work-mfa null']);
  });

  test('on another device, the address is printed, and how to go on', async () => {
    expect(await run(['--remote'])).toEqual({
      status: 0,
      stdout: 'https://signin.example/there\n',
      stderr: expect.stringContaining('daypass sign-in work-mfa --answer -'),
      read: expect.stringContaining('paste the text'),
    });
    expect(app.asked).toEqual(['elsewhere id-work-mfa']);
  });

  test('where a code is compared there, it is printed as well, and nothing has to be brought back', async () => {
    app.userCode = 'ABCD-EFGH';
    expect(await run(['--remote'])).toEqual({
      status: 0,
      stdout: 'https://signin.example/there\nABCD-EFGH\n',
      stderr: expect.stringContaining('shows the code ABCD-EFGH'),
      read: expect.stringContaining('press Enter'),
    });
  });

  test('where nobody is needed, another device is not either', async () => {
    app.free.add('id-work-mfa');
    app.grant('work-mfa');
    expect(await run(['--remote'])).toEqual(done(line('signedIn', '12:00:00')));
  });

  test.each([
    ['--answer', '-'],
    ['--remote', '--answer', '-'],
  ])('%s %s hands the text of there in', async (...args) => {
    expect(await run(args, { input: 'dGhl\nIHRleHQ=\n' })).toEqual(done(line('signedIn', '12:00:00')));
    expect(app.asked).toEqual(['signIn id-work-mfa dGhlIHRleHQ=']);
  });

  test('a text on the command line, which other programs can read, is not taken', async () => {
    expect(await run(['--answer', 'dGhlIHRleHQ='])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage: daypass sign-in'),
    });
    expect(app.asked).toEqual([]);
  });

  test('a text that does not fit is said', async () => {
    app.rejects = failure('browser.paste-other');
    expect(await run(['--answer', '-'], { input: 'x' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('belongs to another sign-in'),
    });
  });
});

test('a profile with a code has no other device', async () => {
  expect(await run(['--remote'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Profile work-mfa doesn’t sign in with the browser.'),
  });
});
