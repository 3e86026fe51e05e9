// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { show } from './show.tsx';

const NOON = Date.UTC(2026, 0, 15, 12);
const HOUR = 3_600_000;

const time = () => screen.getByRole('timer').textContent;
const until = (expiresAt: number, part: Partial<ProfileView> = {}): ProfileView => ({
  ...someProfile(),
  phase: 'active',
  expiresAt,
  ...part,
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

let hidden = false;
function hide(now: boolean) {
  hidden = now;
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

beforeEach(() => {
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: NOON + 250 });
});
afterEach(() => vi.useRealTimers());

async function showUntil(expiresAt: number, awsOffset = 0) {
  const shown = await show({ view: { profiles: [until(expiresAt)], awsOffset } });
  await pass(1);
  return shown;
}

describe('the time that is left', () => {
  test('is said in hours and minutes, and changes as the minute changes', async () => {
    await showUntil(NOON + 11 * HOUR + 600);
    expect(time()).toBe('11 hr');
    expect(screen.getByText(/^until \d\d:\d\d( tomorrow)?$/)).toBeTruthy();
    await pass(348);
    expect(time()).toBe('11 hr');
    await pass(60);
    expect(time()).toBe('10 hr 59 min');
    await pass(59_000);
    expect(time()).toBe('10 hr 59 min');
    await pass(1_000);
    expect(time()).toBe('10 hr 58 min');
  });

  test('is counted in seconds under five minutes, as the second changes', async () => {
    await showUntil(NOON + 300_000 + 600);
    expect(time()).toBe('5 min');
    await pass(350);
    await pass(1_000);
    expect(time()).toBe('04:59');
    await pass(1_000);
    expect(time()).toBe('04:58');
  });

  test('is AWS’s time, not this computer’s', async () => {
    await showUntil(NOON + 2 * HOUR + 250, HOUR);
    expect(time()).toBe('1 hr');
  });

  test('stops at nought', async () => {
    await showUntil(NOON + 1_250);
    await pass(5_000);
    expect(time()).toBe('00:00');
  });

  test('runs no timer while nobody sees it, and is right at once when seen again', async () => {
    await showUntil(NOON + 11 * HOUR);
    hide(true);
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    vi.setSystemTime(NOON + HOUR);
    hide(false);
    expect(time()).toBe('10 hr');
  });

  test('asks for the view when the wall clock has jumped, and only then', async () => {
    const { daypass } = await showUntil(NOON + 11 * HOUR);
    await pass(120_000);
    expect(daypass.called('view')).toHaveLength(1);
    vi.setSystemTime(NOON + 3 * HOUR);
    await pass(60_000);
    expect(daypass.called('view')).toHaveLength(2);
    await pass(120_000);
    expect(daypass.called('view')).toHaveLength(2);
  });

  test('takes the view that it asked for', async () => {
    const { daypass } = await showUntil(NOON + 11 * HOUR);
    daypass.view = { ...daypass.view, awsOffset: -3 * HOUR, revision: 2 };
    vi.setSystemTime(NOON + 3 * HOUR);
    await pass(60_000);
    expect(time()).toBe('10 hr 59 min');
    expect(screen.getByText(/clock is off by 3 hr/)).toBeTruthy();
  });
});
