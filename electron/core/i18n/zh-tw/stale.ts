/** 鑰匙圈中過期的 CodeCommit 項目。 */
import type { Messages } from '../words.ts';

export const stale: Messages['stale'] = {
  clear: '清除鑰匙圈項目',
  looking: '尋找中…',
  clearing: '刪除中…',
  none: '沒有過期的 CodeCommit 密碼',
  found: '找到 {n} 筆 CodeCommit 密碼',
  seen: '鑰匙圈中有 {n} 筆過期項目',
  removed: '已刪除 {n} 筆密碼',
  left: '保留 {n} 筆',
  facts: {
    host: '主機',
    path: '路徑',
    user: '使用者名稱',
    kind: '類型',
    storedAt: '存入時間',
  },
  notLooked: '未能檢查：',
  cameBack: '刪除後又出現',
  delete: '刪除 {n} 筆',
  nothingToDelete: '沒有需要刪除的項目',
  temporary: '臨時密碼',
  static: '您自己的 git 憑證，保留',
  unknown: '無法辨識，保留',
  outcomeFound: '將刪除',
  outcomeRemoved: '已刪除',
  outcomeLeft: '保留',
  done: '完成',
};
