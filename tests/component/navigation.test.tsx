// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { type Failure, failure } from '../../electron/core/base/failure.ts';
import { reportOf } from '../../electron/core/doctor/report-of.ts';
import { preferences } from '../../electron/core/settings/settings.ts';
import { someProfile, someSource } from '../fakes/daypass-samples.ts';
import { factsWith } from '../unit/doctor/facts.ts';
import { goTo, show } from './show.tsx';

const heading = (name: string) => screen.getByRole('heading', { level: 1, name });
const waiting = { id: 1, repository: 'billing', region: 'eu-west-1', profile: 'p1', since: 0 };

const INFRA = { repository: 'infra', profile: 'work-mfa', account: '1', region: 'eu-west-1' };
const refused = (why: Failure) => ({
  key: 'h/infra',
  repository: 'infra',
  profile: 'p1',
  at: 0,
  confirmed: false,
  failure: why,
});

describe('the way around', () => {
  test('Escape goes back one screen, and from the first hides the window', async () => {
    const { daypass, user } = await show();
    await goTo(user, 'doctor');
    await user.click(screen.getByRole('button', { name: 'Clear keychain entries' }));
    await user.keyboard('{Escape}');
    expect(heading('Doctor')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(heading('work-mfa')).toBeTruthy();
    expect(daypass.called('hide')).toEqual([]);
    await user.keyboard('{Escape}');
    expect(daypass.called('hide')).toHaveLength(1);
  });

  test('a new screen’s title has the focus, and the way back leads to the code field', async () => {
    const { user } = await show();
    await goTo(user, 'settings');
    expect(document.activeElement).toBe(heading('Settings'));
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test.each([
    [/^work-mfa/, '{Tab}'],
    ['More', '{Shift>}{Tab}{/Shift}'],
  ])('from the menu of %s, %s closes it and goes on from its button', async (name, keys) => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name }));
    await user.keyboard(keys);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Doctor' }));
  });

  test('while signed in the way back leads to what can be done with the session', async () => {
    const active = { ...someProfile(), phase: 'active', expiresAt: Date.now() + 3_600_000 } as const;
    const { user } = await show({ view: { profiles: [active] } });
    await goTo(user, 'settings');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open terminal' }));
  });

  test('a git that begins to wait calls the code field, one that stops calls nobody', async () => {
    const { daypass, user } = await show();
    await goTo(user, 'doctor');
    act(() => daypass.change({ waiting: [waiting] }));
    expect(screen.getByText('billing: git is waiting for you to sign in')).toBeTruthy();
    await goTo(user, 'doctor');
    act(() => daypass.change({ waiting: [] }));
    expect(heading('Doctor')).toBeTruthy();
  });

  test('a form that is being filled in is not taken away', async () => {
    const { daypass, user } = await show({ sources: [someSource('work')] });
    await goTo(user, 'settings');
    await user.click(screen.getByRole('button', { name: 'Add a profile' }));
    act(() => daypass.change({ waiting: [waiting] }));
    expect(heading('Add a profile')).toBeTruthy();
  });

  test('the doctor says at once what is known, while a keychain still takes its time', async () => {
    const { daypass, user } = await show();
    Object.assign(daypass.api, { runDoctor: () => new Promise(() => {}) });
    await goTo(user, 'doctor');
    expect(screen.getByText('Looking…')).toBeTruthy();
    const notices = { known: true, value: [failure('kept.locked')] } as const;
    const stale = { known: false, why: failure('doctor.asking') } as const;
    act(() => daypass.change({ doctor: reportOf(factsWith({ notices, stale })) }));
    expect(screen.getByText(/^The keyring is locked/)).toBeTruthy();
    expect(screen.getByText('Checking…')).toBeTruthy();
    expect(screen.getByText('Looking…')).toBeTruthy();
    expect(screen.queryByText('No problems found')).toBeNull();
    act(() => daypass.change({ doctor: reportOf(factsWith()) }));
    expect(screen.queryByText('Looking…')).toBeNull();
    expect(screen.getByText('No problems found')).toBeTruthy();
  });

  test('the doctor has a mark where something is in the way', async () => {
    const finding = {
      code: 'aws-helper',
      origin: 'file:/home/a/.gitconfig',
      name: 'credential.helper',
      value: '!aws',
      mend: 'remove' as const,
    } as const;
    const { user } = await show({ view: { git: { version: '2.39.5', setUp: true, findings: [finding] } } });
    expect(screen.getByRole('button', { name: 'Doctor: problems found' })).toBeTruthy();
    await goTo(user, 'doctor');
    expect(screen.getByText('- credential.helper = !aws (/home/a/.gitconfig)')).toBeTruthy();
    expect(screen.queryByText('No problems found')).toBeNull();
  });
});

