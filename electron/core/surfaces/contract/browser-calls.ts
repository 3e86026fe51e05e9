import { nothing, object, oneOf, secretText } from '../../base/parse.ts';
import { profileId } from '../../settings/profile-id.ts';
import { call, ofProfile } from './call.ts';

export const browserCalls = {
  /** Without the browser of this computer, or beside it where that is waited for. */
  signInElsewhere: call<null>()(ofProfile),
  openBrowserAgain: call<null>()(ofProfile),
  /** The text that AWS's page shows on another device. */
  pasteSignIn: call<null>()(object({ profile: profileId, text: secretText(16_384) })),
  /** The page itself cannot reach the clipboard. */
  copyAddress: call<null>()(object({ profile: profileId, where: oneOf('here', 'elsewhere') })),
  /** What a policy needs so that its user may sign in with the browser. */
  copyStatement: call<null>()(nothing),
};
