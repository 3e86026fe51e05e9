/** git。 */
import type { git as en } from '../../en/failures/git.ts';

export const git: typeof en = {
  'git.missing': { cause: '找不到 git。', fix: '請安裝 git 2.26 以上版本。' },
  'git.not-set-up': { cause: 'git 尚未設定為使用 Daypass。', fix: '請設定 git；會先顯示變更內容。' },
  'git.config-failed': { cause: '無法變更 git 的設定：{message}', fix: '請排除問題，再試一次。' },
  'git.config-linked': {
    cause: '{path} 連結到 {target}，但那個檔案由其他程式產生，不能變更。',
    fix: '若它不是 ~/.gitconfig，請建立一個空的 ~/.gitconfig（git 也會讀取它），再設定一次 git。否則請把「daypass git setup」顯示的內容交給產生它的程式。',
  },
  'git.config-changed': {
    cause: '{path} 中 Daypass 的部分曾經手動修改，因此不更動。',
    fix: '請刪除 Daypass 標記之間的內容，再重新設定 git。',
  },
  'git.config-shadowed': {
    cause: '已儲存，但仍有其他設定優先：{value}（{origin}）。',
    fix: '診斷會說明如何處理。',
  },
  'git.wait-over': {
    cause: '{minutes} 分鐘內沒有人為 {repository} 登入。',
    fix: '請按一下 Daypass 圖示並登入，再執行一次 git。',
  },
  'git.wait-cancelled': { cause: '已在 Daypass 停止等候 {repository}。', fix: '準備好後請再執行 git。' },
  'git.background': {
    cause: '尚未為 {repository} 登入，背景執行的 git 不會等候。',
    fix: '請登入 Daypass；下次就能取得密碼。',
  },
  'git.background-choice': {
    cause: '尚未為 {repository} 選擇設定檔，背景執行的 git 不會詢問。',
    fix: '請在終端機執行 git，再到 Daypass 選擇設定檔。',
  },
  'git.no-profile': { cause: 'Daypass 沒有適用於 {host} 的設定檔。', fix: '請新增設定檔，再執行一次 git。' },
  'git.no-path': {
    cause: 'git 沒有說明要存取 {host} 的哪個儲存庫，因此無法產生密碼。',
    fix: '請重新設定 git，並檢查其他設定是否關閉了 useHttpPath。',
  },
  'git.not-repository': {
    cause: 'https://{host}/{path} 不是 CodeCommit 的儲存庫。',
    fix: '儲存庫的網址是 https://{host}/v1/repos/名稱；請用 `git remote -v` 檢查。',
  },
  'git.no-such-host': {
    cause: '{host} 不是 CodeCommit 的主機。',
    fix: '請檢查區域是否拼對：git-codecommit.區域.amazonaws.com，中國區域結尾要加 .cn。',
  },
  'git.own-credential': {
    cause: 'git 以 {user} 的身分存取 {host}。這是 IAM 的 HTTPS git 憑證，因此交由您自己的憑證協助程式處理。',
    fix: '若要改用 Daypass 的工作階段，請從 git 設定中刪除使用者名稱。',
  },
  'git.likely-403': {
    cause: 'git 已取得 {repository} 的新密碼，卻沒有回報成功；再詢問能否推送時，AWS 回覆了 403。',
    fix: '若它不屬於帳戶 {account}，請在 git 頁面變更設定檔（目前是 {profile}）。否則請檢查 {profile} 是否有權使用，以及它是否在 {region}。',
  },
  'git.likely-404': {
    cause: '使用 {profile} 找不到 {repository}：帳戶 {account} 在 {region} 沒有這個儲存庫。',
    fix: '若它屬於其他帳戶，請在 git 頁面變更設定檔。否則請檢查名稱與區域。',
  },
  'git.unproven': {
    cause: '{repository} 使用 {profile}，但 git 與 AWS 都尚未回報可以使用。',
    fix: '若 git 回報找不到或 403，請在 git 頁面變更設定檔。',
  },
  'git.said-401': { cause: 'AWS 不接受 {repository} 的密碼。', fix: '請重新登入；若仍如此，請開啟診斷。' },
};
