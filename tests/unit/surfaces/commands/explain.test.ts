import { beforeEach, expect, test } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import { explain, messagesIn } from '../../../../electron/core/i18n/messages.ts';
import type { Language } from '../../../../electron/core/i18n/words.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp } from '../../../fakes/command-app.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh-TW'];
const MESSAGE = 'The config profile (other) could not be found';

let app: FakeCommandApp;
beforeEach(() => {
  app = new FakeCommandApp();
});
const run = (input: string, language: Language = 'en', ...args: string[]) =>
  runCommand(app, {
    command: 'explain',
    args: args.length > 0 ? args : ['-'],
    input,
    language,
    signal: new AbortController().signal,
  });

test.each(LANGUAGES)('says what it means, what stands in it and what is here, in %s', async (language) => {
  app.grant('work-mfa');
  const { here, meaning, words } = messagesIn(language).explain;
  const colon = language === 'en' ? ': ' : '：';
  const lives = explain(failure('heard.session-lives', { profile: 'work-mfa' }), language);
  const missing = explain(failure('heard.profile-missing', { profile: 'other' }), language);
  expect(await run(`$ aws s3 ls\n\n${MESSAGE}\n`, language)).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      MESSAGE,
      `  ${words.profile}${colon}other`,
      `${here}${colon.trimEnd()}`,
      `- ${lives.cause}`,
      `    ${lives.fix}`,
      `${meaning}${colon.trimEnd()}`,
      `- ${missing.cause}`,
      `    ${missing.fix}`,
      '',
    ].join('\n'),
  });
});

test('several messages stand one below the other, the newest first', async () => {
  const { stdout } = await run(`Error: Region is missing\n${MESSAGE}`);
  expect(stdout.indexOf(MESSAGE)).toBe(0);
  expect(stdout).toContain('\n\nError: Region is missing\n');
});

test.each(LANGUAGES)('what is not known is said so in %s, and comes back without its secrets', async (language) => {
  const { unknown, sendOn } = messagesIn(language).explain;
  expect(await run('lp0 on fire\npassword=hunter2\nkey AKIAIOSFODNN7EXAMPLE', language)).toEqual({
    status: 1,
    stdout: 'lp0 on fire\npassword=…\nkey …MPLE\n',
    stderr: `daypass: ${unknown}\ndaypass: ${sendOn}\n`,
  });
});

test('a text on the command line is taken as well', async () => {
  expect((await run('', 'en', MESSAGE)).status).toBe(0);
});

test('nothing is no message', async () => {
  expect(await run(' \n')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'daypass: There is no text to explain.\ndaypass: Usage: daypass explain -\n',
  });
});
