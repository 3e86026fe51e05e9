/** 共用的憑證檔與設定檔。 */
import type { FailureTexts } from '../../failure-texts.ts';

export const files: FailureTexts<'profile' | 'file'> = {
  'profile.not-ours': {
    cause: '{path} 的區段 [{section}] 不是 Daypass 建立的，因此不更動。',
    fix: '請為工作階段的設定檔另取名稱。',
  },
  'profile.unparseable': {
    cause: '{path} 無法安全地編輯（第 {line} 行：{reason}）。未做任何變更。',
    fix: '請修正該行，再重新登入。',
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
  'profile.unknown': { cause: 'Daypass 中沒有設定檔 {profile}。', fix: '「daypass status」會列出設定檔。' },
  'profile.needed': { cause: '設定檔 {child} 透過 {name} 取得角色。', fix: '請先移除或編輯 {child}。' },
  'file.read-only': { cause: '{path} 不可寫入。未做任何變更。', fix: '請讓自己可以寫入它，再試一次。' },
  'file.disk-full': { cause: '空間不足，無法寫入 {path}。未做任何變更。', fix: '請騰出空間，再試一次。' },
  'file.unreadable': { cause: '{path} 不可讀取。', fix: '請讓自己可以讀取它，再試一次。' },
  'file.changed-meanwhile': { cause: '其他程式一直在寫入 {path}。未做任何變更。', fix: '請稍後再試。' },
  'file.failed': { cause: '無法寫入 {path}：{reason}。未做任何變更。', fix: '請排除問題，再試一次。' },
  'file.unfinished': {
    cause: 'Daypass 在寫入 {path} 時被中止，而該檔案之後又有變更。它先前的內容在 {copy}。',
    fix: '請比對兩者，然後刪除該副本。',
  },
};
