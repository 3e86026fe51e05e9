import { nothing, object, oneOf, text } from '../../base/parse.ts';
import type { KeyPlace } from '../../keys/long-term-keys.ts';
import type { KeyStatus } from '../../keys/rotation/key-status.ts';
import { profileId } from '../../settings/profile-id.ts';
import { call, ofProfile } from './call.ts';

export const keyCalls = {
  /** Where the long-term key of the profile's source is. */
  findKey: call<KeyPlace>()(ofProfile),
  keepKey: call<null>()(ofProfile),
  putKeyBack: call<null>()(ofProfile),
  /** Where it is, how old, and what AWS knows of the second one. */
  keyStatus: call<KeyStatus>()(ofProfile),
  /** Begins, or goes on. */
  rotateKey: call<null>()(ofProfile),
  undoRotation: call<null>()(ofProfile),
  deleteOldKey: call<null>()(ofProfile),
  /** A key that is not used here, by its last four characters. */
  changeOtherKey: call<null>()(
    object({ profile: profileId, key: text(16), how: oneOf('activate', 'deactivate', 'delete') }),
  ),
  /** What to ask an administrator for, onto the clipboard. */
  copyKeyWishes: call<null>()(nothing),
  /** Has the keyring ask the person, and takes up what it then lets be opened. */
  unlockKeyring: call<null>()(nothing),
  /** Begins with the keyring of now; what another has sealed is set aside. */
  sealAnew: call<null>()(nothing),
};
