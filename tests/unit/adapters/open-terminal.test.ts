import { expect, test } from 'vitest';
import { terminalCommand } from '../../../electron/adapters/terminal/open-terminal.ts';

const RUN = ['/home/ann/.daypass/bin/daypass', 'exec', 'work-mfa', '--', '/bin/bash'] as const;
const FILE = '/Users/ann/.daypass/terminal.command';

test.each([
  ['linux', ['gnome-terminal', 'xterm'], ['gnome-terminal', '--', ...RUN]],
  ['linux', ['konsole'], ['konsole', '-e', ...RUN]],
  ['linux', ['x-terminal-emulator', 'konsole'], ['x-terminal-emulator', '-e', ...RUN]],
  ['linux', ['xterm'], ['xterm', '-e', ...RUN]],
  ['linux', [], null],
  ['darwin', [], ['open', FILE]],
  ['win32', ['wt.exe'], ['wt.exe', 'new-tab', 'cmd', '/k', ...RUN]],
  ['win32', [], ['cmd', '/c', 'start', 'cmd', '/k', ...RUN]],
] as const)('%s with %j', (platform, there, expected) => {
  const isThere = (program: string) => (there as readonly string[]).includes(program);
  expect(terminalCommand(platform, RUN, FILE, isThere)).toEqual(expected);
});
