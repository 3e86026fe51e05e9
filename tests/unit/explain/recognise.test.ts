import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../electron/core/base/catalogue.ts';
import { type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { CASES } from '../../../electron/core/explain/cases/cases.ts';
import { patternOf } from '../../../electron/core/explain/pattern.ts';
import { recognise } from '../../../electron/core/explain/recognise.ts';
import { explain, messagesIn } from '../../../electron/core/i18n/messages.ts';
import { failureLines } from '../../../electron/core/surfaces/commands/told.ts';
import { REAL_MESSAGES } from './real-messages.ts';

const codes = (text: string) => recognise(text).found.map(({ failure }) => failure.code);

describe.each(REAL_MESSAGES.map(([from, text, code, words]) => ({ from, text, code, words })))(
  '$from: $text',
  ({ text, code, words }) => {
    test(`is first of all ${code}`, () => {
      const [first] = recognise(text).found;
      expect(first?.failure.code).toBe(code);
      if (words) expect(first?.words).toEqual(words);
    });

    test('leaves no gap in its text, in either language', () => {
      for (const { failure } of recognise(text).found)
        for (const language of ['en', 'zh-TW'] as const)
          expect(JSON.stringify(explain(failure, language))).not.toMatch(/\{\w+\}/);
    });

    test.each([
      ['with the line ends of Windows', (one: string) => one.replaceAll('\n', '\r\n')],
      ['in colours', (one: string) => `\u001b[1;31m${one.replaceAll(' ', '\u001b[0m \u001b[1m')}\u001b[0m`],
      ['quoted in a mail', (one: string) => `> > ${one.replaceAll('\n', '\n> > ')}`],
      ['in the box that Terraform draws', (one: string) => `╷\n│ Error: ${one.replaceAll('\n', '\n│ ')}\n╵`],
      ['wrapped at words', (one: string) => one.replace(/(.{1,40}) /g, '$1\n')],
      ['wrapped anywhere', (one: string) => one.replace(/([^\n]{17})/g, '$1\n')],
      ['with the quotes of a chat', (one: string) => one.replaceAll("'", '’').replaceAll('"', '”')],
      ['after a long log', (one: string) => `${'[INFO] compiled src/module.ts in 12 ms\n'.repeat(5_000)}${one}`],
      ['before a long log', (one: string) => `${one}\n${'[INFO] compiled src/module.ts in 12 ms\n'.repeat(5_000)}`],
    ])('%s it is the same', (_way, made) => {
      expect(codes(made(text))[0]).toBe(code);
    });
  },
);

test('of two messages the later one comes first', () => {
  const early = 'Unable to parse config file: /home/ann/.aws/config';
  const late = 'The config profile (work) could not be found';
  expect(codes(`${early}\n${late}`)).toEqual(['heard.profile-missing', 'heard.config-unread']);
  expect(codes(`${late}\n${early}`)).toEqual(['heard.config-unread', 'heard.profile-missing']);
});

test('what says nothing of the reason comes after what does, and each meaning once', () => {
  expect(
    codes(
      [
        'Error when retrieving credentials from custom-process: daypass: Profile work-mfa isn’t signed in.',
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
        'Unable to locate credentials',
      ].join('\n'),
    ),
  ).toEqual(['session.none', 'heard.no-credentials', 'heard.process-failed']);
});

test('the message is shown with the rest of its lines, and its newest words count', () => {
  const say = (name: string) => `aws: The config\nprofile (${name}) could not be found, sorry\n`;
  const [first] = recognise(say('old') + say('new one')).found;
  expect(first?.words).toEqual({ profile: 'new one' });
  expect(first?.quote).toBe('aws: The config profile (new one) could not be found, sorry');
});

test('of lines that are long, the message alone is shown', () => {
  const long = `{"log": "${'word '.repeat(40)}`;
  const [first] = recognise(`${long}The config profile (work) could not be found${long}`).found;
  expect(first?.quote).toBe('The config profile (work) could not be found');
});

test('of a wrapped URL the host is whole', () => {
  const [first] = recognise(
    "fatal: unable to access 'https://git-codecommit.eu-\nwest-1.amazonaws.com/v1/re\npos/app/': The requested URL returned er\nror: 403",
  ).found;
  expect(first?.failure.code).toBe('heard.git-403');
  expect(first?.words).toMatchObject({ host: 'git-codecommit.eu-west-1.amazonaws.com', repository: 'app' });
});

describe.each(['en', 'zh-TW'] as const)('what Daypass says in %s is known to it', (language) => {
  const codes = (Object.keys(FAILURES) as FailureCode[]).filter((code) => !code.startsWith('heard.'));
  /** Gaps in which not everything can stand. */
  const FILLED: Record<string, string> = {
    region: 'eu-west-1',
    variable: 'AWS_ENDPOINT_URL',
    url: 'https://x.example',
    minutes: '7',
  };
  /** Hardly more than a gap: whose name it is, nobody can tell. */
  const UNTOLD = ['usage.invalid', 'keychain.failed', 'keychain.locked'];
  test.each(codes.filter((code) => !UNTOLD.includes(code)))('%s', (code) => {
    const { cause, fix } = messagesIn(language).failures[code];
    const params = Object.fromEntries(
      [...`${cause} ${fix}`.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => [gap, FILLED[gap] ?? `x-${gap}`]),
    );
    const [first] = recognise(`$ daypass\n${failureLines(failure(code, params), language)}$`).found;
    expect(first?.failure.code).toBe(code);
    for (const [, gap = ''] of cause.matchAll(/\{(\w+)\}/g))
      if (gap !== 'message') expect(first?.failure.params[gap]).toBe(FILLED[gap] ?? `x-${gap}`);
  });
});

describe('the table', () => {
  test('names where each wording comes from, and means what the catalogue knows', () => {
    for (const { means, source, says } of CASES) {
      expect(FAILURES[means], means).toBeDefined();
      expect(source.length, means).toBeGreaterThan(5);
      expect(says.length, means).toBeGreaterThan(0);
    }
  });

  test('no message is so short that anything could be it', () => {
    // With a URL beside them a few signs are enough.
    const enough = (message: string) => patternOf(message).literal.length >= (message.includes("{url}'") ? 3 : 6);
    expect(CASES.flatMap(({ says }) => says).filter((message) => !enough(message))).toEqual([]);
  });

  test('nothing in a pattern goes on without an end, so no text takes long', () => {
    for (const message of CASES.flatMap(({ says }) => says)) {
      // Classes and what is escaped are not quantifiers.
      const bare = patternOf(message)
        .finds.source.replace(/\\./g, '')
        .replace(/\[[^\]]*\]/g, '');
      expect(bare, message).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});
