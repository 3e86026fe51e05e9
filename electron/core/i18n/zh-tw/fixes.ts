/** 排除問題的按鈕。 */
import type { Messages } from '../words.ts';

export const fixes: Messages['fixes'] = {
  'new-code': '輸入下一組驗證碼',
  'try-again': '再試一次',
  'edit-profile': '編輯設定檔',
  'sign-in': '登入',
  'set-up-git': '設定 git',
  'clear-keychain': '清除鑰匙圈項目',
  'show-credentials-file': '顯示憑證檔',
  'open-doctor': '開啟診斷',
  'change-profile': '變更設定檔',
  'open-policy': '開啟 MFA 政策',
  'unlock-keyring': '解鎖鑰匙圈',
  'copy-unmarked': '仍要複製',
  'seal-anew': '改用目前的鑰匙圈',
  'copy-statement': '複製陳述式',
  resync: '重新同步',
};

export const fixed: Messages['fixed'] = {
  'try-again': '已再試一次，狀況沒有改變。',
  'show-credentials-file': '已在資料夾中顯示。',
  'unlock-keyring': '已再試一次，狀況沒有改變。',
  'seal-anew': '已完成。',
  'copy-statement': '已複製。',
};
