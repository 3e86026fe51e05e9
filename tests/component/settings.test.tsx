// @vitest-environment jsdom
// The settings and a profile's own page: each thing once, and the focus where one works.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { someProfile } from '../fakes/daypass-samples.ts';
import { throughWith } from '../unit/samples.ts';
import { goTo, openProfile, show } from './show.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const heading = (name: string) => screen.getByRole('heading', { level: 1, name });
const two = [someProfile(), someProfile({ id: 'p2', name: 'deploy', way: throughWith('p1') })];

test('a profile is one line: its name, what it rests on, and its state; its name is what one sees', async () => {
  const { user } = await show({ view: { profiles: two } });
  await goTo(user, 'settings');
  const row = screen.getByRole('button', { name: 'work-mfa', description: 'work · Europe (Ireland) Signed out' });
  expect(row.textContent).toBe('work-mfa');
  expect(button('deploy')).toBeTruthy();
  for (const elsewhere of ['Quit', 'git', 'Edit']) expect(screen.queryByRole('button', { name: elsewhere })).toBeNull();
});

test('its page says what it is, and opens all that can be done with it', async () => {
  const { user } = await show({ view: { profiles: two } });
  await openProfile(user);
  expect(heading('work-mfa')).toBeTruthy();
  expect(document.querySelector('dl')?.textContent).toContain('MFA devicealice');
  for (const [row, title] of [
    ['Edit', 'Edit work-mfa'],
    ['One-click sign-in', 'One-click sign-in'],
    ['Access key', 'Access key of work'],
  ] as const) {
    await user.click(button(row));
    expect(heading(title)).toBeTruthy();
    await user.click(button('Back'));
  }
  await openProfile(user, 'deploy');
  expect(screen.queryByRole('button', { name: 'Access key' })).toBeNull();
});

test('“Show” says that it has shown', async () => {
  const { daypass, user } = await show();
  await openProfile(user);
  await user.click(button('Show'));
  expect(daypass.called('showCredentialsFile')).toHaveLength(1);
  expect(button('Shown')).toBeTruthy();
});

test('a profile goes only after a second word, with the focus kept; what is of it goes too', async () => {
  const { daypass, user } = await show({ view: { profiles: two } });
  await openProfile(user, 'deploy');
  await user.click(button('Remove this profile'));
  expect(document.activeElement).toBe(button('Cancel'));
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(button('Remove this profile'));
  await user.keyboard('{Enter}');
  expect(daypass.called('removeProfile')).toEqual([]);
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Remove' }));
  expect(daypass.called('removeProfile')).toEqual([{ profile: 'p2' }]);
  expect(heading('Settings')).toBe(document.activeElement);
  expect(screen.queryByText('deploy')).toBeNull();
  // One step back, not two.
  await user.click(button('Back'));
  expect(heading('work-mfa')).toBeTruthy();
});
