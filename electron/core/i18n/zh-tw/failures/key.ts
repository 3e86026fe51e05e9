/** 長期金鑰。 */
import type { key as en } from '../../en/failures/key.ts';

export const key: typeof en = {
  'key.missing': {
    cause: '設定檔 {profile} 沒有長期存取金鑰。',
    fix: '請改選其他設定檔，或用「aws configure --profile {profile}」存入金鑰。',
  },
  'key.temporary': {
    cause: '設定檔 {profile} 存的是工作階段，不能再建立另一個。',
    fix: '請選擇存有長期金鑰（AKIA…）的設定檔。',
  },
  'key.unknown': {
    cause: 'AWS 不認得這組存取金鑰：它已刪除或停用，或 {region} 屬於其他分割區。',
    fix: '請在 AWS 主控台（IAM 的安全憑證）查看它是否存在且啟用；再把正確的金鑰存入設定檔 {profile}，或修正區域。',
  },
  'key.wrong-secret': {
    cause: '私密存取金鑰與存取金鑰不符。',
    fix: '請在設定檔 {profile} 填入正確的私密金鑰；差一個字元就會失敗。',
  },
  'key.box-unavailable': { cause: '儲存這組金鑰的鑰匙圈無法開啟。', fix: '請先解鎖，再試一次。' },
  'key.unreadable': {
    cause: '已無法開啟鑰匙圈中設定檔 {profile} 的金鑰。',
    fix: '請在 AWS 主控台建立新的金鑰，再用「aws configure --profile {profile}」存入檔案。',
  },
  'key.in-file': {
    cause: '設定檔 {profile} 在檔案中又有另一組金鑰，目前使用的是它。',
    fix: '請將那一組改存到鑰匙圈，或先從檔案中刪除它。',
  },
  'key.elsewhere': {
    cause: '設定檔 {profile} 的金鑰不在憑證檔，或不只在憑證檔。',
    fix: '請只把它放在憑證檔，再試一次。',
  },
  'key.in-use': {
    cause: '設定檔 {profile} 用 {source} 的金鑰登入。',
    fix: '請先移除那個設定檔，或把金鑰放回檔案。',
  },
  'key.old': {
    cause: '{source} 的存取金鑰 {key} 已使用 {days} 天。金鑰一旦外洩，在更換之前都能使用。',
    fix: '請輪替金鑰：在「設定」中選擇設定檔，再按「存取金鑰」；或執行「daypass key rotate」。',
  },
  'key.git-credential': {
    cause:
      'IAM 中有您的 CodeCommit HTTPS git 憑證：{name}。它不帶 MFA，若政策規定沒有 MFA 一律拒絕，它也會被拒絕；沒有這種政策時，拿到的人不需要驗證碼。',
    fix: '請使用 https 網址，由 Daypass 提供 git 密碼。確定不再使用後，在 AWS 主控台（IAM 的安全憑證）刪除。',
  },
  'key.ssh-key': {
    cause:
      'IAM 中有您的 CodeCommit SSH 金鑰：{name}。它不帶 MFA，若政策規定沒有 MFA 一律拒絕，它也會被拒絕；沒有這種政策時，拿到的人不需要驗證碼。',
    fix: '請用 https 網址取代 ssh://git-codecommit…，由 Daypass 提供 git 密碼。確定不再使用後，在 AWS 主控台（IAM 的安全憑證）刪除。',
  },
};
