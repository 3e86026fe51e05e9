// The place for tray icons on a real bus: there at the start, later, away for a moment, gone, and another one.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchTrayHost } from '../../electron/adapters/dbus/tray-host.ts';
import { PrivateBus } from '../desktop/private-bus.ts';
import { TrayOfTest } from '../world/secret-service.ts';
import { until } from './until.ts';

let bus: PrivateBus;
let tray: TrayOfTest | null = null;
let told: boolean[];
let stop = () => {};
beforeEach(async () => {
  told = [];
  bus = await PrivateBus.start();
});
afterEach(async () => {
  stop();
  tray?.stop();
  tray = null;
  await bus.stop();
});

async function put(registered: boolean | 'hangs' = true): Promise<TrayOfTest> {
  tray = new TrayOfTest(bus.address, registered);
  await tray.start();
  return tray;
}
async function watch(awayMs = 1): Promise<boolean> {
  const watching = await watchTrayHost({ address: bus.address, awayMs, changed: (is) => told.push(is) });
  stop = watching.stop;
  return watching.present;
}

test('one that is there is told by the answer alone', async () => {
  await put();
  expect([await watch(), told]).toEqual([true, []]);
});

test('one that comes later is told, and so is its end', async () => {
  expect(await watch()).toBe(false);
  const late = await put();
  await until(() => told.length === 1);
  late.stop();
  await until(() => told.length === 2);
  expect(told).toEqual([true, false]);
});

test('a watcher whose host comes later, goes, and comes again', async () => {
  const panel = await put(false);
  expect(await watch()).toBe(false);
  panel.register(true);
  await until(() => told.length === 1);
  panel.register(false);
  await until(() => told.length === 2);
  panel.register(true);
  await until(() => told.length === 3);
  expect(told).toEqual([true, false, true]);
});

test('another that takes its place at once knows nothing of our icon, and is told without a time between', async () => {
  const first = await put();
  expect(await watch(60_000)).toBe(true);
  first.stop();
  await put();
  await until(() => told.length > 0);
  expect(told).toEqual([true]);
});

test('one that answers late holds up no start, and is told', async () => {
  await put('hangs');
  expect(await watch()).toBe(false);
  tray?.stop();
  await put();
  await until(() => told.length > 0);
  expect(told).toEqual([true]);
});
