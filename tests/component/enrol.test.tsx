// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { FORGET_AFTER_MS } from '../../renderer/parts/use-forget.ts';
import { someProfile, someSource } from '../fakes/daypass-samples.ts';
import { TOTP_SECRET } from '../fakes/totp.ts';
import { openProfile, show } from './show.tsx';

const NEW = 'arn:aws:iam::123456789012:mfa/alice-daypass';
const first = (world = {}) => show({ view: { profiles: [] }, sources: [someSource('work')], devices: [], ...world });
const begin = () => screen.findByRole('button', { name: 'Set up an MFA device here' });
const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name });
const FIRST = /^First code/;
const SECOND = /^Second code/;
const picture = () => screen.queryByRole('img', { name: /^QR code of the new MFA device/ });
const shownSecret = () => document.body.textContent?.replaceAll(' ', '').includes(TOTP_SECRET);

async function begun(world = {}) {
  const shown = await first(world);
  await shown.user.click(await begin());
  const give = async (one: string, two: string) => {
    await shown.user.type(await field(FIRST), one);
    await shown.user.type(await field(SECOND), two);
  };
  return { ...shown, give };
}
afterEach(() => vi.useRealTimers());

describe('a user without a device', () => {
  test('one click and two codes, and the profile is there, which asks for the next code', async () => {
    const { daypass, give } = await begun();
    await waitFor(() => expect(picture()).toBeTruthy());
    expect(daypass.called('beginEnrolment')).toEqual([{ source: 'work', region: 'eu-west-1' }]);
    await give('111111', '222222');
    expect(daypass.called('enableEnrolment')).toEqual([{ first: '111111', second: '222222' }]);
    await waitFor(() => expect(daypass.called('addProfile')).toMatchObject([{ way: { serial: NEW, source: 'work' } }]));
    act(() => daypass.changeProfile('p1', { nextCodeAt: Date.now() + 20_000 }));
    expect(await field(/^MFA code$/)).toBeTruthy();
    expect(screen.getByText(/^The current code was already used. Type the next one in (19|20) s\.$/)).toBeTruthy();
    act(() => daypass.changeProfile('p1', { nextCodeAt: Date.now() - 60_000 }));
    expect(screen.queryByText(/^The current code was already used/)).toBeNull();
  });

  test.each([
    ['with nothing but security keys', { devices: [{ serial: 'arn:aws:iam::1:u2f/user/a/b', kind: 'fido' }] }],
    ['whose devices may not be listed', { devices: failure('device.list-denied') }],
  ])('and one %s can set one up', async (_, world) => {
    await begun(world);
    await waitFor(() => expect(picture()).toBeTruthy());
  });

  test('in the keychain: no code at all', async () => {
    const { daypass, user } = await begun();
    await user.click(screen.getByRole('button', { name: 'Store the authenticator on this computer instead' }));
    expect(screen.getByText('Both factors on one computer')).toBeTruthy();
    expect(picture()).toBeNull();
    expect(daypass.called('keepEnrolment')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Store it here and set up the device' }));
    await waitFor(() => expect(daypass.called('addProfile')).toMatchObject([{ way: { serial: NEW } }]));
    expect(daypass.called('enableEnrolment')).toEqual([]);
  });

  test('in the keychain, where nothing can be kept: said', async () => {
    const { daypass, user } = await begun({ cannotKeep: failure('kept.not-encrypted') });
    await user.click(screen.getByRole('button', { name: 'Store the authenticator on this computer instead' }));
    await user.click(screen.getByRole('button', { name: 'Store it here and set up the device' }));
    expect(await screen.findByText(/This system has no keyring that encrypts/)).toBeTruthy();
    expect(daypass.called('addProfile')).toEqual([]);
  });

  test('the same code twice is not handed over, and the next is waited for', async () => {
    const { daypass, user, give } = await begun();
    await give('111111', '111111');
    expect(screen.getByText(/^That is the first code again/)).toBeTruthy();
    expect(daypass.called('enableEnrolment')).toEqual([]);
    await user.type(await field(SECOND), '222222');
    expect(daypass.called('enableEnrolment')).toEqual([{ first: '111111', second: '222222' }]);
  });

  test('codes that AWS refuses are followed by the next two', async () => {
    const { daypass, give } = await begun();
    await give('000111', '222222');
    expect(await screen.findByText(/^AWS didn’t accept the two codes/)).toBeTruthy();
    await give('333333', '444444');
    await waitFor(() => expect(daypass.called('addProfile')).toHaveLength(1));
  });

  test.each([
    ['network.offline', 1],
    ['enrol.busy', 1],
    ['enrol.over', 2],
    ['enrol.gone', 2],
  ] as const)('after %s, %i device was made: only one that is lost is begun anew', async (code, made) => {
    const { daypass, user, give } = await begun();
    daypass.refuse('enableEnrolment', code, { message: '', host: '' });
    await give('111111', '222222');
    const again = screen.queryByRole('button', { name: 'Try again' });
    if (again) await user.click(again);
    expect(daypass.called('beginEnrolment')).toHaveLength(made);
    await give('333333', '444444');
    await waitFor(() => expect(daypass.called('addProfile')).toHaveLength(1));
  });

  test('the name that a setup before has left is named', async () => {
    await begun({ taken: ['alice-daypass'] });
    expect(
      await screen.findByText(/The name alice-daypass is already taken, so this device is called alice-daypass-2\./),
    ).toBeTruthy();
  });

  test('a profile whose device is gone gets the new one', async () => {
    const { daypass, user } = await show({ sources: [someSource('work')], devices: [] });
    await openProfile(user);
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    await user.click(await begin());
    await user.type(await field(FIRST), '111111');
    await user.type(await field(SECOND), '222222');
    await waitFor(() =>
      expect(daypass.called('editProfile')).toMatchObject([{ profile: 'p1', choice: { way: { serial: NEW } } }]),
    );
    expect(daypass.called('addProfile')).toEqual([]);
  });

  test('given up, the secret is forgotten, and the form is there again', async () => {
    const { daypass, user } = await begun();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(daypass.called('dropEnrolment')).toHaveLength(1);
    expect(await begin()).toBeTruthy();
    expect(daypass.called('stayOpen')).toEqual([{ stay: true }, { stay: false }]);
  });
});

describe('the secret', () => {
  test('is in the page as text only when it is asked for, and can be copied', async () => {
    const { daypass, user } = await begun();
    await waitFor(() => expect(picture()).toBeTruthy());
    expect(shownSecret()).toBe(false);
    expect(daypass.called('showEnrolmentSecret')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Can’t scan it? Show the secret' }));
    expect(shownSecret()).toBe(true);
    daypass.refuse('copyEnrolmentSecret', 'clipboard.unmarked');
    await user.click(screen.getByRole('button', { name: 'Copy the secret' }));
    expect(screen.queryByText(/^Copied/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Copy anyway' }));
    expect(daypass.called('copyEnrolmentSecret')).toEqual([{ unmarked: false }, { unmarked: true }]);
    expect(screen.getByText(/^Copied/)).toBeTruthy();
  });

  test('is dropped from the page when the window is left, with the first code, and can be shown again', async () => {
    const { user } = await begun();
    await user.click(await screen.findByRole('button', { name: 'Can’t scan it? Show the secret' }));
    await user.type(await field(FIRST), '111111');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent.blur(window);
    act(() => void vi.advanceTimersByTime(FORGET_AFTER_MS));
    vi.useRealTimers();
    expect(shownSecret()).toBe(false);
    expect(picture()).toBeNull();
    expect(await field(FIRST)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show it again' }));
    await waitFor(() => expect(picture()).toBeTruthy());
    expect(shownSecret()).toBe(false);
  });
});

test('what a policy denies is said, with a text for whoever can change it', async () => {
  const { daypass, user } = await first();
  const message =
    'User: arn:aws-cn:iam::123456789012:user/alice is not authorized to perform: iam:CreateVirtualMFADevice';
  daypass.refuse('beginEnrolment', 'enrol.denied', { message });
  await user.click(await begin());
  const text = await screen.findByRole('region', { name: 'For your AWS administrator' });
  expect(text.textContent).toMatch(/Please let arn:aws-cn:iam::123456789012:user\/alice set up their MFA device and/);
  expect(text.textContent).toContain('"iam:CreateVirtualMFADevice"');
  expect(text.textContent).toContain('arn:aws-cn:iam::*:mfa/*');
  await user.click(screen.getByRole('button', { name: 'Copy this text' }));
  expect(daypass.called('copyDeviceRequest')).toEqual([{ user: 'arn:aws-cn:iam::123456789012:user/alice' }]);
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
});

describe('an authenticator that drifts', () => {
  const drifting = (code: 'code.drifting' | 'code.clock' = 'code.drifting', params = {}) =>
    show({ view: { profiles: [{ ...someProfile(), failure: failure(code, params) }] } });

  test('two codes, and the profile takes the next', async () => {
    const { daypass, user } = await drifting();
    await user.click(screen.getByRole('button', { name: 'Resynchronize' }));
    expect(screen.getByText(/mfa\/alice/)).toBeTruthy();
    expect(document.activeElement).toBe(await field(FIRST));
    await user.type(await field(FIRST), '000111');
    await user.type(await field(SECOND), '222222');
    expect(await screen.findByText(/^AWS didn’t accept the two codes/)).toBeTruthy();
    await user.type(await field(FIRST), '333333');
    await user.type(await field(SECOND), '444444');
    expect(daypass.called('resync').at(-1)).toEqual({ profile: 'p1', first: '333333', second: '444444' });
    expect(await field(/^MFA code$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Resynchronize' })).toBeNull();
  });

  test('where this computer’s clock is off, that is said first', async () => {
    await drifting('code.clock', { minutes: 5, reason: 'clock-behind' });
    const box = screen.getByRole('alert');
    expect(within(box).getByText(/this computer’s clock is 5 min slow/)).toBeTruthy();
    expect(within(box).getByRole('button', { name: 'Resynchronize' })).toBeTruthy();
  });

  test('denied: the text for whoever can change it', async () => {
    const { daypass, user } = await drifting();
    await user.click(screen.getByRole('button', { name: 'Resynchronize' }));
    daypass.refuse('resync', 'enrol.denied', { message: 'no' });
    await user.type(await field(FIRST), '111111');
    await user.type(await field(SECOND), '222222');
    const text = await screen.findByRole('region', { name: 'For your AWS administrator' });
    expect(text.textContent).toMatch(/Please let my IAM user set up/);
  });
});
