// Texts in which nothing is to be found, and texts that are hard to look through.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../electron/core/explain/recognise.ts';
import { LONGEST_PASTED } from '../../../electron/core/explain/recognition.ts';
import { REAL_MESSAGES } from './real-messages.ts';

const found = (text: string) => recognise(text).found.map(({ failure, quote }) => [failure.code, quote]);

describe('nothing is found in', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\r\n\u001b[0m'],
    ['a build', 'npm WARN deprecated x@1.2.3: use y\nadded 403 packages in 4s\n✓ 404 tests passed\n'.repeat(200)],
    [
      'a test report',
      'PASS src/session.test.ts\n  ✓ refuses an expired token (12 ms)\n  ✓ shows 401, 403 and 404 (3 ms)\n'.repeat(200),
    ],
    ['a server’s log', '10.0.0.1 - - [28/Nov/2026] "GET /v1/repos/app HTTP/1.1" 403 12 "-" "curl/8.5"\n'.repeat(200)],
    [
      'a compiler',
      "src/a.ts(403,5): error TS2304: Cannot find name 'region'.\nerror: could not compile `app`\n".repeat(200),
    ],
    [
      'a good push',
      'Enumerating objects: 5, done.\nTo https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app\n   403a1b2..404c3d4  main -> main\n',
    ],
    [
      'a good clone',
      "Cloning into 'app'...\nremote: Counting objects: 403, done.\nReceiving objects: 100% (403/403)\n",
    ],
    [
      'Python that failed otherwise',
      'Traceback (most recent call last):\n  File "x.py", line 403\nKeyError: \'profile\'\n',
    ],
    [
      'Terraform that failed otherwise',
      '╷\n│ Error: Unsupported argument\n│ \n│   on main.tf line 403, in provider "aws":\n╵\n',
    ],
    ['a letter', 'Dear Ann, the session of the board has ended, and I was denied access. Try again tomorrow.'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

/** A megabyte of each, in which matching begins again and again, or is nearly done. */
const starts = [
  ...REAL_MESSAGES.map(([, text]) => text.slice(0, -1)),
  "'https://git-codecommit.",
  "'https://",
  'daypass: ',
  'a',
  'A',
  '=',
  "'",
  '\u001b[',
  '\u001b]',
  '://',
  'https://a',
  '> ',
  '\r',
  '\n',
  '-----BEGIN ',
  'password',
  'password=',
  'AKIA',
  'token:',
  '--token-',
  '\u200b',
  '%',
];

test.each([...new Set(starts)])('a megabyte of %j is looked through', (piece) => {
  const text = piece.repeat(Math.ceil(LONGEST_PASTED / piece.length)).slice(0, LONGEST_PASTED);
  expect(recognise(text).copy.length).toBeLessThanOrEqual(4_000);
});

test('of what is longer the end counts', () => {
  const message = 'The config profile (work) could not be found\n';
  expect(found(message + 'x\n'.repeat(LONGEST_PASTED / 2))).toEqual([]);
  expect(found('x\n'.repeat(LONGEST_PASTED / 2) + message)).toHaveLength(1);
});

test('any text at all is taken', () => {
  const piece = fc.oneof(
    fc.constantFrom(...REAL_MESSAGES.map(([, text]) => text)),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\u001b[31m', '\r\n', '> ', '"', '…', '\ud800', '\u0000'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const { found: all, copy } = recognise(pieces.join(''));
      expect(all.length).toBeLessThanOrEqual(6);
      expect(typeof copy).toBe('string');
      for (const { quote, words } of all)
        for (const text of [quote, ...Object.values(words)]) expect(text.length).toBeLessThanOrEqual(300);
    }),
  );
});