describe('the view', () => {
  test('an older one never replaces a newer one', async () => {
    const { daypass } = await show();
    const old = daypass.view;
    act(() => daypass.change({ profiles: [someProfile({ name: 'renamed' })] }));
    act(() => daypass.push(old));
    expect(heading('renamed')).toBeTruthy();
  });

  test('its language is the page’s, at once', async () => {
    const { user } = await show();
    expect(document.documentElement.lang).toBe('en');
    await goTo(user, 'settings');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'zh-TW');
    expect(heading('設定')).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-TW');
  });

  test('what cannot be had is said, and asked for again', async () => {
    const { daypass, user } = await show({ viewFails: failure('internal.unexpected', { kind: 'Error' }) });
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong inside Daypass');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(heading('work-mfa')).toBeTruthy());
    expect(daypass.called('view')).toHaveLength(2);
  });
});

describe('settings', () => {
  test('each switch changes one preference and keeps the others', async () => {
    const { daypass, user } = await show();
    await goTo(user, 'settings');
    await user.click(screen.getByRole('switch', { name: 'Open at login' }));
    await user.click(screen.getByRole('switch', { name: 'Let git start Daypass' }));
    expect(daypass.called('setPreferences')).toEqual([
      preferences({ openAtLogin: true }),
      preferences({ openAtLogin: true, startForGit: false }),
    ]);
  });

  test('a preference that could not be saved is said', async () => {
    const { daypass, user } = await show();
    daypass.refuse('setPreferences', 'file.disk-full', { path: '/x' });
    await goTo(user, 'settings');
    await user.click(screen.getByRole('switch', { name: 'Open at login' }));
    expect(screen.getByText(/no space to write/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Open at login' }).checked).toBe(false);
  });

  test('a repository that AWS has refused can be given another profile, from where that is told', async () => {
    const why = failure('git.likely-404', INFRA);
    const served = refused(why);
    const profiles = [someProfile(), someProfile({ id: 'p2', name: 'prod' })];
    const { daypass, user } = await show({ view: { profiles, served: [served], notices: [why] } });
    await user.click(screen.getAllByRole('button', { name: 'Change profile' })[0] as HTMLElement);
    expect(heading('git and CodeCommit')).toBeTruthy();
    const choice = screen.getByRole('combobox', { name: 'infra' });
    expect([...choice.children].map(({ textContent }) => textContent)).toEqual(['work-mfa', 'prod']);
    await user.selectOptions(choice, 'prod');
    expect(daypass.called('setRepository')).toEqual([{ repository: 'h/infra', profile: 'p2' }]);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'infra' }).value).toBe('p2');
  });

  test('where there is no other profile, none is offered', async () => {
    const why = failure('git.likely-403', INFRA);
    const served = refused(why);
    const { user } = await show({ view: { served: [served], notices: [why] } });
    expect(screen.queryByRole('button', { name: 'Change profile' })).toBeNull();
    await user.click(screen.getAllByRole('button', { name: 'Open Doctor' })[0] as HTMLElement);
    expect(heading('Doctor')).toBeTruthy();
  });
});
