/** 六位數驗證碼，以及產生它的裝置。 */
import type { mfa as en } from '../../en/failures/mfa.ts';

export const mfa: typeof en = {
  'code.malformed': { cause: '驗證碼是六位數字。', fix: '請輸入驗證器顯示的六位數字。' },
  'code.used': { cause: '這組驗證碼已用過；AWS 每組只接受一次。', fix: '請等下一組：{seconds} 秒。' },
  'code.rejected': {
    cause: 'AWS 不接受這組驗證碼：有誤或已用過。',
    fix: '請輸入下一組；若一再發生，請檢查驗證器的時間。',
  },
  'code.drifting': {
    cause: '連續三組驗證碼遭拒，驗證器的時間可能不準。',
    fix: '請在 Daypass 視窗輸入連續兩組，重新同步。',
  },
  'code.clock': {
    cause: 'AWS 連續拒絕三組驗證碼，而這台電腦的時鐘比 AWS {reason}了 {minutes} 分鐘。',
    fix: '若驗證器在這台電腦上，請校正時鐘；若在手機上，請在 Daypass 視窗重新同步。',
  },
  'device.refused': {
    cause: 'AWS 無法驗證：MFA 裝置不屬於這位使用者，或嘗試次數過多。',
    fix: '請檢查設定檔的裝置（名稱不一定與使用者相同）；若無誤，請等五分鐘。',
  },
  'device.cooling-down': {
    cause: 'MFA 裝置已嘗試多次，再試會遭 AWS 鎖定。',
    fix: '請等 {seconds} 秒，再輸入新的驗證碼。',
  },
  'device.new': { cause: '新的 MFA 裝置尚未在 AWS 全面生效。', fix: '請輸入下一組驗證碼。' },
  'device.none': {
    cause: '這位使用者沒有 MFA 裝置。',
    fix: '請在設定檔的表單按「在這裡設定 MFA 裝置」；或在 AWS 主控台（IAM 的安全憑證）新增，再重新尋找。',
  },
  'device.fido-only': {
    cause: '這位使用者只有安全金鑰，它不會產生驗證碼。',
    fix: '請改用瀏覽器登入：設定檔的表單中有這個選項，也可執行「daypass add --browser」。或另外設定虛擬 MFA 裝置。',
  },
  'device.other': {
    cause: '{serial} 不是這位使用者的 MFA 裝置，AWS 會回覆「unable to validate MFA code」。這位使用者有：{serials}',
    fix: '請在設定檔中選擇正確的裝置。',
  },
  'device.list-denied': {
    cause: '這位使用者無權列出 MFA 裝置。',
    fix: '請輸入裝置的 ARN；可在 AWS 主控台的安全憑證頁面找到。',
  },
  'device.serial-malformed': {
    cause: '這不是 MFA 裝置的 ARN。',
    fix: '格式如 arn:aws:iam::123456789012:mfa/name。',
  },
  'device.other-account': {
    cause: 'MFA 裝置 {serial} 不在這組金鑰的帳戶 {account} 中，而裝置只能供所屬的使用者登入。驗證碼尚未使用。',
    fix: '請選擇 {arn} 的裝置，或選擇存有另一個帳戶金鑰的設定檔。',
  },
  'totp.secret-malformed': {
    cause: '這不是驗證器的密鑰。',
    fix: '請貼上建立裝置時 AWS 顯示的 otpauth:// 文字或密鑰。',
  },
  'totp.unsupported': {
    cause: 'AWS 不接受這種驗證碼（{what}）。',
    fix: '必須是 TOTP、SHA-1、每 30 秒六位數字。請確認它屬於您的 AWS 裝置。',
  },
  'totp.picture-unreadable': { cause: '無法讀取這張圖片。', fix: '請使用 PNG 或 JPEG 圖片，例如螢幕截圖。' },
  'totp.no-qr': {
    cause: '圖片中找不到 QR 碼。',
    fix: '圖片必須包含完整、端正且清晰的 QR 碼；也可以貼上密鑰。',
  },
  'totp.box-unavailable': {
    cause: '儲存驗證器密鑰的鑰匙圈無法開啟。',
    fix: '請解鎖後再試一次，或輸入驗證碼。',
  },
  'totp.unreadable': {
    cause: '已無法開啟儲存的驗證器密鑰。',
    fix: '請輸入驗證碼，並在設定中移除密鑰後重新加入。',
  },
  'totp.refused': {
    cause: 'AWS 不接受由儲存的密鑰產生的驗證碼。',
    fix: '請自行輸入。若能登入，表示儲存的密鑰屬於其他裝置：請在設定中移除它，再加入正確的密鑰。',
  },
};
