/** The time that a session still has, by AWS's clock, to the second. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { countdown } from '../../electron/core/i18n/countdown.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useDaypass } from './daypass-context.ts';
import { Ring } from './Ring.tsx';
import { useNow } from './use-now.ts';

interface Props {
  readonly profile: ProfileView;
  /** Beside a code field or a failure it takes less room. */
  readonly compact: boolean;
}

export function Countdown({ profile, compact }: Props) {
  const { texts, view, refresh } = useDaypass();
  /** The end as this computer's clock will show it, right or wrong. */
  const end = (profile.expiresAt ?? 0) - view.awsOffset;
  const now = useNow(1_000, end % 1_000, refresh);
  const left = Math.max(0, end - now);
  const rest = Math.min(1, left / (profile.durationSeconds * 1_000));
  const time = (
    <>
      <span className="countdown-label">{profile.endless ? texts.signIn.renewsItself : texts.signIn.expiresIn}</span>
      {/* A timer is not announced as it changes; who wants to know reads it. */}
      <span className="countdown-time" role="timer">
        {countdown(left)}
      </span>
      <span className="countdown-until">{fill(texts.signIn.until, { time: clockTime(end, view.language, now) })}</span>
    </>
  );
  if (!compact) {
    return (
      <div className="countdown">
        <Ring rest={rest}>{time}</Ring>
        <p className="hint">{fill(texts.signIn.writtenTo, { name: profile.name })}</p>
      </div>
    );
  }
  return (
    <div className="countdown-line">
      <Ring rest={rest} />
      <div className="countdown-text">{time}</div>
    </div>
  );
}
