import { describe, expect, test } from 'vitest';
import { type Failure, failure } from '../../../electron/core/base/failure.ts';
import { languageOf } from '../../../electron/core/i18n/language-of.ts';
import { explain, messagesIn } from '../../../electron/core/i18n/messages.ts';
import { fill } from '../../../electron/core/i18n/say.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';

test.each<[text: string, params: Failure['params'], filled: string]>([
  ['{a} and {b}, {a}', { a: 1, b: 2 }, '1 and 2, 1'],
  ['{a}{a}', { a: 'x' }, 'xx'],
  ['{a} and {b}', { a: 1 }, '1 and {b}'],
  ['{a}', {}, '{a}'],
  ['no gap', { a: 1 }, 'no gap'],
  ['{a}', { a: 0 }, '0'],
  ['{a}', { a: '' }, ''],
  // What fills a gap is text: it has no gaps of its own, and nothing in it stands for anything.
  ['{a}', { a: '{b}', b: 'x' }, '{b}'],
  ['{a}', { a: '$& $1' }, '$& $1'],
  // Braces around anything but one word are no gap.
  ['{} { a } {a-b} {a', { '': 1, ' a ': 1, 'a-b': 1, a: 1 }, '{} { a } {a-b} {a'],
])('%s with %j is filled to: %s', (text, params, filled) => {
  expect(fill(text, params)).toBe(filled);
});

describe('explain', () => {
  test.each<[Language, cause: string, fix: string]>([
    ['en', 'This code was already used. AWS accepts each code once.', 'Wait 0 s for the next one.'],
    ['zh-TW', '這組驗證碼已用過；AWS 每組只接受一次。', '請等下一組：0 秒。'],
  ])('says the cause and the fix in %s', (language, cause, fix) => {
    expect(explain(failure('code.used', { seconds: 0 }), language)).toEqual({ cause, fix });
  });

  test('fills the gaps of both', () => {
    expect(explain(failure('profile.needed', { child: 'admin', name: 'work' }), 'en')).toEqual({
      cause: 'Profile admin gets its role through work.',
      fix: 'Remove or edit admin first.',
    });
  });

  test.each<[Language, Failure['params'], said: string]>([
    ['en', { reason: 'ELOOP' }, 'its links form a loop'],
    ['zh-TW', { reason: 'ELOOP' }, '連結互相循環'],
    ['en', { reason: 'EXYZ' }, 'EXYZ'],
    ['zh-TW', { reason: 'EXYZ' }, 'EXYZ'],
    ['en', { reason: '' }, ''],
    ['en', { reason: 0 }, '0'],
    ['en', {}, '{reason}'],
  ])('in %s, with %j, gives “%s” for a reason', (language, params, said) => {
    const { cause } = messagesIn(language).failures['file.failed'];
    expect(explain(failure('file.failed', { path: '/f', ...params }), language).cause).toBe(
      cause.replace('{path}', '/f').replace('{reason}', said),
    );
  });

  test('takes only {reason} for a reason', () => {
    expect(explain(failure('file.failed', { path: 'EIO', reason: '/f' }), 'en').cause).toMatch(/^EIO can’t .*: \/f\./);
  });

  test('leaves the failure as it is, for it may be told in another language next', () => {
    const told = failure('file.failed', { path: '/f', reason: 'ELOOP' });
    explain(told, 'en');
    expect(told.params).toEqual({ path: '/f', reason: 'ELOOP' });
  });
});

test.each<[readonly string[], Language]>([
  [[], 'en'],
  [[''], 'en'],
  [['en'], 'en'],
  [['en-GB'], 'en'],
  [['EN_us'], 'en'],
  [['zh-TW'], 'zh-TW'],
  [['ZH-tw'], 'zh-TW'],
  [['zh-Hant'], 'zh-TW'],
  [['zh-Hant-TW'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-MO'], 'zh-TW'],
  [['zh_TW'], 'zh-TW'],
  [['zh_TW.UTF-8'], 'zh-TW'],
  [['zh_TW@radical'], 'zh-TW'],
  [['zh'], 'en'],
  [['zh-CN'], 'en'],
  // macOS says so for Simplified Chinese with the region Taiwan.
  [['zh-Hans-TW'], 'en'],
  [['zh-Hans-HK', 'zh-Hant-TW'], 'zh-TW'],
  [['zh-SG'], 'en'],
  [['zh-Hans-CN'], 'en'],
  [['zh_CN.UTF-8'], 'en'],
  // What is spoken counts, not where, and a language whose name begins alike is another one.
  [['trv-TW'], 'en'],
  [['enm', 'zh-TW'], 'zh-TW'],
  // The first that Daypass speaks is taken.
  [['zh-TW', 'en'], 'zh-TW'],
  [['en_US.UTF-8', 'zh-TW'], 'en'],
  [['de-DE', 'zh-TW', 'en'], 'zh-TW'],
  [['de-DE', 'en', 'zh-TW'], 'en'],
  [['zh-CN', 'zh-TW', 'en'], 'zh-TW'],
  [['zh-CN', 'en', 'zh-TW'], 'en'],
  [['de-DE', 'fr-FR'], 'en'],
])('for the locales %j: %s', (locales, language) => {
  expect(languageOf(locales)).toBe(language);
});
