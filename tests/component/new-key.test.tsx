// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { regions } from '../../electron/core/i18n/en/regions.ts';
import { guessRegion } from '../../renderer/parts/guess-region.ts';
import { KEY_FILE, RIGHT_CODE } from '../fakes/daypass-api.ts';
import { someProfile, someSource } from '../fakes/daypass-samples.ts';
import { goTo, openProfile, show } from './show.tsx';

const SECRET = 'planted/K7MDENG+bPxRfiCYEXAMPLEKEY123456';
const CSV = new File([`Access key ID,Secret access key\r\nAKIAIOSFODNN7EXAMPLE,${SECRET}\r\n`], 'a_accessKeys.csv');
/** Somebody without any profile has said that an app makes their code. */
async function first(world: Parameters<typeof show>[0] = {}) {
  const shown = await show({ view: { profiles: [] }, ...world });
  await shown.user.click(button(/^I type a code from an app/));
  return shown;
}
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const region = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Region' });
const pasteField = () => screen.getByLabelText<HTMLInputElement>('Or paste the access key and its secret');
const drop = (files: readonly File[]) =>
  act(async () => {
    fireEvent.drop(document, { dataTransfer: { files } });
  });

describe('from nothing', () => {
  test('a file that is dropped before anything was answered is the answer', async () => {
    const { daypass } = await show({ view: { profiles: [] } });
    await drop([CSV]);
    expect(daypass.called('readKeyFile')).toEqual([CSV]);
    expect(button('Save key')).toBeTruthy();
  });

  test('a dropped file, a word, and the form goes on with the key chosen', async () => {
    const { daypass, user } = await first();
    expect(daypass.called('stayOpen').at(-1)).toEqual({ stay: true });
    const guessed = guessRegion(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(region().value).toBe(regions[guessed as keyof typeof regions]);
    await drop([CSV]);
    expect(daypass.called('readKeyFile')).toEqual([CSV]);
    expect(daypass.called('proveKey')).toEqual([{ owner: 'AKIA…MPLE', region: guessed }]);
    expect(screen.getByText('Access key AKIA…MPLE belongs to alice in account 123456789012.')).toBeTruthy();
    await user.click(button('Save key'));
    expect(daypass.called('takeKey')).toEqual([{ place: 'keychain', name: 'default' }]);
    expect(screen.getByText('The key is now in the keychain as default.')).toBeTruthy();
    expect(daypass.called('findDevices')).toEqual([{ source: 'default', region: guessed }]);
    await user.type(await screen.findByRole('textbox', { name: 'MFA code' }), RIGHT_CODE);
    expect(daypass.called('addProfile')).toMatchObject([
      {
        name: 'default-mfa',
        region: guessed,
        way: { source: 'default', serial: 'arn:aws:iam::123456789012:mfa/alice' },
      },
    ]);
    expect(await screen.findByRole('timer')).toBeTruthy();
    expect(daypass.called('stayOpen').at(-1)).toEqual({ stay: false });
  });

  test('a chosen file goes the same way', async () => {
    const { daypass, user } = await first();
    await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement, CSV);
    expect(daypass.called('readKeyFile')).toEqual([CSV]);
    expect(button('Save key')).toBeTruthy();
  });

  test('a file that is too large is not handed over', async () => {
    const { daypass } = await first();
    await drop([new File(['x'.repeat(65_537)], 'a.csv')]);
    expect(screen.getByText('This file is too large to be an access key file.')).toBeTruthy();
    expect(daypass.called('readKeyFile')).toEqual([]);
  });

  test('while the keyring is not proven, the file is to stay for now, and no button takes it away', async () => {
    const { user } = await first();
    await drop([CSV]);
    await user.click(button('Save key'));
    expect(
      screen.getByText(new RegExp(`^${KEY_FILE} still holds the key.* until you have restarted Daypass`)),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Move to trash' })).toBeNull();
  });

  test('where the key is in the file, the other file goes to the trash on a word, and a failure is said', async () => {
    const { daypass, user } = await first();
    await drop([CSV]);
    await user.click(screen.getByRole('radio', { name: /AWS’s credentials file/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Profile that holds the key' }));
    await user.type(screen.getByRole('textbox', { name: 'Profile that holds the key' }), 'work');
    await user.click(button('Save key'));
    expect(daypass.called('takeKey')).toEqual([{ place: 'file', name: 'work' }]);
    expect(screen.getByText('The key is now in the credentials file as work.')).toBeTruthy();
    await user.click(button('Show in folder'));
    expect(daypass.called('showKeyFile')).toHaveLength(1);
    daypass.refuse('trashKeyFile', 'new-key.not-trashed', { path: KEY_FILE });
    await user.click(button('Move to trash'));
    expect(screen.getByText(`${KEY_FILE} couldn’t be moved to the trash.`)).toBeTruthy();
    await user.click(button('Move to trash'));
    expect(screen.queryByText(/still holds the key/)).toBeNull();
    expect(screen.getByText('The file was moved to the trash.')).toBeTruthy();
  });

  test('the name is free to change, and one that is taken is said with another', async () => {
    const { daypass, user } = await first();
    await drop([CSV]);
    daypass.refuse('takeKey', 'new-key.name-taken', { name: 'default', free: 'default-2' });
    await user.click(button('Save key'));
    expect(screen.getByText('Choose another name, such as default-2.')).toBeTruthy();
  });
});

describe('what is pasted', () => {
  const both = `AKIAIOSFODNN7EXAMPLE\n${SECRET}`;

  test('is handed over at once, and is never in the page', async () => {
    const { daypass, user } = await first();
    await user.click(pasteField());
    await user.paste(both);
    expect(daypass.called('readPastedKey')).toEqual([{ text: both }]);
    expect(button('Save key')).toBeTruthy();
    expect(document.documentElement.outerHTML).not.toContain('planted');
    for (const input of document.querySelectorAll('input')) expect(input.value).not.toContain('planted');
  });

  test('one after the other waits for the second', async () => {
    const { daypass, user } = await first();
    await user.click(pasteField());
    await user.paste('AKIAIOSFODNN7EXAMPLE');
    expect(daypass.called('readPastedKey')).toEqual([]);
    await user.paste(SECRET);
    expect(daypass.called('readPastedKey')).toEqual([{ text: `AKIAIOSFODNN7EXAMPLE ${SECRET}` }]);
  });

  test('and typed goes with a word, and the field is empty then', async () => {
    const { daypass, user } = await first();
    await user.click(button('Continue'));
    expect(screen.getByText('Paste the access key and its secret first.')).toBeTruthy();
    expect(document.activeElement).toBe(pasteField());
    await user.type(pasteField(), 'nothing of it{Enter}');
    expect(pasteField().value).toBe('');
    expect(daypass.called('readPastedKey')).toEqual([{ text: 'nothing of it' }]);
    expect(screen.getByText('There is no access key in this.')).toBeTruthy();
  });
});

describe('whose key it is', () => {
  test('of several users a person chooses', async () => {
    const { daypass, user } = await first({ owners: ['ann', 'bob'] });
    await drop([CSV]);
    expect(daypass.called('proveKey')).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'bob' }));
    expect(daypass.called('proveKey')).toMatchObject([{ owner: 'bob' }]);
    expect(button('Save key')).toBeTruthy();
  });

  test('a key that AWS does not know yet is tried again, in another region too', async () => {
    const { daypass, user } = await first();
    daypass.refuse('proveKey', 'new-key.unknown', { region: 'eu-west-1' });
    await drop([CSV]);
    expect(screen.getByText(/AWS doesn’t know this access key/)).toBeTruthy();
    await user.clear(region());
    await user.type(region(), 'cn-north-1');
    await user.click(button('Try again'));
    expect(daypass.called('proveKey').at(-1)).toEqual({ owner: 'AKIA…MPLE', region: 'cn-north-1' });
    expect(button('Save key')).toBeTruthy();
  });

  test('the root user’s is advised against', async () => {
    await first({ isRoot: true });
    await drop([CSV]);
    expect(screen.getByText('This is the key of the root user')).toBeTruthy();
  });

  test('where no secret can be kept, why is said, and the file is offered', async () => {
    const { daypass, user } = await first({ cannotKeep: failure('kept.not-encrypted') });
    await drop([CSV]);
    expect(screen.getByText(/no keyring that encrypts/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'In the keychain' }).disabled).toBe(true);
    await user.click(button('Save key'));
    expect(daypass.called('takeKey')).toMatchObject([{ place: 'file' }]);
  });

  test('another can be taken instead, and what was read is given up', async () => {
    const { daypass, user } = await first();
    await drop([CSV]);
    await user.click(button('Use another key'));
    expect(daypass.called('forgetNewKey')).toHaveLength(1);
    expect(pasteField()).toBeTruthy();
  });
});

