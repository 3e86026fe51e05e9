import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guideAt } from '../../../electron/shell/guide-at.ts';

test.each([
  ['en', 'https://github.com/acme/daypass', 'https://github.com/acme/daypass/blob/v1.2.3/assets/docs/guide/README.md'],
  [
    'zh-TW',
    'https://github.com/acme/daypass/',
    'https://github.com/acme/daypass/blob/v1.2.3/assets/docs/guide/README.zh-TW.md',
  ],
  ['en', undefined, null],
  // What is handed to the system is a page and nothing else.
  ['en', 'file:///etc/passwd', null],
  ['en', 7, null],
] as const)('in %s of the homepage %s is %s', (language, homepage, address) => {
  expect(guideAt(homepage, '1.2.3', language).address).toBe(address);
});

test.each(['en', 'zh-TW'] as const)('there is one in %s', (language) => {
  expect(existsSync(join(import.meta.dirname, '../../..', guideAt(null, '1', language).file))).toBe(true);
});
