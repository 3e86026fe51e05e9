/** 逐步測試儲存庫。 */
import type { Messages } from '../words.ts';

export const trial: Messages['trial'] = {
  title: '測試儲存庫',
  why: '逐步檢查推送（push）的每個環節，但不會真的推送。',
  repository: '儲存庫',
  hint: '名稱或網址；留空則只檢查 AWS。',
  profile: '設定檔',
  whomGitGets: 'git 會使用的設定檔',
  start: '開始測試',
  running: '測試中…',
  well: '一切正常',
  another: '之後使用的設定檔',
  hops: {
    key: '長期金鑰',
    device: 'MFA 裝置',
    session: '工作階段',
    identity: 'AWS 識別的身分',
    git: 'git 向 Daypass 取得密碼',
    codecommit: 'CodeCommit 接受密碼',
  },
};
