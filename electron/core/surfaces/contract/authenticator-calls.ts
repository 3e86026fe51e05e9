import { bytes, nothing, nullable, object, secretText, text } from '../../base/parse.ts';
import { profileId } from '../../settings/profile-id.ts';
import { timeOfDay } from '../../settings/settings.ts';
import { call, ofProfile } from './call.ts';

/** Bytes of a picture file; a photograph has fewer. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;

export const authenticatorCalls = {
  /** Refused with kept.* where no secret can be kept. */
  canKeep: call<null>()(nothing),
  storeTotp: call<null>()(object({ profile: profileId, text: secretText(4_096) })),
  /** The names of what is on it, where that is more than one and none was chosen; otherwise it is stored, and none is left. */
  storeTotpPicture: call<readonly string[]>()(
    object({ profile: profileId, picture: bytes(LARGEST_PICTURE), chosen: nullable(text(200)) }),
  ),
  removeTotp: call<null>()(ofProfile),
  /** At a local time of day, or never (null). */
  signInDaily: call<null>()(object({ profile: profileId, at: nullable(timeOfDay) })),
};
