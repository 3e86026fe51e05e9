/** Daypass 的說明與檔案位置。 */
import type { Messages } from '../words.ts';

export const about: Messages['about'] = {
  title: '關於 Daypass',
  what: 'AWS 與 CodeCommit（git）的 MFA 工作階段',
  version: '版本 {version} · {runtime}',
  places: '檔案位置',
  place: {
    command: '命令列',
    git: '供 git 連線',
    programs: '供其他程式連線',
    gitSettings: 'git 設定',
    home: '設定與工作階段',
    credentials: 'AWS 憑證',
  },
  guide: '開啟使用說明',
  licences: '顯示授權條款',
};
