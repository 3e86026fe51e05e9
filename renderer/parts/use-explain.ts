/** A failure in words. Seconds to wait count down, and a profile is called by the name that people know. */
import { useState } from 'react';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { FailureText } from '../../electron/core/i18n/failure-texts.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { useNow } from './use-now.ts';

const NEVER_MS = 86_400_000;

export function useExplain(failure: Failure): FailureText {
  const { texts, view } = useDaypass();
  const seconds = useSecondsLeft(failure);
  const params = { ...failure.params };
  if (seconds !== null) params.seconds = seconds;
  const profile = view.profiles.find(({ id }) => id === params.profile);
  if (profile) params.profile = profile.name;
  return sayFailure({ code: failure.code, params }, texts);
}

/** Only these name a time to wait; elsewhere `seconds` is how long something took. */
const isWait = ({ code }: Failure) => code === 'code.used' || code === 'device.cooling-down';

export function useSecondsLeft(failure: Failure | null): number | null {
  const waits = failure !== null && isWait(failure) && typeof failure.params.seconds === 'number';
  const [since, setSince] = useState({ failure, at: Date.now() });
  if (since.failure !== failure) setSince({ failure, at: Date.now() });
  const now = useNow(waits ? 1_000 : NEVER_MS, since.at % 1_000);
  if (!waits) return null;
  return Math.max(0, Number(failure.params.seconds) - Math.floor((now - since.at) / 1_000));
}
