/** 為 CodeCommit 設定 git（先預覽），以及還原。 */
import type { Messages } from '../words.ts';

export const git: Messages['git'] = {
  title: 'git 與 CodeCommit',
  setUp: '設定 git',
  setUpAgain: '重新設定 git',
  undo: '還原 git 設定',
  mend: '刪除這幾行',
  isSetUp: 'git 已設定為使用 Daypass',
  notSetUp: 'git 尚未設定為使用 Daypass',
  noGit: '找不到 git',
  ready: 'git 已就緒',
  notReady: 'git 尚未設定',
  last: '{what}，{time}',
  notTaken: '{repository}：不接受 {profile}',
  previews: {
    'set-up': '{file} 將有以下變更：',
    undo: '{file} 將還原以下變更：',
    mend: '將從 {file} 刪除以下幾行：',
  },
  effects: {
    'set-up': '{n} 種主機會改用 Daypass 作為憑證協助程式（helper），其他主機維持不變。',
    undo: 'git 不再向 Daypass 取得 CodeCommit 密碼，其他設定維持不變。',
    mend: '將刪除與 git 衝突的設定 {n} 行，其他設定維持不變。',
  },
  clone: '現在可以複製（clone）儲存庫，請把 NAME 換成儲存庫名稱：',
  diff: '變更內容',
  changesIn: '{file} 的變更內容',
  nothingToDo: '不需要變更。',
  version: 'git {version}',
};
