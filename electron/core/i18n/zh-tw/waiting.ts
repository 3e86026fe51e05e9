/** git 正在等候工作階段。 */
import type { Messages } from '../words.ts';

export const waiting: Messages['waiting'] = {
  title: 'git 正在等候 {repository}',
  several: 'git 正在等候 {n} 個儲存庫',
  hint: '輸入驗證碼後會自動繼續。',
  hintStored: '登入後會自動繼續。',
  choose: '{repository} 要用哪個設定檔？',
  switchTo: '它在等 {profile}',
  cancel: '停止等候',
};
