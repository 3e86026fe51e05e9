import { describe, expect, test } from 'vitest';
import type { AppView, Phase, ProfileView } from '../../../electron/core/app/view.ts';
import { type MenuDeed, menuEntries } from '../../../electron/shell/menu-entries.ts';
import { FakeDaypass } from '../../fakes/daypass-api.ts';
import { someProfile } from '../../fakes/daypass-samples.ts';

const END = Date.UTC(2026, 0, 12, 18);
const one = (id: string, phase: Phase): ProfileView => ({
  ...someProfile({ id, name: `${id}-mfa` }),
  phase,
  expiresAt: phase === 'active' || phase === 'expiring' ? END : null,
});
const viewOf = (profiles: readonly ProfileView[], part: Partial<AppView> = {}): AppView =>
  new FakeDaypass({ view: { profiles, ...part } }).view;
const shown = (view: AppView, lines: readonly string[] = []) =>
  menuEntries(view, lines).map((entry) => (entry === 'line' ? '—' : entry.label));
const deedOf = (view: AppView, label: string): MenuDeed | null | undefined =>
  menuEntries(view, []).flatMap((entry) => (entry !== 'line' && entry.label === label ? [entry.does] : []))[0];
const rest = ['—', 'Clear keychain entries', 'Doctor', 'Settings', 'About Daypass', '—', 'Quit'];

describe('the tray’s menu', () => {
  test.each<[string, readonly ProfileView[], readonly string[]]>([
    ['no profile', [], []],
    ['one that is signed out', [one('a', 'signedOut')], ['Sign in…']],
    ['one that has time', [one('a', 'active')], ['Sign out']],
    ['one that ends soon', [one('a', 'expiring')], ['Renew session…', 'Sign out']],
    [
      'several',
      [one('a', 'active'), one('b', 'signedOut'), one('c', 'expired')],
      ['Sign in: c-mfa…', 'Sign out: a-mfa'],
    ],
    ['two with time', [one('a', 'active'), one('b', 'active')], ['Sign out: a-mfa', 'Sign out: b-mfa']],
  ])('with %s', (_, profiles, own) => {
    expect(shown(viewOf(profiles))).toEqual(['Open Daypass', ...own, ...rest]);
  });

  test('tells the state above all else, and nothing happens there', () => {
    const view = viewOf([one('a', 'signedOut')]);
    expect(shown(view, ['a-mfa: Signed out']).slice(0, 3)).toEqual(['a-mfa: Signed out', '—', 'Open Daypass']);
    expect(menuEntries(view, ['told'])[0]).toEqual({ label: 'told', does: null });
  });

  test('signs in for whom a git waits, before one that is more urgent', () => {
    const waiting = [{ id: 1, repository: 'app', region: 'eu-west-1', profile: 'a', since: 0 }];
    const view = viewOf([one('a', 'signedOut'), one('b', 'expiring')], { waiting });
    expect(deedOf(view, 'Sign in: a-mfa…')).toEqual({ is: 'open', profile: 'a', screen: 'main' });
  });

  test.each<[string, MenuDeed]>([
    ['Open Daypass', { is: 'open', profile: null }],
    ['Sign out', { is: 'sign-out', profile: 'a' }],
    ['Clear keychain entries', { is: 'open', profile: null, screen: 'stale' }],
    ['Doctor', { is: 'open', profile: null, screen: 'doctor' }],
    ['Settings', { is: 'open', profile: null, screen: 'settings' }],
    ['About Daypass', { is: 'open', profile: null, screen: 'about' }],
    ['Quit', { is: 'quit' }],
  ])('%s does that', (label, deed) => {
    expect(deedOf(viewOf([one('a', 'active')]), label)).toEqual(deed);
  });

  test('in Chinese has full-width colons', () => {
    const view = viewOf([one('a', 'active'), one('b', 'expired')], { language: 'zh-TW' });
    expect(shown(view)).toEqual(expect.arrayContaining(['登入：b-mfa…', '登出：a-mfa']));
    expect(shown(view).join()).not.toContain(':');
  });
});
