/** 健診。 */
import type { Messages } from '../words.ts';

export const doctor: Messages['doctor'] = {
  title: '健診',
  allWell: '沒有問題。',
  checking: '正在詢問 git…',
  skippedFor: '請先處理：{check}',
  checks: {
    clock: '時鐘',
    network: '網路',
    programs: '程式',
    environment: '環境變數',
    git: 'git',
    'git-set-up': 'git 向 Daypass 詢問',
    'git-config': 'git 的設定',
    keychain: '已儲存的密碼',
    profiles: '設定檔',
    daypass: 'Daypass 本身',
  },
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
