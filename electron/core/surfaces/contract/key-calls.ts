import { nothing } from '../../base/parse.ts';
import type { KeyPlace } from '../../keys/long-term-keys.ts';
import { call, ofProfile } from './call.ts';

export const keyCalls = {
  /** Where the long-term key of the profile's source is. */
  findKey: call<KeyPlace>()(ofProfile),
  keepKey: call<null>()(ofProfile),
  putKeyBack: call<null>()(ofProfile),
  /** Has the keyring ask the person, and takes up what it then lets be opened. */
  unlockKeyring: call<null>()(nothing),
  /** Begins with the keyring of now; what another has sealed is set aside. */
  sealAnew: call<null>()(nothing),
};
