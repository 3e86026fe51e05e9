import { beforeEach, expect, test } from 'vitest';
import type { AppView, ProfileView } from '../../../electron/core/app/view.ts';
import { preferences } from '../../../electron/core/settings/settings.ts';
import { MenuBarTime } from '../../../electron/shell/menu-bar-time.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeDaypass } from '../../fakes/daypass-api.ts';
import { someProfile } from '../../fakes/daypass-samples.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE } from '../samples.ts';

const SECOND = 1_000;
let clock: FakeClock;
let timer: FakeTimer;
let titles: string[];
let time: MenuBarTime;
beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  titles = [];
  time = new MenuBarTime({ setTitle: (text) => titles.push(text), timer, now: () => clock.wall() });
});

const ending = (left: number, part: Partial<ProfileView> = {}): ProfileView => ({
  ...someProfile(),
  phase: 'active',
  expiresAt: clock.wall() + left,
  ...part,
});
const viewOf = (profiles: readonly ProfileView[], part: Partial<AppView> = {}): AppView =>
  new FakeDaypass({ view: { profiles, preferences: preferences({ menuBarTime: true }), ...part } }).view;

test('nothing stands there unless it is wanted, and no timer runs', () => {
  time.draw(viewOf([ending(HOUR)], { preferences: preferences({}) }));
  expect([titles, timer.count]).toEqual([[], 0]);
});

test('hours and minutes stand there, and change once a minute until the end', () => {
  time.draw(viewOf([ending(2 * MINUTE + 30 * SECOND)]));
  timer.pass(10 * MINUTE);
  expect(titles).toEqual(['0:02', '0:01', '0:00', '']);
  expect(timer.count).toBe(0);
});

test.each([
  [12 * HOUR - SECOND, '11:59'],
  [36 * HOUR, '36:00'],
  [65 * MINUTE, '1:05'],
])('%i ms are %s', (left, title) => {
  time.draw(viewOf([ending(left)]));
  expect(titles).toEqual([title]);
});

test('it is the session that ends first, by AWS’s time', () => {
  time.draw(viewOf([ending(3 * HOUR), ending(2 * HOUR)], { awsOffset: HOUR }));
  expect(titles).toEqual(['1:00']);
});

test('one that renews itself has no time left that is known, and none is shown without a session', () => {
  time.draw(viewOf([ending(HOUR, { endless: true })]));
  time.draw(viewOf([ending(HOUR, { expiresAt: null })]));
  expect([titles, timer.count]).toEqual([[], 0]);
});

test('it goes when it is wanted no more, and with the icon its timer', () => {
  time.draw(viewOf([ending(HOUR)]));
  time.draw(viewOf([ending(HOUR)], { preferences: preferences({}) }));
  expect(titles).toEqual(['1:00', '']);
  time.draw(viewOf([ending(HOUR)]));
  time.stop();
  expect(timer.count).toBe(0);
});