test('beside other profiles it is a click away, and back', async () => {
  const { user } = await show({ view: { profiles: [someProfile()] }, sources: [someSource('work')] });
  await goTo(user, 'settings');
  await user.click(button('Add a profile'));
  await user.click(button('Use a new key…'));
  await user.click(button('Use an existing profile'));
  await user.click(button('Use a new key…'));
  await drop([CSV]);
  await user.click(button('Save key'));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^default/ }).checked).toBe(true);
});

describe('the region', () => {
  const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

  test('is chosen from a list by its name', async () => {
    const { user } = await first();
    await user.click(region());
    expect(options().length).toBeGreaterThan(30);
    await user.click(screen.getByRole('option', { name: /Europe \(Ireland\)/ }));
    expect(region().value).toBe('Europe (Ireland)');
    expect(screen.getByText('eu-west-1')).toBeTruthy();
    expect(options()).toEqual([]);
  });

  test.each([
    ['irel', 'Europe (Ireland)'],
    ['SAO', 'South America (São Paulo)'],
    ['northeast-2', 'Asia Pacific (Seoul)'],
  ])('%s finds one, and Enter takes it', async (typed, name) => {
    const { user } = await first();
    await user.clear(region());
    await user.type(region(), typed);
    expect(options()).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(region().value).toBe(name);
  });

  test('is walked through by keys, and Escape closes the list alone', async () => {
    const { daypass, user } = await first();
    await user.clear(region());
    await user.type(region(), 'tokyo');
    await user.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(daypass.called('hide')).toEqual([]);
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(region().value).toBe('US West (Oregon)');
  });

  test('any other can be typed, in capitals too, and a name that is left is taken for its region', async () => {
    const { user } = await first();
    await user.clear(region());
    await user.type(region(), 'EU-ISOE-WEST-1');
    await user.tab();
    expect(region().value).toBe('eu-isoe-west-1');
    await user.clear(region());
    await user.type(region(), 'ireland');
    await user.tab();
    expect(region().value).toBe('Europe (Ireland)');
  });
});

