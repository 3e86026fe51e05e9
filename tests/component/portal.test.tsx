// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { show } from './show.tsx';

const PORTAL = { session: 'acme', startUrl: 'https://acme.awsapps.com/start', ssoRegion: 'eu-central-1' };
const WAY = { is: 'identity-center', ...PORTAL, account: '123456789012', role: 'Developer' } as const;
const SECTION: Source = {
  name: 'dev',
  offer: { name: 'dev-sso', region: 'eu-west-1', way: WAY, flaws: [] },
  refusal: null,
};
const account = (n: number) => ({ id: `${n}`.padStart(12, '0'), name: `Account ${n}`, email: '' });
const some = (count: number) => Array.from({ length: count }, (_, n) => account(n));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('a new profile', () => {
  test('of a section of AWS’s files is saved and signed in with by one click', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, sources: [SECTION] });
    expect(screen.getByText('dev · Europe (Ireland) · acme.awsapps.com')).toBeTruthy();
    await user.click(button('Sign in'));
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'dev-sso', region: 'eu-west-1', way: WAY }]);
    expect(daypass.called('signInWithoutCode')).toEqual([{ profile: 'p1' }]);
  });

  test('of a section of AWS’s files can be changed before', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, sources: [SECTION] });
    await user.click(button('Change'));
    expect(screen.getByRole('group', { name: 'Which profile do you sign in with?' })).toBeTruthy();
    expect(screen.getByText('acme.awsapps.com')).toBeTruthy();
    expect(screen.getByText('Developer in account 123456789012 at acme.awsapps.com')).toBeTruthy();
    await user.click(button('Save'));
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'dev-sso', region: 'eu-west-1', way: WAY }]);
  });

  test('of a portal takes one sign-in, then account and role are chosen', async () => {
    const { daypass, user } = await show({
      view: { profiles: [] },
      portals: [PORTAL],
      accounts: some(2),
      roles: { [account(1).id]: ['Admin', 'ReadOnly'] },
    });
    await user.click(button(/^My company signs me in/));
    await waitFor(() => expect(radio('acme').checked).toBe(true));
    await user.click(button('Sign in to choose account and role'));
    expect(daypass.called('signInToPortal')).toEqual([PORTAL]);
    await user.click(radio('Account 1'));
    await user.click(await screen.findByRole('radio', { name: 'ReadOnly' }));
    expect(screen.getByText(`ReadOnly in account ${account(1).id} at acme.awsapps.com`)).toBeTruthy();
    const region = screen.getByRole('combobox', { name: 'Region' });
    await user.clear(region);
    await user.type(region, 'eu-west-1');
    await user.click(button('Save'));
    expect(daypass.called('addProfile')).toMatchObject([
      { way: { is: 'identity-center', ...PORTAL, account: account(1).id, role: 'ReadOnly' } },
    ]);
  });

  test('where there is only one account with one role, nothing has to be chosen', async () => {
    const { user } = await show({
      view: { profiles: [] },
      portals: [PORTAL],
      accounts: some(1),
      roles: { [account(0).id]: ['Admin'] },
    });
    await user.click(button(/^My company signs me in/));
    await user.click(await screen.findByRole('button', { name: 'Sign in to choose account and role' }));
    expect(await screen.findByText(`Admin in account ${account(0).id} at acme.awsapps.com`)).toBeTruthy();
  });

  test('of many accounts one is found by a part of its name or number', async () => {
    const { user } = await show({ view: { profiles: [] }, portals: [PORTAL], accounts: some(40) });
    await user.click(button(/^My company signs me in/));
    await user.click(await screen.findByRole('button', { name: 'Sign in to choose account and role' }));
    const search = await screen.findByRole('searchbox', { name: 'Search: Account' });
    await user.type(search, 'ACC 39');
    expect(screen.getByRole('radio', { name: 'Account 39' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Account 38' })).toBeNull();
    await user.type(search, 'nothing');
    expect(screen.getByText('No matches')).toBeTruthy();
  });

  test('of an address that is typed asks for address and region first', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, portals: [] });
    await user.click(button(/^My company signs me in/));
    expect(screen.queryByRole('button', { name: 'Sign in to choose account and role' })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'AWS access portal URL' }), PORTAL.startUrl);
    await user.type(screen.getByRole('combobox', { name: 'Region of IAM Identity Center' }), PORTAL.ssoRegion);
    await user.click(button('Sign in to choose account and role'));
    expect(daypass.called('signInToPortal')).toEqual([{ ...PORTAL, session: null }]);
  });

  test('is not saved before account and role are chosen', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, portals: [PORTAL] });
    await user.click(button(/^My company signs me in/));
    await waitFor(() => expect(radio('acme').checked).toBe(true));
    await user.click(button('Save'));
    expect(screen.getByText('Sign in, then choose an account.')).toBeTruthy();
    expect(daypass.called('addProfile')).toEqual([]);
  });

  test('waits for the browser, and can be cancelled', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, portals: [PORTAL], slow: true });
    await user.click(button(/^My company signs me in/));
    await user.click(await screen.findByRole('button', { name: 'Sign in to choose account and role' }));
    expect(await screen.findByText('Finish in your browser…')).toBeTruthy();
    await user.click(button('Cancel'));
    expect(daypass.called('cancelPortal')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText('Finish in your browser…')).toBeNull());
  });
});

describe('a profile that is there', () => {
  const profile = (part: Partial<ProfileView> = {}) => ({ ...someProfile({ name: 'dev', way: WAY }), ...part });

  test('says where the person signs in', async () => {
    await show({ view: { profiles: [profile()] } });
    expect(screen.getByText('At acme.awsapps.com, the way you usually sign in at your company.')).toBeTruthy();
    expect(button('Sign in with the browser')).toBeTruthy();
  });

  test('asks for a click alone where another has signed in already', async () => {
    await show({ view: { profiles: [profile({ needs: 'nothing' })] } });
    expect(button('Sign in')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'On another device' })).toBeNull();
  });

  test('on another device a code is compared, and nothing pasted', async () => {
    const { user, daypass } = await show({ view: { profiles: [profile()] } });
    daypass.userCode = 'ABCD-EFGH';
    await user.click(button('On another device'));
    expect(await screen.findByText('ABCD-EFGH')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Text from the page' })).toBeNull();
  });
});

test('keys that follow each other by themselves are not said to expire', async () => {
  const { daypass } = await show({ view: { profiles: [someProfile({ name: 'dev', way: WAY })] } });
  daypass.changeProfile('p1', { phase: 'active', expiresAt: Date.now() + 3_600_000, endless: true, needs: 'nothing' });
  expect(await screen.findByText('renews itself')).toBeTruthy();
  expect(screen.queryByText(/^until/)).toBeNull();
});
