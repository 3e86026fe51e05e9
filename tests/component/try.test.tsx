// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { goTo, show } from './show.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const repository = () => screen.getByRole('combobox', { name: 'Repository' });

async function open(world: Parameters<typeof show>[0] = {}) {
  const shown = await show(world);
  await goTo(shown.user, 'doctor');
  await shown.user.click(button('Try a repository'));
  return shown;
}

const profiles = [someProfile({ id: 'a', name: 'work-mfa' }), someProfile({ id: 'b', name: 'right-mfa' })];
const use = { at: 0, by: 'git', profile: 'a', outcome: 'answered' } as const;

describe('Try it', () => {
  test('shows each hop with what was seen, and that all is well', async () => {
    const { daypass, user } = await open();
    await user.type(repository(), ' hello ');
    await user.click(button('Try'));
    expect(daypass.called('tryIt')).toEqual([{ repository: 'hello', profile: null }]);
    for (const hop of ['Long-term key', 'MFA device', 'Session', 'Identity at AWS', 'git asks Daypass']) {
      expect(screen.getByText(hop)).toBeTruthy();
    }
    expect(screen.getByText('codecommit of work-mfa')).toBeTruthy();
    expect(screen.getByText('Everything works')).toBeTruthy();
  });

  test('offers the repositories that are known, the last one first', async () => {
    await open({
      view: {
        uses: [
          { ...use, what: 'last' },
          { ...use, by: 'endpoint', what: 'x' },
        ],
        repositories: { 'h/app': 'a' },
      },
    });
    expect((repository() as HTMLInputElement).value).toBe('last');
    const list = document.getElementById(repository().getAttribute('list') ?? '');
    expect([...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual(['last', 'app']);
  });

  test('with nothing named only AWS is asked', async () => {
    const { daypass, user } = await open();
    await user.click(button('Try'));
    expect(daypass.called('tryIt')).toEqual([{ repository: null, profile: null }]);
    expect(screen.queryByText('CodeCommit answers')).toBeNull();
  });

  test('with the profile that was chosen', async () => {
    const { daypass, user } = await open({ view: { profiles } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Profile' }), 'right-mfa');
    await user.type(repository(), 'app');
    await user.click(button('Try'));
    expect(daypass.called('tryIt')).toEqual([{ repository: 'app', profile: 'b' }]);
  });

  test('after a 403 says who answered, and tries again with the one that is chosen from now on', async () => {
    const params = { repository: 'app', profile: 'work-mfa', account: '123456789012', region: 'eu-west-1' };
    const { daypass, user } = await open({ view: { profiles }, trialFails: failure('try.forbidden', params) });
    await user.type(repository(), 'app');
    await user.click(button('Try'));
    expect(
      screen.getByText(/403 for app\. The profile was work-mfa \(account 123456789012, region eu-west-1\)/),
    ).toBeTruthy();
    expect(screen.queryByText('Everything works')).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Profile from now on' }), 'right-mfa');
    expect(daypass.called('setRepository')).toEqual([{ repository: 'h/app', profile: 'b' }]);
    expect(daypass.called('tryIt')).toHaveLength(2);
    expect(screen.getByText('codecommit of right-mfa')).toBeTruthy();
    expect(screen.getByText('Everything works')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Profile from now on' })).toBeNull();
  });

  test('where git does not ask, setting it up is one click away', async () => {
    const { user } = await open({ trialFails: failure('try.not-asked', { repository: 'app' }), trialEnds: 'git' });
    await user.type(repository(), 'app');
    await user.click(button('Try'));
    await user.click(button('Set up git'));
    expect(screen.getByRole('heading', { name: 'git and CodeCommit' })).toBeTruthy();
  });

  test('in Chinese', async () => {
    const { user } = await show({ view: { language: 'zh-TW' } });
    await goTo(user, 'doctor', 'zh-TW');
    await user.click(button('測試儲存庫'));
    await user.click(button('開始測試'));
    expect(screen.getByText('AWS 識別的身分')).toBeTruthy();
    expect(screen.getByText('一切正常')).toBeTruthy();
  });
});
