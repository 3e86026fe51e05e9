// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { RIGHT_CODE } from '../fakes/daypass-api.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { throughWith } from '../unit/samples.ts';
import { chooseMore, show } from './show.tsx';

const HOUR = 3_600_000;
const active = (part: Partial<ProfileView> = {}): ProfileView => ({
  ...someProfile(),
  phase: 'active',
  expiresAt: Date.now() + 11 * HOUR,
  ...part,
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const way = throughWith('p1');

async function copyFor(user: UserEvent, shell: string): Promise<void> {
  await user.click(button('Copy'));
  await user.click(screen.getByRole('menuitem', { name: `Variables for ${shell}` }));
}

describe('signing in', () => {
  test('six digits bring the countdown', async () => {
    const { user } = await show();
    await user.keyboard(RIGHT_CODE);
    expect(await screen.findByRole('timer')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull();
    expect(document.activeElement).toBe(button('Open terminal'));
    expect(button('Copy')).toBeTruthy();
  });

  test('signing out brings the code field back', async () => {
    const { daypass, user } = await show({ view: { profiles: [active()] } });
    await chooseMore(user, 'Sign out');
    expect(daypass.called('signOut')).toEqual([{ profile: 'p1' }]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' })));
  });

  test('a failure says its cause and its fix; the button goes where it is mended', async () => {
    const { user } = await show({
      view: { profiles: [{ ...someProfile(), failure: failure('key.wrong-secret', { profile: 'work' }) }] },
    });
    const box = screen.getByRole('alert');
    expect(within(box).getByText(/doesn’t match the access key/)).toBeTruthy();
    expect(within(box).getByText(/Enter the right secret in profile work/)).toBeTruthy();
    await user.click(within(box).getByRole('button', { name: 'Edit profile' }));
    expect(screen.getByRole('heading', { name: 'Edit work-mfa' })).toBeTruthy();
  });

  test('a failure of what comes after the sign-in stands beside the session', async () => {
    await show({ view: { profiles: [active({ failure: failure('file.read-only', { path: '/x/credentials' }) })] } });
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.getByText(/\/x\/credentials isn’t writable/)).toBeTruthy();
    expect(button('Show credentials file')).toBeTruthy();
  });

  test('a device that must rest closes the field and says for how long, counted from a time and not from a look', async () => {
    const resting = failure('device.cooling-down', { seconds: 300, until: Date.now() + HOUR + 90_000 });
    await show({ view: { profiles: [{ ...someProfile(), failure: resting }], awsOffset: HOUR } });
    expect(screen.getByText(/^Wait (90|89) s, then type a new code/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'MFA code' })).toHaveProperty('disabled', true);
  });

  test('a device that has rested takes a code again', async () => {
    const rested = failure('device.cooling-down', { seconds: 300, until: Date.now() - 1 });
    await show({ view: { profiles: [{ ...someProfile(), failure: rested }] } });
    expect(screen.queryByText(/had many attempts/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test('what a new code mends is said beneath the boxes, and nothing moves', async () => {
    const { daypass, user } = await show();
    expect(screen.getByText('Six digits from your authenticator')).toBeTruthy();
    daypass.refuse('signIn', 'code.rejected');
    await user.keyboard('654321');
    expect(screen.getByRole('alert').textContent).toBe('AWS didn’t accept the code. It is wrong or was already used.');
    expect(screen.queryByText('Six digits from your authenticator')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test('digits typed after the window came to the front are a code, wherever the focus was; what is filled in keeps it', async () => {
    const { user } = await show({ view: { git: { version: '2.39.5', setUp: false, findings: [] } } });
    act(() => button('Set up git').focus());
    act(() => void window.dispatchEvent(new Event('focus')));
    await user.keyboard('123');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'MFA code' }).value).toBe('123');
    await user.click(button('More'));
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
  });

  test('an expired session says since when', async () => {
    const endedAt = Date.now() + HOUR;
    await show({ view: { profiles: [{ ...someProfile(), phase: 'expired', endedAt }], awsOffset: HOUR } });
    expect(screen.getByText(/^Expired at \d\d:\d\d$/)).toBeTruthy();
  });

  test('Renew asks for a code while the session goes on', async () => {
    const { daypass, user } = await show({ slow: true, view: { profiles: [active()] } });
    expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull();
    await chooseMore(user, 'Renew');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
    await user.keyboard(RIGHT_CODE);
    expect(screen.getByText('Renewing…')).toBeTruthy();
    expect(screen.getByRole('timer')).toBeTruthy();
    await act(async () => daypass.answerSignIn());
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'MFA code' })).toBeNull());
    expect(screen.getByRole('timer')).toBeTruthy();
  });

  test('a session that ends soon asks by itself', async () => {
    await show({ view: { profiles: [active({ phase: 'expiring', expiresAt: Date.now() + 600_000 })] } });
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test('a role on another session needs that session, then no code', async () => {
    const deploy = someProfile({ id: 'p2', name: 'deploy', way });
    const { daypass, user } = await show({ view: { profiles: [someProfile(), deploy], shown: 'p2' } });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
    await user.click(button('Go to work-mfa'));
    await user.keyboard(RIGHT_CODE);
    await screen.findByRole('timer');
    act(() => daypass.change({ shown: 'p2' }));
    await user.click(button('Sign in'));
    expect(daypass.called('signInWithoutCode')).toEqual([{ profile: 'p2' }]);
    expect(await screen.findByRole('timer')).toBeTruthy();
  });

  test('Copy says when the clipboard is cleared, and why it could not copy', async () => {
    const { daypass, user } = await show({ view: { profiles: [active()] } });
    daypass.refuse('copyEnvironment', 'session.expired');
    await copyFor(user, 'fish');
    expect(screen.getByText('The session has expired.')).toBeTruthy();
    await copyFor(user, 'bash, zsh');
    expect(screen.getByText(/Copied; the clipboard is cleared/)).toBeTruthy();
    expect(screen.queryByText('The session has expired.')).toBeNull();
    expect(daypass.called('copyEnvironment')).toEqual([
      { profile: 'p1', shell: 'fish', unmarked: false },
      { profile: 'p1', shell: 'sh', unmarked: false },
    ]);
  });

  test('what could not be copied is copied when it is tried again, and opens no terminal', async () => {
    const { daypass, user } = await show({ view: { profiles: [active()] } });
    daypass.refuse('copyEnvironment', 'internal.unexpected', { kind: 'Error' });
    await copyFor(user, 'fish');
    await user.click(button('Try again'));
    expect(daypass.called('copyEnvironment')).toHaveLength(2);
    expect(daypass.called('openTerminal')).toEqual([]);
  });

  test('what cannot be marked as a secret is copied only by a person who knows it', async () => {
    const { daypass, user } = await show({ view: { profiles: [active()] } });
    daypass.refuse('copyEnvironment', 'clipboard.unmarked');
    await copyFor(user, 'PowerShell');
    expect(screen.getByText(/^Nothing was copied yet/)).toBeTruthy();
    await user.click(button('Copy anyway'));
    expect(screen.getByText(/Copied; the clipboard is cleared/)).toBeTruthy();
    const profile = 'p1';
    expect(daypass.called('copyEnvironment')).toEqual([
      { profile, shell: 'powershell', unmarked: false },
      { profile, shell: 'powershell', unmarked: true },
    ]);
  });

  test('the stub copies what has a command of AWS’s use the profile', async () => {
    const { daypass, user } = await show({ view: { profiles: [active()] } });
    await user.click(button('--profile work-mfa'));
    expect(daypass.called('copyProfileOption')).toEqual([{ profile: 'p1' }]);
    expect(button('--profile work-mfa Copied')).toBeTruthy();
  });
});

describe('several profiles', () => {
  const profiles = [active(), someProfile({ id: 'p2', name: 'prod-mfa' }), someProfile({ id: 'p3', name: 'lab-mfa' })];

  test('are listed with what each is doing, and switched', async () => {
    const { daypass, user } = await show({ view: { profiles } });
    await user.click(button('work-mfa'));
    const list = within(screen.getByRole('menu', { name: 'Profiles' }));
    expect(list.getByRole('menuitemradio', { name: /^work-mfa.* 1[01] hr.* left$/, checked: true })).toBeTruthy();
    await user.click(list.getByRole('menuitemradio', { name: /^prod-mfa.*Signed out$/ }));
    expect(daypass.called('showProfile')).toEqual([{ profile: 'p2' }]);
    expect(button('prod-mfa')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test('the list goes by arrow keys; Escape closes it and hides nothing', async () => {
    const { daypass, user } = await show({ view: { profiles } });
    await user.click(button('work-mfa'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('lab-mfa');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu', { name: 'Profiles' })).toBeNull();
    expect(document.activeElement).toBe(button('work-mfa'));
    expect(daypass.called('hide')).toEqual([]);
  });

  test('a half-typed code does not go over to another profile', async () => {
    const { daypass, user } = await show({ view: { profiles, shown: 'p2' } });
    await user.keyboard('123');
    act(() => daypass.change({ shown: 'p3' }));
    await user.keyboard('456');
    expect(daypass.called('signIn')).toEqual([]);
  });
});

describe('a git that waits', () => {
  const git = { id: 7, repository: 'billing', region: 'eu-west-1', profile: 'p1', since: 0 };

  test('is named until the code is typed', async () => {
    const { user } = await show({ view: { waiting: [git] } });
    expect(screen.getByText('billing: git is waiting for you to sign in')).toBeTruthy();
    await user.keyboard(RIGHT_CODE);
    await waitFor(() => expect(screen.queryByText('billing: git is waiting for you to sign in')).toBeNull());
  });

  test('can be stopped', async () => {
    const { daypass, user } = await show({ view: { waiting: [git] } });
    await user.click(button('Stop waiting'));
    expect(daypass.called('cancelWaiting')).toEqual([{ id: 7 }]);
    expect(screen.queryByText('billing: git is waiting for you to sign in')).toBeNull();
  });

  test.each([
    [null, 'billing: git continues…'],
    ['taken', 'billing: accepted by AWS'],
    ['refused', 'billing: refused by AWS'],
  ] as const)('that has gone on is shown for a moment: %j', async (outcome, text) => {
    await show({ view: { wentOn: { repositories: ['billing'], outcome, at: 0 } } });
    expect(screen.getByText(text)).toBeTruthy();
  });

  test('of many repositories is one card with one stop', async () => {
    const many = ['billing', 'site', 'infra'].map((repository, i) => ({ ...git, id: 7 + i, repository }));
    const { daypass, user } = await show({ view: { waiting: many } });
    expect(screen.getByText('3 repositories: git is waiting for you to sign in')).toBeTruthy();
    expect(screen.getByTitle('billing, site, infra')).toBeTruthy();
    await user.click(button('Stop waiting'));
    expect(daypass.called('cancelWaiting')).toEqual([{ id: 7 }]);
  });

  test('is given the profile that it is for', async () => {
    const { daypass, user } = await show({
      view: {
        profiles: [someProfile(), someProfile({ id: 'p2', name: 'prod-mfa' })],
        waiting: [{ ...git, profile: null }],
      },
    });
    expect(screen.getByText('Which profile is billing for?')).toBeTruthy();
    await user.click(button(/^prod-mfa/));
    expect(daypass.called('chooseForWaiting')).toEqual([{ id: 7, profile: 'p2' }]);
    expect(screen.getByText('billing: git is waiting for you to sign in')).toBeTruthy();
  });

  test('for another profile leads there', async () => {
    const { daypass, user } = await show({
      view: {
        profiles: [someProfile(), someProfile({ id: 'p2', name: 'prod-mfa' })],
        waiting: [{ ...git, profile: 'p2' }],
      },
    });
    await user.click(button('Go to prod-mfa'));
    expect(daypass.called('showProfile')).toEqual([{ profile: 'p2' }]);
  });
});

describe('beside the session', () => {
  test('a clock that is off, and a session that is not kept, are said', async () => {
    const { user } = await show({
      view: { profiles: [active()], awsOffset: -2 * HOUR, notices: [failure('kept.not-encrypted')] },
    });
    expect(screen.getByText(/clock is off by 2 hr/)).toBeTruthy();
    expect(screen.getByText(/This session ends when you quit Daypass/)).toBeTruthy();
    await user.click(button('Why?'));
    expect(screen.getByText(/no keyring that encrypts/)).toBeTruthy();
  });

  test.each([
    ['without a profile yet', []],
    ['signed out', [someProfile()]],
    ['signed in', [active()]],
  ])('%s, each trouble of Daypass is said, also two of one kind', async (_, profiles) => {
    const notices = [
      failure('file.read-only', { path: '/a' }),
      failure('file.read-only', { path: '/b' }),
      failure('endpoint.port-taken', { port: 41_234 }),
    ];
    await show({ view: { profiles, notices } });
    for (const text of [/^\/a isn’t writable/, /^\/b isn’t writable/, /^Another program uses port 41234/]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  const served = { key: 'h/hello', repository: 'hello', profile: 'p1', at: HOUR, confirmed: true, failure: null };

  test('what git was given last is named, with AWS’s word', async () => {
    await show({ view: { served: [served, { ...served, repository: 'older' }] } });
    expect(button(/^git ready hello, \d\d:\d\d Jan 1$/)).toBeTruthy();
  });

  test('a repository that AWS has refused with a profile leads to where another is chosen', async () => {
    const refused = { ...served, confirmed: false, failure: failure('git.said-401', { repository: 'hello' }) };
    const profiles = [active(), someProfile({ id: 'p2', name: 'prod-mfa' })];
    const { user } = await show({ view: { served: [refused], profiles } });
    expect(screen.getByText('hello: not accepted with work-mfa')).toBeTruthy();
    await user.click(button('Change profile'));
    expect(screen.getByRole('heading', { level: 1, name: 'git and CodeCommit' })).toBeTruthy();
  });

  test.each([
    [{ version: '2.39.5', setUp: false, findings: [] }, true],
    [{ version: '2.39.5', setUp: true, findings: [] }, false],
    [{ version: null, setUp: false, findings: [] }, false],
    [null, false],
  ])('git %j is offered to be set up: %j', async (git, offered) => {
    await show({ view: { git } });
    expect(screen.queryByRole('button', { name: 'Set up git' }) !== null).toBe(offered);
  });
});
