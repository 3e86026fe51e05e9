// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { someProfile } from '../fakes/daypass-samples.ts';
import { goTo, show } from './show.tsx';

const DIFF =
  '--- /home/alice/.gitconfig\n+++ /home/alice/.gitconfig\n@@ -1 +1,3 @@\n-\thelper = store\n+[credential "https://…"]\n+\thelper =\n';
const notYet = { version: '2.39.5', setUp: false, findings: [], home: '/home/alice' };
const button = (name: string | RegExp) => screen.getByRole('button', { name });

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
    await goTo(user, 'session');
    await user.click(screen.getByRole('button', { name: /^git ready/ }));
    await user.click(button('Undo git setup'));
    expect(screen.getByText(/^git no longer gets CodeCommit passwords from Daypass/)).toBeTruthy();
    await user.click(button('Undo git setup'));
    expect(daypass.called('applyGit')).toEqual([{ change: 'undo' }]);
    expect(screen.getByText('git isn’t set up for CodeCommit yet')).toBeTruthy();
  });

  test('says why it could not be written, and plans anew', async () => {
    const { daypass, user } = await show({ gitDiff: DIFF, view: { git: notYet } });
    await user.click(button('Set up git'));
    daypass.refuse('applyGit', 'file.changed-meanwhile', { path: '/home/alice/.gitconfig' });
    await user.click(button('Set up git'));
    expect(screen.getByText(/Another program keeps changing/)).toBeTruthy();
    await user.click(button('Try again'));
    expect(daypass.called('planGit')).toHaveLength(2);
    expect(screen.queryByText(/Another program keeps changing/)).toBeNull();
  });
});

describe('once git is set up', () => {
  const setUp = { version: '2.39.5', setUp: true, findings: [] };

  test('the last uses are named, the newest first', async () => {
    const use = { profile: 'p1', by: 'git', outcome: 'answered' } as const;
    const uses = [
      { ...use, at: 1, what: 'billing' },
      { ...use, at: 2, what: 'hello', outcome: 'rejected-by-aws' as const },
    ];
    const { user } = await show({ view: { git: setUp, uses } });
    await user.click(button(/^git ready/));
    const texts = screen.getAllByRole('listitem').map((one) => one.textContent ?? '');
    expect(texts[0]).toMatch(/^hellorejected by AWSgit/);
    expect(texts[1]).toMatch(/^billingprovidedgit/);
  });

  test('what was remembered for a repository is changed or forgotten here', async () => {
    const profiles = [someProfile({ id: 'a', name: 'work-mfa' }), someProfile({ id: 'b', name: 'other-mfa' })];
    const { daypass, user } = await show({ view: { git: setUp, profiles, repositories: { 'h/app': 'a' } } });
    await user.click(button(/^git ready/));
    await user.selectOptions(screen.getByRole('combobox', { name: 'app' }), 'other-mfa');
    await user.selectOptions(screen.getByRole('combobox', { name: 'app' }), 'Ask next time');
    expect(daypass.called('setRepository')).toEqual([
      { repository: 'h/app', profile: 'b' },
      { repository: 'h/app', profile: null },
    ]);
    expect(screen.queryByRole('combobox', { name: 'app' })).toBeNull();
  });
});
