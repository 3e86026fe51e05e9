/** 排除問題的按鈕。 */
import type { Messages } from '../words.ts';

export const fixes: Messages['fixes'] = {
  'new-code': '輸入下一組驗證碼',
  'try-again': '再試一次',
  'edit-profile': '編輯設定檔',
  'sign-in': '登入',
  'set-up-git': '設定 git',
  'clear-keychain': '清除鑰匙圈項目',
  'show-credentials-file': '顯示檔案',
  'open-doctor': '開啟診斷',
  'change-profile': '變更設定檔',
  'open-policy': '開啟政策頁面',
  'unlock-keyring': '解鎖鑰匙圈',
  'copy-unmarked': '仍要複製',
  'seal-anew': '改用目前的鑰匙圈',
  'copy-statement': '複製陳述式',
  resync: '重新同步',
};
