/** The time that a session still has, by AWS's clock, to the second. */
import { countdown, fill } from '../../electron/core/i18n/messages.ts';
import type { ProfileView } from '../../electron/core/view.ts';
import { useDaypass } from './daypass-context.ts';
import { clockTime } from './format.ts';
import { useNow } from './use-now.ts';

interface Props {
  readonly profile: ProfileView;
  /** Beside a code field it takes less room. */
  readonly compact: boolean;
}

const RADIUS = 44;
const ROUND = 2 * Math.PI * RADIUS;

export function Countdown({ profile, compact }: Props) {
  const { texts, view, refresh } = useDaypass();
  /** The end as this computer's clock will show it, right or wrong. */
  const end = (profile.expiresAt ?? 0) - view.awsOffset;
  const left = Math.max(0, end - useNow(1_000, end % 1_000, refresh));
  const rest = Math.min(1, left / (profile.durationSeconds * 1_000));
  return (
    <div className="countdown" data-compact={compact || undefined}>
      <svg className="ring" viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring-whole" cx="50" cy="50" r={RADIUS} />
        <circle
          className="ring-rest"
          cx="50"
          cy="50"
          r={RADIUS}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - rest)}
        />
      </svg>
      <div className="countdown-text">
        <span className="countdown-label">{texts.signIn.expiresIn}</span>
        {/* A timer is not announced as it changes; who wants to know reads it. */}
        <span className="countdown-time" role="timer">
          {countdown(left)}
        </span>
        <span className="countdown-until">{fill(texts.signIn.until, { time: clockTime(end, view.language) })}</span>
      </div>
    </div>
  );
}
