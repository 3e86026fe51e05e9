import { SHELLS } from '../../aws/shell-syntax.ts';
import { flag, object, oneOf, secretText } from '../../base/parse.ts';
import { profileId } from '../../settings/profile-id.ts';
import { call, ofProfile } from './call.ts';

export const sessionCalls = {
  signIn: call<null>()(object({ profile: profileId, code: secretText(64) })),
  /** By the profile's own way in, where that needs no code. */
  signInWithoutCode: call<null>()(ofProfile),
  cancelSignIn: call<null>()(ofProfile),
  signOut: call<null>()(ofProfile),
  /** `unmarked`: the person knows that it would not be marked as a secret. */
  copyEnvironment: call<null>()(object({ profile: profileId, shell: oneOf(...SHELLS), unmarked: flag })),
  /** What has a command of AWS's use the profile. */
  copyProfileOption: call<null>()(ofProfile),
  openTerminal: call<null>()(ofProfile),
};
