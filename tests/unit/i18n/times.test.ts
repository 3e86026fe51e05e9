// Times and lengths of time in one form on every surface, in both languages.
import { describe, expect, test } from 'vitest';
import { ago } from '../../../electron/core/i18n/ago.ts';
import { clockTime, span } from '../../../electron/core/i18n/times.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a length of time: its two largest units, rounded down', () => {
  test.each([
    [0, '0 sec', '0 秒'],
    [59 * SECOND + 999, '59 sec', '59 秒'],
    [MINUTE, '1 min', '1 分鐘'],
    [HOUR, '1 hr', '1 小時'],
    [12 * HOUR - 1, '11 hr 59 min', '11 小時 59 分鐘'],
    [36 * HOUR, '36 hr', '36 小時'],
    [-90 * SECOND, '1 min', '1 分鐘'],
  ])('%d ms', (ms, en, zh) => {
    expect([span(ms, 'en'), span(ms, 'zh-TW')]).toEqual([en, zh]);
  });
});

describe('a time of day: 24 hours, with the day where it is not today', () => {
  const noon = new Date(2026, 2, 4, 12, 0).getTime();
  test.each([
    [new Date(2026, 2, 4, 0, 5), '00:05', '00:05'],
    [new Date(2026, 2, 4, 23, 59), '23:59', '23:59'],
    [new Date(2026, 2, 5, 0, 0), '00:00 tomorrow', '明天 00:00'],
    [new Date(2026, 2, 3, 23, 59), '23:59 yesterday', '昨天 23:59'],
    [new Date(2026, 2, 9, 9, 30), '09:30 Mon', '週一 09:30'],
    [new Date(2026, 2, 10, 9, 30), '09:30 Tue', '週二 09:30'],
    [new Date(2026, 2, 11, 9, 30), '09:30 Mar 11', '3月11日 09:30'],
    [new Date(2025, 10, 1, 9, 30), '09:30 Nov 1', '11月1日 09:30'],
  ])('%s', (at, en, zh) => {
    expect([clockTime(at.getTime(), 'en', noon), clockTime(at.getTime(), 'zh-TW', noon)]).toEqual([en, zh]);
  });

  test('a night in which the clocks change is one night', () => {
    const late = new Date(2026, 2, 28, 23, 30).getTime();
    expect(clockTime(new Date(2026, 2, 29, 23, 30).getTime(), 'en', late)).toBe('23:30 tomorrow');
  });
});

describe('how long ago', () => {
  test.each([
    [-5 * MINUTE, 'just now', '剛剛'],
    [59 * SECOND, 'just now', '剛剛'],
    [MINUTE, '1 minute ago', '1 分鐘前'],
    [5 * HOUR, '5 hours ago', '5 小時前'],
    [DAY, 'yesterday', '昨天'],
    [3 * DAY, '3 days ago', '3 天前'],
  ])('%d ms', (passed, en, zh) => {
    expect([ago(0, 'en', passed), ago(0, 'zh-TW', passed)]).toEqual([en, zh]);
  });
});
