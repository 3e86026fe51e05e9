/** The time that a session has left, which is what one looks for: in words, as its end, and as a bar. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { countdown } from '../../electron/core/i18n/countdown.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime, span } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { useNow } from './use-now.ts';

/** Less than this is counted in seconds. */
const SECONDS_MS = 5 * 60_000;
/** Minutes are rounded down: they are looked at when one has just gone. */
const JUST_PAST_MS = 50;

export function TimeLeft({ profile }: { profile: ProfileView }) {
  const { texts, view, refresh } = useAtOnce();
  /** The end as this computer's clock will show it, right or wrong. */
  const end = (profile.expiresAt ?? 0) - view.awsOffset;
  const coarse = useNow(60_000, (end + JUST_PAST_MS) % 60_000, refresh);
  const isNear = end - coarse <= SECONDS_MS;
  const now = useNow(isNear ? 1_000 : 60_000, isNear ? end % 1_000 : (end + JUST_PAST_MS) % 60_000);
  const left = Math.max(0, end - Math.max(now, coarse));
  return (
    <div className="time-left">
      {/* A timer is not announced as it changes; who wants to know reads it. */}
      <div className="time-left-span" role="timer">
        {isNear ? countdown(left) : span(left, view.language)}
      </div>
      <p className="time-left-end">
        {fill(profile.endless ? texts.signIn.renewsItself : texts.signIn.until, {
          time: clockTime(end, view.language, now),
        })}
      </p>
      <progress className="time-left-bar" aria-hidden="true" max={profile.durationSeconds * 1_000} value={left} />
    </div>
  );
}
