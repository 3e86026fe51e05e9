/** What the tray says in words: who waits, and what each profile is doing, the most urgent first and never too much. */
import { type AppView, byUrgency, type ProfileView, waitingCards } from '../core/app/view.ts';
import { messagesIn } from '../core/i18n/messages.ts';
import { fill } from '../core/i18n/say.ts';
import { clockTime } from '../core/i18n/times.ts';

const MOST_LINES = 5;
/** Of a tooltip: Windows takes 128 with the zero at the end, and cuts the rest off. */
export const TOOLTIP_ROOM = 127;

/** 'work-mfa: Signed in until 18:30'; times are this computer's. */
function describe(profile: ProfileView, view: AppView, now: number): string {
  const { app } = messagesIn(view.language);
  const end = profile.expiresAt === null ? null : profile.expiresAt - view.awsOffset;
  const time = end === null ? '' : clockTime(end, view.language, now);
  const state = profile.phase === 'active' ? fill(app.activeUntil, { time }) : app[profile.phase];
  return fill(app.tooltip, { profile: profile.name, state });
}

/** At most five lines, of `room` characters altogether; what they leave out is counted in the last. */
export function trayLines(view: AppView, now: number, room = Number.POSITIVE_INFINITY): readonly string[] {
  const { waiting, menu } = messagesIn(view.language);
  const gits = waitingCards(view).map(({ repository, repositories: { length } }) =>
    length > 1 ? fill(waiting.several, { n: length }) : fill(waiting.title, { repository }),
  );
  const all = [...gits, ...byUrgency(view).map((profile) => describe(profile, view, now))];
  for (let shown = all.length; shown > 0; shown--) {
    const more = all.length - shown;
    const lines = more === 0 ? all : [...all.slice(0, shown), fill(menu.andMore, { n: more })];
    if (lines.length <= MOST_LINES && lines.join('\n').length <= room) return lines;
  }
  return all.slice(0, 1).map((line) => `${line.slice(0, room - 1)}…`);
}
