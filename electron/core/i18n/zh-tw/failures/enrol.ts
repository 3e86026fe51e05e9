/** 新的 MFA 裝置，以及讓裝置重新同步的兩組驗證碼。 */
import type { enrol as en } from '../../en/failures/enrol.ts';

export const enrol: typeof en = {
  'enrol.denied': {
    cause: '帳戶的政策不允許這位使用者執行這項操作：{message}',
    fix: '請將下方文字傳給 AWS 帳戶管理者。',
  },
  'enrol.no-user': {
    cause: '這組金鑰不屬於 IAM 使用者（{arn}），Daypass 只能為 IAM 使用者設定 MFA 裝置。',
    fix: '請在 AWS 主控台設定裝置。',
  },
  'enrol.name-taken': {
    cause: 'Daypass 為新 MFA 裝置準備的名稱，在這個帳戶中都已使用。',
    fix: '請管理者刪除沒有人使用的裝置，或在 AWS 主控台設定。',
  },
  'enrol.in-use': { cause: '這個 MFA 裝置已在使用中。', fix: '請重新尋找裝置。' },
  'enrol.too-many': {
    cause: 'AWS 不允許再增加 MFA 裝置：{message}',
    fix: '每位使用者最多八個。請在 AWS 主控台移除一個，再試一次。',
  },
  'enrol.gone': {
    cause: 'AWS 找不到這個 MFA 裝置或它的使用者：{message}',
    fix: '它可能已刪除。請重新開始。',
  },
  'enrol.busy': { cause: 'AWS 仍在變更這位使用者或裝置。', fix: '請稍候再試。' },
  'enrol.over': {
    cause: '這次設定已中斷，密鑰沒有保留。',
    fix: '請重新開始；驗證器中的項目可以刪除。',
  },
  'enrol.same-code': {
    cause: '兩次輸入了同一組驗證碼。',
    fix: '請輸入一組，等驗證器顯示下一組後再輸入。',
  },
  'enrol.not-consecutive': {
    cause: '這兩組驗證碼並不連續。',
    fix: '請輸入驗證器現在顯示的驗證碼，再輸入緊接著的下一組。',
  },
  'enrol.other-device': {
    cause: '這些驗證碼不屬於新裝置。',
    fix: '驗證器中可能有多個項目，請用剛掃描的那一個，輸入接下來的兩組驗證碼。',
  },
  'enrol.off-time': {
    cause: '這些驗證碼與 AWS 的時間相差 {minutes} 分鐘：可能輸入太晚，或手機的時鐘不準。',
    fix: '請輸入接下來的兩組。若仍如此，請讓手機自動設定時間。',
  },
  'enrol.codes-refused': {
    cause: 'AWS 不接受這兩組驗證碼：必須正確，而且前後連續。',
    fix: '請輸入接下來的兩組。',
  },
};
