/** 其他程式的訊息：代表什麼，該怎麼做。 */
import type { heard as en } from '../../en/failures/heard.ts';

export const heard: typeof en = {
  'heard.git-403': {
    cause:
      'CodeCommit 拒絕了 git 送出的密碼（403）。多半是鑰匙圈裡的舊密碼：遇到 403 時 git 不會刪除它，所以不會自行恢復。',
    fix: '請清除鑰匙圈項目並設定 git，再試一次。若仍發生，表示這位使用者無權使用這個儲存庫，或必須通過 MFA。',
  },
  'heard.git-404': {
    cause: '登入的帳戶在那個區域沒有這個名稱的 CodeCommit 儲存庫。',
    fix: '請用「git remote -v」檢查儲存庫名稱與區域，並確認設定檔屬於正確的帳戶。',
  },
  'heard.git-late': {
    cause: '推送所花的時間超過密碼的有效期限：git 只在開始時登入一次，而 CodeCommit 的密碼只有 15 分鐘。',
    fix: '請再推送一次。若是 hook 或大型檔案太花時間，請先執行 hook，或先推送大型檔案。',
  },
  'heard.git-no-helper': {
    cause:
      'git 找不到處理 codecommit:: 網址的程式：沒有安裝 git-remote-codecommit，或它不在執行 git 的程式的 PATH 中。視窗程式的 PATH 常與終端機不同。',
    fix: '請設定 git：有了 Daypass 的設定，這種網址不需要其他程式。',
  },
  'heard.git-no-password': {
    cause: '沒有憑證協助程式（helper）提供密碼給 git，git 也無法詢問使用者。',
    fix: '請設定 git 向 Daypass 取得密碼，並確認 Daypass 正在執行。停止登入或登入逾時也會出現這則訊息。',
  },
  'heard.git-program': {
    cause: 'git 設定中用來取得密碼的程式不存在或無法執行：{program}。',
    fix: '請重新設定 git；若不是 Daypass 的程式，請從 git 的設定中移除這個憑證協助程式（helper）。',
  },
  'heard.git-transport': {
    cause: 'git 預設不讓子模組使用 codecommit:: 網址。',
    fix: '請設定 git：Daypass 會把這種網址轉為 https。或自行允許：git config --global protocol.codecommit.allow always',
  },
  'heard.git-ssh': {
    cause: 'CodeCommit 不接受這把 SSH 金鑰。SSH 金鑰屬於 IAM 使用者，與 MFA 工作階段無關。',
    fix: '請改用儲存庫的 https 網址並搭配 Daypass，或參閱 Daypass 文件中關於 SSH 的說明。',
  },
  'heard.git-other-host': {
    cause: '這則訊息與 {host} 有關，它不是 CodeCommit 的主機，也與 Daypass 無關。',
    fix: '請洽那台伺服器的管理者，或檢查儲存密碼的憑證協助程式（helper）。',
  },
  'heard.no-such-host': {
    cause: '找不到名為 {host} 的伺服器，或沒有回應：可能沒有網路，或名稱中的區域拼錯了。',
    fix: '請檢查網路連線與區域名稱，例如 ap-northeast-1。',
  },
  'heard.region-missing': {
    cause: '程式不知道要使用哪個 AWS 區域：所用的設定檔沒有指定區域。',
    fix: '請用「aws configure set region REGION --profile NAME」設定，或設定 AWS_REGION。',
  },
  'heard.region-wrong': {
    cause: '要求的簽署區域與送往的區域不同，或沒有這個區域。',
    fix: '請使用服務或儲存貯體所在的區域；檢查設定檔的區域、AWS_REGION 與 --region。',
  },
  'heard.no-credentials': {
    cause: '程式找不到任何憑證：沒有存有工作階段的設定檔，也沒有環境變數或端點。',
    fix: '請先登入，再指定工作階段的設定檔（例如用 AWS_PROFILE 或 --profile），或以「daypass exec」執行。',
  },
  'heard.profile-missing': {
    cause: '程式要使用設定檔 {profile}，但在它讀取的檔案中沒有這個名稱。',
    fix: '請檢查 AWS_PROFILE 或 --profile 中的名稱。Daypass 的設定檔在登入期間才會存在。',
  },
  'heard.half-a-key': {
    cause: '只設定了一半的金鑰：缺少 {variable}，程式也因此不會使用其他憑證。',
    fix: '請清除這個 shell 的 AWS_ 環境變數，或設定完整：「daypass env」會全部印出。',
  },
  'heard.half-a-code': {
    cause: '只提供了 MFA 裝置而沒有驗證碼，或只有驗證碼而沒有裝置。',
    fix: '請兩者都提供給 AWS，或用 Daypass 登入並使用工作階段的設定檔。',
  },
  'heard.asks-code': {
    cause: '這個設定檔需要 MFA 驗證碼，但這個程式無法詢問。',
    fix: '請用 Daypass 登入，並讓程式使用工作階段的設定檔，就不需要驗證碼。',
  },
  'heard.key-unknown': {
    cause: 'AWS 不認得使用的金鑰：它已停用或刪除、工作階段權杖屬於另一組金鑰，或它屬於另一個分割區。',
    fix: '請清除殘留的 AWS_ 環境變數（尤其是 AWS_SESSION_TOKEN），重新登入，並在 AWS 主控台確認金鑰已啟用。',
  },
  'heard.sso-expired': {
    cause: 'AWS 工具儲存的瀏覽器登入已經結束。',
    fix: '請重新執行「aws sso login」或「aws login」，或改用 Daypass 的設定檔。公司的登入是共用的：在 Daypass 登入後，這些工具也會登入。',
  },
  'heard.clock': {
    cause: '執行這個程式的電腦，時鐘與 AWS 相差太多。',
    fix: '請校正時鐘。電腦睡眠後，停住的往往是虛擬機器或 WSL 的時鐘。',
  },
  'heard.no-mfa': {
    cause:
      '有政策明確拒絕這個動作。若帳戶規定沒有 MFA 就全部拒絕，表示這個要求沒有通過 MFA：用的是長期金鑰，或沒有用驗證碼建立的工作階段。',
    fix: '請登入，並改用工作階段的設定檔，而不是存有金鑰的那個。若用的已是工作階段，請洽 AWS 帳戶管理者。',
  },
  'heard.denied': {
    cause: 'AWS 不允許這個動作，也沒有說明原因：可能缺少權限，或要求沒有通過 MFA。',
    fix: '請登入並使用工作階段的設定檔。若已經使用，請洽 AWS 帳戶管理者。',
  },
  'heard.bad-request': {
    cause: '程式若先查詢檔案標頭，S3 只會回覆「400 Bad Request」，不說明原因。幾乎都是因為工作階段已到期。',
    fix: '請重新登入；若程式仍保留舊的工作階段，請重新啟動它。',
  },
  'heard.process-failed': {
    cause: '設定檔用來取得憑證的程式（credential_process）沒有提供憑證：{message}',
    fix: '請登入。要查看它的訊息，請手動執行設定檔中 credential_process 後面的指令。',
  },
  'heard.config-unread': {
    cause: '程式無法解讀 {path}，因此找不到其中的任何設定檔：有一行格式錯誤，或某個區段或設定重複出現。',
    fix: '請修正檔案；診斷會指出是哪一行。',
  },
  'heard.source-profile': {
    cause: '有設定檔要使用設定檔 {profile}，但它不存在或沒有金鑰。',
    fix: '請修正 source_profile，或把金鑰放在那裡。使用 Daypass 時，請指向工作階段的設定檔。',
  },
  'heard.profile-circle': {
    cause: '設定檔透過 {profile} 互相參照，形成循環。',
    fix: '請讓其中一個 source_profile 指向存有金鑰的設定檔。',
  },
  'heard.aws-down': {
    cause: 'AWS 本身發生故障。',
    fix: '請過幾分鐘再試；AWS Health Dashboard 會說明是否為已知問題。',
  },
  'heard.not-running': {
    cause: '當時 Daypass 沒有在執行。',
    fix: '請啟動它，並在「設定」中開啟「登入系統時啟動」。',
  },
  'heard.no-answer': {
    cause: 'Daypass 正在執行，但沒有回應。',
    fix: '請結束後重新啟動；若仍發生，請把「daypass doctor --report」的結果交給協助您的人。',
  },
  'heard.unknown-caller': {
    cause: '有程式向 Daypass 的端點要求憑證，但沒有權杖，或權杖是舊的。',
    fix: '請在那個 shell 重新執行「daypass env --endpoint」，再重新啟動程式。',
  },
  'heard.session-lives': {
    cause: '設定檔 {profile} 在這台電腦已登入，因此發出這則訊息的程式用的是另一個設定檔，或仍保留舊的工作階段。',
    fix: '請用 AWS_PROFILE 或 --profile 指定它，再重新啟動程式。',
  },
};
