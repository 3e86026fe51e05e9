/** A new long-term key in the place of the old one. */
import type { FailureTexts } from '../../failure-texts.ts';

export const rotation: FailureTexts<'rotation'> = {
  'rotation.signed-out': {
    cause: 'AWS lets a key be looked after only with MFA, and {profile} is not signed in.',
    fix: 'Sign in with {profile} first.',
  },
  'rotation.no-profile': {
    cause: 'No profile of Daypass signs in with the key of {source} itself: a role’s session cannot look after it.',
    fix: 'Add a profile of {source} without a role, and sign in with it.',
  },
  'rotation.session-over': {
    cause:
      'AWS does not take this session any more: it has ended, or the key behind it has been set inactive or deleted.',
    fix: 'Sign in again with {profile}; what was begun then goes on.',
  },
  'rotation.denied': {
    cause: 'A policy does not let you look after your own keys: {message}',
    fix: 'Ask whoever runs the AWS account to allow, on your own user and with MFA, iam:ListAccessKeys, iam:CreateAccessKey, iam:UpdateAccessKey, iam:DeleteAccessKey and iam:GetAccessKeyLastUsed.',
  },
  'rotation.no-keyring': {
    cause:
      'No keyring of this system encrypts. A new key must lie in two places until it has been shown to work, and one of them is the keyring.',
    fix: 'Install and unlock a keyring (GNOME Keyring, KWallet), then try again.',
  },
  'rotation.two-keys': {
    cause: 'You have two access keys already, and AWS allows no third.',
    fix: 'Look at the second one below, or with “daypass key status”. If nothing uses it, delete it; then rotate.',
  },
  'rotation.also-in': {
    cause:
      'The same key stands elsewhere as well: {sections}. Programs would go on with the old key there, which is set inactive.',
    fix: 'Remove it there, or give those sections a key of their own; then rotate the key of {source}.',
  },
  'rotation.no-such-key': {
    cause: 'AWS has no such key of yours.',
    fix: 'Look again: somebody may have deleted it meanwhile.',
  },
  'rotation.in-use': {
    cause: '{key} is the key that is used here.',
    fix: 'To replace it, rotate it.',
  },
  'rotation.last-key': {
    cause:
      'The key of {source} that is used here is no active key of yours at AWS: {key} may be the only one that works.',
    fix: 'Put a key that works into {source} first; then try again.',
  },
  'rotation.busy': { cause: 'This key is being worked on already.', fix: 'Wait for it to end.' },
  'rotation.stopped': {
    cause: 'The rotation was stopped on its way. A working key is kept.',
    fix: 'Go on, or undo it.',
  },
  'rotation.none': { cause: 'No rotation of the key of {source} is under way.', fix: 'Nothing.' },
  'rotation.under-way': {
    cause: 'The key of {source} is being rotated.',
    fix: 'Let that go on, or undo it; then try again.',
  },
  'rotation.which-key': {
    cause:
      'AWS has a key {key} that was not there when the rotation began, and that is not surely the one that Daypass made: {reason}.',
    fix: 'If nobody needs it, delete it; then go on. Or undo the rotation, which leaves it.',
  },
  'rotation.not-known-yet': {
    cause: 'AWS still does not take the new key after {minutes} min. The old one works as before.',
    fix: 'Go on in a while, or undo it.',
  },
  'rotation.secret-lost': {
    cause: 'The new key cannot be opened any more. The old one works as before.',
    fix: 'Undo the rotation, which deletes the new key; then begin again.',
  },
  'rotation.key-changed': {
    cause: 'Somebody has changed the key of {source} meanwhile, or taken it away, and that is left as it is.',
    fix: 'Put back the key that was there and go on, or undo the rotation.',
  },
  'rotation.moving': {
    cause: 'The key of {source} is on its way into the keychain, where it is alone after the next start of Daypass.',
    fix: 'Quit Daypass and start it again, then rotate.',
  },
  'rotation.old-gone': {
    cause: 'The old key is gone at AWS, so there is no way back. The new one is used.',
    fix: 'Nothing.',
  },
};
