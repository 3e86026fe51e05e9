import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainAws } from '../../../electron/core/aws/explain-aws.ts';
import { FAILURES } from '../../../electron/core/base/catalogue.ts';
import { type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { explain, messagesIn } from '../../../electron/core/i18n/messages.ts';
import { fill } from '../../../electron/core/i18n/say.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';
import { REFUSALS } from '../../integration/sts-wire.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh-TW'];
const CODES = Object.keys(FAILURES) as FailureCode[];
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

const leaves = (messages: object, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

describe('the two languages', () => {
  const english = leaves(messagesIn('en'));
  const chinese = new Map(leaves(messagesIn('zh-TW')));

  test('have the same texts', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  test.each(english)('%s has the same gaps in both', (key, text) => {
    // A text may say a thing once more than its translation; its cause and its fix get the same parameters.
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(text));
  });

  test('no text is empty or left in the other language', () => {
    for (const [key, text] of english) {
      const other = chinese.get(key) ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/\p{Script=Han}/u);
      // Where both are the same there is nothing to translate in it: names, formats and samples.
      if (/[a-z]{3}/i.test(fill(text, {})) && /\s/.test(text) && text === other)
        expect(key).toMatch(/version|from|Hint/);
    }
  });
});

/** Parameters that a wrapper adds on the way to a person, whoever throws the failure. */
const ADDED: readonly (readonly [code: RegExp, params: readonly string[], where: string])[] = [
  [/^(key|role|session|device|policy)\./, ['profile'], 'session/request-session.ts, sources/sources.ts'],
  [
    /^profile\.(not-ours|own-key|unparseable|unwritable)$/,
    ['path'],
    'adapters/files/shared-files.ts, session/delivery.ts',
  ],
];

interface Site {
  readonly where: string;
  readonly code: FailureCode;
  /** Null where they are not written out, as in `params`. */
  readonly params: readonly string[] | null;
}

const folder = join(import.meta.dirname, '../../../electron');
const SITE = /(?:\bFailureError|\bfailure)\(\s*'([a-z0-9.-]+)'\s*(?:,\s*(?:\{([^{}]*)\}|(\w)))?/g;
/** Comments, and what stands in texts, say nothing about parameters. */
const bare = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/`[^`]*`/g, '``');

const sites: readonly Site[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...bare(readFileSync(join(folder, file), 'utf8')).matchAll(SITE)].map(([, code, params = '', variable]) => ({
      where: `${file}: ${code}`,
      code: code as FailureCode,
      params: variable ? null : params.split(',').map((param) => (param.split(':')[0] ?? '').trim()),
    })),
  );

describe('every place that throws a failure fills the gaps of its text', () => {
  test('there are such places', () => {
    expect(sites.length).toBeGreaterThan(40);
  });

  test.each(sites.filter((site) => site.params))('$where', ({ code, params }) => {
    expect(CODES).toContain(code);
    const given = new Set([...(params ?? []), ...ADDED.flatMap(([codes, more]) => (codes.test(code) ? more : []))]);
    for (const language of LANGUAGES) {
      const { cause, fix } = messagesIn(language).failures[code];
      expect(placeholders(`${cause} ${fix}`).filter((name) => !given.has(name))).toEqual([]);
    }
  });
});

describe('what is made of an error in one place', () => {
  const FROM_TABLES: readonly (readonly [FailureCode, Record<string, string | number>])[] = [
    ...REFUSALS.map(({ action, code, message }) => {
      const made = explainAws({ action, code, message, region: 'eu-central-1', by: 'key' });
      return [made.code, { profile: 'work', ...made.params }] as const;
    }),
    ['file.read-only', { path: '/f', reason: 'EACCES' }],
    ['file.disk-full', { path: '/f', reason: 'ENOSPC' }],
    ['file.failed', { path: '/f', reason: 'EIO' }],
    ['file.unreadable', { path: '/f' }],
    ['network.offline', { host: 'sts' }],
    ['network.proxy', { host: 'sts' }],
    ['network.certificate', { host: 'sts', issuer: '?' }],
    ['network.timeout', { host: 'sts', seconds: 20 }],
    ['code.used', { seconds: 12 }],
    ['device.cooling-down', { seconds: 300 }],
  ];
  test.each(FROM_TABLES)('%s leaves no gap, in either language', (code, params) => {
    for (const language of LANGUAGES) {
      const { cause, fix } = explain(failure(code, params), language);
      expect(`${cause} ${fix}`).not.toMatch(/\{\w+\}/);
    }
  });
});
