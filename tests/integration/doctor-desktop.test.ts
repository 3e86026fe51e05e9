// What the doctor asks a desktop: whether it shows icons, and notifications. On buses of their own, and with the real dunst.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desktopState } from '../../electron/adapters/dbus/desktop-state.ts';
import type { DesktopState } from '../../electron/core/doctor/port.ts';
import { Desktop, type DesktopOptions } from '../desktop/desktop.ts';
import { PrivateBus } from '../desktop/private-bus.ts';
import { until } from './until.ts';

let bus: PrivateBus;
let desktop: Desktop | null = null;
beforeEach(async () => {
  bus = await PrivateBus.start();
});
afterEach(async () => {
  desktop?.stop();
  desktop = null;
  await bus.stop();
});

test.each<[string, DesktopOptions, DesktopState]>([
  ['one that shows both', {}, { tray: true, notifications: 'shown' }],
  ['one without a place for icons', { withTray: false }, { tray: false, notifications: 'shown' }],
  ['one without a notification server', { notifications: 'none' }, { tray: true, notifications: 'none' }],
  ['one whose server hangs', { notifications: 'silent' }, { tray: true, notifications: 'no-answer' }],
])('%s', async (_, options, state) => {
  desktop = await Desktop.start({ address: bus.address, ...options });
  expect(await desktopState(bus.address)).toEqual(state);
});

test('no bus at all', async () => {
  expect(await desktopState('unix:path=/tmp/no-such-daypass-bus')).toEqual({ tray: false, notifications: 'none' });
});

const hasDunst = spawnSync('dunst', ['--version']).status === 0 && Boolean(process.env.DISPLAY);
describe.skipIf(!hasDunst)(`dunst${hasDunst ? '' : ' (dunst or a display is missing)'}`, () => {
  let dunst: ChildProcess;
  const dunstctl = (...args: string[]) =>
    spawnSync('dunstctl', args, { env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address }, encoding: 'utf8' });
  beforeEach(async () => {
    dunst = spawn('dunst', [], { env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address }, stdio: 'ignore' });
    await until(() => dunstctl('count').status === 0);
  });
  afterEach(async () => {
    const ended = once(dunst, 'exit');
    dunst.kill();
    await ended;
  });

  test('that is told not to disturb shows nothing, and says so', async () => {
    expect((await desktopState(bus.address)).notifications).toBe('shown');
    dunstctl('set-paused', 'true');
    expect((await desktopState(bus.address)).notifications).toBe('silent');
    dunstctl('set-paused', 'false');
    expect((await desktopState(bus.address)).notifications).toBe('shown');
  });
});
