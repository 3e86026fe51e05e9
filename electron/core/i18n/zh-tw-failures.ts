/** 正體中文，錯誤與妨礙的設定，以及如何處理。 */
import type { Messages } from './messages.ts';

export const zhTWFailures: Pick<Messages, 'fixes' | 'reasons' | 'findings' | 'failures'> = {
  fixes: {
    'new-code': '輸入下一組驗證碼',
    'try-again': '再試一次',
    'edit-profile': '編輯設定檔',
    'sign-in': '登入',
    'set-up-git': '設定 git',
    'clear-keychain': '清除鑰匙圈項目',
    'show-credentials-file': '顯示檔案',
    'open-doctor': '開啟健診',
  },
  reasons: {
    ENOENT: '路徑中缺少資料夾',
    ELOOP: '連結互相循環',
    EISDIR: '它是資料夾',
    ENOTDIR: '路徑中有一部分不是資料夾',
    EMFILE: '開啟的檔案太多',
    EADDRINUSE: '另一個程式正在使用它',
    EIO: '磁碟發生錯誤',
    'text-before-section': '第一個區段之前有文字',
    'not-a-setting': '它既不是區段也不是設定',
    'duplicate-section': '這個區段出現兩次',
    'duplicate-key': '這個鍵出現兩次',
    'byte-order-mark': '檔案以位元組順序記號開頭',
    'not-utf8': '它不是 UTF-8',
    'forbidden-section': '區段不能用這個名稱',
    'bad-value': '有一個值不能寫在這種檔案裡',
    'nul-byte': '它含有 NUL 位元組',
    'long-term-key': '這個區段存有長期金鑰',
    'look-alike-section': '有些程式會把這個區段當成 Daypass 的，有些不會',
    ambiguous: '各程式對這個區段的解讀不同',
  },
  findings: {
    'helper-after': {
      cause: '排在 Daypass 之後的 helper 會保存每一組密碼。',
      fix: '請重新設定 git，讓 Daypass 排在最後；若在儲存庫自己的設定中，請刪除該行。',
    },
    'helper-reset': { cause: 'Daypass 之後的空白 helper 會讓它失效。', fix: '請刪除該行，或重新設定 git。' },
    'path-off': { cause: 'useHttpPath 已關閉，git 不會說明是哪個儲存庫。', fix: '請刪除該行。' },
    'aws-helper': {
      cause: '設定了 AWS 自己的 helper；它不知道您的 MFA 工作階段。',
      fix: '請刪除該行；Daypass 會代為回應。',
    },
    'misspelt-section': { cause: 'git 沒有「credentials」這個區段；這一行沒有作用。', fix: '請刪除該行。' },
    'path-global': {
      cause: 'useHttpPath 對所有主機生效，其他主機的每個儲存庫都會再問一次密碼。',
      fix: '請刪除該行；Daypass 只為 CodeCommit 設定它。',
    },
    'path-without-helper': { cause: '已為 CodeCommit 設定 useHttpPath，卻沒有 helper。', fix: '請設定 git。' },
    'keeps-passwords': {
      cause: '這個 helper 會保存 CodeCommit 的 15 分鐘密碼，403 就是這樣來的。',
      fix: '請設定 git；Daypass 只在 CodeCommit 上避開這個 helper。',
    },
    'user-in-url': { cause: '網址中的名稱會取代工作階段的名稱送給 AWS。', fix: '請從遠端網址刪除「名稱@」。' },
    'rewritten-url': { cause: 'CodeCommit 的網址會被改寫成別的網址。', fix: '若非刻意，請刪除該行。' },
    netrc: { cause: '這個檔案有 CodeCommit 的項目，會比任何 helper 先被使用。', fix: '請刪除該項目。' },
  },
  failures: {
    'code.malformed': { cause: '驗證碼是六位數字。', fix: '請輸入驗證器顯示的六位數字。' },
    'code.used': { cause: '這組驗證碼已用過；AWS 每組只接受一次。', fix: '請等下一組：{seconds} 秒。' },
    'code.rejected': {
      cause: 'AWS 不接受這組驗證碼：輸入有誤，或已用過。',
      fix: '請輸入下一組。若一再發生，請檢查驗證器的時間是否正確。',
    },
    'device.refused': {
      cause: 'AWS 無法檢查驗證碼：MFA 裝置不屬於這位使用者，或嘗試次數過多。',
      fix: '請檢查設定檔中的裝置；若無誤，請等五分鐘。',
    },
    'device.cooling-down': {
      cause: '這個 MFA 裝置已嘗試多次；再試下去，AWS 會鎖定它幾分鐘。',
      fix: '請等 {seconds} 秒，再輸入新的驗證碼。',
    },
    'device.none': {
      cause: '這位使用者沒有 MFA 裝置。',
      fix: '請在 AWS 主控台（IAM 的安全憑證）新增虛擬 MFA 裝置，再重新尋找。',
    },
    'device.fido-only': {
      cause: '這位使用者只有安全金鑰，它不會產生驗證碼。',
      fix: '請另外新增虛擬 MFA 裝置，或改用「aws login」登入。',
    },
    'device.list-denied': {
      cause: '這位使用者無權列出 MFA 裝置。',
      fix: '請輸入裝置的 ARN；可在 AWS 主控台的安全憑證頁面找到。',
    },
    'device.serial-malformed': {
      cause: '這不是 MFA 裝置的 ARN。',
      fix: '格式如 arn:aws:iam::123456789012:mfa/name。',
    },
    'totp.secret-malformed': {
      cause: '這不是驗證器的密鑰。',
      fix: '請貼上建立裝置時 AWS 顯示的 otpauth:// 文字或密鑰。',
    },
    'totp.unsupported': {
      cause: 'AWS 不接受這種驗證碼（{what}）。',
      fix: '必須是 TOTP、SHA-1、每 30 秒六位數字。請確認它屬於您的 AWS 裝置。',
    },
    'totp.picture-unreadable': { cause: '無法讀取這個圖片。', fix: '請使用 PNG 或 JPEG 圖片，例如螢幕截圖。' },
    'totp.no-qr': {
      cause: '圖片中找不到 QR 碼。',
      fix: '圖片必須包含完整、端正且清晰的 QR 碼；也可以貼上密鑰。',
    },
    'totp.box-unavailable': {
      cause: '存放驗證器密鑰的鑰匙圈無法開啟。',
      fix: '請解鎖後再試一次，或輸入驗證碼。',
    },
    'totp.unreadable': {
      cause: '已無法開啟存放的驗證器密鑰。',
      fix: '請輸入驗證碼，並在設定中移除密鑰後重新加入。',
    },
    'totp.refused': {
      cause: 'AWS 不接受由存放的密鑰產生的驗證碼。',
      fix: '請自行輸入。若可登入，表示存放的密鑰屬於其他裝置：請在設定中移除它，再加入正確的密鑰。',
    },
    'key.missing': {
      cause: '設定檔 {profile} 沒有長期存取金鑰。',
      fix: '請改選其他設定檔，或用「aws configure --profile {profile}」存入金鑰。',
    },
    'key.temporary': {
      cause: '設定檔 {profile} 存的是工作階段，不能再建立另一個。',
      fix: '請選擇存有長期金鑰（AKIA…）的設定檔。',
    },
    'key.unknown': {
      cause: 'AWS 不認得這組存取金鑰，或它已停用，或屬於其他分割區。',
      fix: '請檢查設定檔 {profile} 的金鑰與區域。',
    },
    'key.wrong-secret': {
      cause: '私密存取金鑰與存取金鑰不符。',
      fix: '請在設定檔 {profile} 填入正確的私密金鑰；差一個字元就會失敗。',
    },
    'key.box-unavailable': { cause: '存放這組金鑰的鑰匙圈無法開啟。', fix: '請先解鎖，再試一次。' },
    'key.unreadable': {
      cause: '已無法開啟鑰匙圈中設定檔 {profile} 的金鑰。',
      fix: '請在 AWS 主控台建立新的金鑰，再用「aws configure --profile {profile}」存入檔案。',
    },
    'key.in-file': {
      cause: '設定檔 {profile} 在檔案中又有另一組金鑰，目前使用的是它。',
      fix: '請改把那一組存到鑰匙圈，或先從檔案中刪除它。',
    },
    'key.elsewhere': {
      cause: '設定檔 {profile} 的金鑰不在憑證檔，或不只在憑證檔。',
      fix: '請只把它放在憑證檔，再試一次。',
    },
    'policy.denied': { cause: '帳戶的政策拒絕此操作：{message}', fix: '請洽 AWS 帳戶的管理者。' },
    'role.denied': {
      cause: '無法擔任此角色：{message}',
      fix: '請檢查角色的 ARN 與外部 ID，以及信任政策是否包含您。',
    },
    'role.duration': {
      cause: '此角色不允許這麼長的工作階段：{message}',
      fix: '請選擇較短的時間。由其他工作階段擔任角色時，最長一小時。',
    },
    'duration.invalid': { cause: 'AWS 不接受這個有效時間：{message}', fix: '請選擇 15 分鐘到 36 小時之間。' },
    'clock.skewed': {
      cause: '這台電腦的時鐘與 AWS 相差太多。',
      fix: '請再試一次：Daypass 已得知 AWS 的時間。最好把時鐘校正。',
    },
    'session.expired': { cause: '工作階段已結束。', fix: '請重新登入。' },
    'session.none': { cause: '設定檔 {profile} 尚未登入。', fix: '請先登入。' },
    'aws.throttled': { cause: 'AWS 要求稍候。', fix: '請一分鐘後再試。' },
    'aws.region-disabled': { cause: '這個帳戶未啟用區域 {region}。', fix: '請改選其他區域，或請人啟用它。' },
    'aws.refused': { cause: 'AWS 拒絕：{message}', fix: '請再試一次；若仍如此，請將這段文字交給帳戶管理者。' },
    'network.offline': { cause: '無法連到 {host}。', fix: '請檢查網路連線；需要 VPN 時也請檢查 VPN。' },
    'network.timeout': { cause: '{host} 在 {seconds} 秒內沒有回應。', fix: '請再試一次。' },
    'network.proxy': {
      cause: '代理伺服器不讓連往 {host} 的要求通過。',
      fix: '請在系統設定檢查代理伺服器及其登入。',
    },
    'network.certificate': {
      cause: '{host} 的憑證不受信任；途中可能有人監聽。',
      fix: '若公司會檢查流量，請安裝公司的憑證，或設定 AWS_CA_BUNDLE。',
    },
    'sign-in.cancelled': { cause: '登入已取消。', fix: '準備好後請輸入新的驗證碼。' },
    'sign-in.busy': { cause: '正在登入。', fix: '請等它完成，或取消它。' },
    'profile.not-ours': {
      cause: '{path} 的區段 [{section}] 不是 Daypass 建立的，因此不更動。',
      fix: '請為工作階段的設定檔另取名稱。',
    },
    'profile.unparseable': {
      cause: '{path} 無法安全地編輯（第 {line} 行：{reason}）。未做任何變更。',
      fix: '請修正該行，再重新登入。',
    },
    'profile.unwritable': {
      cause: '無法將工作階段安全地寫入 {path}：{reason}。未做任何變更。',
      fix: '請改用其他提供方式，或排除問題。',
    },
    'profile.name-invalid': { cause: '「{name}」不能作為設定檔名稱。', fix: '請使用字母、數字與 . _ @ + -' },
    'profile.name-taken': { cause: '設定檔 {name} 已存在。', fix: '請另取名稱。' },
    'profile.unknown': { cause: 'Daypass 中沒有設定檔 {profile}。', fix: '「daypass status」會列出設定檔。' },
    'profile.needed': { cause: '設定檔 {child} 透過 {name} 取得角色。', fix: '請先移除或編輯 {child}。' },
    'file.read-only': { cause: '{path} 不可寫入。未做任何變更。', fix: '請讓自己可以寫入它，再試一次。' },
    'file.disk-full': { cause: '空間不足，無法寫入 {path}。未做任何變更。', fix: '請騰出空間，再試一次。' },
    'file.unreadable': { cause: '{path} 不可讀取。', fix: '請讓自己可以讀取它，再試一次。' },
    'file.changed-meanwhile': { cause: '其他程式一直在寫入 {path}。未做任何變更。', fix: '請稍後再試。' },
    'file.failed': { cause: '無法寫入 {path}：{reason}。未做任何變更。', fix: '請排除問題，再試一次。' },
    'git.missing': { cause: '找不到 git。', fix: '請安裝 git 2.26 以上版本。' },
    'git.not-set-up': {
      cause: 'git 尚未使用 Daypass。',
      fix: '設定 git；變更內容會先顯示。',
    },
    'git.config-failed': { cause: '無法變更 git 的設定：{message}', fix: '請排除問題，再試一次。' },
    'git.config-changed': {
      cause: '{path} 中屬於 Daypass 的部分被手動修改過，因此不更動。',
      fix: '請刪除 Daypass 標記之間的內容，再重新設定 git。',
    },
    'git.config-shadowed': {
      cause: '已寫入，但仍有其他設定妨礙：{value}（{origin}）。',
      fix: '健診會說明如何處理。',
    },
    'git.wait-over': {
      cause: '{minutes} 分鐘內無人為 {repository} 登入。',
      fix: '請按 Daypass 圖示、輸入驗證碼，再執行一次 git。',
    },
    'git.wait-cancelled': { cause: '已在 Daypass 停止等候 {repository}。', fix: '準備好後請再執行 git。' },
    'git.no-profile': { cause: 'Daypass 沒有適用於 {host} 的設定檔。', fix: '請新增設定檔，再執行一次 git。' },
    'git.no-path': {
      cause: 'git 沒有說明是 {host} 的哪個儲存庫，因此無法產生密碼。',
      fix: '請重新設定 git，並檢查 useHttpPath 是否在別處被關閉。',
    },
    'git.likely-403': {
      cause: 'git 已取得 {repository} 的新密碼，卻沒有回報成功；AWS 很可能回覆了 403。',
      fix: '請檢查 {profile}（帳戶 {account}）是否有權使用此儲存庫，以及它是否在 {region}。',
    },
    'git.said-401': { cause: 'AWS 不接受 {repository} 的密碼。', fix: '請重新登入；若仍如此，請開啟健診。' },
    'keychain.stale': {
      cause: 'git 會讀取的地方存有過期的 CodeCommit 密碼：{n} 個。',
      fix: '清除鑰匙圈項目。',
    },
    'keychain.locked': { cause: '{store} 已鎖定。', fix: '請先解鎖，再試一次。' },
    'keychain.unavailable': { cause: '{store} 沒有回應。', fix: '若您不使用它，不必處理。' },
    'keychain.denied': { cause: '{store} 不允許此操作。', fix: '系統詢問時請允許 Daypass，再試一次。' },
    'keychain.failed': { cause: '{store} 發生錯誤：{reason}', fix: '請再試一次。' },
    'kept.not-encrypted': {
      cause: '這個系統沒有會加密的鑰匙圈，因此不存放任何機密，工作階段只留在記憶體中。',
      fix: '若要在重新啟動後保留，請安裝並解鎖鑰匙圈（GNOME Keyring、KWallet）。',
    },
    'kept.locked': {
      cause: '鑰匙圈已鎖定，因此不存放任何機密，工作階段只留在記憶體中。',
      fix: '若要在重新啟動後保留，請解鎖鑰匙圈。',
    },
    'kept.unreadable': { cause: '已無法開啟保存的工作階段。', fix: '請重新登入。' },
    'doctor.no-answer': {
      cause: '{seconds} 秒內沒有回應。',
      fix: '再試一次。',
    },
    'settings.invalid': {
      cause: '無法讀取設定；原檔已移至 {path}。',
      fix: '請重新設定設定檔，或修正該檔後放回。',
    },
    'notification.failed': { cause: '系統無法顯示通知。', fix: '系統匣圖示也會顯示到期。' },
    'input.invalid': { cause: '輸入無效：{at}。', fix: '請修正後再試一次。' },
    'usage.invalid': { cause: '{message}', fix: '「daypass help」會說明用法。' },
    'command.unsupported': { cause: '這個系統尚不支援：{what}。', fix: '可用的功能請見 README。' },
    'internal.unexpected': { cause: 'Daypass 內部發生問題（{kind}）。', fix: '請再試一次；若仍如此，請回報。' },
  },
};
