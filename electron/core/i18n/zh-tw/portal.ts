/** 選擇公司登入的帳戶與角色。 */
import type { Messages } from '../words.ts';

export const portal: Messages['portal'] = {
  which: '您的公司在哪裡登入？',
  other: '其他網址',
  startUrl: 'AWS 存取入口網站的網址',
  startUrlHint: '例如 https://example.awsapps.com/start',
  ssoRegion: 'IAM Identity Center 的區域',
  signIn: '登入後選擇帳戶與角色',
  account: '帳戶',
  role: '角色',
  filter: '搜尋',
  none: '沒有相符的項目',
  chosen: '帳戶 {account} 的 {role}（{portal}）',
  chooseAgain: '重新選擇',
  invalid: {
    startUrl: '網址的格式如 https://d-1234567890.awsapps.com/start。',
    account: '請先登入，再選擇帳戶。',
    role: '請選擇角色。',
  },
};
