/** AWS 因其他原因拒絕。 */
import type { aws as en } from '../../en/failures/aws.ts';

export const aws: typeof en = {
  'policy.denied': { cause: '帳戶的政策拒絕這項操作：{message}。{reason}', fix: '請洽 AWS 帳戶管理者。' },
  'role.denied': {
    cause: '無法擔任這個角色：{message}。{reason}',
    fix: '請檢查角色的 ARN 與外部 ID，以及信任政策是否包含您。若信任政策要求 MFA，請改用金鑰與驗證碼擔任角色。',
  },
  'role.duration': {
    cause: '這個角色不允許這麼長的工作階段：{message}',
    fix: '請選擇較短的時間。用其他工作階段擔任角色時，最長一小時。',
  },
  'duration.invalid': { cause: 'AWS 不接受這個有效時間：{message}', fix: '請選擇 15 分鐘到 36 小時之間。' },
  'clock.skewed': {
    cause: '這台電腦的時鐘與 AWS 相差太多。',
    fix: '請再試一次：Daypass 已取得 AWS 的時間。建議您也校正時鐘。',
  },
  'clock.off': {
    cause:
      '這台電腦的時鐘比 AWS {reason}了 {minutes} 分鐘。AWS 與 Daypass 還能接受，但從 15 分鐘起 AWS 就會拒絕其他程式的要求，而且這台電腦產生的驗證碼會不正確。',
    fix: '請校正時鐘：Linux 執行「sudo timedatectl set-ntp true」，macOS 執行「sudo sntp -sS time.apple.com」，Windows 執行「w32tm /resync」，WSL 執行「sudo hwclock -s」。',
  },
  'clock.unheard': {
    cause: '收到 AWS 的回應後，才能知道這台電腦的時鐘是否正確；Daypass 啟動後還沒有收到。',
    fix: '不必處理；登入時就會得知。',
  },
  'clock.refused': {
    cause:
      '這台電腦的時鐘比 AWS {reason}了 {minutes} 分鐘。簽署時間相差超過 15 分鐘，AWS 就會拒絕：其他程式會出現 SignatureDoesNotMatch（「Signature expired」或「not yet current」），即使私密金鑰是對的。',
    fix: '請校正時鐘：Linux 執行「sudo timedatectl set-ntp true」，macOS 執行「sudo sntp -sS time.apple.com」，Windows 執行「w32tm /resync」，WSL 執行「sudo hwclock -s」。',
  },
  'session.expired': { cause: '工作階段已到期。', fix: '請重新登入。' },
  'session.none': { cause: '設定檔 {profile} 尚未登入。', fix: '請先登入。' },
  'session.unknown': {
    cause:
      'AWS 在 {region} 不認得這個工作階段：它背後的金鑰已刪除、它屬於其他分割區，或它來自 AWS 的全域位址，而這種工作階段在需要由帳戶啟用的區域無效。',
    fix: '請檢查設定檔的區域，再重新登入。',
  },
  'aws.throttled': { cause: 'AWS 要求暫停片刻。', fix: '請一分鐘後再試。' },
  'aws.region-disabled': { cause: '這個帳戶未啟用區域 {region}。', fix: '請改選其他區域，或請管理者啟用它。' },
  'aws.wrong-region': {
    cause: '要求的簽署區域是 {region}，卻送到其他區域的位址：{message}',
    fix: '請修正設定檔的區域；若設有 AWS_ENDPOINT_URL，請修正它。',
  },
  'aws.endpoint': {
    cause: '{variable} 不是 https 位址。只有本機位址可以使用 http。',
    fix: '請修正或取消這個變數，再重新啟動 Daypass。',
  },
  'aws.refused': { cause: 'AWS 拒絕：{message}', fix: '請再試一次；若仍如此，請將這段文字交給 AWS 帳戶管理者。' },
};
