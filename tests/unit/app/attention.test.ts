import { describe, expect, test } from 'vitest';
import { attention } from '../../../electron/core/app/attention.ts';
import type { AppEvent } from '../../../electron/core/app/events.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';
import { defaultSettings } from '../../../electron/core/settings/settings.ts';
import { MINUTE, profileWith } from '../samples.ts';

const profile = profileWith();
const asked = { host: 'h', repository: 'app', region: 'eu-west-1', username: null };
const use = { at: 0, by: 'git', what: 'app', profile: 'p1', outcome: 'answered' } as const;
const settings = defaultSettings();
const why = failure('totp.refused');
const of = (
  event: AppEvent,
  language: 'en' | 'zh-TW' = 'en',
  renews: readonly string[] = [],
  hasProfiles = true,
  canOpenUnseen = true,
) => attention(event, { language, hasProfiles, canOpenUnseen, renewsItself: (id) => renews.includes(id) });

describe('a notification, in the words of the language, that opens the profile', () => {
  test.each<[AppEvent, string, string, string, string]>([
    [
      { is: 'session-ending', profile, left: 15 * MINUTE },
      'work-mfa expires in 15 min',
      'Sign in again now to keep working without a break.',
      'work-mfa 將在 15 分鐘後到期',
      '現在重新登入，工作不會中斷。',
    ],
    [
      { is: 'session-ended', profile },
      'work-mfa has expired',
      'Click to sign in again.',
      'work-mfa 已到期',
      '按這裡重新登入。',
    ],
    [
      { is: 'git-short', repository: 'app', profile: 'p1', left: 14 * MINUTE + 1 },
      '14 min left for this push',
      'app has started. For a long push, it is safer to sign in again now.',
      '這次推送只剩 14 分鐘',
      'app 已開始推送；若需要較久，建議現在重新登入。',
    ],
    [
      { is: 'git-short', repository: 'app', profile: 'p1', left: 1 },
      '1 min left for this push',
      'app has started. For a long push, it is safer to sign in again now.',
      '這次推送只剩 1 分鐘',
      'app 已開始推送；若需要較久，建議現在重新登入。',
    ],
  ])('$is', (event, title, body, zhTitle, zhBody) => {
    expect(of(event)).toEqual([{ do: 'notice', notice: { title, body, profile: 'p1' } }]);
    expect(of(event, 'zh-TW')).toEqual([{ do: 'notice', notice: { title: zhTitle, body: zhBody, profile: 'p1' } }]);
  });

  test('also of a daily sign-in that was refused, with the cause and its fix', () => {
    const event: AppEvent = { is: 'daily-refused', profile, why };
    expect(of(event)).toEqual([
      {
        do: 'notice',
        notice: {
          title: 'work-mfa couldn’t sign in by itself',
          body: expect.stringMatching(/^AWS .+\. .+\.$/),
          profile: 'p1',
        },
      },
    ]);
    expect(of(event, 'zh-TW')).toMatchObject([
      { do: 'notice', notice: { title: 'work-mfa 無法自動登入', body: expect.stringMatching(/AWS.*。 .*。$/) } },
    ]);
  });
});

describe('a git that waits', () => {
  test.each<[string, string | null, Language, string, string]>([
    ['a sign-in', 'p1', 'en', 'git is waiting', 'app continues once you sign in.'],
    ['a sign-in', 'p1', 'zh-TW', 'git 正在等候', '登入後，app 會自動繼續。'],
    ['a choice', null, 'en', 'Choose a profile for app', 'git is waiting. Click to choose.'],
    ['a choice', null, 'zh-TW', '請為 app 選擇設定檔', 'git 正在等候。按這裡選擇。'],
  ])(
    'for %s (%s) opens the popover, which takes no keys, and only then tells of it (%s)',
    (_, id, language, title, body) => {
      expect(of({ is: 'git-waits', asked, profile: id, isFirst: true }, language, ['p2'])).toEqual([
        { do: 'open', profile: id, asked: false },
        { do: 'notice', notice: { title, body, profile: id, whileWaiting: true } },
      ]);
    },
  );

  test('for a session that takes nobody bothers nobody', () => {
    for (const is of ['git-waits', 'git-in-background'] as const) {
      const event: AppEvent = { is, asked, profile: 'p1', isFirst: true };
      expect(of(event, 'en', ['p1'])).toEqual([{ do: 'sign-in', profile: 'p1' }]);
    }
  });

  test('beside another opens the popover again, and no second notification is shown', () => {
    const event: AppEvent = { is: 'git-waits', asked, profile: 'p1', isFirst: false };
    expect(of(event)).toEqual([{ do: 'open', profile: 'p1', asked: false }]);
  });
});

