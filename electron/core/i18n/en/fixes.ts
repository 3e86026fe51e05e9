/** Labels of the buttons that mend a failure. */
export const fixes = {
  'new-code': 'Type the next code',
  'try-again': 'Try again',
  'edit-profile': 'Edit profile',
  'sign-in': 'Sign in',
  'set-up-git': 'Set up git',
  'clear-keychain': 'Clear keychain entries',
  'show-credentials-file': 'Show the file',
  'open-doctor': 'Open the doctor',
  'change-profile': 'Change profile',
  'open-policy': 'Open the policy page',
  'unlock-keyring': 'Unlock the keyring',
  'copy-unmarked': 'Copy it anyway',
  'seal-anew': 'Start over with this keyring',
  'copy-statement': 'Copy the statement',
  resync: 'Resynchronise',
};
