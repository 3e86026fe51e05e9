/** What the places are called in which passwords are stored, by the name that the adapters give them. */
export const stores = {
  Keyring: 'Keyring',
  'Keyring (git libsecret helper)': 'Keyring (git’s libsecret helper)',
  'Keyring (Git Credential Manager)': 'Keyring (Git Credential Manager)',
  'macOS keychain': 'macOS keychain',
  'macOS keychain (osxkeychain)': 'macOS keychain (git’s osxkeychain helper)',
  'macOS keychain (Git Credential Manager)': 'macOS keychain (Git Credential Manager)',
  'Windows Credential Manager': 'Windows Credential Manager',
};
