// One word for each thing: what the glossary says not to say is said in no text, and what it says is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../electron/core/i18n/messages.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';

const glossary = readFileSync(join(import.meta.dirname, '../../../assets/docs/glossary.md'), 'utf8');
/** What is said, and what is not, in each row of its tables. */
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| English'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, english = '', chinese = '', , not = '']) => ({ english, chinese, not }));

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);
const textsIn = (language: Language) => textsOf(messagesIn(language));

const isChinese = (word: string) => /\p{Script=Han}/u.test(word);
const forbidden = rows.flatMap(({ not }) => [...not.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));

describe('what is not to be said', () => {
  test.each(forbidden)('“%s”', (word) => {
    const texts = textsIn(isChinese(word) ? 'zh-TW' : 'en');
    const said = new RegExp(isChinese(word) ? word : `\\b${word}`, 'i');
    // Windows’ own name of its store.
    expect(texts.filter((text) => said.test(text.replace('認證管理員', '')))).toEqual([]);
  });

  test('of both languages there is something', () => {
    expect(forbidden.filter(isChinese).length).toBeGreaterThan(20);
    expect(forbidden.filter((word) => !isChinese(word)).length).toBeGreaterThan(4);
  });
});

describe('Chinese is written', () => {
  // An ARN, a URL and a command have colons and commas of their own.
  const own = /arn:\S+|https?:\/\/\S+|codecommit::|「[^」]*」/g;

  test('with full-width punctuation', () => {
    const half = /\p{Script=Han}\s?[,;:?!]|[,;:?!]\s?\p{Script=Han}/u;
    expect(textsIn('zh-TW').filter((text) => half.test(text.replace(own, '')))).toEqual([]);
  });
});

test('every row names both languages', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ english, chinese }) => !english || !chinese)).toEqual([]);
});
