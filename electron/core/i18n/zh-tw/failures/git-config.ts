/** 診斷在 git 設定中發現的問題，以及如何處理。 */
import type { FailureTexts } from '../../failure-texts.ts';

export const gitConfig: FailureTexts<'git-config'> = {
  'git-config.helper-after': {
    cause: '排在 Daypass 之後的憑證協助程式（helper）會儲存每一組密碼。',
    fix: '請重新設定 git，讓 Daypass 排在最後；若在儲存庫自己的設定中，請刪除這一行。',
  },
  'git-config.helper-reset': {
    cause: 'Daypass 之後的空白憑證協助程式（helper）會讓 Daypass 失效。',
    fix: '請刪除這一行，或重新設定 git。',
  },
  'git-config.path-off': { cause: 'useHttpPath 已關閉，git 不會說明要存取哪個儲存庫。', fix: '請刪除這一行。' },
  'git-config.aws-helper': {
    cause: '已設定 AWS 自己的憑證協助程式（helper）；它不會使用您的 MFA 工作階段。',
    fix: '請刪除這一行；改由 Daypass 提供密碼。',
  },
  'git-config.lines-in-file': {
    cause:
      'Daypass 的設定直接寫在這個檔案裡。若把檔案複製到沒有 Daypass 的電腦，git 就無法從其他來源取得 CodeCommit 密碼。',
    fix: '請重新設定 git：這些設定會移到 Daypass 自己的檔案，這裡只引用它。',
  },
  'git-config.misspelt-section': { cause: 'git 沒有「credentials」這個區段；這一行沒有作用。', fix: '請刪除這一行。' },
  'git-config.path-global': {
    cause: 'useHttpPath 對所有主機生效，其他主機的每個儲存庫都會再問一次密碼。',
    fix: '請刪除這一行；Daypass 只為 CodeCommit 設定它。',
  },
  'git-config.path-without-helper': {
    cause: '已為 CodeCommit 設定 useHttpPath，卻沒有設定憑證協助程式（helper）。',
    fix: '請設定 git。',
  },
  'git-config.keeps-passwords': {
    cause: '這個憑證協助程式（helper）會儲存 CodeCommit 的 15 分鐘密碼，因此出現 403。',
    fix: '請設定 git；Daypass 只在 CodeCommit 上避開它。',
  },
  'git-config.own-credential': {
    cause: '這個使用者名稱是 IAM 的 HTTPS git 憑證，因此 git 會向您自己的憑證協助程式取得密碼，而不是 Daypass。',
    fix: '若這正是您要的，不必處理。若要使用 Daypass 的工作階段，請刪除使用者名稱。',
  },
  'git-config.user-in-url': { cause: '網址中的名稱會取代工作階段的名稱送給 AWS。', fix: '請從遠端網址刪除「名稱@」。' },
  'git-config.rewritten-url': {
    cause: '有一行設定把 CodeCommit 的網址改寫成其他網址。',
    fix: '若非刻意，請刪除這一行。',
  },
  'git-config.netrc': {
    cause: '這個檔案有 CodeCommit 的項目，git 會優先使用它，而不是憑證協助程式（helper）。',
    fix: '請刪除這個項目。',
  },
  'git-config.auth-header': {
    cause:
      '所有送往 CodeCommit 的要求都已附上驗證標頭：AWS 只看它，因此回覆 403，git 也不會再使用憑證協助程式（helper）。',
    fix: '請刪除這一行，或改成只用於它所屬主機的網址。',
  },
  'git-config.cookie-file': {
    cause: '為 CodeCommit 設定了 cookie 檔，但 CodeCommit 不使用 cookie，因此沒有作用。',
    fix: '請刪除這一行。',
  },
  'git-config.proactive-auth': {
    cause: 'git 不等主機要求就先登入，因此連公開的儲存庫也會要密碼。',
    fix: '請改成只用於所需主機的網址。',
  },
  'git-config.interactive-off': {
    cause: 'git 不會詢問密碼，也尚未使用 Daypass，因此無法登入 CodeCommit。',
    fix: '請設定 git：無論如何 Daypass 都會提供密碼。',
  },
  'git-config.askpass': {
    cause: 'git 尚未使用 Daypass，因此會用這個程式詢問 CodeCommit 的密碼，但這種密碼無法自行輸入。',
    fix: '請設定 git：Daypass 會先提供密碼。',
  },
  'git-config.protocol-off': {
    cause: '設定不允許 git 使用 CodeCommit 網址所需的通訊協定。',
    fix: '請刪除這一行，或只允許那一種通訊協定。',
  },
  'git-config.ssh-key': {
    cause: '這裡以 IAM 的 SSH 金鑰連到 CodeCommit。這種金鑰不帶 MFA，若政策規定沒有 MFA 一律拒絕，它也會被拒絕。',
    fix: '若可正常使用，不必處理。否則請改用 https 網址，密碼由 Daypass 提供。',
  },
  'git-config.trace-token': {
    cause: '這個變數會讓 git 印出登入所用的內容，包括工作階段權杖：這些內容會留在終端機、記錄檔與問題回報中。',
    fix: '請刪除它；需要時只為單一指令設定，轉交輸出之前請先檢查。',
  },
  'git-config.config-elsewhere': {
    cause: '這個變數讓 git 讀取另一個檔案，而不是已設定 Daypass 的那一個。',
    fix: '請刪除它，或在那個檔案中也引用 Daypass 的檔案。',
  },
  'git-config.other-daypass': {
    cause: 'git 使用的是另一個資料夾的 Daypass，不是這一個。',
    fix: '請只保留其中一個：結束另一個並執行它的「daypass git undo」，或在這裡重新設定 git。',
  },
};
