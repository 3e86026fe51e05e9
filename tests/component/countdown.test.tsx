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

describe('the countdown', () => {
  test('changes as the second changes, not a second after it was drawn', async () => {
    await showUntil(NOON + 11 * HOUR + 600);
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(time()).toBe('11:00:01');
    await pass(348);
    expect(time()).toBe('11:00:01');
    await pass(2);
    expect(time()).toBe('11:00:00');
    await pass(1_000);
    expect(time()).toBe('10:59:59');
    await pass(59_000);
    expect(time()).toBe('10:59:00');
  });

  test('reckons with AWS’s time, not with this computer’s', async () => {
    await showUntil(NOON + 2 * HOUR + 250, HOUR);
    expect(time()).toBe('1:00:00');
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
    expect(time()).toBe('10:00:00');
  });

  test('asks for the view when the wall clock has jumped, and only then', async () => {
    const { daypass } = await showUntil(NOON + 11 * HOUR);
    await pass(5_000);
    expect(daypass.called('view')).toHaveLength(1);
    vi.setSystemTime(NOON + 3 * HOUR);
    await pass(1_000);
    expect(daypass.called('view')).toHaveLength(2);
    await pass(5_000);
    expect(daypass.called('view')).toHaveLength(2);
  });

  test('takes the view that it asked for', async () => {
    const { daypass } = await showUntil(NOON + 11 * HOUR);
    daypass.view = { ...daypass.view, awsOffset: -3 * HOUR, revision: 2 };
    vi.setSystemTime(NOON + 3 * HOUR);
    await pass(1_000);
    expect(time()).toBe('10:59:59');
    expect(screen.getByText(/clock is off by 3 h/)).toBeTruthy();
  });
});
