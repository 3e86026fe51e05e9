// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { goTo, show } from './show.tsx';

const DIFF =
  '--- /home/alice/.gitconfig\n+++ /home/alice/.gitconfig\n@@ -1 +1,3 @@\n-\thelper = store\n+[credential "https://…"]\n+\thelper =\n';
const notYet = { version: '2.39.5', setUp: false, findings: [], home: '/home/alice' };
const button = (name: string) => screen.getByRole('button', { name });

describe('setting git up', () => {
  test('shows the change before it is written, and writes it on a word', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF, view: { git: notYet } });
    await user.click(button('Set up git'));
    expect(screen.getByRole('heading', { name: 'Set up git' })).toBeTruthy();
    expect(screen.getByText(/^5 kinds of host get Daypass as their credential helper/)).toBeTruthy();
    const fold = screen.getByText('Changes in ~/.gitconfig');
    expect(fold.closest('details')?.open).toBe(false);
    await user.click(fold);
    const diff = screen.getByRole('region', { name: 'Changes' });
    expect(diff.textContent).toContain('+[credential');
    expect(diff.querySelectorAll('[data-kind="added"]')).toHaveLength(2);
    expect(diff.querySelectorAll('[data-kind="removed"]')).toHaveLength(1);
    expect(daypass.called('applyGit')).toEqual([]);
    await user.click(button('Set up git'));
    expect(daypass.called('applyGit')).toEqual([{ change: 'set-up' }]);
    expect(screen.getByText('git is set up for CodeCommit')).toBeTruthy();
    expect(screen.getByText('git clone https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/NAME')).toBeTruthy();
    await user.click(button('Done'));
    expect(screen.queryByRole('button', { name: 'Set up git' })).toBeNull();
  });

  test('of two files the second is named', async () => {
    const { user } = await show({ gitDiff: `${DIFF}--- /own\n+++ /own\n@@ -0,0 +1,1 @@\n+x\n`, view: { git: notYet } });
    await user.click(button('Set up git'));
    const diff = screen.getByRole('region', { name: 'Changes' });
    expect(diff.textContent?.match(/^\+\+\+.*/gm)).toEqual(['+++ /own']);
    expect(diff.textContent).not.toContain('--- ');
    expect(diff.querySelectorAll('[data-kind="added"]')).toHaveLength(3);
  });

  test('is undone only after the change back has been seen', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF });
    await goTo(user, 'settings');
    await user.click(button('git and CodeCommit'));
    await user.click(button('Undo git setup'));
    expect(screen.getByText(/^git no longer gets CodeCommit passwords from Daypass/)).toBeTruthy();
    await user.click(button('Undo git setup'));
    expect(daypass.called('applyGit')).toEqual([{ change: 'undo' }]);
    expect(screen.getByText('git is not set up for CodeCommit yet')).toBeTruthy();
  });

  test('says why it could not be written, and plans anew', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF, view: { git: notYet } });
    await user.click(button('Set up git'));
    daypass.refuse('applyGit', 'file.changed-meanwhile', { path: '/home/alice/.gitconfig' });
    await user.click(button('Set up git'));
    expect(screen.getByText(/Another program keeps writing/)).toBeTruthy();
    await user.click(button('Try again'));
    expect(daypass.called('planGit')).toHaveLength(2);
    expect(screen.queryByText(/Another program keeps writing/)).toBeNull();
  });
});
