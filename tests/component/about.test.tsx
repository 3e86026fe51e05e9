// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { show } from './show.tsx';

afterEach(() => history.replaceState(null, '', '/'));

/** As the tray's menu does. */
const toHash = (hash: string) =>
  act(async () => {
    history.replaceState(null, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
async function opened(hash: string) {
  const shown = await show();
  await toHash(hash);
  return shown;
}
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test.each([
  ['#doctor', 'Doctor'],
  ['#settings', 'Settings'],
  ['#about', 'About Daypass'],
  ['#stale', 'Clear keychain entries'],
])('the tray’s menu opens the screen %s, and again', async (hash, name) => {
  const { user } = await opened(hash);
  expect(await heading(name)).toBeTruthy();
  expect(location.hash).toBe('');
  await user.keyboard('{Escape}');
  await toHash(hash);
  expect(await heading(name)).toBeTruthy();
});

test('the tray’s “Sign in” goes to the code field from anywhere', async () => {
  await opened('#settings');
  await toHash('#main');
  expect(await screen.findByRole('textbox', { name: 'MFA code' })).toBe(document.activeElement);
});

describe('About', () => {
  test('says the version and where things are', async () => {
    await opened('#about');
    expect(await screen.findByText('Version 1.2.3 · Electron 45.4.1')).toBeTruthy();
    expect(screen.getByText('For git').nextSibling?.textContent).toBe('~/.daypass/git.sock');
  });

  test.each([
    ['Open the guide', 'openGuide'],
    ['Show licenses', 'showLicences'],
    ['Copy report', 'copyReport'],
    ['Quit', 'quit'],
  ] as const)('%s does that', async (name, call) => {
    const { daypass, user } = await opened('#about');
    await user.click(screen.getByRole('button', { name }));
    expect(daypass.called(call)).toHaveLength(1);
  });

  test('what no program opens is named', async () => {
    const { daypass, user } = await opened('#about');
    daypass.refuse('openGuide', 'app.not-opened', { what: 'https://github.com/acme/daypass' });
    await user.click(screen.getByRole('button', { name: 'Open the guide' }));
    expect(screen.getByRole('alert').textContent).toContain(
      'No program on this computer opens https://github.com/acme/daypass',
    );
  });
});
