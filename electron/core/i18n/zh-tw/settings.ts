/** 設定。 */
import type { Messages } from '../words.ts';

export const settings: Messages['settings'] = {
  title: '設定',
  profiles: '設定檔',
  repositories: '各儲存庫使用的設定檔',
  askAgain: '下次再問',
  language: '語言',
  system: '跟隨系統',
  openAtLogin: '登入電腦時開啟',
  startForGit: '允許 git 啟動 Daypass',
  showFile: '顯示憑證檔',
  general: '一般',
  removeSure: '要移除 {name} 嗎？它的工作階段會結束，Daypass 為它寫入的內容也會刪除。',
  removeTotp: '它的驗證器也會從這台電腦刪除。若手機上沒有同一個驗證器，就只有管理者能讓您再次登入。',
  from: '{source} · {region}',
};
