/** What the doctor finds in the variables that programs are started with, and what to do about it. */
import type { FailureTexts } from '../../failure-texts.ts';

export const environment: FailureTexts<'environment'> = {
  'environment.blank': {
    cause: '{names}: set, but empty. AWS’s tools take that as a value, and fail or look elsewhere.',
    fix: 'Delete the line, or write the value directly after the “=”. In open terminals, unset the variables named above.',
  },
  'environment.spaces': {
    cause: '{names}: there is a space next to the “=”, so the shell sets nothing or an empty value.',
    fix: 'Write NAME=value without spaces, then open a new terminal.',
  },
  'environment.stray': {
    cause: '{names}: the value includes a space, a quote or a Windows line ending, so AWS reads another key or name.',
    fix: "Remove it. For a file with Windows line endings, run “sed -i 's/\\r$//' FILE”. Then open a new terminal.",
  },
  'environment.half-key': {
    cause:
      'A key is set without {missing}. The AWS CLI and boto3 stop at half a key (“Partial credentials found in env”, or “InvalidClientTokenId” for a session without its token), whatever the profile.',
    fix: 'Remove the rest: unset {names}. Then open a new terminal and use the profile {profile}.',
  },
  'environment.token-beside-key': {
    cause:
      'The long-term key {key} is set together with the token of an expired session. Both are sent, and AWS answers “The security token included in the request is invalid”.',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}. Then use the profile {profile}.',
  },
  'environment.long-term-key': {
    cause:
      'The long-term key {key} is set as a variable. The AWS CLI, boto3, Terraform and nearly every SDK use it before any profile, even AWS_PROFILE (except the SDK for JavaScript). They work without MFA and are refused.',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}. Then use the profile {profile}.',
  },
  'environment.other-session': {
    cause:
      'The variables hold a session, {key}, that isn’t Daypass’s current one. Programs use it before any profile, and nothing renews it (“ExpiredToken”).',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}, or run “daypass env” again.',
  },
  'environment.not-exported': {
    cause: '{names}: set in the shell only, so programs don’t see it.',
    fix: 'Put “export ” in front (in fish: set -gx NAME value), then open a new terminal.',
  },
  'environment.profile-missing': {
    cause:
      'AWS’s tools should use the profile {profile}, but neither of AWS’s files has it. They fail with “The config profile could not be found”.',
    fix: 'Correct the name, or delete the line. “daypass status” lists Daypass’s profiles.',
  },
  'environment.profiles-differ': {
    cause:
      'AWS_DEFAULT_PROFILE is {profile} and AWS_PROFILE is {other}. AWS CLI 1 and boto3 use the first; AWS CLI 2, Terraform and the SDKs for Go, Java and JavaScript the second.',
    fix: 'Keep only AWS_PROFILE: unset AWS_DEFAULT_PROFILE.',
  },
  'environment.profile-beside-key': {
    cause:
      'The session {key} is set, and AWS_PROFILE is {profile}. The AWS CLI, boto3 and Terraform use the session, the SDK for JavaScript the profile.',
    fix: 'unset AWS_PROFILE, or run “daypass env”, which does that.',
  },
  'environment.profile-of-key': {
    cause:
      'AWS’s tools use the profile {profile}, which holds the long-term key instead of the session, so they work without MFA.',
    fix: 'To use the session: export AWS_PROFILE={session}',
  },
  'environment.profile-beside-endpoint': {
    cause:
      'Daypass’s endpoint is set, but so is the profile {profile}. Every program uses the profile, not the endpoint.',
    fix: 'unset AWS_PROFILE AWS_DEFAULT_PROFILE',
  },
  'environment.files-elsewhere': {
    cause:
      'In this terminal, {name} points AWS’s tools to {leads}, but Daypass writes {written}. They don’t find the session.',
    fix: 'unset {name}, or start Daypass with the same value.',
  },
  'environment.web-identity': {
    cause: '{name} also provides credentials. Programs use them after keys set as variables, but before every profile.',
    fix: 'If that isn’t intended: unset AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN',
  },
  'environment.endpoint': {
    cause: '{name} sends requests for AWS to {address}.',
    fix: 'Nothing to do if that is intended. Otherwise, unset {name}.',
  },
  'environment.region-differs': {
    cause:
      'The environment sets the region {region}, but the profile {profile} has {own}. Programs use the environment’s.',
    fix: 'Nothing to do if that is intended. Otherwise, unset AWS_REGION AWS_DEFAULT_REGION',
  },
};
