/** 共用的憑證檔與設定檔。 */
import type { files as en } from '../../en/failures/files.ts';

export const files: typeof en = {
  'profile.not-ours': {
    cause: '{path} 的區段 [{section}] 不是 Daypass 建立的，因此不更動。',
    fix: '請為工作階段的設定檔另取名稱。',
  },
  'profile.outranked': {
    cause: '{path} 的區段 [{section}] 有 {setting}：AWS 工具會為 {name} 使用它，而不是工作階段。',
    fix: '請移除它，或為工作階段的設定檔另取名稱。',
  },
  'profile.own-key': {
    cause: '{path} 的區段 [{section}] 存有長期金鑰（AKIA…），而不是工作階段。Daypass 不會更動它。',
    fix: '請將這組金鑰移到單獨的區段並刪除這個區段，或為工作階段的設定檔另取名稱。',
  },
  'profile.replaced': {
    cause: '{path} 的區段 [{section}] 已不再存有工作階段：其他程式更動了它。',
    fix: '請重新登入，即會重新寫入。',
  },
  'profile.no-region': {
    cause: '設定檔 {name} 在 {path} 沒有指定區域，AWS CLI 會要求指定。這個區段不是 Daypass 建立的。',
    fix: '執行「aws configure set region {region} --profile {name}」即可加入。',
  },
  'profile.default-first': {
    cause: '{path} 的區段 [{section}] 有 {setting}，AWS 工具會先採用它，而不是這個端點。',
    fix: '請為這個區段另取名稱，或不要加上「--endpoint」。',
  },
  'profile.unparseable': {
    cause: '{path} 無法安全地編輯（第 {line} 行：{reason}）。未做任何變更。',
    fix: '請修正這一行，再重新登入。',
  },
  'profile.unwritable': {
    cause: '{path} 無法安全地編輯：{reason}。未做任何變更。',
    fix: '請排除問題，或改用其他方式提供工作階段。',
  },
  'profile.name-invalid': {
    cause: '「{name}」不能作為設定檔名稱。',
    fix: '請使用字母、數字與 . _ @ + -，例如「{fitting}」。',
  },
  'profile.name-taken': { cause: '設定檔 {name} 已存在。', fix: '請另取名稱。' },
  'profile.unknown': { cause: 'Daypass 中沒有設定檔 {profile}。', fix: '請用「daypass status」列出設定檔。' },
  'profile.needed': { cause: '設定檔 {child} 透過 {name} 取得角色。', fix: '請先移除或編輯 {child}。' },
  'profile.short-lived': {
    cause: '這種登入方式的金鑰只有 15 分鐘效期。寫入憑證檔的話，程式會繼續使用過期的金鑰。',
    fix: '請改選 credential_process：程式會向 Daypass 取得仍有效的金鑰。',
  },
  'file.read-only': { cause: '沒有 {path} 的寫入權限。未做任何變更。', fix: '請為自己加上寫入權限，再試一次。' },
  'file.disk-full': { cause: '空間不足，無法寫入 {path}。未做任何變更。', fix: '請騰出空間，再試一次。' },
  'file.unreadable': { cause: '沒有 {path} 的讀取權限。', fix: '請為自己加上讀取權限，再試一次。' },
  'file.changed-meanwhile': { cause: '其他程式一直在寫入 {path}。未做任何變更。', fix: '請稍後再試。' },
  'file.failed': { cause: '無法寫入 {path}：{reason}。未做任何變更。', fix: '請排除問題，再試一次。' },
  'file.unfinished': {
    cause: 'Daypass 寫入 {path} 時中斷，之後檔案又有變更。先前的內容在 {copy}。',
    fix: '請比對兩者，再刪除副本。',
  },
};
