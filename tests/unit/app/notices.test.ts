import { describe, expect, test } from 'vitest';
import {
  endedNotice,
  endingNotice,
  refusedNotice,
  shortNotice,
  waitingNotice,
} from '../../../electron/core/app/notices.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import type { Language } from '../../../electron/core/i18n/words.ts';
import { MINUTE, profileWith } from '../samples.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh-TW'];
const profile = profileWith();

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    [15 * MINUTE, '15'],
    [14.5 * MINUTE, '15'],
    [14.5 * MINUTE - 1, '14'],
    [5 * MINUTE - 1, '5'],
    [20_000, '1'],
    [0, '1'],
  ])('%i ms are %s min', (left, minutes) => {
    const titles = [endingNotice(profile, left, language).title, shortNotice('app', 'p1', left, language).title];
    for (const title of titles) expect(title).toMatch(new RegExp(`\\b${minutes} `));
  });

  test('each names what it is about, and leaves no gap', () => {
    const notices = [
      [endingNotice(profile, MINUTE, language), 'work-mfa'],
      [endedNotice(profile, language), 'work-mfa'],
      [refusedNotice(profile, failure('totp.refused'), language), 'work-mfa'],
      [waitingNotice('app-repo', 'p1', language), 'app-repo'],
      [shortNotice('app-repo', 'p1', MINUTE, language), 'app-repo'],
    ] as const;
    for (const [notice, name] of notices) {
      expect(`${notice.title} ${notice.body}`).toContain(name);
      expect(`${notice.title} ${notice.body}`).not.toMatch(/[{}]/);
      expect(notice.profile).toBe('p1');
    }
  });
});
