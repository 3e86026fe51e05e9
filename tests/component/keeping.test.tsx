import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { LARGEST_PICTURE } from '../../electron/core/surfaces/contract/authenticator-calls.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { TOTP_SECRET } from '../fakes/totp.ts';
import { throughWith } from '../unit/samples.ts';
import { chooseMore, goTo, openProfile, show } from './show.tsx';

const stored = (part: Partial<ProfileView> = {}) => ({ ...someProfile(), storedTotp: true, ...part });
const through = someProfile({
  id: 'p2',
  name: 'deploy',
  way: throughWith('p1'),
});
type World = Parameters<typeof show>[0];

async function open(row: string, world?: World) {
  const shown = await show(world);
  await openProfile(shown.user);
  await shown.user.click(screen.getByRole('button', { name: row }));
  return shown;
}
const openTotp = (world?: World) => open('One-click sign-in', world);
const openKey = (world?: World) => open('Access key', world);
const secretField = () => screen.getByLabelText<HTMLInputElement>('Secret, or otpauth:// text');
const keep = () => screen.getByRole('button', { name: 'Store on this computer' });
const picture = (size = 10) => new File([new Uint8Array(size).fill(1)], 'qr.png', { type: 'image/png' });

describe('one-click sign-in', () => {
  test('one button, no digits; a code can be typed instead, and back', async () => {
    const { daypass, user } = await show({ view: { profiles: [stored()] } });
    expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Type a code instead' }));
    expect(screen.getByRole('textbox', { name: 'MFA code' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use the stored authenticator' }));
    expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(daypass.called('signInWithoutCode')).toEqual([{ profile: 'p1' }]);
    expect(daypass.called('signIn')).toEqual([]);
    expect(screen.getByRole('timer')).toBeTruthy();
  });

  test('a renewal is one click too', async () => {
    const { daypass, user } = await show({
      view: { profiles: [stored({ phase: 'active', expiresAt: Date.now() + 3_600_000 })] },
    });
    await chooseMore(user, 'Renew');
    expect(daypass.called('signInWithoutCode')).toHaveLength(1);
  });

  test('a wait for the next code is shown, in AWS’s time, and counts down', async () => {
    const { daypass } = await show({ view: { profiles: [stored({ phase: 'signingIn' })], awsOffset: 3_600_000 } });
    expect(screen.getByText('Checking with AWS…')).toBeTruthy();
    act(() => daypass.changeProfile('p1', { nextCodeAt: Date.now() + 3_600_000 + 20_000 }));
    expect(screen.getByText(/^Next code in (19|20) s$/)).toBeTruthy();
    act(() => daypass.changeProfile('p1', { nextCodeAt: null }));
    expect(screen.getByText('Checking with AWS…')).toBeTruthy();
  });

  test('what is said beneath the boxes elsewhere is said here too, where there are none', async () => {
    const rests = failure('device.cooling-down', { seconds: 90, until: Date.now() + 90_000 });
    await show({ view: { profiles: [stored({ failure: rests })] } });
    expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull();
    expect(screen.getByRole('alert').textContent).toMatch(/too many|many tries|attempts/);
  });

  test('refused: the next code is typed', async () => {
    const { daypass, user } = await show({ view: { profiles: [stored()] } });
    daypass.refuse('signInWithoutCode', 'totp.refused');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await user.click(screen.getByRole('button', { name: 'Type the next code' }));
    expect(screen.getByRole('textbox', { name: 'MFA code' })).toBeTruthy();
  });
});

describe('giving the secret', () => {
  test('a warning comes first; the field is emptied in the moment it is handed over', async () => {
    const { daypass, user } = await openTotp();
    expect(screen.getByRole('note').textContent).toContain('Both factors on one computer');
    expect(secretField().type).toBe('password');
    await user.type(secretField(), TOTP_SECRET);
    const field = secretField();
    await user.click(keep());
    expect(field.value).toBe('');
    expect(daypass.called('storeTotp')).toEqual([{ profile: 'p1', text: TOTP_SECRET }]);
    expect(screen.getByText('The authenticator of work-mfa is stored in the keychain.')).toBeTruthy();
  });

  test('nothing is nothing, and what is refused is said', async () => {
    const { daypass, user } = await openTotp();
    await user.click(keep());
    expect(screen.getByText('Paste the secret first.')).toBeTruthy();
    expect(secretField()).toBe(document.activeElement);
    expect(daypass.called('storeTotp')).toEqual([]);
    await user.type(secretField(), '123456{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('This isn’t an authenticator secret.');
    expect(secretField().value).toBe('');
  });

  test.each(['paste', 'drop'] as const)('as a picture, by %s', async (way) => {
    const { daypass } = await openTotp();
    const files = [picture()];
    await act(async () => {
      if (way === 'paste') fireEvent.paste(document, { clipboardData: { files } });
      else fireEvent.drop(document, { dataTransfer: { files } });
    });
    await waitFor(() => expect(daypass.called('storeTotpPicture')).toHaveLength(1));
    const [given] = daypass.called('storeTotpPicture') as [{ picture: Uint8Array }];
    expect([given.picture instanceof Uint8Array, given.picture.length]).toEqual([true, 10]);
    expect(await screen.findByText('The authenticator of work-mfa is stored in the keychain.')).toBeTruthy();
  });

  test('of several on a picture one is asked for by its name, and the picture is then forgotten', async () => {
    const { daypass, user } = await openTotp();
    const files = [new File([Uint8Array.of(2, 1, 1, 1)], 'qr.png', { type: 'image/png' })];
    await act(async () => void fireEvent.paste(document, { clipboardData: { files } }));
    await screen.findByText(/This picture has several codes/);
    expect(screen.getByRole('button', { name: 'Amazon Web Services: device 1' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Amazon Web Services: device 2' }));
    expect(daypass.called('storeTotpPicture')).toMatchObject([
      { chosen: null },
      { chosen: 'Amazon Web Services: device 2', picture: Uint8Array.of(2, 1, 1, 1) },
    ]);
    expect(await screen.findByText('The authenticator of work-mfa is stored in the keychain.')).toBeTruthy();
  });

  test('a text that is pasted is no picture', async () => {
    const { daypass, user } = await openTotp();
    await user.click(secretField());
    await user.paste(TOTP_SECRET);
    expect(secretField().value).toBe(TOTP_SECRET);
    expect(daypass.called('storeTotpPicture')).toEqual([]);
  });

  test('a file that is too large is not even read', async () => {
    const { daypass } = await openTotp();
    const file = picture();
    Object.defineProperty(file, 'size', { value: LARGEST_PICTURE + 1 });
    await act(async () => void fireEvent.drop(document, { dataTransfer: { files: [file] } }));
    expect(screen.getByText('This file is too large to be a picture of a QR code.')).toBeTruthy();
    expect(daypass.called('storeTotpPicture')).toEqual([]);
  });

  test('the popover stays open meanwhile, and no longer', async () => {
    const { daypass, user } = await openTotp();
    expect(daypass.called('stayOpen')).toEqual([{ stay: true }]);
    await goTo(user, 'session');
    expect(daypass.called('stayOpen')).toEqual([{ stay: true }, { stay: false }]);
  });

  test('nobody is asked for what cannot be kept', async () => {
    const { daypass } = await openTotp({ cannotKeep: failure('kept.not-encrypted') });
    expect(screen.getByRole('alert').textContent).toContain('no keyring that encrypts');
    expect(screen.queryByLabelText('Secret, or otpauth:// text')).toBeNull();
    expect(daypass.called('stayOpen')).toEqual([]);
  });

  test('a git that begins to wait does not interrupt it', async () => {
    const { daypass } = await openTotp();
    act(() =>
      daypass.change({ waiting: [{ id: 1, repository: 'app', region: 'eu-west-1', profile: 'p1', since: 0 }] }),
    );
    expect(secretField()).toBeTruthy();
  });
});

describe('what is stored', () => {
  test('can sign in by itself every day, at a time that can be changed', async () => {
    const { daypass, user } = await show({ view: { profiles: [stored()] } });
    await openProfile(user);
    expect(screen.getByLabelText<HTMLInputElement>('At').disabled).toBe(true);
    const daily = screen.getByRole('switch', { name: 'Sign in by itself every day' });
    expect((daily as HTMLInputElement).checked).toBe(false);
    await user.click(daily);
    fireEvent.change(screen.getByLabelText('At'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('At'), { target: { value: '07:15' } });
    await user.click(screen.getByRole('switch', { name: 'Sign in by itself every day' }));
    expect(daypass.called('signInDaily')).toEqual([
      { profile: 'p1', at: '08:00' },
      { profile: 'p1', at: '07:15' },
      { profile: 'p1', at: null },
    ]);
  });

  test('is removed after a second word', async () => {
    const { daypass, user } = await openTotp({ view: { profiles: [stored()] } });
    await user.click(screen.getByRole('button', { name: 'Remove from this computer' }));
    expect(daypass.called('removeTotp')).toEqual([]);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Remove' }));
    expect(daypass.called('removeTotp')).toEqual([{ profile: 'p1' }]);
    expect(secretField()).toBeTruthy();
  });

  test.each([
    ['goes with its profile, which is said before', [stored()], 1],
    ['stays with another profile of the device', [stored(), stored({ id: 'p2', name: 'other-mfa' })], 0],
  ] as const)('%s', async (_, profiles, times) => {
    const { user } = await show({ view: { profiles: [...profiles] } });
    await openProfile(user);
    await user.click(screen.getByRole('button', { name: 'Remove this profile' }));
    expect(screen.queryAllByText(/Its authenticator is also deleted from this computer/)).toHaveLength(times);
  });

  test('is seen on the profile’s page; a role on another session has nothing of it', async () => {
    const { user } = await show({ view: { profiles: [stored({ dailyAt: '08:30' }), through] } });
    await openProfile(user);
    expect(screen.getByRole('button', { name: 'One-click sign-in', description: 'On' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('At').value).toBe('08:30');
    await openProfile(user, 'deploy');
    expect(screen.queryByRole('button', { name: 'One-click sign-in' })).toBeNull();
    expect(screen.queryByLabelText('At')).toBeNull();
  });
});

describe('the long-term key', () => {
  const KEEP = 'Move this key to the keychain';

  test('is kept after it was said what that means, and can be put back', async () => {
    const { daypass, user } = await openKey();
    expect(screen.getByText(/no longer find a key there/).textContent).toContain('they can use work-mfa instead');
    await user.click(screen.getByRole('button', { name: KEEP }));
    expect(daypass.called('keepKey')).toEqual([{ profile: 'p1' }]);
    expect(screen.getByText('The key of work is in the keychain, and not in the file.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Move it back to the file' }));
    expect(screen.getByRole('button', { name: KEEP })).toBeTruthy();
  });

  test('stays where it is when that is refused', async () => {
    const { daypass, user } = await openKey();
    daypass.refuse('keepKey', 'key.wrong-secret', { profile: 'work' });
    await user.click(screen.getByRole('button', { name: KEEP }));
    expect(screen.getByRole('alert').textContent).toContain('doesn’t match the access key');
    expect(screen.getByRole('button', { name: KEEP })).toBeTruthy();
  });

  test('that is in both places is said to be', async () => {
    await openKey({ keyPlace: 'both' });
    expect(screen.getByText(/that one is used/)).toBeTruthy();
    expect(screen.getByRole('button', { name: KEEP })).toBeTruthy();
  });

  test('that is still in the file until the next start is said to be, and can be left there', async () => {
    const { daypass, user } = await openKey({ keyPlace: 'leaving' });
    expect(screen.getByRole('status').textContent).toContain('and still in the file');
    expect(screen.getByText(/the next time it starts/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: KEEP })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Keep it in the file' }));
    expect(daypass.called('putKeyBack')).toEqual([{ profile: 'p1' }]);
    expect(screen.getByRole('button', { name: KEEP })).toBeTruthy();
  });

  test('whose keyring is locked can be asked for, and is then looked for again', async () => {
    const { daypass, user } = await openKey({ keyPlace: 'keychain' });
    daypass.refuse('putKeyBack', 'key.box-unavailable', { profile: 'work' });
    await user.click(screen.getByRole('button', { name: 'Move it back to the file' }));
    await user.click(screen.getByRole('button', { name: 'Unlock keyring' }));
    expect(daypass.called('unlockKeyring')).toHaveLength(1);
    expect(daypass.called('putKeyBack')).toHaveLength(2);
    expect(screen.getByRole('button', { name: KEEP })).toBeTruthy();
  });

  test('that is nowhere is said to be missing', async () => {
    await openKey({ keyPlace: 'nowhere' });
    expect(screen.getByRole('alert').textContent).toContain('Profile work has no long-term access key.');
    expect(screen.queryByRole('button', { name: KEEP })).toBeNull();
  });
});
