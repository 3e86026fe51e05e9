/** 診斷在程式啟動時的環境變數中發現的問題，以及如何處理。 */
import type { FailureTexts } from '../../failure-texts.ts';

export const environment: FailureTexts<'environment'> = {
  'environment.blank': {
    cause: '{names}：已設定，但內容是空的。AWS 的工具會把它當成值，因而失敗或改找別處。',
    fix: '請刪除這一行，或把值直接寫在「=」之後。已開啟的終端機請 unset 上述變數。',
  },
  'environment.spaces': {
    cause: '{names}：「=」旁邊有空格，shell 因此沒有設定，或只設定了空值，並把後面的內容當成另一個參數。',
    fix: '請寫成 NAME=value，不要有空格，再開新的終端機。',
  },
  'environment.stray': {
    cause: '{names}：值的前後帶有空白、引號或 Windows 檔案的換行字元，AWS 會當成另一組金鑰或名稱。',
    fix: "請刪除它；若檔案是 Windows 換行，可執行「sed -i 's/\\r$//' 檔案」。再開新的終端機。",
  },
  'environment.half-key': {
    cause:
      '金鑰缺少 {missing}。AWS CLI 與 boto3 遇到不完整的金鑰就會停下（「Partial credentials found in env」，若工作階段缺少權杖則為「InvalidClientTokenId」），不論指定哪個設定檔。',
    fix: '請移除其餘部分：unset {names}。再開新的終端機，並使用設定檔 {profile}。',
  },
  'environment.token-beside-key': {
    cause:
      '長期金鑰 {key} 旁邊有一個已結束的工作階段的權杖。兩者會一起送出，AWS 會回覆「The security token included in the request is invalid」。',
    fix: '請刪除這裡列出的行；已開啟的終端機請執行 unset {names}。再使用設定檔 {profile}。',
  },
  'environment.long-term-key': {
    cause:
      '長期金鑰 {key} 設成了環境變數。AWS CLI、boto3、Terraform 與幾乎所有 SDK 都會先用它，連 AWS_PROFILE 也排在後面（只有 JavaScript SDK 先用 AWS_PROFILE）：程式沒有 MFA，因此遭到拒絕。',
    fix: '請刪除這裡列出的行；已開啟的終端機請執行 unset {names}。再使用設定檔 {profile}。',
  },
  'environment.other-session': {
    cause:
      '環境變數中有一個工作階段 {key}，不是 Daypass 目前的。程式會優先使用它，不使用設定檔，而且它到期後不會更新（「ExpiredToken」）。',
    fix: '請刪除這裡列出的行；已開啟的終端機請執行 unset {names}，或重新執行「daypass env」。',
  },
  'environment.not-exported': {
    cause: '{names}：只在 shell 內設定，程式看不到。',
    fix: '請在前面加上「export 」（fish 用 set -gx 名稱 值），再開新的終端機。',
  },
  'environment.profile-missing': {
    cause:
      'AWS 的工具要使用設定檔 {profile}，但 AWS 的兩個檔案都沒有它：所有工具都會顯示「The config profile could not be found」並結束。',
    fix: '請更正名稱，或刪除這一行；「daypass status」會列出 Daypass 的設定檔。',
  },
  'environment.profiles-differ': {
    cause:
      'AWS_DEFAULT_PROFILE 是 {profile}，AWS_PROFILE 是 {other}：AWS CLI 1 與 boto3 用前者，AWS CLI 2、Terraform 以及 Go、Java、JavaScript 的 SDK 用後者。',
    fix: '請只保留 AWS_PROFILE：unset AWS_DEFAULT_PROFILE。',
  },
  'environment.profile-beside-key': {
    cause:
      '已設定工作階段 {key}，而 AWS_PROFILE 是 {profile}。AWS CLI、boto3 與 Terraform 用工作階段，JavaScript SDK 用設定檔。',
    fix: '請執行 unset AWS_PROFILE；「daypass env」會自動暫時取消它。',
  },
  'environment.profile-of-key': {
    cause: 'AWS 的工具使用設定檔 {profile}；它存的是長期金鑰而不是工作階段，因此程式沒有 MFA。',
    fix: '若要用工作階段：export AWS_PROFILE={session}',
  },
  'environment.profile-beside-endpoint': {
    cause: '已設定 Daypass 的端點，也設定了設定檔 {profile}：所有程式都用設定檔，不會使用端點。',
    fix: '請執行 unset AWS_PROFILE AWS_DEFAULT_PROFILE',
  },
  'environment.files-elsewhere': {
    cause: '這個終端機的 {name} 讓 AWS 的工具讀取 {leads}，而 Daypass 寫入 {written}，因此找不到工作階段。',
    fix: '請執行 unset {name}，或以相同的值啟動 Daypass。',
  },
  'environment.web-identity': {
    cause: '{name} 也會提供憑證。程式在環境變數的金鑰之後、所有設定檔之前使用它。',
    fix: '若非刻意：unset AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN',
  },
  'environment.endpoint': {
    cause: '{name} 會把原本給 AWS 的要求送到 {address}。',
    fix: '若是刻意如此，不必處理。否則請執行 unset {name}。',
  },
  'environment.region-differs': {
    cause: '環境變數的區域是 {region}，設定檔 {profile} 是 {own}。程式會用環境變數的。',
    fix: '若是刻意如此，不必處理。否則請執行 unset AWS_REGION AWS_DEFAULT_REGION',
  },
};
