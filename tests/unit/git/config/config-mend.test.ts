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
  ['nothing of no file', '', ''],
  ['with spaces wherever they may be', ' \t[a]\t \n \tx\t =\t1\n \ty\n', ' \t[a]\t \n \ty\n'],
  [
    'after a header with a comment',
    '[a] # mine\n\tx = 1\n\ty\n[b];[a]\n\tx = 1\n',
    '[a] # mine\n\ty\n[b];[a]\n\tx = 1\n',
  ],
  ['with a comment in place of a value', '[a]\n\tx # one\n\tx;two\n\ty\n', '[a]\n\ty\n'],
  ['without a value, as the last line', '[a]\n\ty\n\tx', '[a]\n\ty\n'],
  ['without a value, in a file of Windows', '[a]\r\n\tx\r\n\ty\r\n', '[a]\r\n\ty\r\n'],
  [
    'none that only begins or ends so',
    '[a]\n\tx2 = 1\n\tx-y = 1\n\t-x = 1\n'.replace('\t-x = 1\n', ''),
    '[a]\n\tx2 = 1\n\tx-y = 1\n',
  ],
  [
    'none of a section that only begins so',
    '[a2]\n\tx = 1\n[a-b]\n\tx = 1\n[a.c]\n\tx = 1\n[a "c"]\n\tx = 1\n',
    '[a2]\n\tx = 1\n[a-b]\n\tx = 1\n[a.c]\n\tx = 1\n[a "c"]\n\tx = 1\n',
  ],
  ['a header at the end of the file', '[a]\n\tx = 1\n\ty\n[b]', '[a]\n\ty\n[b]'],
  ['with a header and a line whose comments are empty', '[a] #\n#\n\tx = 1\n;\n\ty\n', '[a] #\n#\n;\n\ty\n'],
  ['with a comment at the end of the file', '[a]\n\tx = 1\n\ty\n# end', '[a]\n\ty\n# end'],
  ['that is not indented', '[a]\nx = 1\ny = 2\n', '[a]\ny = 2\n'],
  ['of two letters and more at the end of the file', '[a]\n\tx = 1\n\tyz = 2', '[a]\n\tyz = 2'],
  ['around comments and empty lines', '[a]\n\n  # c\n;d\n \t\n\tx = 1\n\ty\n', '[a]\n\n  # c\n;d\n \t\n\ty\n'],
  [
    'with the header, where only empty lines are left',
    '[b]\n\ty\n[a]\n\n\tx = 1\n \n[c]\n\ty\n',
    '[b]\n\ty\n\n \n[c]\n\ty\n',
  ],
  ['but not a header that had none', '[a]\n[b]\n[a]\n\tx = 1\n', '[a]\n[b]\n'],
  ['but not one with a comment behind the setting', '[a]\n\tx = 1\n# mine\n', '[a]\n# mine\n'],
  ['continuation lines to the end of the file', '[a]\n\ty\n\tx = 1 \\\n 2 \\\n', '[a]\n\ty\n'],
  ['continuation lines of a file of Windows', '[a]\r\n\tx = 1 \\\r\n 2\r\n\ty\r\n', '[a]\r\n\ty\r\n'],
  ['no continuation: a backslash within', '[a]\n\tx = 1 \\n 2\n\ty\n', '[a]\n\ty\n'],
  ['a quote that is escaped opens nothing', '[a]\n\tx = \\"1 # \\\n\ty\n', '[a]\n\ty\n'],
  ['a quote that is closed', '[a]\n\tx = "1" # \\\n\ty\n', '[a]\n\ty\n'],
  ['a ; in quotes, over lines', '[a]\n\tx = "1 ; \\\n 2 ; \\\n 3"\n\ty\n', '[a]\n\ty\n'],
  ['a comment with ;', '[a]\n\tx = 1 ; \\\n\ty\n', '[a]\n\ty\n'],
  ['a line that begins with a backslash', '[a]\n\tx = \\\n\\\n2\n\ty\n', '[a]\n\ty\n'],
  ['not in a value that looks so', '[b]\n\tz = 1 \\\n[a]\n\tx = 1\n', '[b]\n\tz = 1 \\\n[a]\n\tx = 1\n'],
])('takes out a setting: %s', (_, text, rest) => {
  expect(without('a.x', text)).toBe(rest);
});

test('a subsection keeps its case', () => {
  const text = '[credential "https://Host"]\n\thelper = 1\n[credential "https://host"]\n\thelper = 2\n';
  expect(without('credential.https://host.helper', text)).toBe('[credential "https://Host"]\n\thelper = 1\n');
});

test.each([
  ['a name of two parts, in the old form', '[A.B]\n\tx = 1\n\ty\n', 'a.b.x'],
  ['a quote and a backslash in the name', '[a "q\\"\\\\z"]\n\tx = 1\n\ty\n', 'a.q"\\z.x'],
  ['a bracket in the name', '[a "]"]\n\tx = 1\n\ty\n', 'a.].x'],
  ['an empty name', '[a ""]\n\tx = 1\n\ty\n', 'a..x'],
  ['blanks before the name', '[A \t"B" ]\n\tx = 1\n\ty\n', 'a.B.x'],
])('a subsection: %s', (_, text, name) => {
  expect(without(name, text)).toBe(text.replace('\tx = 1\n', ''));
});

test('just the nth', () => {
  const text = '[a]\n\tx = 1\n\tx = 2\n\tx = 3\n';
  expect(withoutSettings(text, (_, nth) => nth === 1)).toBe('[a]\n\tx = 1\n\tx = 3\n');
  expect(withoutSettings(text, (_, nth) => nth === 0)).toBe('[a]\n\tx = 2\n\tx = 3\n');
});

test.each([
  '[a] x = 1\n',
  'x = 1\n',
  'x\n[a]\n',
  '[a]\n\t1x = 1\n',
  '[a]\n\tx y = 1\n',
  '[a]\n\tx_y = 1\n',
  '[a]\n= 1\n',
  '[a\n\tx = 1\n',
  '[]\n\tx = 1\n',
  '[a b]\n\tx = 1\n',
  '[a"b"]\n\tx = 1\n',
  '[a "b]\n\tx = 1\n',
  'y[a]\n\tx = 1\n',
  '\n\u00ef\u00bb\u00bf[a]\n\tx = 1\n',
])('is not sure of %j', (text) => {
  expect(without('a.x', text)).toBeNull();
});
