/** 儲存的驗證器，由它產生驗證碼。 */
import type { Messages } from '../words.ts';

export const totp: Messages['totp'] = {
  title: '一鍵登入',
  off: '關閉',
  on: '開啟',
  intro: 'Daypass 可以儲存驗證器的密鑰並自行產生驗證碼，之後按一下就能登入。',
  warningTitle: '兩道驗證都在同一台電腦上',
  warning: '任何能用您的帳號使用這台電腦的人，不需要手機就能登入。請只在允許的情況下使用。',
  warningMore: 'MFA 的保護會因此減弱。請在手機上也保留驗證器：AWS 不會再次顯示密鑰。',
  secret: '密鑰或 otpauth:// 文字',
  secretHint: '只有在建立 MFA 裝置時，AWS 才會顯示它。',
  missing: '請先貼上密鑰。',
  picture: '也可以拖放或貼上 QR 碼圖片。',
  choose: '選擇圖片',
  several: '這張圖片有多個 QR 碼。哪一個屬於這個設定檔的 MFA 裝置？',
  tooLarge: '這個檔案太大，不像是 QR 碼的圖片。',
  keep: '儲存在這台電腦',
  keeping: '儲存中…',
  stored: '{profile} 的驗證器已儲存在鑰匙圈。',
  daily: '每天自動登入',
  dailyAt: '時間',
  dailyHint: '在這個時間登入；若電腦在睡眠，則在下次喚醒時。若遭拒絕，12 小時內不會再試。',
  remove: '從這台電腦移除',
  removeSure: '要移除嗎？之後須自行輸入驗證碼。AWS 不會再次顯示密鑰。',
};
