/** What a new profile is to be made from. */
import type { FailureTexts } from '../../failure-texts.ts';

export const source: FailureTexts<'source'> = {
  'source.unknown': {
    cause: 'There is no profile {profile} in {credentials} or {config}.',
    fix: 'Check the name. AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE set where AWS’s files are.',
  },
  'source.ours': {
    cause: 'Daypass itself writes profile {profile}.',
    fix: 'Sign in to it. To add a profile, use the one that holds your long-term key (AKIA…).',
  },
  'source.other-way': {
    cause: 'Profile {profile} gets its credentials from {setting}, not from a long-term key and a code.',
    fix: 'Choose the profile that holds your long-term key (AKIA…).',
  },
  'source.nowhere': {
    cause: 'Profile {profile} has {source} as its source_profile, but no such profile exists.',
    fix: 'Correct source_profile in {config} or {credentials}.',
  },
  'source.circle': {
    cause: 'The source_profile of {profile} goes in a circle: {chain}.',
    fix: 'In {config} or {credentials}, point one of them to the profile that holds your long-term key.',
  },
  'source.role-on-role': {
    cause: 'Profile {profile} assumes its role through another role, that of {source}.',
    fix: 'Add {source} first. Then, in Settings, add a profile with this role, assumed with the first one’s session.',
  },
  'source.too-deep': {
    cause: 'Profile {profile} assumes its role through {source}, which is itself more than one role away from a key.',
    fix: 'Daypass supports two roles in a row. Choose a source_profile closer to the key.',
  },
  'source.role-on-portal': {
    cause: 'Profile {profile} assumes its role with the company sign-in of {source}.',
    fix: 'Add {source} first. Then add {profile}: its role is assumed with that session.',
  },
  'source.no-sso-session': {
    cause: 'Profile {profile} has {session} as its sso_session, but there is no [sso-session {session}].',
    fix: 'Correct sso_session in {config}, or create the section with “aws configure sso”.',
  },
  'source.sso-incomplete': {
    cause: 'Profile {profile} uses IAM Identity Center but lacks: {missing}',
    fix: 'Add that in {config}, or run “aws configure sso”.',
  },
  'source.sso-differs': {
    cause: '{setting} of profile {profile} differs from that of [sso-session {session}].',
    fix: 'Remove it from the profile in {config}. AWS’s tools don’t accept both.',
  },
  'source.value': {
    cause: '{setting} of profile {profile} isn’t valid: {value}',
    fix: 'Correct it in {config} or {credentials}. Example: {form}',
  },
};
