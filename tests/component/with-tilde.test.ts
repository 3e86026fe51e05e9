import { expect, test } from 'vitest';
import { withTilde } from '../../renderer/parts/with-tilde.ts';

test.each([
  ['/home/ann/.gitconfig:3: x', '/home/ann', '~/.gitconfig:3: x'],
  ['- a = b (/home/ann/.gitconfig:3)', '/home/ann', '- a = b (~/.gitconfig:3)'],
  ['/home/anna/.gitconfig', '/home/ann', '/home/anna/.gitconfig'],
  ['/mnt/home/ann/x', '/home/ann', '/mnt/home/ann/x'],
  ['C:\\Users\\ann\\.gitconfig', 'C:\\Users\\ann', '~\\.gitconfig'],
  ['/home/a+b/x', '/home/a+b', '~/x'],
  ['/home/ann/x', null, '/home/ann/x'],
])('%s at %s is %s', (text, home, shown) => {
  expect(withTilde(text, home)).toBe(shown);
});
