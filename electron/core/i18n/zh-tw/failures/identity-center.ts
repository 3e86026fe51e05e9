/** IAM Identity Center：公司的登入，以及它給的存取權。 */
import type { identityCenter as en } from '../../en/failures/identity-center.ts';

export const identityCenter: typeof en = {
  'identity-center.none': {
    cause: '這台電腦上沒有人登入 {startUrl}。',
    fix: '請登入，接著依瀏覽器的指示操作。',
  },
  'identity-center.ended': {
    cause: '{startUrl} 的登入已經結束。',
    fix: '請重新登入。',
  },
  'identity-center.code-expired': {
    cause: '登入時間過長，或代碼已經用過。',
    fix: '請再試一次，並在幾分鐘內到瀏覽器確認。',
  },
  'identity-center.denied': {
    cause: '存取未獲允許：{message}',
    fix: '請再試一次，並在瀏覽器中選「允許」。若已選擇，請洽 Identity Center 的管理者。',
  },
  'identity-center.client': {
    cause: 'Identity Center 已不認得 Daypass 這個程式。',
    fix: '請再試一次：Daypass 會重新註冊。',
  },
  'identity-center.start-url': {
    cause: '{region} 的 {startUrl} 沒有 Identity Center：{message}',
    fix: '請檢查這兩項：AWS 存取入口網站的網址與區域，可在公司的 IAM Identity Center 頁面查看，或詢問管理者。',
  },
  'identity-center.scope': {
    cause: 'Identity Center 不認得其中一個範圍：{scopes}',
    fix: '請修正 config 檔中的 sso_registration_scopes；只要 sso:account:access 就夠了。',
  },
  'identity-center.role': {
    cause: '您在帳戶 {account} 中沒有角色 {role}，或角色已收回。',
    fix: '請編輯設定檔並選擇其他角色，或請 Identity Center 的管理者指派給您。',
  },
  'identity-center.no-account': {
    cause: '您已登入 {startUrl}，但尚未指派任何帳戶給您。',
    fix: '請向 Identity Center 的管理者申請帳戶的存取權。',
  },
  'identity-center.encryption-key': {
    cause: 'Identity Center 無法使用它的資料加密金鑰：{message}',
    fix: '只有 AWS 帳戶管理者能修正：金鑰的政策必須允許 Identity Center 使用它。',
  },
};
