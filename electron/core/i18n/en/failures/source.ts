/** What a new profile is to be made from. */
import type { FailureTexts } from '../../failure-texts.ts';

export const source: FailureTexts<'source'> = {
  'source.unknown': {
    cause: 'There is no profile {profile} in {credentials} or {config}.',
    fix: 'Check the name; AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE say where AWS’s files are.',
  },
  'source.ours': {
    cause: 'Profile {profile} is one that Daypass itself writes.',
    fix: 'Sign in to it. A new profile is made from the one that holds your long-term key (AKIA…).',
  },
  'source.other-way': {
    cause: 'Profile {profile} gets its credentials by {setting}, not with a long-term key and a code.',
    fix: 'Choose the profile that holds your long-term key (AKIA…).',
  },
  'source.nowhere': {
    cause: 'Profile {profile} names {source} as its source_profile, and no profile is called so.',
    fix: 'Correct source_profile in {config} or {credentials}.',
  },
  'source.circle': {
    cause: 'The source_profile of {profile} leads round in a circle: {chain}.',
    fix: 'In {config} or {credentials}, let one of them name the profile that holds your long-term key.',
  },
  'source.role-on-role': {
    cause: 'Profile {profile} takes its role by way of another role, that of {source}.',
    fix: 'Add {source} first. Then, in Settings, add a profile with this role, assumed with that one’s session.',
  },
  'source.too-deep': {
    cause: 'Profile {profile} takes its role by way of {source}, which is itself more than one role away from a key.',
    fix: 'Daypass takes two roles in a row at most: name a source_profile that is nearer to the key.',
  },
  'source.role-on-portal': {
    cause: 'Profile {profile} takes its role with the company sign-in of {source}.',
    fix: 'Add {source} first. Then add {profile}: its role is assumed with that one’s session.',
  },
  'source.no-sso-session': {
    cause: 'Profile {profile} names {session} as its sso_session, and there is no [sso-session {session}].',
    fix: 'Correct sso_session in {config}, or let “aws configure sso” write the section.',
  },
  'source.sso-incomplete': {
    cause: 'Profile {profile} is one of IAM Identity Center and lacks: {missing}',
    fix: 'Add that in {config}, or let “aws configure sso” do it.',
  },
  'source.sso-differs': {
    cause: '{setting} of profile {profile} is another than that of [sso-session {session}].',
    fix: 'Remove it from the profile in {config}: AWS’s tools refuse two.',
  },
  'source.value': {
    cause: '{setting} of profile {profile} is not as AWS takes it: {value}',
    fix: 'Correct it in {config} or {credentials}, as in: {form}',
  },
};
