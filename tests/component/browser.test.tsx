// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { someProfile, someSource } from '../fakes/daypass-samples.ts';
import { show } from './show.tsx';

const HOUR = 3_600_000;
const HERE = 'https://signin.example/here';
const profile = (part: Partial<ProfileView> = {}): ProfileView => ({
  ...someProfile({ name: 'passkey', delivery: 'process', way: { is: 'browser' } }),
  ...part,
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const waiting = (part: Partial<NonNullable<ProfileView['browser']>> = {}) =>
  profile({ phase: 'signingIn', browser: { here: HERE, notOpened: false, elsewhere: null, ...part } });

describe('a profile that signs in with the browser', () => {
  test('has one button, which has the focus, and no code field', async () => {
    const { daypass, user } = await show({ view: { profiles: [profile()] } });
    expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button('Sign in with the browser')));
    await user.keyboard('{Enter}');
    expect(daypass.called('signInWithoutCode')).toEqual([{ profile: 'p1' }]);
  });

  test('a git that waits leaves the button the first thing', async () => {
    const git = { id: 1, repository: 'hello', region: 'eu-west-1', profile: 'p1', since: 0 };
    await show({ view: { profiles: [profile()], waiting: [git] } });
    expect(screen.getByText('hello: git is waiting for you to sign in')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(button('Sign in with the browser')));
  });

  test('while it is waited for, it can be opened again, cancelled, and done elsewhere', async () => {
    const { daypass, user } = await show({ view: { profiles: [waiting()] } });
    expect(screen.getByText('Finish in your browser…')).toBeTruthy();
    await user.click(button('Open it again'));
    expect(daypass.called('openBrowserAgain')).toEqual([{ profile: 'p1' }]);
    await user.click(button('Cancel'));
    expect(daypass.called('cancelSignIn')).toEqual([{ profile: 'p1' }]);
    await user.click(button('On another device'));
    expect(screen.getByRole('img', { name: 'QR code of the address' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'On another device' })).toBeNull();
  });

  test('where no browser could be opened, the address is there to be copied', async () => {
    const { daypass, user } = await show({ view: { profiles: [waiting({ notOpened: true })] } });
    expect(screen.getByRole('textbox', { name: 'Address' })).toHaveProperty('value', HERE);
    await user.click(button('Copy the address'));
    expect(daypass.called('copyAddress')).toEqual([{ profile: 'p1', where: 'here' }]);
    expect(button('Copied')).toBeTruthy();
  });

  test('a text of another device is handed in and forgotten; one that does not fit is said', async () => {
    const { daypass, user } = await show({ view: { profiles: [profile()] } });
    await user.click(button('On another device'));
    const field = screen.getByRole('textbox', { name: 'Text from the page' });
    await user.click(button('Submit'));
    expect(screen.getByText('Paste the text that AWS shows first.')).toBeTruthy();
    expect(daypass.called('pasteSignIn')).toEqual([]);
    await user.type(field, 'nonsense');
    await user.click(button('Submit'));
    expect(field).toHaveProperty('value', '');
    expect(await screen.findByText('That isn’t the text that AWS shows at the end.')).toBeTruthy();
    await user.type(field, 'the text');
    await user.click(button('Submit'));
    expect(daypass.called('pasteSignIn')).toHaveLength(2);
    expect(await screen.findByRole('timer')).toBeTruthy();
  });

  test('the popover stays while something is fetched from another window, and no longer', async () => {
    const { daypass, user } = await show({ view: { profiles: [profile()] } });
    await user.click(button('On another device'));
    expect(daypass.called('stayOpen').at(-1)).toEqual({ stay: true });
    daypass.changeProfile('p1', { browser: null, phase: 'signedOut' });
    await waitFor(() => expect(daypass.called('stayOpen').at(-1)).toEqual({ stay: false }));
  });

  test('missing permissions are said with the statement, which can be copied', async () => {
    const why = failure('browser.not-permitted', { statement: '{"Action":"signin:…"}' });
    const { daypass, user } = await show({ view: { profiles: [profile({ failure: why })] } });
    expect(screen.getByText(/\{"Action":"signin:…"\}/)).toBeTruthy();
    await user.click(button('Copy statement'));
    expect(daypass.called('copyStatement')).toHaveLength(1);
  });

  test('signed in, it says who and until when, and asks for nothing while keys are renewed', async () => {
    const identity = { account: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/Admin/alice' };
    const living = profile({
      phase: 'active',
      expiresAt: Date.now() + 11 * HOUR,
      identity,
      renewing: true,
      needs: 'nothing',
    });
    const { user } = await show({ view: { profiles: [living] } });
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.getByText('alice')).toBeTruthy();
    expect(screen.getByText('123456789012')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign in with the browser' })).toBeNull();
    await user.click(button('More'));
    expect(screen.getByRole('menuitem', { name: 'Renew' })).toBeTruthy();
  });
});

describe('setting it up', () => {
  test('takes a name and a region, and nothing else', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, sources: [someSource('work')] });
    await user.click(await screen.findByRole('button', { name: 'Another way to sign in' }));
    await user.click(await screen.findByRole('button', { name: /^I use a passkey/ }));
    expect(screen.queryByRole('group', { name: 'Which profile holds your key?' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'MFA device' })).toBeNull();
    expect(screen.getByText(/last 15 minutes/)).toBeTruthy();
    await user.click(button('Save'));
    expect(daypass.called('addProfile')).toEqual([
      { name: 'browser', region: 'eu-west-1', delivery: 'process', warnBefore: [15, 5], way: { is: 'browser' } },
    ]);
  });

  test('there is a way back to a key, and nothing of it is lost', async () => {
    const { daypass, user } = await show({
      view: { profiles: [] },
      sources: [someSource('work', { serial: 'arn:aws:iam::123456789012:mfa/alice' })],
    });
    await user.click(await screen.findByRole('button', { name: 'Another way to sign in' }));
    await user.click(button(/^I use a passkey/));
    await user.click(button('Another way to sign in'));
    await user.click(button(/^I type a code from an app/));
    await user.type(screen.getByRole('textbox', { name: 'MFA code' }), '123456');
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'work-mfa', way: { is: 'key', source: 'work' } }]);
  });

  test('without any section there is no dead end', async () => {
    const { user } = await show({ view: { profiles: [] }, sources: [] });
    await user.click(await screen.findByRole('button', { name: /^I use a passkey/ }));
    expect(button('Save')).toBeTruthy();
  });
});
