/** 以新的長期金鑰取代舊的。 */
import type { rotation as en } from '../../en/failures/rotation.ts';

export const rotation: typeof en = {
  'rotation.signed-out': {
    cause: 'AWS 要求通過 MFA 才能管理金鑰，而 {profile} 尚未登入。',
    fix: '請先以 {profile} 登入。',
  },
  'rotation.no-profile': {
    cause: 'Daypass 中沒有直接以 {source} 的金鑰登入的設定檔；角色的工作階段不能管理這組金鑰。',
    fix: '請為 {source} 新增一個不含角色的設定檔，並以它登入。',
  },
  'rotation.session-over': {
    cause: 'AWS 已不接受這個工作階段：它已結束，或背後的金鑰已停用或刪除。',
    fix: '請以 {profile} 重新登入，已開始的作業會接著進行。',
  },
  'rotation.denied': {
    cause: '政策不允許您管理自己的金鑰：{message}',
    fix: '請 AWS 帳戶管理者允許您在通過 MFA 後，對自己的使用者執行 iam:ListAccessKeys、iam:CreateAccessKey、iam:UpdateAccessKey、iam:DeleteAccessKey 與 iam:GetAccessKeyLastUsed。',
  },
  'rotation.no-keyring': {
    cause: '這個系統沒有可加密的鑰匙圈。新金鑰在確認可用之前必須儲存在兩處，其中一處就是鑰匙圈。',
    fix: '請安裝並解鎖鑰匙圈（GNOME Keyring、KWallet），再試一次。',
  },
  'rotation.two-keys': {
    cause: '您已經有兩組存取金鑰，AWS 不允許第三組。',
    fix: '請查看下方的第二組金鑰，或執行「daypass key status」。若沒有程式使用它，請先刪除，再輪替。',
  },
  'rotation.also-in': {
    cause: '同一組金鑰也存在其他地方：{sections}。使用它們的程式會繼續用舊金鑰，但舊金鑰會停用。',
    fix: '請從那裡移除，或改用另一組金鑰，再輪替 {source} 的金鑰。',
  },
  'rotation.no-such-key': {
    cause: '您在 AWS 沒有這組金鑰。',
    fix: '請重新查看：可能已經有人刪除了。',
  },
  'rotation.in-use': {
    cause: '{key} 是這台電腦使用中的金鑰。',
    fix: '若要更換，請輪替金鑰。',
  },
  'rotation.last-key': {
    cause: '{source} 目前使用的金鑰，不是您在 AWS 上啟用中的金鑰；{key} 可能是唯一還能用的一組。',
    fix: '請先把可用的金鑰放進 {source}，再試一次。',
  },
  'rotation.busy': { cause: '這組金鑰正在處理中。', fix: '請等它結束。' },
  'rotation.stopped': {
    cause: '輪替在中途停止。可用的金鑰仍在。',
    fix: '請繼續，或還原。',
  },
  'rotation.none': { cause: '{source} 的金鑰沒有進行中的輪替。', fix: '不必處理。' },
  'rotation.under-way': {
    cause: '{source} 的金鑰正在輪替。',
    fix: '請等它完成，或先還原，再試一次。',
  },
  'rotation.which-key': {
    cause: 'AWS 有一組輪替開始時還沒有的金鑰 {key}，無法確定是 Daypass 建立的：{reason}。',
    fix: '若沒有人需要它，請刪除後繼續；也可以還原輪替，這組金鑰會保留。',
  },
  'rotation.not-known-yet': {
    cause: '已過 {minutes} 分鐘，AWS 仍不接受新金鑰。舊金鑰照常可用。',
    fix: '請稍後繼續，或還原。',
  },
  'rotation.secret-lost': {
    cause: '已無法開啟新金鑰。舊金鑰照常可用。',
    fix: '請還原輪替（會刪除新金鑰），再重新開始。',
  },
  'rotation.key-changed': {
    cause: '{source} 的金鑰在這期間已遭更換或移除；Daypass 沒有更動它。',
    fix: '請放回原來的金鑰再繼續，或還原輪替。',
  },
  'rotation.moving': {
    cause: '{source} 的金鑰正要移到鑰匙圈，下次啟動 Daypass 後才會只存在那裡。',
    fix: '請結束並重新啟動 Daypass，再輪替。',
  },
  'rotation.old-gone': {
    cause: '舊金鑰在 AWS 已經不存在，無法還原。目前使用的是新金鑰。',
    fix: '不必處理。',
  },
};
