/** Keychains and what Daypass keeps in them. */
import type { FailureTexts } from '../../failure-texts.ts';

export const keychain: FailureTexts<'keychain' | 'kept'> = {
  'keychain.stale': {
    cause: 'Expired CodeCommit passwords are stored where git looks for them: {n}.',
    fix: 'Clear the keychain entries.',
  },
  'keychain.multiplies': {
    cause:
      'git’s own credential helper saves CodeCommit’s password after each success, each time under another user name. There are {n} for {host}. Only the newest works, but git takes the first it finds, so the 403 keeps coming back.',
    fix: 'Set up git, so that this helper no longer sees CodeCommit, then clear the entries.',
  },
  'keychain.own-credential': {
    cause:
      'IAM HTTPS git credentials are stored for CodeCommit: {n}. They carry no MFA, so a policy that denies everything without MFA denies them too. They are yours and are kept.',
    fix: 'Let Daypass provide the password for the same https URL. When nothing needs them any more, delete them there and in the AWS console.',
  },
  'keychain.locked': { cause: '{store} is locked.', fix: 'Unlock it, then try again.' },
  'keychain.unavailable': { cause: '{store} doesn’t answer.', fix: 'Nothing to do if you don’t use it.' },
  'keychain.not-looked-into': {
    cause: 'git may also save CodeCommit passwords in {store}, which Daypass can’t check.',
    fix: 'If git gets a 403, delete the entries for git-codecommit there.',
  },
  'keychain.denied': {
    cause: '{store} didn’t allow it.',
    fix: 'Allow Daypass when the system asks, then try again.',
  },
  'keychain.failed': { cause: '{store} failed: {reason}', fix: 'Try again.' },
  'kept.not-encrypted': {
    cause:
      'This system has no keyring that encrypts, so no secrets are stored, and sessions end when you quit Daypass.',
    fix: 'To keep them, install and unlock a keyring (GNOME Keyring, KWallet).',
  },
  'kept.locked': {
    cause: 'The keyring is locked, so no secrets are stored, and sessions end when you quit Daypass.',
    fix: 'Unlock the keyring to keep them.',
  },
  'kept.other-key': {
    cause:
      'Daypass’s secrets were encrypted with a key that isn’t in the current keyring, so nothing can be stored or opened.',
    fix: 'Start the keyring that you used before to get them back. Or start over: the old secrets are set aside, not deleted.',
  },
  'kept.refused': {
    cause: 'The keyring refused: {reason}. No secrets are stored, and sessions end when you quit Daypass.',
    fix: 'Try again.',
  },
  'kept.unreadable': { cause: 'The stored session can no longer be opened.', fix: 'Sign in again.' },
};
