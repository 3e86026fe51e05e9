/** 測試儲存庫時可能發生的問題。 */
import type { trial as en } from '../../en/failures/trial.ts';

export const trial: typeof en = {
  'try.not-codecommit': {
    cause: '「{repository}」不是以 https 存取的 CodeCommit 儲存庫。',
    fix: '請輸入名稱，或「git remote -v」顯示的網址：https://git-codecommit.區域.amazonaws.com/v1/repos/名稱。',
  },
  'try.no-profile': { cause: 'Daypass 中還沒有設定檔。', fix: '請新增一個。' },
  'try.which-profile': {
    cause: '有多個設定檔可用於 {repository}；在選定之前，git 會一直等候。',
    fix: '請在這裡或用 --profile 選擇設定檔。',
  },
  'try.not-asked': {
    cause: 'git 沒有向 Daypass 取得 {repository} 的密碼：尚未設定，或有其他設定優先。',
    fix: '請設定 git；若已設定，診斷會指出是哪一行。',
  },
  'try.forbidden': {
    cause:
      'CodeCommit 對 {repository} 回覆 403。使用的設定檔是 {profile}（帳戶 {account}、區域 {region}）：它無權使用，或儲存庫屬於其他帳戶。',
    fix: '若屬於其他帳戶，請為它改選設定檔：在 Daypass 的診斷中按「測試儲存庫」。否則請洽 AWS 帳戶管理者。',
  },
  'try.no-repository': {
    cause: '帳戶 {account} 的區域 {region} 沒有 {repository}；使用的設定檔是 {profile}。',
    fix: '請檢查名稱與區域。若屬於其他帳戶，請為它改選設定檔：在 Daypass 的診斷中按「測試儲存庫」。',
  },
  'try.git-failed': { cause: 'git 失敗：{message}', fix: '請排除問題，再試一次。' },
};
