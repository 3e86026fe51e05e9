/** The ways in that a profile can have, as they are chosen and stored: one shape each. What each does is in `sources/`. */
import {
  ACCOUNT,
  DURATION,
  EXTERNAL_ID,
  MFA_SERIAL,
  PERMISSION_SET,
  REGION,
  ROLE_ARN,
  ROLE_SESSION_NAME,
  START_URL,
} from '../aws/names.ts';
import { integer, nullable, object, oneShapeOf, type Parsed, text } from '../base/parse.ts';
import { profileId } from './profile-id.ts';

/** Letters in the name of a section that holds a key. */
export const LONGEST_SOURCE = 256;

const durationSeconds = integer(DURATION.min, DURATION.max);

const roleFields = {
  arn: text(640, ROLE_ARN),
  sessionName: text(64, ROLE_SESSION_NAME),
  externalId: nullable(text(1224, EXTERNAL_ID)),
};
const role = object(roleFields);
export type RoleSettings = Parsed<typeof role>;

/** A portal of IAM Identity Center. */
const portalFields = {
  /** The name of an [sso-session] section; null where the profile itself named the address. */
  session: nullable(text(256)),
  startUrl: text(2_048, START_URL),
  ssoRegion: text(32, REGION),
};
export const portalAddress = object(portalFields);

export const way = oneShapeOf('is', {
  /** A long-term key and six digits, typed or of a stored authenticator. */
  key: object({
    /** The section that holds the key. */
    source: text(LONGEST_SOURCE),
    serial: text(640, MFA_SERIAL),
    durationSeconds,
    /** Null: a session of the key's own user. */
    role: nullable(role),
  }),
  /** A role that the session of another profile takes, without a code. */
  session: object({ parent: profileId, ...roleFields, durationSeconds }),
  /** The person signs in to AWS in their browser. */
  browser: object({}),
  'identity-center': object({
    ...portalFields,
    account: text(12, ACCOUNT),
    /** The name of a permission set. */
    role: text(32, PERMISSION_SET),
  }),
});
export type Way = Parsed<typeof way>;
export type WayName = Way['is'];
export type WayOf<N extends WayName> = Extract<Way, { readonly is: N }>;
