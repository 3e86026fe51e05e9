import { beforeEach, expect, test } from 'vitest';
import { type FailureCode, failure } from '../../../electron/core/base/failure.ts';
import { defaultSettings, parseSettings, type Settings } from '../../../electron/core/settings/settings.ts';
import { SettingsSaver } from '../../../electron/core/settings/settings-saver.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeSettingsStore } from '../../fakes/settings-store.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { choiceWith } from '../samples.ts';

const MINUTE = 60_000;
const ONE = parseSettings({ profiles: [{ ...choiceWith(), id: 'p1' }] });

let store: FakeSettingsStore;
let timer: FakeTimer;
let current: Settings;
let changes: number;
let saver: SettingsSaver;
beforeEach(() => {
  store = new FakeSettingsStore();
  timer = new FakeTimer(new FakeClock());
  current = defaultSettings();
  changes = 0;
  saver = new SettingsSaver({ store, timer, current: () => current, changed: () => changes++ });
});
const why = (code: FailureCode) => failure(code, { path: '/settings.json', reason: 'EIO' });
const refused = (code: FailureCode) => {
  store.broken = code;
  expect(() => saver.save(ONE)).toThrow(expect.objectContaining({ failure: why(code) }));
};

test('what can be saved is, and nothing is said or tried again', () => {
  saver.save(ONE);
  expect([parseSettings(store.stored), saver.trouble, changes, timer.count]).toEqual([ONE, null, 0, 0]);
});

test('what cannot be saved is said, tried every minute as it is by then, and no longer said once it is', () => {
  refused('file.disk-full');
  expect([saver.trouble, changes, timer.count]).toEqual([why('file.disk-full'), 1, 1]);
  store.broken = 'file.read-only';
  timer.pass(MINUTE);
  expect([saver.trouble, timer.count, store.saves]).toEqual([why('file.read-only'), 1, 0]);
  store.broken = null;
  current = ONE;
  timer.pass(MINUTE - 1);
  expect(store.saves).toBe(0);
  timer.pass(1);
  expect([parseSettings(store.stored), saver.trouble, timer.count, store.saves]).toEqual([ONE, null, 0, 1]);
  expect(changes).toBe(3);
});

test('what is saved meanwhile is not saved again', () => {
  refused('file.disk-full');
  store.broken = null;
  saver.save(ONE);
  timer.pass(5 * MINUTE);
  expect([store.saves, saver.trouble]).toEqual([1, null]);
});

test('at the end it is tried a last time, where there is something to save', () => {
  saver.stop();
  expect(store.saves).toBe(0);
  refused('file.disk-full');
  saver.stop();
  expect([store.saves, timer.count]).toEqual([0, 0]);
  refused('file.disk-full');
  store.broken = null;
  current = ONE;
  saver.stop();
  expect([parseSettings(store.stored), timer.count]).toEqual([ONE, 0]);
});
