// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { preferences } from '../../electron/core/settings/settings.ts';
import { goTo, show } from './show.tsx';

const PLATFORM = navigator.platform;
const platform = (value: string) => Object.defineProperty(navigator, 'platform', { value, configurable: true });
afterEach(() => platform(PLATFORM));

async function settings(at: string) {
  platform(at);
  const shown = await show();
  await goTo(shown.user, 'settings');
  return shown;
}

test('the tray’s picture and the size are chosen, each without the other', async () => {
  const { daypass, user } = await settings('Linux x86_64');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tray icon' }), 'White, for a dark panel');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Size' }), '150%');
  expect(daypass.called('setPreferences')).toEqual([
    preferences({ trayIcon: 'light' }),
    preferences({ trayIcon: 'light', zoom: 150 }),
  ]);
  expect(screen.queryByRole('switch', { name: 'Show time left in the menu bar' })).toBeNull();
});

test('on a Mac the time in the menu bar is offered in place of the picture', async () => {
  const { daypass, user } = await settings('MacIntel');
  await user.click(screen.getByRole('switch', { name: 'Show time left in the menu bar' }));
  expect(daypass.called('setPreferences')).toEqual([preferences({ menuBarTime: true })]);
  expect(screen.queryByRole('combobox', { name: 'Tray icon' })).toBeNull();
});

test('a size that is no step is shown as what it is', async () => {
  const { daypass } = await settings('Linux x86_64');
  await act(async () => daypass.change({ preferences: preferences({ zoom: 120 }) }));
  expect(screen.getByRole('option', { name: '120%', selected: true })).toBeTruthy();
});

test('what could not be kept is said', async () => {
  const { daypass, user } = await settings('Linux x86_64');
  daypass.refuse('setPreferences', 'file.disk-full', { path: '/x' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Size' }), '200%');
  expect(screen.getByText(/no space to write/)).toBeTruthy();
});
