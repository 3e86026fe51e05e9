/** 外觀：系統匣圖示與顯示大小。 */
import type { Messages } from '../words.ts';

export const appearance: Messages['appearance'] = {
  trayIcon: '系統匣圖示',
  inks: {
    colour: '彩色',
    light: '白色（深色面板）',
    dark: '黑色（淺色面板）',
  },
  menuBarTime: '在選單列顯示剩餘時間',
  zoom: '顯示大小',
};