describe('keys without a profile', () => {
  test('are named in the settings, and deleted after a second word', async () => {
    const { daypass, user } = await show({ spareKeys: ['old', 'older'] });
    await goTo(user, 'settings');
    expect(screen.getByText('Keys without a profile')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Delete' })[0] as HTMLElement);
    expect(screen.getByText(/Delete the key of old from the keychain/)).toBeTruthy();
    expect(daypass.called('removeSpareKey')).toEqual([]);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Delete' }));
    expect(daypass.called('removeSpareKey')).toEqual([{ source: 'old' }]);
    expect(screen.queryByText('old')).toBeNull();
    await user.click(button('Move it to the file'));
    expect(screen.queryByText('Keys without a profile')).toBeNull();
  });

  test('where the last profile of a key in the keychain is removed, it is said where the key stays', async () => {
    const { user } = await show({ keyPlace: 'keychain' });
    await openProfile(user);
    await user.click(button('Remove this profile'));
    expect(screen.getByText(/Its key stays in the keychain/)).toBeTruthy();
  });

  test('and not where another profile still uses it', async () => {
    const profiles = [someProfile(), someProfile({ id: 'p2', name: 'other-mfa' })];
    const { user } = await show({ keyPlace: 'keychain', view: { profiles } });
    await openProfile(user);
    await user.click(button('Remove this profile'));
    expect(screen.queryByText(/Its key stays in the keychain/)).toBeNull();
  });
});
