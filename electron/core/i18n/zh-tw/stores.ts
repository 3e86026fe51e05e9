/** 儲存密碼的地方。 */
import type { Messages } from '../words.ts';

export const stores: Messages['stores'] = {
  Keyring: '鑰匙圈',
  'Keyring (git libsecret helper)': '鑰匙圈（git 的 libsecret 憑證協助程式）',
  'Keyring (Git Credential Manager)': '鑰匙圈（Git Credential Manager）',
  'macOS keychain': 'macOS 鑰匙圈',
  'macOS keychain (osxkeychain)': 'macOS 鑰匙圈（git 的 osxkeychain 憑證協助程式）',
  'macOS keychain (Git Credential Manager)': 'macOS 鑰匙圈（Git Credential Manager）',
  'Windows Credential Manager': 'Windows 認證管理員',
};
