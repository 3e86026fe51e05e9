// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openProfile, show } from './show.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const notYet = { version: '2.39.5', setUp: false, findings: [], home: '/home/alice' };
const DIFF = '--- /home/alice/.gitconfig\n+++ /home/alice/.gitconfig\n@@ -0,0 +1,1 @@\n+x\n';

test('the second click of a double click does not press what has come in the place of the button', async () => {
  const { daypass, user } = await show();
  await openProfile(user);
  await user.click(button('Remove this profile'));
  fireEvent.click(button('Remove'), { detail: 2 });
  expect(daypass.called('removeProfile')).toEqual([]);
  await user.click(button('Remove'));
  expect(daypass.called('removeProfile')).toHaveLength(1);
});

test('nor does it take the focus', async () => {
  const { user } = await show();
  await user.click(button('More'));
  await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
  expect(fireEvent.mouseDown(document.body, { detail: 2 })).toBe(false);
  expect(fireEvent.mouseDown(document.body, { detail: 1 })).toBe(true);
});

test('nor does it close what has just been written', async () => {
  const { user } = await show({ gitDiff: DIFF, view: { git: notYet } });
  await user.click(button('Set up git'));
  await user.click(button('Set up git'));
  fireEvent.click(button('Done'), { detail: 2 });
  expect(screen.getByText('git is set up for CodeCommit')).toBeTruthy();
});

test('a button that is pressed twice and stays hears both', async () => {
  const { user } = await show();
  const more = button('More');
  await user.dblClick(more);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Enter that is held presses once', async () => {
  const { user } = await show();
  await openProfile(user);
  const remove = button('Remove this profile');
  remove.focus();
  expect(fireEvent.keyDown(remove, { key: 'Enter' })).toBe(true);
  expect(fireEvent.keyDown(remove, { key: 'Enter', repeat: true })).toBe(false);
});
