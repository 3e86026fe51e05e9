/** Keychains and what Daypass keeps in them. */
import type { FailureTexts } from '../../failure-texts.ts';

export const keychain: FailureTexts<'keychain' | 'kept'> = {
  'keychain.stale': {
    cause: 'Old CodeCommit passwords are stored where git looks for them: {n}.',
    fix: 'Clear the keychain entries.',
  },
  'keychain.multiplies': {
    cause:
      'git’s own helper stores CodeCommit’s password after each success, each time under another user name: there are {n} for {host}. All but the newest are dead, git takes the first it finds, and so 403 comes again and again.',
    fix: 'Set up git, so that this helper hears no more of CodeCommit; then clear the entries.',
  },
  'keychain.own-credential': {
    cause:
      'HTTPS git credentials of IAM are stored for CodeCommit: {n}. They carry no MFA, so a policy that denies all without MFA denies them too. They are yours, and stay.',
    fix: 'Let Daypass answer git in their place, over the same https URL; when nothing needs them any more, delete them there and in the AWS console.',
  },
  'keychain.locked': { cause: '{store} is locked.', fix: 'Unlock it, then try again.' },
  'keychain.unavailable': { cause: '{store} does not answer.', fix: 'Nothing to do if you do not use it.' },
  'keychain.not-looked-into': {
    cause: 'git may keep CodeCommit passwords in {store} too, which Daypass cannot look into.',
    fix: 'If git gets a 403, delete there what is for git-codecommit.',
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
