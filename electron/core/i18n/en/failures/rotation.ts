/** A new long-term key in the place of the old one. */
import type { FailureTexts } from '../../failure-texts.ts';

export const rotation: FailureTexts<'rotation'> = {
  'rotation.signed-out': {
    cause: 'Managing keys needs MFA, and {profile} isn’t signed in.',
    fix: 'Sign in to {profile} first.',
  },
  'rotation.no-profile': {
    cause: 'No Daypass profile signs in with the key of {source} itself. A role’s session can’t manage it.',
    fix: 'Add a profile for {source} without a role, and sign in to it.',
  },
  'rotation.session-over': {
    cause: 'AWS no longer accepts this session. It has expired, or its key is inactive or deleted.',
    fix: 'Sign in to {profile} again. The rotation then continues.',
  },
  'rotation.denied': {
    cause: 'A policy doesn’t let you manage your own keys: {message}',
    fix: 'Ask your AWS administrator to allow, for your own user and with MFA, iam:ListAccessKeys, iam:CreateAccessKey, iam:UpdateAccessKey, iam:DeleteAccessKey and iam:GetAccessKeyLastUsed.',
  },
  'rotation.no-keyring': {
    cause:
      'This system has no keyring that encrypts. A new key is kept in two places until it works, and one of them is the keyring.',
    fix: 'Install and unlock a keyring (GNOME Keyring, KWallet), then try again.',
  },
  'rotation.two-keys': {
    cause: 'You already have two access keys, and AWS allows no third.',
    fix: 'Check the second one below, or with “daypass key status”. If nothing uses it, delete it. Then rotate.',
  },
  'rotation.also-in': {
    cause: 'The same key is also in {sections}. Programs there would keep using the old key, which becomes inactive.',
    fix: 'Remove it there, or give those sections their own key. Then rotate the key of {source}.',
  },
  'rotation.no-such-key': {
    cause: 'You have no such key in AWS.',
    fix: 'Check again. It may have been deleted in the meantime.',
  },
  'rotation.in-use': {
    cause: '{key} is the key that is used here.',
    fix: 'Rotate it to replace it.',
  },
  'rotation.last-key': {
    cause:
      'The key of {source} that is used here isn’t one of your active keys in AWS. {key} may be the only one that works.',
    fix: 'Put a working key in {source} first, then try again.',
  },
  'rotation.busy': { cause: 'This key is already being changed.', fix: 'Wait until that is done.' },
  'rotation.stopped': {
    cause: 'The rotation was stopped. You still have a working key.',
    fix: 'Continue, or undo it.',
  },
  'rotation.none': { cause: 'There is no rotation of the key of {source} in progress.', fix: 'Nothing to do.' },
  'rotation.under-way': {
    cause: 'The key of {source} is being rotated.',
    fix: 'Let it finish, or undo it. Then try again.',
  },
  'rotation.which-key': {
    cause: 'AWS has a new key {key} since the rotation began, which may not be the one that Daypass made: {reason}.',
    fix: 'If nobody needs it, delete it and continue. Or undo the rotation, which keeps it.',
  },
  'rotation.not-known-yet': {
    cause: 'AWS still doesn’t accept the new key after {minutes} min. The old one still works.',
    fix: 'Continue later, or undo it.',
  },
  'rotation.secret-lost': {
    cause: 'The new key can no longer be opened. The old one still works.',
    fix: 'Undo the rotation, which deletes the new key. Then start over.',
  },
  'rotation.key-changed': {
    cause: 'Someone changed or removed the key of {source} in the meantime, so Daypass leaves it alone.',
    fix: 'Put back the earlier key and continue, or undo the rotation.',
  },
  'rotation.moving': {
    cause: 'The key of {source} is moving to the keychain. The move finishes the next time Daypass starts.',
    fix: 'Quit Daypass and start it again, then rotate.',
  },
  'rotation.old-gone': {
    cause: 'The old key no longer exists in AWS, so you can’t go back. The new one is used.',
    fix: 'Nothing to do.',
  },
};
