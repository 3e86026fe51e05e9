import { expect, test } from 'vitest';
import { ShortSessions } from '../../../../electron/core/git/credential/short-sessions.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2030, 0, 1);
const ending = (id: number, minutes: number) => ({ id, expiresAt: NOW + minutes * MINUTE, until: null });

test('tells of little time once for each session, and of much time or none never', () => {
  const short = new ShortSessions();
  expect(short.timeLeft(null, NOW)).toBeNull();
  expect(short.timeLeft(ending(1, 16), NOW)).toBeNull();
  expect(short.timeLeft(ending(1, 16), NOW + 2 * MINUTE)).toBe(14 * MINUTE);
  expect(short.timeLeft(ending(1, 16), NOW + 3 * MINUTE)).toBeNull();
  expect(short.timeLeft(ending(2, 5), NOW)).toBe(5 * MINUTE);
  expect(short.timeLeft(ending(3, 15), NOW - 1)).toBeNull();
  expect(short.timeLeft(ending(3, 15), NOW)).toBe(15 * MINUTE);
});

test('a quarter of an hour is little', () => {
  const short = new ShortSessions();
  expect(short.timeLeft({ ...ending(1, 15), expiresAt: NOW + 15 * MINUTE + 1 }, NOW)).toBeNull();
  expect(short.timeLeft(ending(1, 15), NOW)).toBe(15 * MINUTE);
});

test('keys that are renewed until a sign-in ends leave as much time as that', () => {
  const short = new ShortSessions();
  const until = (minutes: number) => ({ ...ending(1, 5), until: NOW + minutes * MINUTE });
  expect(short.timeLeft(until(16), NOW)).toBeNull();
  expect(short.timeLeft(until(15), NOW)).toBe(15 * MINUTE);
});
