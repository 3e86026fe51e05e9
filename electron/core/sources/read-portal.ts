/**
 * What a section says of IAM Identity Center, in either form: with an `[sso-session]`, or all of it in the section itself.
 * What is not whole, or says two things, is refused with what is missing, as AWS's tools refuse it.
 */
import { ACCOUNT, PERMISSION_SET, REGION, START_URL } from '../aws/names.ts';
import type { SharedFile } from '../aws-files/port.ts';
import { type FoundProfile, type FoundSession, SETTINGS } from '../aws-files/read-profiles.ts';
import { titleOf } from '../aws-files/section.ts';
import { type Failure, failure } from '../base/failure.ts';
import type { WayOf } from '../settings/way.ts';

type PortalWay = WayOf<'identity-center'>;
export interface PortalSources {
  /** The `[sso-session]` sections, by name. */
  readonly sessions: ReadonlyMap<string, FoundSession>;
  readonly paths: Readonly<Record<SharedFile, string>>;
}

type ReadPortal = { readonly portal: PortalWay } | { readonly refusal: Failure };

const FORMS = {
  ssoStartUrl: [START_URL, 'https://d-1234567890.awsapps.com/start'],
  ssoRegion: [REGION, 'eu-west-1'],
  ssoAccount: [ACCOUNT, '123456789012'],
  ssoRole: [PERMISSION_SET, 'ReadOnlyAccess'],
} as const;

export function readPortal(section: FoundProfile, { sessions, paths }: PortalSources): ReadPortal {
  const { name: profile, ssoSession } = section;
  const { credentials, config } = paths;
  const refuse = (refusal: Failure): ReadPortal => ({ refusal });
  const session = ssoSession === undefined ? undefined : sessions.get(ssoSession);
  if (ssoSession !== undefined && !session) {
    return refuse(failure('source.no-sso-session', { profile, session: titleOf(ssoSession), config }));
  }
  const pairs = [
    ['ssoStartUrl', section.ssoStartUrl, session?.startUrl],
    ['ssoRegion', section.ssoRegion, session?.region],
    ['ssoAccount', section.ssoAccount, undefined],
    ['ssoRole', section.ssoRole, undefined],
  ] as const;
  const twice = pairs.find(([, own, theirs]) => own !== undefined && theirs !== undefined && own !== theirs);
  if (twice) {
    const setting = SETTINGS[twice[0]];
    return refuse(failure('source.sso-differs', { profile, setting, session: titleOf(ssoSession ?? ''), config }));
  }
  // With a session named, AWS's tools take address and region from there alone.
  const values = pairs.map(([setting, own, theirs]) => [setting, theirs ?? own] as const);
  const missing = values.flatMap(([setting, value]) => (value === undefined ? [SETTINGS[setting]] : []));
  if (missing.length > 0) {
    return refuse(failure('source.sso-incomplete', { profile, missing: missing.join(', '), config }));
  }
  const wrong = values.find(([setting, value = '']) => !FORMS[setting][0].test(value));
  if (wrong) {
    const [field, text = ''] = wrong;
    const [setting, value, form] = [SETTINGS[field], titleOf(text), FORMS[field][1]];
    return refuse(failure('source.value', { profile, setting, value, form, credentials, config }));
  }
  const [startUrl = '', ssoRegion = '', account = '', role = ''] = values.map(([, value]) => value);
  return { portal: { is: 'identity-center', session: ssoSession ?? null, startUrl, ssoRegion, account, role } };
}

/** Whether two are the same role of the same portal. */
export const isSamePortal = (one: PortalWay, other: PortalWay): boolean =>
  one.session === other.session &&
  one.startUrl === other.startUrl &&
  one.account === other.account &&
  one.role === other.role;
