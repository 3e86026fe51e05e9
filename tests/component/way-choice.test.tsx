// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { noSource, someProfile, someSource } from '../fakes/daypass-samples.ts';
import { goTo, openProfile, show } from './show.tsx';

/** Their names go on with what each is. */
const APP = /^I type a code from an app/;
const PASSKEY = /^I use a passkey or a security key/;
const COMPANY = /^My company signs me in \(IAM Identity Center\)/;
const OTHER = 'Another way to sign in';
const YUBI = { serial: 'arn:aws:iam::123456789012:u2f/user/alice/yubi', kind: 'fido' } as const;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const shown = () => [APP, PASSKEY, COMPANY].filter((name) => screen.queryByRole('button', { name }));
const empty = noSource('default', failure('key.missing', { profile: 'default' }));

describe('what a person signs in with', () => {
  test.each([
    ['the first run without any section', [], []],
    ['the first run with sections that hold nothing', [empty], []],
    ['another profile without any section', [], [someProfile()]],
  ])('is asked first: %s', async (_, sources, profiles) => {
    const { user } = await show({ view: { profiles }, sources });
    if (profiles.length > 0) {
      await goTo(user, 'settings');
      await user.click(button('Add a profile'));
    }
    expect(shown()).toEqual([APP, PASSKEY, COMPANY]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  test.each([
    [APP, () => screen.getByLabelText('Or paste the access key and its secret')],
    [PASSKEY, () => button('Save')],
    [COMPANY, () => screen.getByRole('textbox', { name: 'AWS access portal URL' })],
  ])('%s: leads to its form, and back', async (name, form) => {
    for (const sources of [[], [empty]]) {
      const { user } = await show({ view: { profiles: [] }, sources });
      await user.click(button(name));
      expect(form()).toBeTruthy();
      await user.click(button(OTHER));
      expect(shown()).toEqual([APP, PASSKEY, COMPANY]);
      cleanup();
    }
  });

  test('is not asked where a section of AWS’s files can be used, which comes first', async () => {
    const { user } = await show({ view: { profiles: [] }, sources: [someSource('work')] });
    expect(shown()).toEqual([]);
    await user.click(button(OTHER));
    expect(shown()).toEqual([APP, PASSKEY, COMPANY]);
    await user.click(button('Use an existing profile'));
    expect(screen.getByText('work · Europe (Ireland) · alice')).toBeTruthy();
    await user.click(button(OTHER));
    await user.click(button(PASSKEY));
    await user.click(button('Cancel'));
    expect(screen.getByText('work · Europe (Ireland) · alice')).toBeTruthy();
  });

  test('is not asked of a profile that is there', async () => {
    const { user } = await show({ view: { profiles: [someProfile()] }, sources: [] });
    await openProfile(user);
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    expect(shown()).toEqual([]);
    expect(screen.queryByRole('button', { name: OTHER })).toBeNull();
  });
});

describe('a user with security keys alone', () => {
  test('goes on in the browser with one click: name and region stay', async () => {
    const { daypass, user } = await show({ view: { profiles: [] }, sources: [someSource('work')], devices: [YUBI] });
    expect(await screen.findByText(/which make no code/)).toBeTruthy();
    expect(button('Set up an MFA device here')).toBeTruthy();
    await user.click(button('Use the browser instead'));
    expect(screen.getByText('Written to AWS’s config file.')).toBeTruthy();
    await user.click(button('Save'));
    expect(daypass.called('addProfile')).toMatchObject([
      { name: 'work-mfa', region: 'eu-west-1', delivery: 'process', way: { is: 'browser' } },
    ]);
  });
});
