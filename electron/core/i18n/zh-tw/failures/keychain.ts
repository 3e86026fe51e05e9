/** 鑰匙圈，以及 Daypass 儲存在其中的內容。 */
import type { keychain as en } from '../../en/failures/keychain.ts';

export const keychain: typeof en = {
  'keychain.stale': {
    cause: 'git 會讀到 {n} 筆過期的 CodeCommit 密碼。',
    fix: '清除鑰匙圈項目。',
  },
  'keychain.multiplies': {
    cause:
      'git 自己的憑證協助程式（helper）每次成功後都會儲存 CodeCommit 的密碼，而且每次使用不同的使用者名稱：{host} 已有 {n} 筆。只有最新的有效，但 git 會用最先找到的，因此 403 一再出現。',
    fix: '請設定 git，讓這個憑證協助程式不再處理 CodeCommit，再清除這些項目。',
  },
  'keychain.own-credential': {
    cause:
      '存有 {n} 筆 CodeCommit 的 IAM HTTPS git 憑證。它們不帶 MFA，若政策規定沒有 MFA 一律拒絕，它們也會被拒絕。這是您的資料，不會刪除。',
    fix: '請改由 Daypass 為同一個 https 網址提供 git 密碼；確定不再需要後，請在儲存的位置與 AWS 主控台自行刪除。',
  },
  'keychain.locked': { cause: '{store}：已鎖定。', fix: '請先解鎖，再試一次。' },
  'keychain.unavailable': { cause: '{store}：沒有回應。', fix: '若您不使用它，不必處理。' },
  'keychain.not-looked-into': {
    cause: '{store}：git 也可能在這裡存有 CodeCommit 密碼，但 Daypass 無法檢查。',
    fix: '若 git 出現 403，請在那裡刪除 git-codecommit 的項目。',
  },
  'keychain.denied': { cause: '{store}：不允許這項操作。', fix: '系統詢問時請允許 Daypass，再試一次。' },
  'keychain.failed': { cause: '{store}：發生錯誤（{reason}）。', fix: '請再試一次。' },
  'kept.not-encrypted': {
    cause: '這個系統沒有可加密的鑰匙圈，因此不儲存任何機密，工作階段只留在記憶體中。',
    fix: '若要在重新啟動後保留，請安裝並解鎖鑰匙圈（GNOME Keyring、KWallet）。',
  },
  'kept.locked': {
    cause: '鑰匙圈已鎖定，因此不儲存任何機密，工作階段只留在記憶體中。',
    fix: '若要在重新啟動後保留，請解鎖鑰匙圈。',
  },
  'kept.other-key': {
    cause: 'Daypass 儲存的內容用另一把金鑰加密，而目前的鑰匙圈沒有那把金鑰，因此無法儲存，也無法開啟。',
    fix: '請啟動先前使用的鑰匙圈，內容就會恢復；或改用目前的鑰匙圈，原有的內容會移到一旁，不會刪除。',
  },
  'kept.refused': {
    cause: '鑰匙圈拒絕了要求：{reason}。因此不儲存任何機密，工作階段只留在記憶體中。',
    fix: '請再試一次。',
  },
  'kept.unreadable': { cause: '已無法開啟儲存的工作階段。', fix: '請重新登入。' },
};
