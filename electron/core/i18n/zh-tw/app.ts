/** Daypass 的狀態：系統匣提示與視窗標題。 */
import type { Messages } from '../words.ts';

export const app: Messages['app'] = {
  name: 'Daypass',
  signedOut: '未登入',
  signingIn: '登入中…',
  active: '已登入',
  activeUntil: '已登入，{time} 到期',
  expiring: '即將到期',
  expired: '已到期',
  tooltip: '{profile}：{state}',
  left: '剩餘 {time}',
  copied: '已複製',
  triedAt: '已於 {time} 重試：沒有變化。',
  doneAt: '已於 {time} 完成。',
};
