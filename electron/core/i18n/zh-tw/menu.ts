/** 系統匣選單。 */
import type { Messages } from '../words.ts';

export const menu: Messages['menu'] = {
  open: '開啟 Daypass',
  signIn: '登入…',
  signInAs: '登入：{profile}…',
  renew: '更新工作階段…',
  renewAs: '更新工作階段：{profile}…',
  signOut: '登出',
  signOutOf: '登出：{profile}',
  clear: '清除鑰匙圈項目',
  doctor: '診斷',
  settings: '設定',
  about: '關於 Daypass',
  more: '更多',
  quit: '結束',
  andMore: '另有 {n} 項',
};
