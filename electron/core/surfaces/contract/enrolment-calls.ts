import { REGION, USER_ARN } from '../../aws/names.ts';
import { flag, nothing, nullable, object, secretText, text } from '../../base/parse.ts';
import type { BegunEnrolment } from '../../enrolment/enrolments.ts';
import { profileId } from '../../settings/profile-id.ts';
import { LONGEST_SOURCE } from '../../settings/way.ts';
import { call } from './call.ts';

/** The older one first. */
const two = { first: secretText(64), second: secretText(64) };

export const enrolmentCalls = {
  /** Makes a new MFA device; until it is enabled or dropped, the calls below are about it. */
  beginEnrolment: call<BegunEnrolment>()(object({ source: text(LONGEST_SOURCE), region: text(32, REGION) })),
  /** The QR code in SVG. With `showEnrolmentSecret` the one exception to "no secret in the page": a person must take it over. */
  drawEnrolment: call<string>()(nothing),
  showEnrolmentSecret: call<string>()(nothing),
  /** `unmarked`: the person knows that it would not be marked as a secret. */
  copyEnrolmentSecret: call<null>()(object({ unmarked: flag })),
  enableEnrolment: call<null>()(object(two)),
  /** The secret is kept, and the codes are made from it. */
  keepEnrolment: call<null>()(nothing),
  dropEnrolment: call<null>()(nothing),
  resync: call<null>()(object({ profile: profileId, ...two })),
  /** What has to be allowed to this user, for whoever runs the account. */
  copyDeviceRequest: call<null>()(object({ user: nullable(text(600, USER_ARN)) })),
};
