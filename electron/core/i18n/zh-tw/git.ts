/** 為 CodeCommit 設定 git（先預覽），以及還原。 */
import type { Messages } from '../words.ts';

export const git: Messages['git'] = {
  title: 'git',
  setUp: '設定 git',
  undo: '還原',
  isSetUp: 'git 會向 Daypass 取得 CodeCommit 密碼',
  notSetUp: 'git 尚未使用 Daypass',
  noGit: '找不到 git',
  ready: 'git 已就緒',
  notReady: 'git 尚未設定',
  last: '{what}，{time}',
  notTaken: '{repository}：不接受 {profile}',
  previews: {
    'set-up': '{file} 將有以下變更：',
    undo: '{file} 將還原以下變更：',
    mend: '將從 {file} 刪除以下各行：',
  },
  apply: '寫入',
  clone: '現在可以這樣複製儲存庫，請把 NAME 換成儲存庫的名稱：',
  why: '設定後，git 會向 Daypass 取得 CodeCommit 的密碼；其他主機不受影響。',
  diff: '變更內容',
  nothingToDo: '不需要變更。',
  version: 'git {version}',
};