describe('where a window that opens would take the keyboard', () => {
  const waits = (isFirst: boolean): AppEvent => ({ is: 'git-waits', asked, profile: 'p1', isFirst });
  const unseen = (event: AppEvent, renews: readonly string[] = []) => of(event, 'en', renews, true, false);

  test('a git that waits is only told of, once', () => {
    expect(unseen(waits(true))).toMatchObject([{ do: 'notice', notice: { title: 'git is waiting', profile: 'p1' } }]);
    expect(unseen(waits(false))).toEqual([]);
    expect(unseen(waits(true), ['p1'])).toEqual([{ do: 'sign-in', profile: 'p1' }]);
  });

  test('what a person has asked for opens as everywhere', () => {
    for (const event of [
      { is: 'session-wanted', profile: 'p1' },
      { is: 'started', byHand: true, hasTray: false },
    ] as const)
      expect(unseen(event)).toEqual(of(event));
  });
});

describe('a git in the background', () => {
  test.each<[string | null, Language, string, string]>([
    ['p1', 'en', 'Signed out', 'git in the background asked for app and got nothing. Click to sign in.'],
    ['p1', 'zh-TW', '尚未登入', '背景執行的 git 要存取 app，但沒有取得密碼。按這裡登入。'],
    [
      null,
      'en',
      'No profile chosen for app',
      'git in the background asked for it and got nothing. Run git in a terminal to choose one.',
    ],
    [null, 'zh-TW', '尚未為 app 選擇設定檔', '背景執行的 git 沒有取得密碼。請在終端機執行 git，再選擇設定檔。'],
  ])('opens nothing, and is told of once (%s, %s)', (id, language, title, body) => {
    const event = { is: 'git-in-background', asked, profile: id, isFirst: true } as const;
    expect(of(event, language)).toEqual([{ do: 'notice', notice: { title, body, profile: id } }]);
    expect(of({ ...event, isFirst: false }, language)).toEqual([]);
  });
});

test('a program that waits opens the popover, for which a person has asked, or signs in where that takes nobody', () => {
  const event: AppEvent = { is: 'session-wanted', profile: 'p1' };
  expect(of(event)).toEqual([{ do: 'open', profile: 'p1', asked: true }]);
  expect(of(event, 'en', ['p1'])).toEqual([{ do: 'sign-in', profile: 'p1' }]);
});

test.each<AppEvent>([
  { is: 'changed' },
  { is: 'session-began', profile },
  { is: 'session-trouble', why, thrown: null, shown: false },
  { is: 'git-used', use },
  { is: 'settings-changed', before: settings, after: settings },
])('nobody is bothered with $is', (event) => {
  expect(of(event)).toEqual([]);
});

describe('the start', () => {
  test.each([
    ['by hand, without a profile', true, true, false, true],
    ['by hand, without a tray', true, false, true, true],
    ['by hand, with both', true, true, true, false],
    ['at login, without a profile', false, true, false, false],
    ['at login, without a tray', false, false, true, false],
  ])('%s', (_, byHand, hasTray, hasProfiles, opens) => {
    const opened = [{ do: 'open', profile: null, asked: true }];
    expect(of({ is: 'started', byHand, hasTray }, 'en', [], hasProfiles)).toEqual(opens ? opened : []);
  });
});
