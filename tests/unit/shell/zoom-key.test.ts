import { expect, test } from 'vitest';
import { type PressedKey, zoomKey } from '../../../electron/shell/zoom-key.ts';

const pressed = (key: string, held: Partial<PressedKey> = { control: true }): PressedKey => ({
  type: 'keyDown',
  key,
  control: false,
  meta: false,
  alt: false,
  ...held,
});

test.each<[string, PressedKey, isMac: boolean, change: string | null]>([
  ['Ctrl with plus', pressed('+'), false, 'in'],
  ['Ctrl with plus, without Shift', pressed('='), false, 'in'],
  ['Ctrl with minus', pressed('-'), false, 'out'],
  ['Ctrl with 0', pressed('0'), false, 'reset'],
  ['plus alone', pressed('+', {}), false, null],
  // A digit of the code.
  ['0 alone', pressed('0', {}), false, null],
  ['AltGr, which is Ctrl and Alt', pressed('+', { control: true, alt: true }), false, null],
  ['a key that is let go', pressed('+', { control: true, type: 'keyUp' }), false, null],
  ['Ctrl with another', pressed('a'), false, null],
  ['Cmd with plus on a Mac', pressed('+', { meta: true }), true, 'in'],
  ['Ctrl with plus on a Mac', pressed('+'), true, null],
  ['Windows’ key with plus', pressed('+', { meta: true }), false, null],
])('%s', (_, key, isMac, change) => {
  expect(zoomKey(key, isMac)).toBe(change);
});
