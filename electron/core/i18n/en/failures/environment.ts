/** What the doctor finds in the variables that programs are started with, and what to do about it. */
import type { FailureTexts } from '../../failure-texts.ts';

export const environment: FailureTexts<'environment'> = {
  'environment.blank': {
    cause: '{names}: set, with nothing in it. AWS’s tools take that for a value, and fail or look elsewhere.',
    fix: 'Delete the line, or write the value directly after the “=”. In open terminals, unset the variables named above.',
  },
  'environment.spaces': {
    cause:
      '{names}: there is a space beside the “=”, so the shell sets nothing, or an empty value, and takes what follows for another word.',
    fix: 'Write NAME=value without spaces, then open a new terminal.',
  },
  'environment.stray': {
    cause:
      '{names}: a blank, a quote or the line end of a Windows file is part of the value, so AWS takes it for another key or name.',
    fix: "Remove it. For a file with Windows line endings, run “sed -i 's/\\r$//' FILE”. Then open a new terminal.",
  },
  'environment.half-key': {
    cause:
      'A key is set but for {missing}. The AWS CLI and boto3 stop at half a key (“Partial credentials found in env”, or “InvalidClientTokenId” where a session lacks its token), whatever profile is named.',
    fix: 'Remove the rest: unset {names}. Then open a new terminal and use the profile {profile}.',
  },
  'environment.token-beside-key': {
    cause:
      'The long-term key {key} is set beside the token of a session that has ended. Both are sent together, and AWS answers “The security token included in the request is invalid”.',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}. Then use the profile {profile}.',
  },
  'environment.long-term-key': {
    cause:
      'The long-term key {key} is set as a variable. AWS CLI, boto3, Terraform and nearly every SDK take it before any profile, AWS_PROFILE too (the SDK for JavaScript alone takes AWS_PROFILE first): they work without MFA and are refused.',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}. Then use the profile {profile}.',
  },
  'environment.other-session': {
    cause:
      'The variables hold a session, {key}, that is not Daypass’s current one. Programs take it before any profile, and it ends without being renewed (“ExpiredToken”).',
    fix: 'Delete the lines shown here. In open terminals, run: unset {names}, or run “daypass env” again.',
  },
  'environment.not-exported': {
    cause: '{names}: set for the shell alone, so no program sees it.',
    fix: 'Put “export ” in front (in fish: set -gx NAME value), then open a new terminal.',
  },
  'environment.profile-missing': {
    cause:
      'AWS’s tools are told to use the profile {profile}, and neither of AWS’s two files has it: all of them end with “The config profile could not be found”.',
    fix: 'Correct the name, or delete the line; “daypass status” lists Daypass’s profiles.',
  },
  'environment.profiles-differ': {
    cause:
      'AWS_DEFAULT_PROFILE says {profile}, AWS_PROFILE says {other}: AWS CLI 1 and boto3 take the first, AWS CLI 2, Terraform and the SDKs for Go, Java and JavaScript the second.',
    fix: 'Keep AWS_PROFILE alone: unset AWS_DEFAULT_PROFILE.',
  },
  'environment.profile-beside-key': {
    cause:
      'The session {key} is set, and AWS_PROFILE says {profile}. AWS CLI, boto3 and Terraform take the session, the SDK for JavaScript the profile.',
    fix: 'unset AWS_PROFILE; “daypass env” puts it aside by itself.',
  },
  'environment.profile-of-key': {
    cause:
      'AWS’s tools use the profile {profile}, which holds the long-term key and not the session, so they work without MFA.',
    fix: 'For the session: export AWS_PROFILE={session}',
  },
  'environment.profile-beside-endpoint': {
    cause:
      'Daypass’s endpoint is set, and so is the profile {profile}: every client takes the profile, and none asks the endpoint.',
    fix: 'unset AWS_PROFILE AWS_DEFAULT_PROFILE',
  },
  'environment.files-elsewhere': {
    cause:
      'In this terminal {name} leads AWS’s tools to {leads}; Daypass writes {written}. They do not find the session.',
    fix: 'unset {name}, or start Daypass with the same value.',
  },
  'environment.web-identity': {
    cause:
      '{name} gives credentials as well. Clients take them after keys that are set as variables and before every profile.',
    fix: 'If that is not intended: unset AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN',
  },
  'environment.endpoint': {
    cause: '{name} sends what is meant for AWS to {address}.',
    fix: 'Nothing to do if that is intended. Otherwise, unset {name}.',
  },
  'environment.region-differs': {
    cause: 'The environment says region {region}, the profile {profile} says {own}. Programs take the environment’s.',
    fix: 'Nothing to do if that is intended. Otherwise, unset AWS_REGION AWS_DEFAULT_REGION',
  },
};
