import type { AppView } from '../../app/view.ts';
import { flag, nothing, object } from '../../base/parse.ts';
import type { DoctorReport } from '../../doctor/report.ts';
import { call } from './call.ts';

export const appCalls = {
  view: call<AppView>()(nothing),
  runDoctor: call<DoctorReport>()(nothing),
  showCredentialsFile: call<null>()(nothing),
  /** Whether the popover stays when another window comes to the front, as a file is fetched from there. */
  stayOpen: call<null>()(object({ stay: flag })),
  hide: call<null>()(nothing),
  quit: call<null>()(nothing),
};
