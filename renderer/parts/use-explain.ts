/** A failure in words. Seconds to wait count down, and a profile is called by the name that people know. */
import type { Failure } from '../../electron/core/base/failure.ts';
import type { FailureText } from '../../electron/core/i18n/failure-texts.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import { useAtOnce, useDaypass } from './daypass-context.ts';
import { useNow } from './use-now.ts';
import { withTilde } from './with-tilde.ts';

const NEVER_MS = 86_400_000;

export function useExplain(failure: Failure): FailureText {
  const { texts, view } = useDaypass();
  const seconds = useSecondsLeft(failure);
  const params = { ...failure.params };
  if (seconds !== null) params.seconds = seconds;
  const profile = view.profiles.find(({ id }) => id === params.profile);
  if (profile) params.profile = profile.name;
  const { cause, fix } = sayFailure({ code: failure.code, params }, texts);
  // A command in it is to be copied as it is.
  return { cause: withTilde(cause, view.git?.home), fix };
}

/** Until a failure's time to wait is over; null where it names none. */
export function useSecondsLeft(failure: Failure | null): number | null {
  const { view } = useAtOnce();
  const until = typeof failure?.params.until === 'number' ? failure.params.until - view.awsOffset : null;
  const now = useNow(until === null ? NEVER_MS : 1_000, (until ?? 0) % 1_000);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1_000));
}
