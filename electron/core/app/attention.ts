/** The one rule of what a person is bothered with, and how: nothing, a notification, the popover, or a sign-in that takes nobody. */
import type { Language } from '../i18n/words.ts';
import type { AppEvent } from './events.ts';
import { backgroundNotice, endedNotice, endingNotice, refusedNotice, shortNotice, waitingNotice } from './notices.ts';
import type { Notice } from './port.ts';

export type Asking =
  | { readonly do: 'notice'; readonly notice: Notice }
  /** Opens the popover; where nobody has `asked` for it just now, without taking keys that are typed elsewhere. */
  | { readonly do: 'open'; readonly profile: string | null; readonly asked: boolean }
  | { readonly do: 'sign-in'; readonly profile: string };

export interface AttentionState {
  readonly language: Language;
  readonly hasProfiles: boolean;
  /** A window that opens by itself leaves the keyboard where it is; where it does not, nothing opens by itself. */
  readonly canOpenUnseen: boolean;
  /** Whether the profile signs in again without a person and without a code being spent. */
  renewsItself(profile: string): boolean;
}

/** In the order in which it is to be done: a notification is the least sure of all, so it comes last. */
export function attention(
  event: AppEvent,
  { language, hasProfiles, canOpenUnseen, renewsItself }: AttentionState,
): readonly Asking[] {
  switch (event.is) {
    case 'started':
      // Whoever has just started it wants to see something: the first run, or, without a tray, the window.
      return event.byHand && (!hasProfiles || !event.hasTray) ? [{ do: 'open', profile: null, asked: true }] : [];
    case 'git-waits': {
      const { asked, profile } = event;
      if (profile !== null && renewsItself(profile)) return [{ do: 'sign-in', profile }];
      const opened: readonly Asking[] = canOpenUnseen ? [{ do: 'open', profile, asked: false }] : [];
      return event.isFirst ? [...opened, notice(waitingNotice(asked.repository, profile, language))] : opened;
    }
    case 'git-in-background': {
      const { asked, profile, isFirst } = event;
      if (profile !== null && renewsItself(profile)) return [{ do: 'sign-in', profile }];
      return isFirst ? [notice(backgroundNotice(asked.repository, profile, language))] : [];
    }
    case 'session-wanted': {
      const { profile } = event;
      return [renewsItself(profile) ? { do: 'sign-in', profile } : { do: 'open', profile, asked: true }];
    }
    case 'git-short':
      return [notice(shortNotice(event.repository, event.profile, event.left, language))];
    case 'session-ending':
      return [notice(endingNotice(event.profile, event.left, language))];
    case 'session-ended':
      return [notice(endedNotice(event.profile, language))];
    case 'daily-refused':
      return [notice(refusedNotice(event.profile, event.why, language))];
    default:
      return [];
  }
}

const notice = (words: Notice): Asking => ({ do: 'notice', notice: words });
