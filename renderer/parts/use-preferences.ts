/** A person's preferences, and the change of one that keeps the others. */
import type { Preferences } from '../../electron/core/settings/settings.ts';
import { useDaypass } from './daypass-context.ts';
import { useCall } from './use-call.ts';

export type Preferred = ReturnType<typeof usePreferences>;

export function usePreferences() {
  const { api, view } = useDaypass();
  const { preferences } = view;
  const { run, failure } = useCall(api.setPreferences);
  return { preferences, failure, prefer: (part: Partial<Preferences>) => run({ ...preferences, ...part }) };
}
