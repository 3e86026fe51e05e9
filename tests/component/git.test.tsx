// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { goTo, show } from './show.tsx';

const DIFF =
  '--- a/.gitconfig\n+++ b/.gitconfig\n@@ -1 +1,3 @@\n-\thelper = store\n+[credential "https://…"]\n+\thelper =\n';
const notYet = { version: '2.39.5', setUp: false, findings: [] };
const button = (name: string) => screen.getByRole('button', { name });

describe('setting git up', () => {
  test('shows the change before it is written, and writes it on a word', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF, view: { git: notYet } });
    await user.click(button('Set up git'));
    expect(screen.getByText('This is what changes in /home/alice/.gitconfig:')).toBeTruthy();
    const diff = screen.getByRole('region', { name: 'The change' });
    expect(diff.textContent).toContain('+[credential');
    expect(diff.querySelectorAll('[data-kind="added"]')).toHaveLength(2);
    expect(diff.querySelectorAll('[data-kind="removed"]')).toHaveLength(1);
    expect(daypass.called('applyGit')).toEqual([]);
    await user.click(button('Write it'));
    expect(daypass.called('applyGit')).toEqual([{ change: 'set-up' }]);
    expect(screen.getByText('git asks Daypass for CodeCommit')).toBeTruthy();
    expect(screen.getByText('git clone https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/NAME')).toBeTruthy();
    await user.click(button('Done'));
    expect(screen.queryByRole('button', { name: 'Set up git' })).toBeNull();
  });

  test('of two files the second is named', async () => {
    const { user } = await show({ gitDiff: `${DIFF}--- /own\n+++ /own\n@@ -0,0 +1,1 @@\n+x\n`, view: { git: notYet } });
    await user.click(button('Set up git'));
    const diff = screen.getByRole('region', { name: 'The change' });
    expect(diff.textContent?.match(/^\+\+\+.*/gm)).toEqual(['+++ /own']);
    expect(diff.textContent).not.toContain('--- ');
    expect(diff.querySelectorAll('[data-kind="added"]')).toHaveLength(3);
  });

  test('is undone only after the change back has been seen', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF });
    await goTo(user, 'session');
    await user.click(screen.getByRole('button', { name: /^git ready/ }));
    expect(screen.getByText('Nothing to change.')).toBeTruthy();
    await user.click(button('Undo'));
    expect(screen.getByText('This is taken back in /home/alice/.gitconfig:')).toBeTruthy();
    await user.click(button('Write it'));
    expect(daypass.called('applyGit')).toEqual([{ change: 'undo' }]);
    expect(screen.getByText('git does not ask Daypass yet')).toBeTruthy();
  });

  test('says why it could not be written, and plans anew', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF, view: { git: notYet } });
    await user.click(button('Set up git'));
    daypass.refuse('applyGit', 'file.changed-meanwhile', { path: '/home/alice/.gitconfig' });
    await user.click(button('Write it'));
    expect(screen.getByText(/Another program keeps writing/)).toBeTruthy();
    await user.click(button('Try again'));
    expect(daypass.called('planGit')).toHaveLength(2);
    expect(screen.queryByText(/Another program keeps writing/)).toBeNull();
  });
});
