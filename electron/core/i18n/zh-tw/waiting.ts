/** git 正在等候工作階段。 */
import type { Messages } from '../words.ts';

export const waiting: Messages['waiting'] = {
  title: '{repository}：git 正等您登入',
  several: '{n} 個儲存庫：git 正等您登入',
  choose: '{repository} 要用哪個設定檔？',
  switchTo: '切換到 {profile}',
  cancel: '停止等候',
  goesOn: '{repositories}：git 繼續執行…',
  taken: '{repositories}：AWS 已接受',
  refused: '{repositories}：AWS 已拒絕',
};
