/** IAM Identity Center：公司的登入，以及它給的存取權。 */
import type { identityCenter as en } from '../../en/failures/identity-center.ts';

export const identityCenter: typeof en = {
  'identity-center.none': {
    cause: '這台電腦上沒有人登入 {startUrl}。',
    fix: '請登入，其餘的瀏覽器會問您。',
  },
  'identity-center.ended': {
    cause: '{startUrl} 的登入已經結束。',
    fix: '請重新登入。',
  },
  'identity-center.code-expired': {
    cause: '登入花了太久，或它的代碼已經用過。',
    fix: '請再試一次，並在幾分鐘內於瀏覽器中確認。',
  },
  'identity-center.denied': {
    cause: '存取未獲允許：{message}',
    fix: '請再試一次，並在瀏覽器中選「允許」。若您已這麼做，請洽管理 Identity Center 的人。',
  },
  'identity-center.client': {
    cause: 'Identity Center 已不認得 Daypass 這個程式。',
    fix: '請再試一次：Daypass 會重新註冊。',
  },
  'identity-center.start-url': {
    cause: '{region} 的 {startUrl} 沒有 Identity Center：{message}',
    fix: '請檢查這兩項：公司的 IAM Identity Center 頁面或管理它的人，會告訴您 AWS 存取入口網站的網址與區域。',
  },
  'identity-center.scope': {
    cause: 'Identity Center 不認得其中一個範圍：{scopes}',
    fix: '請修正設定檔（config）中的 sso_registration_scopes；只要 sso:account:access 就夠了。',
  },
  'identity-center.role': {
    cause: '您在帳戶 {account} 中沒有（或不再有）角色 {role}。',
    fix: '請編輯設定檔並選擇其他角色，或請管理 Identity Center 的人指派給您。',
  },
  'identity-center.no-account': {
    cause: '您已登入 {startUrl}，但那裡沒有指派任何帳戶給您。',
    fix: '請向管理 Identity Center 的人申請帳戶的存取權。',
  },
  'identity-center.encryption-key': {
    cause: 'Identity Center 無法使用為它的資料加密的金鑰：{message}',
    fix: '這只有管理 AWS 帳戶的人能修正：金鑰的政策必須允許 Identity Center 使用它。',
  },
};
