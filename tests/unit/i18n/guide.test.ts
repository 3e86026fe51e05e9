// The guide names what the app shows: a button that is called otherwise there would not be found. Both languages have the same
// pages, and what is typed is the same in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../electron/core/i18n/messages.ts';
import { fill } from '../../../electron/core/i18n/say.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';
import { consoleBlocks, GUIDE, isShown, PAGES } from '../../world/console-blocks.ts';

const pages = ['README', ...PAGES].map((name) => join(GUIDE, name)).concat(join(GUIDE, '../first-hour'));
const read = (file: string): string => readFileSync(file, 'utf8').replace(/^```.*?^```$/gms, '');

/** As GitHub names the headings of a page. */
const anchorsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);

describe.each([
  ['en', '.md', /\*\*([^*]+)\*\*/g],
  ['zh-TW', '.zh-TW.md', /「([^」]+)」/g],
] as const)('the guide in %s', (language: Language, ending, named) => {
  const messages = messagesIn(language);
  const shown = textsOf(messages).map((text) => fill(text, { file: messages.setup.credentialsFile }));
  const namesIn = (page: string) => [...read(page + ending).matchAll(named)].map(([, found]) => found as string);

  test.each(pages)('%s names nothing that the app does not show', (page) => {
    expect(namesIn(page).filter((found) => !shown.includes(found))).toEqual([]);
  });

  test('names much', () => expect(pages.flatMap(namesIn).length).toBeGreaterThan(60));

  test.each(pages)('%s leads to what is there', (page) => {
    const links = [...read(page + ending).matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)];
    const lost = links.filter(([, file, part]) => {
      const target = file ? join(dirname(page), file) : page + ending;
      return !existsSync(target) || (part && !anchorsOf(target).includes(part));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });
});

test('the folder holds the pages in both languages, and nothing else', () => {
  const expected = ['README', ...PAGES].flatMap((name) => [`${name}.md`, `${name}.zh-TW.md`]);
  expect(readdirSync(GUIDE).sort()).toEqual(expected.sort());
});

test.each(PAGES)('%s has the same typed in both languages', (name) => {
  expect(consoleBlocks(`${name}.zh-TW.md`)).toEqual(consoleBlocks(`${name}.md`));
});

test.each([
  ['signed in; … left.', 'signed in; 12:00:00 left.', true],
  ['git 2…', 'git 2.39.5', true],
  ['1 of 2', '30 of 400', true],
  ['1 of 2', 'one of 2', false],
  ['one\n…\nfour', 'one\ntwo\nthree\nfour', true],
  ['one\n…\nfour', 'one\nfour', true],
  ['one\n…\nfour', 'one\ntwo', false],
  ['', '', true],
  ['', 'a word', false],
  ['a.b', 'axb', false],
])('%j stands for %j: %s', (shown, actual, expected) => expect(isShown(shown, actual)).toBe(expected));
