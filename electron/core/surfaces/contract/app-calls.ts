import type { AppView } from '../../app/view.ts';
import { flag, integer, list, nothing, object, oneOf } from '../../base/parse.ts';
import { MEND_NAMES, type MendPlan } from '../../doctor/mend.ts';
import { call } from './call.ts';

const mends = object({ names: list(oneOf(...MEND_NAMES), MEND_NAMES.length) });

export const appCalls = {
  view: call<AppView>()(nothing),
  /** What it finds comes with the views; resolves when all has been asked. */
  runDoctor: call<null>()(nothing),
  planMends: call<readonly MendPlan[]>()(mends),
  mend: call<null>()(mends),
  /** What a colleague needs to know, without a secret, on the clipboard. */
  copyReport: call<null>()(nothing),
  showCredentialsFile: call<null>()(nothing),
  /** Whether the popover stays when another window comes to the front, as a file is fetched from there. */
  stayOpen: call<null>()(object({ stay: flag })),
  /** How high the page is, in its own pixels. */
  fitPage: call<null>()(object({ height: integer(0, 100_000) })),
  hide: call<null>()(nothing),
  quit: call<null>()(nothing),
};
