/** A long-term key that a person hands over, as a file or pasted. */
import type { FailureTexts } from '../../failure-texts.ts';

export const newKey: FailureTexts<'new-key'> = {
  'new-key.none': {
    cause: 'There is no access key in this.',
    fix: 'Use the file that AWS offers when you create a key (its name ends in accessKeys.csv), or paste the access key and its secret.',
  },
  'new-key.half': {
    cause: 'Only half of the key is here, or one half is damaged.',
    fix: 'You need both the access key (AKIA…) and its secret. AWS shows the secret once, when the key is created. If it is lost, create a new key.',
  },
  'new-key.temporary': {
    cause: 'This is a temporary key. It expires within hours and can’t create another session.',
    fix: 'Use a long-term access key (AKIA…): AWS console, IAM, your user, Security credentials.',
  },
  'new-key.git-credential': {
    cause:
      'These are HTTPS git credentials for CodeCommit: a user name and password for git only. They carry no MFA and aren’t an access key.',
    fix: 'Create an access key for your user instead: AWS console, IAM, your user, Security credentials. With it, Daypass gives git its passwords.',
  },
  'new-key.several': {
    cause: 'There are several keys in this, for {owners}.',
    fix: 'Choose yours with --user.',
  },
  'new-key.no-owner': {
    cause: 'There is no key for {owner} in this, only for {owners}.',
    fix: 'Choose yours with --user.',
  },
  'new-key.unknown': {
    cause: 'AWS doesn’t know this access key. A new key can take a few seconds.',
    fix: 'Try again in a few seconds. If that doesn’t help, check in the AWS console that it is active, and that {region} is the right region.',
  },
  'new-key.wrong-secret': {
    cause: 'The secret doesn’t match the access key.',
    fix: 'Use both from the same file, or copy the secret again. A single wrong character breaks it.',
  },
  'new-key.known': {
    cause: 'You already have this key, in profile {profile}.',
    fix: 'Choose profile {profile}.',
  },
  'new-key.name-taken': {
    cause: 'Another profile is already named {name}.',
    fix: 'Choose another name, such as {free}.',
  },
  'new-key.gone': {
    cause: 'The key was discarded because too much time passed.',
    fix: 'Add it again.',
  },
  'new-key.not-trashed': {
    cause: '{path} couldn’t be moved to the trash.',
    fix: 'Delete it yourself. It holds your key in plain text.',
  },
};
