// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { RIGHT_CODE } from '../fakes/daypass-api.ts';
import { noSource, someProfile, someSource } from '../fakes/daypass-samples.ts';
import { throughWith } from '../unit/samples.ts';
import { goTo, openProfile, show } from './show.tsx';

const SERIAL = 'arn:aws:iam::123456789012:mfa/alice';
const PHONE = 'arn:aws:iam::123456789012:mfa/phone';
const first = (sources: readonly Source[], world: Parameters<typeof show>[0] = {}) =>
  show({ view: { profiles: [] }, sources, ...world });
/** The first run, with all that could be changed of what was found. */
async function form(...given: Parameters<typeof first>) {
  const shown = await first(...given);
  const change = screen.queryByRole('button', { name: 'Change' });
  if (change) await shown.user.click(change);
  return shown;
}
async function adding(sources: readonly Source[], world: Parameters<typeof show>[0] = {}) {
  const shown = await show({ view: { profiles: [someProfile({ name: 'other' })] }, sources, ...world });
  await goTo(shown.user, 'settings');
  await shown.user.click(screen.getByRole('button', { name: 'Add a profile' }));
  return shown;
}
const codeField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'MFA code' });
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const region = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Region' });
const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the first run', () => {
  test('with one key and one device needs only a code: what was found is said, saved and signed in with', async () => {
    const { daypass, user } = await first([someSource('work')]);
    expect(screen.getByText('Welcome to Daypass')).toBeTruthy();
    expect(screen.getByText('work · Europe (Ireland) · alice')).toBeTruthy();
    expect(screen.getByText('→ work-mfa, 12 hr')).toBeTruthy();
    expect(document.activeElement).toBe(codeField());
    await user.keyboard(RIGHT_CODE);
    expect(daypass.called('signIn')).toEqual([{ profile: 'p1', code: RIGHT_CODE }]);
    expect(await screen.findByRole('timer')).toBeTruthy();
    expect(daypass.called('addProfile')).toEqual([
      {
        name: 'work-mfa',
        region: 'eu-west-1',
        delivery: 'file',
        warnBefore: [15, 5],
        way: { is: 'key', source: 'work', serial: SERIAL, durationSeconds: 43_200, role: null },
      },
    ]);
  });

  test('a code that AWS refuses leaves the profile as it was chosen, and the next one signs in', async () => {
    const { daypass, user } = await first([someSource('work')]);
    await user.keyboard('000111');
    expect(screen.getByText(/^AWS didn’t accept the code/)).toBeTruthy();
    expect(document.activeElement).toBe(codeField());
    await user.keyboard(RIGHT_CODE);
    expect(await screen.findByRole('timer')).toBeTruthy();
    expect(daypass.called('addProfile')).toHaveLength(1);
  });

  test('what cannot be saved is said under the code, and nothing is signed in', async () => {
    const { daypass, user } = await first([someSource('work')]);
    daypass.refuse('addProfile', 'file.disk-full', { path: '/x/settings' });
    await user.keyboard(RIGHT_CODE);
    expect(screen.getByText(/no space to write \/x\/settings/)).toBeTruthy();
    expect(daypass.called('signIn')).toEqual([]);
    await user.keyboard(RIGHT_CODE);
    expect(await screen.findByRole('timer')).toBeTruthy();
  });

  test('of several devices the first is proposed, and the others are a click away', async () => {
    const devices = [PHONE, SERIAL].map((serial) => ({ serial, kind: 'totp' }) as const);
    await form([someSource('work')], { devices });
    expect(radio(/phone/).checked).toBe(true);
    expect(radio(/alice/).checked).toBe(false);
  });

  test('can be changed and saved without a code, and given up', async () => {
    const { daypass, user } = await form([someSource('work')]);
    await user.clear(box('Profile name'));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('→ work-mfa, 12 hr')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(save());
    expect(daypass.called('addProfile')).toHaveLength(1);
    expect(daypass.called('signIn')).toEqual([]);
    expect(codeField()).toBeTruthy();
  });

  test('several keys are chosen from', async () => {
    const { daypass, user } = await form([someSource('work'), someSource('home', { region: 'us-east-1' })]);
    expect(radio(/^work/).checked).toBe(true);
    await user.click(radio(/^home/));
    expect(region().value).toBe('US East (N. Virginia)');
    expect(box('Profile name').value).toBe('home-mfa');
    await waitFor(() => expect(daypass.called('findDevices').at(-1)).toEqual({ source: 'home', region: 'us-east-1' }));
  });

  test('what can’t be used says why when it is chosen, and asks for nothing more', async () => {
    const { daypass, user } = await form([
      someSource('work'),
      noSource('empty', failure('key.missing', { profile: 'empty' })),
      noSource('corp', failure('source.other-way', { profile: 'corp', setting: 'sso_session' })),
    ]);
    expect(screen.getByText('no key')).toBeTruthy();
    expect(screen.getByText('can’t be used')).toBeTruthy();
    await user.click(radio('corp'));
    expect(screen.getByText(/Profile corp gets its credentials from sso_session/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await user.click(radio(/^work/));
    await waitFor(() => expect(radio(/alice/).checked).toBe(true));
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'work-mfa', way: { source: 'work' } }]);
  });

  test('what was mended in the files meanwhile can be used at once', async () => {
    const sources = [noSource('work', failure('source.circle', { profile: 'work', chain: 'work → a → work' }))];
    const { daypass, user } = await form(sources);
    await user.click(radio('work'));
    sources[0] = someSource('work', { serial: SERIAL });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.keyboard(RIGHT_CODE);
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'work-mfa' }]);
  });

  test.each([
    [
      'a section that still can’t be used',
      [noSource('work', failure('source.circle', { profile: 'work', chain: 'a → a' }))],
    ],
    ['a file that still cannot be read', []],
  ])('tried again, %s says that it was tried', async (what, sources) => {
    const { daypass, user } = await adding([someSource('other'), ...sources]);
    if (sources.length > 0) await user.click(radio('work'));
    else {
      await user.click(screen.getByRole('button', { name: 'Back' }));
      daypass.refuse('findSources', 'file.unreadable', { path: '/x/credentials' });
      await user.click(screen.getByRole('button', { name: 'Add a profile' }));
      daypass.refuse('findSources', 'file.unreadable', { path: '/x/credentials' });
    }
    const asked = daypass.called('findSources').length;
    const again =
      screen.queryByRole('button', { name: 'Try again' }) ??
      screen.getByRole('button', { name: 'Show credentials file' });
    await user.click(again);
    expect(screen.getByText(/^(Tried again: no change|Shown in the file manager)\.$/)).toBeTruthy();
    expect(document.activeElement).toBe(again);
    expect(daypass.called('findSources').length, what).toBe(asked + Number(sources.length > 0));
  });

  test('a value in the files that can’t be used is said, and another one asked for', async () => {
    const flaw = failure('source.value', { profile: 'work', setting: 'region', value: 'moon', form: 'eu-west-1' });
    const { daypass, user } = await form([
      someSource('work', { region: null, serial: SERIAL, flaws: [{ field: 'region', failure: flaw }] }),
    ]);
    expect(screen.getByText('region of profile work isn’t valid: moon')).toBeTruthy();
    expect(region().value).toBe('');
    await user.type(region(), 'eu-west-1');
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([{ region: 'eu-west-1' }]);
  });

  test('the one that names an MFA device is the likely one', async () => {
    await form([someSource('work'), someSource('home', { serial: 'arn:aws:iam::123456789012:mfa/alice' })]);
    expect(radio(/^home/).checked).toBe(true);
  });

  test.each(['what one signs in with', 'for a key'])(
    'asked %s: a key that comes into the file is taken up by itself',
    async (asks) => {
      const sources: Source[] = [];
      const { user } = await first(sources);
      if (asks === 'for a key') await user.click(screen.getByRole('button', { name: /^I type a code from an app/ }));
      expect(screen.getByText(/^Daypass is watching AWS’s credentials file/).title).toBe(
        '/home/alice/.aws/credentials',
      );
      sources.push(someSource('work'));
      await act(async () => void fireEvent.focus(window));
      expect(await screen.findByText('work · Europe (Ireland) · alice')).toBeTruthy();
      expect(document.activeElement).toBe(codeField());
    },
  );

  test('a file that cannot be read is said, and tried again', async () => {
    const { daypass, user } = await show({ sources: [someSource('work')] });
    daypass.refuse('findSources', 'file.unreadable', { path: '/x/credentials' });
    await goTo(user, 'settings');
    await user.click(screen.getByRole('button', { name: 'Add a profile' }));
    expect(screen.getByText('/x/credentials isn’t readable.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show credentials file' })).toBeTruthy();
  });

  test('another profile is proposed from what none is made of yet', async () => {
    const { daypass, user } = await adding([someSource('work'), someSource('prod')], {
      view: { profiles: [someProfile({ name: 'work-mfa' })] },
      devices: [{ serial: SERIAL, kind: 'totp' }],
    });
    expect(radio(/^prod/).checked).toBe(true);
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'prod-mfa' }]);
  });

  test('a device that makes no codes cannot be chosen, and of several none is guessed', async () => {
    const { daypass, user } = await adding([someSource('work')], {
      devices: [
        { serial: SERIAL, kind: 'totp' },
        { serial: PHONE, kind: 'totp' },
        { serial: 'arn:aws:iam::123456789012:u2f/user/alice/yubi', kind: 'fido' },
      ],
    });
    await screen.findByRole('radio', { name: /phone/ });
    expect(radio('yubi').disabled).toBe(true);
    expect(screen.getByText('makes no codes')).toBeTruthy();
    await user.click(save());
    expect(screen.getByText('Choose a device, or enter its ARN: arn:aws:iam::123456789012:mfa/name.')).toBeTruthy();
    expect(daypass.called('addProfile')).toEqual([]);
    await user.click(radio(/phone/));
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([{ way: { serial: PHONE } }]);
  });

  test.each([
    ['none', [], /has no MFA device/],
    ['security keys alone', [{ serial: 'arn:aws:iam::123456789012:u2f/user/a/k', kind: 'fido' }], /which make no code/],
    ['not to be known', failure('device.list-denied'), /may not list MFA devices/],
  ] as const)('devices: %s → it is said, and the ARN can be typed, before a code is', async (_, devices, text) => {
    const { daypass, user } = await first([someSource('work')], { devices });
    expect(await screen.findByText(text)).toBeTruthy();
    const next = () => screen.getByRole('button', { name: 'Continue' });
    await user.type(box('MFA device'), 'nonsense');
    await user.click(next());
    expect(box('MFA device').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(box('MFA device'));
    await user.clear(box('MFA device'));
    await user.type(box('MFA device'), SERIAL);
    await user.click(next());
    expect(document.activeElement).toBe(codeField());
    await user.keyboard(RIGHT_CODE);
    expect(daypass.called('addProfile')).toMatchObject([{ way: { serial: SERIAL } }]);
  });

  test('the ARN of the user in place of the device’s is said, with the one that is meant', async () => {
    const { user } = await first([someSource('work')], { devices: failure('device.list-denied') });
    await user.type(box('MFA device'), 'arn:aws:iam::123456789012:user/team/alice');
    expect(screen.getByText('This is a user’s ARN. A device’s ARN has mfa/ instead of user/.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: `Use ${SERIAL}` }));
    expect(box('MFA device').value).toBe(SERIAL);
  });

  test('what was typed stays while one looks elsewhere', async () => {
    const { user } = await first([someSource('work')], { devices: failure('device.list-denied') });
    await user.type(box('MFA device'), PHONE);
    await user.click(screen.getByRole('button', { name: 'Open MFA policy' }));
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(box('MFA device').value).toBe(PHONE);
  });

  test('to look it up again says that it was done, and keeps what was typed', async () => {
    const { daypass, user } = await first([someSource('work')], { devices: [] });
    await user.type(box('MFA device'), PHONE);
    await user.click(screen.getByRole('button', { name: 'Look it up' }));
    expect(daypass.called('findDevices')).toHaveLength(2);
    expect(screen.getByText(/^Checked at \d\d:\d\d: nothing new\.$/)).toBeTruthy();
    expect(box('MFA device').value).toBe(PHONE);
  });

  test('without a region, the button that looks it up says what is missing', async () => {
    const { user } = await form([someSource('work', { region: null })]);
    await user.click(screen.getByRole('button', { name: 'Look it up' }));
    expect(screen.getByText('Choose a region first. Daypass asks AWS there.')).toBeTruthy();
  });

  test('waits for a region before it asks AWS for devices', async () => {
    const { daypass, user } = await form([someSource('work', { region: null })]);
    expect(daypass.called('findDevices')).toEqual([]);
    await user.type(region(), 'eu-central-1');
    await screen.findByText('work · Europe (Frankfurt) · alice');
    expect(daypass.called('findDevices')).toEqual([{ source: 'work', region: 'eu-central-1' }]);
  });

  test('a device that AWS’s files name is taken without asking', async () => {
    const { daypass, user } = await first([someSource('work', { serial: PHONE, durationSeconds: 7_200 })]);
    expect(screen.getByText('work · Europe (Ireland) · phone')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    expect(box('MFA device').value).toBe(PHONE);
    await user.click(screen.getByText('More options'));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Session length' }).value).toBe('7200');
    expect(daypass.called('findDevices')).toEqual([]);
  });

  test('a role of AWS’s files is taken with the key that it names, and all that is said of it', async () => {
    const arn = 'arn:aws:iam::123456789012:role/deploy';
    const role = { arn, sessionName: 'ann', externalId: 'shared' };
    const { daypass, user } = await form([
      someSource('work'),
      someSource('deploy', { source: 'work', serial: SERIAL, durationSeconds: 3_600, role }),
    ]);
    expect(screen.getByText('role of work')).toBeTruthy();
    await user.click(radio('deploy'));
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([
      { name: 'deploy-mfa', way: { source: 'work', serial: SERIAL, durationSeconds: 3_600, role } },
    ]);
  });

  test('a role on a profile of Daypass takes that one’s session, and another section can still be chosen', async () => {
    const arn = 'arn:aws:iam::123456789012:role/deploy';
    const way = throughWith('p1', { arn, sessionName: 'daypass', durationSeconds: 900 });
    const { daypass, user } = await show({
      view: { profiles: [someProfile()] },
      sources: [someSource('work'), someSource('deploy', { way })],
    });
    await goTo(user, 'settings');
    await user.click(screen.getByRole('button', { name: 'Add a profile' }));
    await user.click(radio('deploy'));
    expect(screen.getByText('role of work-mfa')).toBeTruthy();
    await user.click(radio(/^work/));
    await user.click(radio('deploy'));
    await user.click(save());
    expect(daypass.called('addProfile')).toMatchObject([{ name: 'deploy-mfa', way }]);
  });
});

describe('what is wrong', () => {
  test.each([
    ['Profile name', 'two words', 'Use letters, digits and . _ @ + -, such as “two-words”.'],
    ['Profile name', 'profile.x', /such as “profile-x”/],
    ['Profile name', '-x', /such as “x”/],
    ['Profile name', 'work', /Daypass never writes to the profile/],
    ['Notify before the end (minutes)', '15, soon', /between 1 and 720/],
    ['Notify before the end (minutes)', '721', /between 1 and 720/],
    ['Role (optional)', 'deploy', /role’s ARN looks like/],
  ])('%s: %j is said beside the field', async (label, typed, text) => {
    const { daypass, user } = await form([someSource('work')]);
    await screen.findByRole('radio', { name: /alice/ });
    await user.click(screen.getByText('More options'));
    await user.clear(box(label));
    await user.type(box(label), typed);
    await user.click(save());
    expect(screen.getByText(text)).toBeTruthy();
    expect(document.activeElement).toBe(box(label));
    expect(daypass.called('addProfile')).toEqual([]);
  });

  test('what Daypass refuses to save is said', async () => {
    const { daypass, user } = await form([someSource('work')]);
    await screen.findByRole('radio', { name: /alice/ });
    daypass.refuse('addProfile', 'file.disk-full', { path: '/x/settings' });
    await user.click(save());
    expect(screen.getByText(/no space to write \/x\/settings/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(daypass.called('addProfile')).toHaveLength(2);
  });
});

describe('editing', () => {
  const open = async (part = {}) => {
    const shown = await show({
      view: { profiles: [someProfile(), someProfile({ id: 'p2', name: 'prod-mfa', durationSeconds: 5_000, ...part })] },
      sources: [someSource('work')],
    });
    await openProfile(shown.user, 'prod-mfa');
    await shown.user.click(screen.getByRole('button', { name: 'Edit' }));
    return shown;
  };

  test('keeps all that is not touched, to the second', async () => {
    const { daypass, user } = await open({ warnBefore: [30], delivery: 'process' });
    await user.click(save());
    const { id: _, ...kept } = someProfile({
      name: 'prod-mfa',
      durationSeconds: 5_000,
      warnBefore: [30],
      delivery: 'process',
    });
    expect(daypass.called('editProfile')).toEqual([{ profile: 'p2', choice: pick(kept) }]);
    expect(screen.getByRole('heading', { name: 'prod-mfa' })).toBeTruthy();
  });

  test('a name that another profile has is said', async () => {
    const { user } = await open();
    await user.clear(box('Profile name'));
    await user.type(box('Profile name'), 'work-mfa');
    await user.click(save());
    expect(screen.getByText('Profile work-mfa already exists.')).toBeTruthy();
  });

  test('a delivery that the way in cannot have is not offered, and it is said why', async () => {
    const { daypass, user } = await open({ way: { is: 'browser' } });
    await user.click(screen.getByText('More options'));
    const [file, program] = [radio('From the credentials file'), radio(/^From Daypass/)];
    expect([file.disabled, file.checked, program.checked]).toEqual([true, false, true]);
    expect(screen.getByText(/The keys of this sign-in last 15 minutes/)).toBeTruthy();
    await user.click(save());
    expect(daypass.called('editProfile')).toMatchObject([{ choice: { delivery: 'process', way: { is: 'browser' } } }]);
  });

  test('a role on another session lasts an hour, and takes that one’s key and device', async () => {
    const { daypass, user } = await open({ source: 'other', serial: PHONE });
    await user.click(screen.getByText('More options'));
    await user.type(box('Role (optional)'), 'arn:aws:iam::123456789012:role/deploy');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Assume the role with' }), 'p1');
    expect(screen.getAllByText(/lasts at most one hour/).length).toBeGreaterThan(0);
    const offered = [...screen.getByRole<HTMLSelectElement>('combobox', { name: 'Session length' }).options].map(
      (o) => o.value,
    );
    expect(offered).toEqual(['900', '1800', '3600']);
    await user.click(save());
    expect(daypass.called('editProfile')).toMatchObject([
      {
        choice: {
          way: { is: 'session', parent: 'p1', durationSeconds: 3_600, sessionName: 'daypass' },
        },
      },
    ]);
  });
});

const pick = ({ name, region, delivery, warnBefore, way }: Omit<ReturnType<typeof someProfile>, 'id'>) => ({
  name,
  region,
  delivery,
  warnBefore,
  way,
});
