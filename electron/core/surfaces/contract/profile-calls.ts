import { REGION } from '../../aws/names.ts';
import type { MfaDevice } from '../../aws/port.ts';
import { nothing, object, text } from '../../base/parse.ts';
import { profileId } from '../../settings/profile-id.ts';
import { preferences, profileChoice } from '../../settings/settings.ts';
import { LONGEST_SOURCE } from '../../settings/way.ts';
import type { FoundSources } from '../../sources/source.ts';
import { call, ofProfile } from './call.ts';

export const profileCalls = {
  findSources: call<FoundSources>()(nothing),
  findDevices: call<readonly MfaDevice[]>()(object({ source: text(LONGEST_SOURCE), region: text(32, REGION) })),
  addProfile: call<string>()(profileChoice),
  editProfile: call<null>()(object({ profile: profileId, choice: profileChoice })),
  removeProfile: call<null>()(ofProfile),
  showProfile: call<null>()(ofProfile),
  setPreferences: call<null>()(preferences),
};
