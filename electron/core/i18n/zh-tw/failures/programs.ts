/** 診斷尋找的程式。 */
import type { FailureTexts } from '../../failure-texts.ts';

export const programs: FailureTexts<'programs'> = {
  'programs.git-too-old': {
    cause: 'git {version} 不認得以主機樣式設定的憑證協助程式（helper），因此不會向 Daypass 取得 CodeCommit 密碼。',
    fix: '請安裝 git 2.26 以上；PATH 較後面可能已有較新的 git。',
  },
  'programs.git-older': {
    cause:
      'git {version} 可以使用 Daypass。2.29 之前沒有內建的連線程式，取得密碼會稍慢；2.40 之前，其他憑證協助程式不知道密碼何時到期。',
    fix: '不必處理；較新的 git 會更好。',
  },
  'programs.git-differs': {
    cause: '這個終端機執行 git {terminal}，Daypass 執行 {app}。兩者的系統設定可能不同。',
    fix: '若都能用，不必處理。否則請移除其中一個，或調整 PATH 的順序。',
  },
  'programs.no-remote-helper': {
    cause:
      "沒有安裝 git-remote-codecommit。遇到 codecommit::REGION://NAME 這類位址，git 會顯示「git: 'remote-codecommit' is not a git command」。",
    fix: '請設定 git：Daypass 內建這個程式，不論從哪裡啟動 git 都找得到。',
  },
  'programs.remote-helper-unseen': {
    cause:
      "git-remote-codecommit 安裝在 {path}，但這個資料夾不在{reason}的 PATH 中，因此 git 會顯示「git: 'remote-codecommit' is not a git command」。",
    fix: '請設定 git：Daypass 內建這個程式，不需要 PATH。或把資料夾加入 PATH，桌面程式的 PATH 也要加。',
  },
  'programs.no-daypass': {
    cause: '這個終端機的 PATH 中沒有「daypass」指令。',
    fix: '請在 shell 啟動時讀取的檔案中加入 export PATH="{folder}:$PATH"',
  },
  'programs.other-daypass': {
    cause: '這個終端機的「daypass」是 {path}，不是執行中的 Daypass 所屬的 {own}：版本或資料夾不同。',
    fix: '請移除它，或把 {folder} 放到 PATH 最前面。',
  },
  'programs.two-homes': {
    cause: 'Daypass 使用 {own}，但另有一個資料夾 {other}。DAYPASS_HOME 不同的程式會使用另一個。',
    fix: '請全部設定 DAYPASS_HOME，或全部不設定：包括 shell 的啟動檔與桌面；並刪除不需要的資料夾。',
  },
};
