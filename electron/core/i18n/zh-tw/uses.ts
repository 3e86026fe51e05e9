/** 最近有哪些程式取用工作階段。 */
import type { Messages } from '../words.ts';

export const uses: Messages['uses'] = {
  title: '最近使用',
  none: '尚未使用。',
  by: { git: 'git', credential_process: 'credential_process', environment: '環境變數', endpoint: '端點' },
  answered: '已提供',
  refused: '已拒絕',
  'rejected-by-aws': '遭 AWS 拒絕',
  unconfirmed: '未確認',
};
