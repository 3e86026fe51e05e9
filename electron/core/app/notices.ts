/** The words of each notification. */
import type { Failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import { explain, messagesIn } from '../i18n/messages.ts';
import { fill } from '../i18n/say.ts';
import type { Language } from '../i18n/words.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Notice } from './port.ts';

const MINUTE = 60_000;

export function endingNotice(profile: ProfileSettings, left: number, language: Language): Notice {
  const { endingTitle, endingBody } = messagesIn(language).notice;
  const minutes = Math.max(1, Math.round(left / MINUTE));
  return { title: fill(endingTitle, { profile: profile.name, minutes }), body: endingBody, profile: profile.id };
}

export function endedNotice(profile: ProfileSettings, language: Language): Notice {
  const { endedTitle, endedBody } = messagesIn(language).notice;
  return { title: fill(endedTitle, { profile: profile.name }), body: endedBody, profile: profile.id };
}

/** For a sign-in, or, without a profile, for a choice: whoever is signed in already has nothing else to do. */
export function waitingNotice(repository: string, profile: string | null, language: Language): Notice {
  const { waitingTitle, waitingBody, choiceTitle, choiceBody } = messagesIn(language).notice;
  const [title, body] = profile === null ? [choiceTitle, choiceBody] : [waitingTitle, waitingBody];
  return { title: fill(title, { repository }), body: fill(body, { repository }), profile, whileWaiting: true };
}

/** For a git that runs by itself, and so does not wait; what it would have to be chosen for is asked of a person's git alone. */
export function backgroundNotice(repository: string, profile: string | null, language: Language): Notice {
  const { backgroundTitle, backgroundBody, unchosenTitle, unchosenBody } = messagesIn(language).notice;
  const [title, body] = profile === null ? [unchosenTitle, unchosenBody] : [backgroundTitle, backgroundBody];
  return { title: fill(title, { repository }), body: fill(body, { repository }), profile };
}

/** For a daily sign-in that AWS, or something here, did not let through. */
export function refusedNotice(profile: ProfileSettings, why: Failure, language: Language): Notice {
  const { refusedTitle } = messagesIn(language).notice;
  const { cause, fix } = explain(why, language);
  return { title: fill(refusedTitle, { profile: profile.name }), body: `${cause} ${fix}`, profile: profile.id };
}

/** For a git that starts while the session is about to end. */
export function shortNotice(repository: string, profile: string, left: EpochMs, language: Language): Notice {
  const { shortTitle, shortBody } = messagesIn(language).notice;
  const minutes = Math.max(1, Math.round(left / MINUTE));
  return { title: fill(shortTitle, { minutes }), body: fill(shortBody, { repository }), profile };
}
