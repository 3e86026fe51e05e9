/** The long-term key. */
import type { FailureTexts } from '../../failure-texts.ts';

export const key: FailureTexts<'key'> = {
  'key.missing': {
    cause: 'Profile {profile} has no long-term access key.',
    fix: 'Choose another profile, or enter the key with “aws configure --profile {profile}”.',
  },
  'key.temporary': {
    cause: 'Profile {profile} holds a session, which can’t create another one.',
    fix: 'Choose the profile that holds your long-term key (AKIA…).',
  },
  'key.unknown': {
    cause: 'AWS doesn’t know this access key. It was deleted or is inactive, or {region} is in another partition.',
    fix: 'Check in the AWS console (IAM, Security credentials) that it exists and is active. Then enter the right key in profile {profile}, or correct the region.',
  },
  'key.wrong-secret': {
    cause: 'The secret access key doesn’t match the access key.',
    fix: 'Enter the right secret in profile {profile}. A single wrong character breaks it.',
  },
  'key.box-unavailable': {
    cause: 'The keychain that holds this key can’t be opened.',
    fix: 'Unlock it, then try again.',
  },
  'key.unreadable': {
    cause: 'The key of profile {profile} in the keychain can no longer be opened.',
    fix: 'Create a new key in the AWS console, and enter it with “aws configure --profile {profile}”.',
  },
  'key.in-file': {
    cause: 'The file has another key for profile {profile} again, and that one is used.',
    fix: 'Move that one to the keychain instead, or remove it from the file first.',
  },
  'key.elsewhere': {
    cause: 'The key of profile {profile} isn’t in the credentials file, or not only there.',
    fix: 'Put it there and nowhere else, then try again.',
  },
  'key.in-use': {
    cause: 'Profile {profile} signs in with the key of {source}.',
    fix: 'Remove that profile first, or put the key back into the file.',
  },
  'key.old': {
    cause: 'The access key {key} of {source} is {days} days old. A stolen key works until it is replaced.',
    fix: 'Rotate it: Settings, the profile, Access key. Or run “daypass key rotate”.',
  },
  'key.git-credential': {
    cause:
      'You have HTTPS git credentials for CodeCommit in IAM: {name}. They carry no MFA, so a policy that requires MFA denies them. Without one, anyone who has them needs no code.',
    fix: 'Use the https URL with Daypass. When nothing uses them any more, delete them in the AWS console (IAM, Security credentials).',
  },
  'key.ssh-key': {
    cause:
      'You have an SSH key for CodeCommit in IAM: {name}. It carries no MFA, so a policy that requires MFA denies it. Without one, anyone who has it needs no code.',
    fix: 'Use the https URL with Daypass instead of ssh://git-codecommit…. When nothing uses the key any more, delete it in the AWS console (IAM, Security credentials).',
  },
};
