/** 逐步試用儲存庫。 */
import type { Messages } from '../words.ts';

export const trial: Messages['trial'] = {
  title: '試試看',
  why: '走一遍推送的路，但不真的推送。',
  repository: '儲存庫',
  hint: '輸入名稱或網址；留空則只詢問 AWS。',
  profile: '設定檔',
  whomGitGets: 'git 會用的那個',
  start: '開始',
  running: '試用中…',
  well: '一切正常。',
  another: '往後改由此設定檔回應',
  hops: {
    key: '長期金鑰',
    device: 'MFA 裝置',
    session: '工作階段',
    identity: 'AWS 認出的身分',
    git: 'git 詢問 Daypass',
    codecommit: 'CodeCommit 的回應',
  },
};
