/** 設定。 */
import type { Messages } from '../words.ts';

export const settings: Messages['settings'] = {
  title: '設定',
  profiles: '設定檔',
  repositories: '各儲存庫使用的設定檔',
  askAgain: '下次詢問',
  language: '語言',
  system: '跟隨系統',
  openAtLogin: '登入系統時啟動',
  startForGit: '允許 git 啟動 Daypass',
  showFile: '顯示',
  shown: '已顯示',
  general: '一般',
  removeProfile: '移除這個設定檔',
  removeSure: '要移除 {name} 嗎？它的工作階段會結束，Daypass 為它寫入的內容也會一併刪除。',
  removeTotp: '它的驗證器也會從這台電腦刪除。若手機上沒有同一個驗證器，之後只有管理者能讓您登入。',
  from: '{source} · {region}',
  facts: {
    state: '狀態',
    account: '帳戶',
    role: '角色',
    signsIn: '登入來源',
    browser: '瀏覽器',
    device: 'MFA 裝置',
    region: '區域',
    written: '寫入位置',
  },
};
