/** 系統通知。 */
import type { Messages } from '../words.ts';

export const notice: Messages['notice'] = {
  endingTitle: '{profile} 將在 {minutes} 分鐘後到期',
  endingBody: '現在重新登入，工作不會中斷。',
  endedTitle: '{profile} 已到期',
  endedBody: '按這裡重新登入。',
  waitingTitle: 'git 正在等候',
  waitingBody: '登入後，{repository} 會自動繼續。',
  choiceTitle: '請為 {repository} 選擇設定檔',
  choiceBody: 'git 正在等候。按這裡選擇。',
  backgroundTitle: '尚未登入',
  backgroundBody: '背景執行的 git 要存取 {repository}，但沒有取得密碼。按這裡登入。',
  unchosenTitle: '尚未為 {repository} 選擇設定檔',
  unchosenBody: '背景執行的 git 沒有取得密碼。請在終端機執行 git，再選擇設定檔。',
  refusedTitle: '{profile} 無法自動登入',
  shortTitle: '這次推送只剩 {minutes} 分鐘',
  shortBody: '{repository} 已開始推送；若需要較久，建議現在重新登入。',
};
