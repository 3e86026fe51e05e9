/** A long-term key that a person hands over, as a file or pasted. */
import type { FailureTexts } from '../../failure-texts.ts';

export const newKey: FailureTexts<'new-key'> = {
  'new-key.none': {
    cause: 'There is no access key in this.',
    fix: 'Take the file that AWS offers when a key is made (its name ends in accessKeys.csv), or paste the access key and its secret.',
  },
  'new-key.half': {
    cause: 'This is only half of a key, or one half is damaged.',
    fix: 'Both are needed: the access key (AKIA…) and its secret. AWS shows the secret once, when the key is made; if it is lost, make a new key.',
  },
  'new-key.temporary': {
    cause: 'This is a temporary key, which ends within hours, and a session cannot make another.',
    fix: 'Take a long-term access key (AKIA…): AWS console, IAM, your user, Security credentials.',
  },
  'new-key.git-credential': {
    cause:
      'These are HTTPS git credentials for CodeCommit: a user name and a password for git alone. They carry no MFA, and are no access key.',
    fix: 'Make an access key for your user instead: AWS console, IAM, your user, Security credentials. With it Daypass gives git its passwords.',
  },
  'new-key.several': {
    cause: 'There are several keys in this, of {owners}.',
    fix: 'Say whose is yours with --user.',
  },
  'new-key.no-owner': {
    cause: 'There is no key of {owner} in this; there are those of {owners}.',
    fix: 'Say whose is yours with --user.',
  },
  'new-key.unknown': {
    cause: 'AWS does not know this access key, or not yet: a new one can take some seconds.',
    fix: 'Try again in a few seconds. If that does not help, see in the AWS console whether it is active, and whether {region} is the right region.',
  },
  'new-key.wrong-secret': {
    cause: 'The secret does not fit the access key.',
    fix: 'Take both from the same file, or copy the secret again; one character is enough to break it.',
  },
  'new-key.known': {
    cause: 'This key is there already: it is the one of profile {profile}.',
    fix: 'Choose profile {profile}.',
  },
  'new-key.name-taken': {
    cause: 'There is a profile {name} already.',
    fix: 'Take another name, such as {free}.',
  },
  'new-key.gone': {
    cause: 'The key is no longer held: it was waited for too long.',
    fix: 'Hand it over once more.',
  },
  'new-key.not-trashed': {
    cause: '{path} could not be moved to the trash.',
    fix: 'Delete it yourself: it holds your key, and every program can read it there.',
  },
};
