import { flag, integer, nothing, nullable, object, oneOf, text } from '../../base/parse.ts';
import type { Trial } from '../../doctor/trial.ts';
import { GIT_CHANGES } from '../../git/config/config-plan.ts';
import type { GitPreview } from '../../git/config/setup.ts';
import type { StaleReport } from '../../git/stale/stale-entries.ts';
import { profileId } from '../../settings/profile-id.ts';
import { call } from './call.ts';

const gitChange = object({ change: oneOf(...GIT_CHANGES) });
const waitingId = integer(0, Number.MAX_SAFE_INTEGER);

export const gitCalls = {
  planGit: call<GitPreview>()(gitChange),
  applyGit: call<null>()(gitChange),
  cancelWaiting: call<null>()(object({ id: waitingId })),
  chooseForWaiting: call<null>()(object({ id: waitingId, profile: profileId })),
  /** Which profile a repository is for; null: ask again. */
  setRepository: call<null>()(object({ repository: text(512), profile: nullable(profileId) })),
  /** `ask`: the person may be asked to unlock a store. */
  findStale: call<StaleReport>()(object({ ask: flag })),
  /** What was seen stands in the view hop by hop. `repository` null: only AWS is asked. */
  tryIt: call<Trial>()(object({ repository: nullable(text(512)), profile: nullable(profileId) })),
  clearStale: call<StaleReport>()(nothing),
};
