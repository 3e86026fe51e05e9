/** 解讀其他程式的錯誤訊息。 */
import type { Messages } from '../words.ts';

export const explain: Messages['explain'] = {
  title: '解讀錯誤訊息',
  paste: '錯誤訊息',
  hint: '請貼上終端機或記錄檔的內容，多長都可以。Daypass 不會儲存或傳送內容。',
  here: '這台電腦上',
  meaning: '訊息的意思',
  found: '辨識出 {n} 則訊息',
  unknown: 'Daypass 無法辨識這則訊息。',
  sendOn: '請把下方文字交給 AWS 帳戶管理者，或顯示訊息的程式的開發者。密碼、權杖與金鑰已移除；送出前請再看一遍。',
  nothing: '沒有可解讀的文字。',
  copy: '已移除機密的文字',
  words: {
    host: '主機',
    repository: '儲存庫',
    region: '區域',
    profile: '設定檔',
    service: '服務',
    action: '呼叫',
    permission: '權限',
    status: '狀態碼',
    time: 'AWS 時間',
  },
};
