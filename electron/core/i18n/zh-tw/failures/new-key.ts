/** 使用者交給 Daypass 的長期金鑰，以檔案或貼上的方式。 */
import type { newKey as en } from '../../en/failures/new-key.ts';

export const newKey: typeof en = {
  'new-key.none': {
    cause: '內容中沒有存取金鑰。',
    fix: '請使用建立金鑰時 AWS 提供下載的檔案（檔名結尾是 accessKeys.csv），或貼上存取金鑰與私密金鑰。',
  },
  'new-key.half': {
    cause: '只有半組金鑰，或其中一半已損壞。',
    fix: '兩個值都需要：存取金鑰（AKIA…）與私密金鑰。私密金鑰只在建立時顯示一次；若已遺失，請建立新的金鑰。',
  },
  'new-key.temporary': {
    cause: '這是臨時金鑰，幾小時內就會失效，也不能用來建立工作階段。',
    fix: '請使用長期存取金鑰（AKIA…）：AWS 主控台 → IAM → 您的使用者 → 安全憑證。',
  },
  'new-key.git-credential': {
    cause: '這是 CodeCommit 的 HTTPS git 憑證：只給 git 使用的使用者名稱與密碼。它不帶 MFA，也不是存取金鑰。',
    fix: '請改為使用者建立存取金鑰：AWS 主控台 → IAM → 您的使用者 → 安全憑證。有了它，Daypass 就能提供 git 所需的密碼。',
  },
  'new-key.several': {
    cause: '內容中有多組金鑰，分別屬於 {owners}。',
    fix: '請用 --user 指定您的那一組。',
  },
  'new-key.no-owner': {
    cause: '內容中沒有 {owner} 的金鑰，只有 {owners} 的。',
    fix: '請用 --user 指定您的那一組。',
  },
  'new-key.unknown': {
    cause: 'AWS 不認得這組存取金鑰，或還不認得：剛建立的金鑰可能需要幾秒鐘。',
    fix: '請過幾秒再試一次。若仍然無效，請在 AWS 主控台查看它是否啟用，以及 {region} 是否為正確的區域。',
  },
  'new-key.wrong-secret': {
    cause: '私密金鑰與存取金鑰不符。',
    fix: '請使用同一個檔案中的兩個值，或重新複製私密金鑰；差一個字元就會失敗。',
  },
  'new-key.known': {
    cause: '這組金鑰已經存在：它是設定檔 {profile} 的金鑰。',
    fix: '請直接選擇設定檔 {profile}。',
  },
  'new-key.name-taken': {
    cause: '已經有設定檔 {name}。',
    fix: '請改用其他名稱，例如 {free}。',
  },
  'new-key.gone': {
    cause: '等候時間過長，金鑰已不再保留。',
    fix: '請重新提供金鑰。',
  },
  'new-key.not-trashed': {
    cause: '無法將 {path} 移到垃圾桶。',
    fix: '請自行刪除它：任何程式都能讀取其中的金鑰。',
  },
};
