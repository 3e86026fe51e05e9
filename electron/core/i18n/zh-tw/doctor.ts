/** 健診。 */
import type { Messages } from '../words.ts';

export const doctor: Messages['doctor'] = {
  title: '健診',
  allWell: '沒有問題。',
  checking: '正在詢問 git…',
  skippedFor: '請先處理：{check}',
  checks: {
    git: 'git',
    'git-set-up': 'git 向 Daypass 詢問',
    'git-config': 'git 的設定',
    keychain: '已儲存的密碼',
    'aws-files': 'AWS 的檔案',
    profiles: '設定檔',
    daypass: 'Daypass 本身',
  },
  mends: {
    'git-set-up': '設定 git 向 Daypass 詢問',
    'git-lines': '從 git 設定中刪除這幾行',
    'stale-entries': '刪除這些已儲存的密碼',
    'aws-files': '修改 AWS 檔案中的這幾行',
    'session-anew': '重新寫入工作階段',
    'private-files': '不讓其他使用者讀取這些檔案',
  },
  repair: '修復',
  repairAll: '全部修復',
  repairTitle: '修復',
  applyRepair: '執行',
  nothingToRepair: '沒有 Daypass 能自行修復的項目。',
  repaired: '完成。',
  copyReport: '複製報告',
  copied: '已複製，內容不含任何機密。',
  looking: '檢查中…',
  verdicts: {
    good: '正常',
    warning: '需要留意',
    error: '有問題',
    unknown: '無法得知',
    skipped: '未檢查',
  },
  happened: '最近：',
  nothingHappened: '沒有發生錯誤。',
};
