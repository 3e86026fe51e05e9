/** Labels of the buttons that mend a failure. */
export const fixes = {
  'new-code': 'Type the next code',
  'try-again': 'Try again',
  'edit-profile': 'Edit profile',
  'sign-in': 'Sign in',
  'set-up-git': 'Set up git',
  'clear-keychain': 'Clear keychain entries',
  'show-credentials-file': 'Show credentials file',
  'open-doctor': 'Open Doctor',
  'change-profile': 'Change profile',
  'open-policy': 'Open MFA policy',
  'unlock-keyring': 'Unlock keyring',
  'copy-unmarked': 'Copy anyway',
  'seal-anew': 'Start over with this keyring',
  'copy-statement': 'Copy statement',
  resync: 'Resynchronize',
};

/** What is said once such a button was pressed, where it does not show by itself. */
export const fixed = {
  'try-again': 'Tried again: no change.',
  'show-credentials-file': 'Shown in the file manager.',
  'unlock-keyring': 'Tried again: no change.',
  'seal-anew': 'Done.',
  'copy-statement': 'Copied.',
};
