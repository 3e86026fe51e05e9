// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import type { StaleEntry } from '../../electron/core/git/stale/stale-entry.ts';
import { someStaleEntry } from '../fakes/daypass-samples.ts';
import { chooseMore, goTo, show } from './show.tsx';

const entry = (part: Partial<StaleEntry> = {}): StaleEntry =>
  someStaleEntry({ path: 'v1/repos/billing', storedAt: Date.now() - 3 * 86_400_000, ...part });
const kept = entry({ user: 'alice-at-123456789012', kind: 'static', path: null, outcome: 'left', why: 'static' });

async function open(stale: readonly StaleEntry[]) {
  const shown = await show({ stale });
  await chooseMore(shown.user, 'Clear keychain entries');
  return shown;
}

describe('Clear keychain entries', () => {
  test('lists what would be deleted and what not, and deletes nothing by itself', async () => {
    const { daypass } = await open([entry(), entry({ store: '~/.git-credentials', storedAt: null }), kept]);
    expect(screen.getByRole('heading', { name: 'GNOME Keyring' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '~/.git-credentials' })).toBeTruthy();
    const [first] = screen.getAllByRole('listitem');
    expect(
      [...(first?.querySelectorAll('div') ?? [])].map((one) => [...one.children].map((c) => c.textContent)),
    ).toEqual([
      ['Host', 'git-codecommit.eu-west-1.amazonaws.com'],
      ['Path', 'v1/repos/billing'],
      ['User name', 'ASIA…7QXZ'],
      ['Type', 'temporary password'],
      ['Stored', '3 days ago'],
    ]);
    expect(screen.getAllByText('will be deleted')).toHaveLength(2);
    expect(screen.getByText('your own git credential, kept')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Delete 2' })).toBeTruthy();
    expect(daypass.called('clearStale')).toEqual([]);
  });

  test('deletes on a word, and says what was left', async () => {
    const { daypass, user } = await open([entry(), kept]);
    await user.click(screen.getByRole('button', { name: 'Delete 1' }));
    expect(daypass.called('clearStale')).toHaveLength(1);
    expect(screen.getByText('Passwords deleted: 1')).toBeTruthy();
    expect(screen.getByText('Kept: 1')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('textbox', { name: 'MFA code' })).toBeTruthy();
  });

  test('with nothing to delete offers nothing to delete', async () => {
    await open([kept]);
    expect(screen.getByText('No expired CodeCommit passwords found')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
  });

  test('says why an entry is still there', async () => {
    await open([
      entry({ outcome: 'left', why: failure('keychain.denied', { store: 'GNOME Keyring' }) }),
      entry({ outcome: 'left', why: 'came-back' }),
      entry({ outcome: 'left', kind: 'unknown', why: 'unknown' }),
    ]);
    expect(screen.getByText('GNOME Keyring didn’t allow it.')).toBeTruthy();
    expect(screen.getByText('came back after it was deleted')).toBeTruthy();
    expect(screen.getByText('not recognized, kept')).toBeTruthy();
  });

  test('a store that is locked is named, and looked into again after the person has been asked to unlock it', async () => {
    const { daypass, user } = await show({
      staleFailures: [{ store: 'GNOME Keyring', failure: failure('keychain.locked', { store: 'GNOME Keyring' }) }],
    });
    await chooseMore(user, 'Clear keychain entries');
    expect(screen.getByText('Could not be checked:')).toBeTruthy();
    expect(screen.getByText('GNOME Keyring is locked.')).toBeTruthy();
    expect(screen.queryByText('No expired CodeCommit passwords found')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(daypass.called('findStale')).toEqual([{ ask: false }, { ask: true }]);
  });
});

describe('the doctor', () => {
  test('has a store that is locked ask the person, and tells what came of it', async () => {
    const world = {
      staleFailures: [{ store: 'GNOME Keyring', failure: failure('keychain.locked', { store: 'GNOME Keyring' }) }],
    };
    const { daypass, user } = await show(world);
    await goTo(user, 'doctor');
    expect(screen.getByText('GNOME Keyring is locked.')).toBeTruthy();
    expect(daypass.called('findStale')).toEqual([]);
    world.staleFailures = [];
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(daypass.called('findStale')).toEqual([{ ask: true }]);
    expect(screen.queryByText('GNOME Keyring is locked.')).toBeNull();
  });
});
