/** The long-term key. */
import type { FailureTexts } from '../../failure-texts.ts';

export const key: FailureTexts<'key'> = {
  'key.missing': {
    cause: 'Profile {profile} holds no long-term access key.',
    fix: 'Choose another profile, or put the key there with “aws configure --profile {profile}”.',
  },
  'key.temporary': {
    cause: 'Profile {profile} holds a session, and a session cannot make another.',
    fix: 'Choose the profile that holds your long-term key (AKIA…).',
  },
  'key.unknown': {
    cause:
      'AWS does not know this access key: it has been deleted or set inactive, or {region} is of another partition.',
    fix: 'In the AWS console (IAM, Security credentials) see whether it is there and active; then put the right one into profile {profile}, or correct the region.',
  },
  'key.wrong-secret': {
    cause: 'The secret access key does not fit the access key.',
    fix: 'Put the right secret into profile {profile}; one character is enough to break it.',
  },
  'key.box-unavailable': {
    cause: 'The keychain that holds this key cannot be opened.',
    fix: 'Unlock it, then try again.',
  },
  'key.unreadable': {
    cause: 'The key of profile {profile} in the keychain cannot be opened any more.',
    fix: 'Make a new key in the AWS console, and put it into the file with “aws configure --profile {profile}”.',
  },
  'key.in-file': {
    cause: 'Profile {profile} holds another key in the file again, and that one is used.',
    fix: 'Keep that one in the keychain instead, or take it out of the file first.',
  },
  'key.elsewhere': {
    cause: 'The key of profile {profile} is not, or not only, in the credentials file.',
    fix: 'Put it there and nowhere else, then try again.',
  },
  'key.in-use': {
    cause: 'Profile {profile} signs in with the key of {source}.',
    fix: 'Remove that profile first, or put the key back into the file.',
  },
  'key.old': {
    cause: 'The access key {key} of {source} is {days} days old. A key that is stolen serves until it is replaced.',
    fix: 'Rotate it: Settings, the profile, Access key; or “daypass key rotate”.',
  },
  'key.git-credential': {
    cause:
      'IAM holds HTTPS git credentials of CodeCommit for you: {name}. They carry no MFA, so a policy that denies all without MFA denies them too; without one, whoever has them needs no code.',
    fix: 'Use the https URL with Daypass as git’s helper. When nothing uses them any more, delete them in the AWS console (IAM, Security credentials).',
  },
  'key.ssh-key': {
    cause:
      'IAM holds an SSH key of CodeCommit for you: {name}. It carries no MFA, so a policy that denies all without MFA denies it too; without one, whoever has it needs no code.',
    fix: 'Use the https URL in place of ssh://git-codecommit…, with Daypass as git’s helper. When nothing uses it any more, delete it in the AWS console (IAM, Security credentials).',
  },
};
