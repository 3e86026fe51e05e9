// The guide to the first hour names what the app shows: a button that is called otherwise there would not be found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../../electron/core/i18n/messages.ts';
import { fill } from '../../../electron/core/i18n/say.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);

test.each([
  ['en', 'first-hour.md', /\*\*([^*]+)\*\*/g],
  ['zh-TW', 'first-hour.zh-TW.md', /「([^」]+)」/g],
] as const)(
  'each name that the guide in %s gives to something in the app is there',
  (language: Language, name, named) => {
    const guide = readFileSync(join(import.meta.dirname, '../../../assets/docs', name), 'utf8');
    const messages = messagesIn(language);
    const shown = textsOf(messages).map((text) => fill(text, { file: messages.setup.credentialsFile }));
    const names = [...guide.matchAll(named)].map(([, found]) => found);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((found) => !shown.includes(found as string))).toEqual([]);
  },
);
