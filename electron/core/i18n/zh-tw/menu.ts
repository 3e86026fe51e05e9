/** 系統匣選單。 */
import type { Messages } from '../words.ts';

export const menu: Messages['menu'] = {
  open: '開啟 Daypass',
  signIn: '登入…',
  signOut: '登出',
  clear: '清除鑰匙圈項目',
  more: '更多',
  quit: '結束',
};
