// What Windows makes of the batch file only Windows shows; here is what it must not say, as it did once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../../../assets/bin/daypass.cmd'), 'latin1');
const from = (start: RegExp) => text.slice(text.search(start));

test('each line ends as cmd wants it', () => {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('after a "shift", which takes its own name away, it does not ask for that', () => {
  expect(from(/^shift/m)).not.toMatch(/%~?\w*0/);
});

test('the program of exec gets its words as they were typed, not as cmd parts them', () => {
  expect(from(/^:exec\r$/m)).toMatch(/^set dp_line=%\*\r$.*^set dp_line=%dp_line:\* -- =%\r$.*^%dp_line%\r$/ms);
});

test('no program is taken out of the current folder, where a bare name is looked for first', () => {
  expect(text).not.toMatch(/(?:^|[|&(]) *(?:curl|findstr|ping|cmd)(?:\.exe)?"? /m);
  expect(text).not.toMatch(/=curl\.exe/);
});

test('exec without a session ends as the asking for it did', () => {
  expect(from(/^:exec_why/m)).toMatch(/^call "%dp_self%" env [^\r]*\r$.^if errorlevel 1 exit \/b %ERRORLEVEL%\r$/ms);
  expect(text).not.toMatch(/^if not defined AWS_SESSION_TOKEN exit/m);
});
