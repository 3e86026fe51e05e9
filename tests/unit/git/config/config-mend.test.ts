import { expect, test } from 'vitest';
import { withoutSettings } from '../../../../electron/core/git/config/config-mend.ts';

const without = (name: string, text: string) => withoutSettings(text, (found) => found === name);

test.each([
  ['a line', '[a]\n\tx = 1\n\ty = 2\n', '[a]\n\ty = 2\n'],
  ['a section that has no more', '[b]\n\ty = 1\n[a]\n\tx = 1\n[c]\n', '[b]\n\ty = 1\n[c]\n'],
  ['but not one with somebody’s comment', '[a]\n\t# mine\n\tx = 1\n', '[a]\n\t# mine\n'],
  ['whatever the case', '[A]\n\tX = 1\n\ty = 2\n', '[A]\n\ty = 2\n'],
  ['without a value', '[a]\n\tx\n\ty\n', '[a]\n\ty\n'],
  ['continuation lines', '[a]\n\tx = 1 \\\n  2 \\\n  3\n\ty = 2\n', '[a]\n\ty = 2\n'],
  ['no continuation: an escaped backslash', '[a]\n\tx = 1\\\\\n\ty = 2\n', '[a]\n\ty = 2\n'],
  ['no continuation: in a comment', '[a]\n\tx = 1 # \\\n\ty = 2\n', '[a]\n\ty = 2\n'],
  ['a # in quotes', '[a]\n\tx = "1 # \\\n2"\n\ty = 2\n', '[a]\n\ty = 2\n'],
  ['every one', '[a]\n\tx = 1\n[b]\n\ty = 1\n[a]\n\tx = 2\n\ty = 1\n', '[b]\n\ty = 1\n[a]\n\ty = 1\n'],
  ['no line end', '[a]\n\ty = 1\n\tx = 1', '[a]\n\ty = 1\n'],
  [
    'Windows line ends, bytes, a mark',
    '\u00ef\u00bb\u00bf[a]\r\n\tx = \u00ff\r\n\ty = \u00fe\r\n',
    '\u00ef\u00bb\u00bf[a]\r\n\ty = \u00fe\r\n',
  ],
  ['not in a value that looks so', '[b]\n\tz = 1 \\\n[a]\n\tx = 1\n', '[b]\n\tz = 1 \\\n[a]\n\tx = 1\n'],
])('takes out a setting: %s', (_, text, rest) => {
  expect(without('a.x', text)).toBe(rest);
});

test('a subsection keeps its case', () => {
  const text = '[credential "https://Host"]\n\thelper = 1\n[credential "https://host"]\n\thelper = 2\n';
  expect(without('credential.https://host.helper', text)).toBe('[credential "https://Host"]\n\thelper = 1\n');
});

test('just the nth', () => {
  const text = '[a]\n\tx = 1\n\tx = 2\n\tx = 3\n';
  expect(withoutSettings(text, (_, nth) => nth === 1)).toBe('[a]\n\tx = 1\n\tx = 3\n');
});

test.each(['[a] x = 1\n', 'x = 1\n', '[a]\n\t1x = 1\n'])('is not sure of %j', (text) => {
  expect(without('a.x', text)).toBeNull();
});
