/** The newest view: asked for once, then heard of. An older one never replaces a newer one. */
import { useCallback, useEffect, useState } from 'react';
import type { AppView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';

const newer = (view: AppView) => (known: AppView | null) => (known && known.revision > view.revision ? known : view);

export function useView(api: DaypassApi) {
  const [view, setView] = useState<AppView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refresh = useCallback(async () => {
    const answer = await api.view();
    if (answer.ok) setView(newer(answer.value));
    setFailure(answer.ok ? null : answer.failure);
  }, [api]);

  useEffect(() => {
    const stop = api.onView((heard) => setView(newer(heard)));
    refresh();
    return stop;
  }, [api, refresh]);

  return { view, failure, refresh };
}
