import { describe, expect, test } from 'vitest';
import type { ProfileView } from '../../../electron/core/app/view.ts';
import { TOOLTIP_ROOM, trayLines } from '../../../electron/shell/tray-lines.ts';
import { FakeDaypass } from '../../fakes/daypass-api.ts';
import { someProfile } from '../../fakes/daypass-samples.ts';

const NOW = new Date(2026, 0, 12, 9, 0).getTime();
const END = new Date(2026, 0, 12, 18, 30).getTime();
const profiles = (n: number, part: Partial<ProfileView> = {}): ProfileView[] =>
  Array.from({ length: n }, (_, i) => ({ ...someProfile({ id: `p${i}`, name: `work-${i}` }), ...part }));
const git = (id: number, profile: string) => ({ id, repository: `repo-${id}`, region: 'eu-west-1', profile, since: 0 });
const viewOf = (
  part: ConstructorParameters<typeof FakeDaypass>[0] extends { view?: infer V } | undefined ? V : never,
) => new FakeDaypass({ view: { ...part } }).view;

describe('the words of the tray', () => {
  test('say of each profile what it is doing, and of a valid one until when', () => {
    const [first, second] = profiles(2) as [ProfileView, ProfileView];
    const view = viewOf({ profiles: [{ ...first, phase: 'active', expiresAt: END }, second] });
    expect(trayLines(view, NOW)).toEqual(['work-1: Signed out', 'work-0: Signed in until 18:30']);
  });

  test('begin with a git that waits', () => {
    const view = viewOf({ profiles: profiles(1), waiting: [git(1, 'p0')] });
    expect(trayLines(view, NOW)).toEqual(['repo-1: git is waiting for you to sign in', 'work-0: Signed out']);
  });

  test.each([
    [0, 0],
    [5, 5],
    [6, 5],
    [100, 5],
  ])('of %i profiles are %i lines', (n, lines) => {
    expect(trayLines(viewOf({ profiles: profiles(n) }), NOW)).toHaveLength(lines);
  });

  test.each([
    ['en', '3 more'],
    ['zh-TW', '另有 3 項'],
  ] as const)('count in %s what they leave out, which is what has time', (language, last) => {
    const calm = profiles(6, { phase: 'active', expiresAt: END });
    const ended = { ...someProfile({ id: 'x', name: 'ended' }), phase: 'expired' as const };
    const lines = trayLines(viewOf({ language, profiles: [...calm, ended] }), NOW);
    expect(lines[0]).toMatch(/^ended/);
    expect(lines.at(-1)).toBe(last);
  });

  test.each([1, 2, 3, 5, 100])('of %i profiles with the longest names fit a tooltip of Windows, whole', (n) => {
    const long = profiles(n, { phase: 'active', expiresAt: END }).map((profile, i) => ({
      ...profile,
      name: `${i}`.padEnd(64, 'x'),
    }));
    for (const language of ['en', 'zh-TW'] as const) {
      const lines = trayLines(viewOf({ language, profiles: long }), NOW, TOOLTIP_ROOM);
      expect(lines.join('\n').length).toBeLessThanOrEqual(127);
      expect(lines[0]).toContain('18:30');
    }
  });

  test('are cut where one line alone is too long', () => {
    const waiting = [{ ...git(1, 'p0'), repository: 'r'.repeat(200) }];
    const [line = '', ...others] = trayLines(viewOf({ profiles: profiles(1), waiting }), NOW, TOOLTIP_ROOM);
    expect(others).toEqual([]);
    expect(line).toMatch(/^r+…$/);
    expect(line).toHaveLength(127);
  });
});
