// The access key's age, its rotation and the way back, as a person sees and uses them.
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RotationView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import type { ShownAccessKey } from '../../electron/core/keys/rotation/key-status.ts';
import { RESTING } from '../fakes/daypass-api.ts';
import { openProfile, show } from './show.tsx';

const DAY = 24 * 3_600_000;
const used = (more: Partial<ShownAccessKey> = {}): ShownAccessKey => ({
  key: 'AKIA…OLD1',
  used: true,
  active: true,
  created: Date.now() - 214 * DAY - 60_000,
  lastUsed: { at: Date.now(), service: 'codecommit' },
  ...more,
});
const second = used({ key: 'AKIA…TWO2', used: false, created: Date.now() - 400 * DAY, lastUsed: null });

async function openKey(world: Parameters<typeof show>[0] = {}) {
  const shown = await show({ keyStatus: { keys: [used()] }, ...world });
  await openProfile(shown.user);
  await shown.user.click(screen.getByRole('button', { name: 'Access key' }));
  return shown;
}
/** Of each key, as it is seen. */
const facts = () =>
  [...document.querySelectorAll('dl')].map((list) =>
    [...list.children].map((line) => [...line.children].map(({ textContent }) => textContent).join(' ')),
  );
const button = (name: string) => screen.queryByRole('button', { name });
const under = (more: Partial<RotationView>): RotationView => ({ ...RESTING, deleteAt: null, ...more });

test('a key’s age and last use are said, and one click rotates it; then there is a way back, and an end', async () => {
  const { daypass, user } = await openKey();
  expect(facts()).toEqual([
    ['Key AKIA…OLD1', 'State used here', 'Created 214 days ago', 'Last used today by codecommit'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Rotate this key' }));
  expect(daypass.called('rotateKey')).toEqual([{ profile: 'p1' }]);
  expect(screen.getByText('The new key AKIA…NEW1 is used. The old one, AKIA…OLD1, is inactive.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(daypass.called('undoRotation')).toEqual([{ profile: 'p1' }]);
  await user.click(screen.getByRole('button', { name: 'Rotate this key' }));
  await user.click(screen.getByRole('button', { name: 'Delete the old key now' }));
  expect(daypass.called('deleteOldKey')).toEqual([{ profile: 'p1' }]);
});

test('a second key is shown, and can go; meanwhile nothing can be rotated', async () => {
  const { daypass, user } = await openKey({ keyStatus: { keys: [used(), second] } });
  expect(facts()[1]).toEqual(['Key AKIA…TWO2', 'State not used here', 'Created 400 days ago', 'Last used never']);
  expect(button('Rotate this key')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Set it inactive' }));
  await user.click(screen.getByRole('button', { name: 'Delete key' }));
  expect(daypass.called('changeOtherKey')).toEqual([
    { profile: 'p1', key: 'AKIA…TWO2', how: 'deactivate' },
    { profile: 'p1', key: 'AKIA…TWO2', how: 'delete' },
  ]);
});

describe('a rotation', () => {
  test('shows its steps while it runs, and can be undone on its way', async () => {
    const { daypass, user } = await openKey();
    act(() => daypass.change({ rotations: [under({ step: 'prove', running: true })] }));
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toContain(
      'wait until AWS accepts the new key…',
    );
    expect(button('Continue')).toBeNull();
    expect(button('Move this key to the keychain')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(daypass.called('undoRotation')).toHaveLength(1);
  });

  test('that has stopped says why and where, and goes on', async () => {
    const why = failure('rotation.denied', { message: 'not authorized' });
    const { daypass, user } = await openKey({
      view: { rotations: [under({ step: 'deactivate', failure: why })] },
    });
    expect(screen.getByRole('alert').textContent).toContain('iam:UpdateAccessKey');
    expect(screen.getByText('Rotation stopped: set the old key inactive.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy request' }));
    expect(daypass.called('copyKeyWishes')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(daypass.called('rotateKey')).toHaveLength(1);
  });

  test('needs a session, and says with whom to sign in', async () => {
    await openKey({ keyStatus: { keys: null, why: failure('rotation.signed-out', { profile: 'work-mfa' }) } });
    expect(screen.getByRole('alert').textContent).toContain('Sign in to work-mfa first.');
    expect(button('Rotate this key')).toBeNull();
  });

  test('that was refused before it began says why', async () => {
    const { daypass, user } = await openKey();
    daypass.refuse('rotateKey', 'rotation.no-keyring');
    await user.click(screen.getByRole('button', { name: 'Rotate this key' }));
    expect(screen.getByRole('alert').textContent).toContain('This system has no keyring that encrypts.');
    expect(button('Rotate this key')).toBeTruthy();
  });
});

test('what gets in without MFA is named, with what to use in its place', async () => {
  await openKey({
    keyStatus: { keys: [used()], gitCredentials: ['alice-at-123456789012'], sshKeys: ['APKAEXAMPLE'] },
  });
  expect(screen.getByText('HTTPS git credentials: alice-at-123456789012')).toBeTruthy();
  expect(screen.getByText('SSH key: APKAEXAMPLE')).toBeTruthy();
  expect(screen.getByText(/Use https URLs with Daypass instead/)).toBeTruthy();
});
