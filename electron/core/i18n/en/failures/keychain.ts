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
  'keychain.unavailable': { cause: '{store} does not answer.', fix: 'Nothing to do if you do not use it.' },
  'keychain.not-looked-into': {
    cause: 'git may also save CodeCommit passwords in {store}, which Daypass cannot check.',
    fix: 'If git gets a 403, delete the entries for git-codecommit there.',
  },
  'keychain.denied': {
    cause: '{store} did not allow it.',
    fix: 'Allow Daypass when the system asks, then try again.',
  },
  'keychain.failed': { cause: '{store} failed: {reason}', fix: 'Try again.' },
  'kept.not-encrypted': {
    cause: 'This system has no keyring that encrypts, so no secret is kept, and sessions live in memory only.',
    fix: 'Install and unlock a keyring (GNOME Keyring, KWallet) to keep them over a restart.',
  },
  'kept.locked': {
    cause: 'The keyring is locked, so no secret is kept, and sessions live in memory only.',
    fix: 'Unlock the keyring to keep them over a restart.',
  },
  'kept.other-key': {
    cause:
      'What Daypass keeps was sealed with a key that the keyring of now does not hold, so nothing can be kept or opened.',
    fix: 'Start the keyring that you used before, and all is there again. Or start over: what is kept now is set aside, not deleted.',
  },
  'kept.refused': {
    cause: 'The keyring refused: {reason}. No secret is kept, and sessions live in memory only.',
    fix: 'Try again.',
  },
  'kept.unreadable': { cause: 'The kept session cannot be opened any more.', fix: 'Sign in again.' },
};
