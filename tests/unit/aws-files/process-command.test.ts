// That clients start what is said here is proven with them, in tests/integration/process-command.test.ts.
import { expect, test } from 'vitest';
import { processCommand } from '../../../electron/core/aws-files/process-command.ts';

test.each([
  ['/home/ann/.daypass/bin/daypass', false, '/home/ann/.daypass/bin/daypass credentials work-mfa'],
  ['/home/jörg_1@x/d+a:y,p=a-ss/daypass', false, '/home/jörg_1@x/d+a:y,p=a-ss/daypass credentials work-mfa'],
  ['/home/a b/daypass', false, '"/home/a b/daypass" credentials work-mfa'],
  ["/home/o'neil/daypass", false, `"/home/o'neil/daypass" credentials work-mfa`],
  ['/home/a;b&(c)/daypass', false, '"/home/a;b&(c)/daypass" credentials work-mfa'],
  ['/home/~ann/daypass', false, '"/home/~ann/daypass" credentials work-mfa'],
  ['/home/$ann/daypass', false, `'/home/$ann/daypass' credentials work-mfa`],
  ['/home/a"b/daypass', false, `'/home/a"b/daypass' credentials work-mfa`],
  ['/home/a\\b/daypass', false, `'/home/a\\b/daypass' credentials work-mfa`],
  ["/home/`o'neil`/daypass", false, `'/home/\`o'\\''neil\`/daypass' credentials work-mfa`],
  ['C:\\Users\\ann\\.daypass\\bin\\daypass', true, 'C:\\Users\\ann\\.daypass\\bin\\daypass.cmd credentials work-mfa'],
  ['C:\\Users\\Ann Lee\\bin\\daypass', true, '"C:\\Users\\Ann Lee\\bin\\daypass.cmd" credentials work-mfa'],
  ["C:\\Users\\o'neil\\daypass", true, `"C:\\Users\\o'neil\\daypass.cmd" credentials work-mfa`],
])('%s', (script, windows, line) => {
  expect(processCommand(script, 'work-mfa', windows)).toBe(line);
});
