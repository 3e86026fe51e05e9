/** 使用瀏覽器登入。 */
import type { browser as en } from '../../en/failures/browser.ts';

export const browser: typeof en = {
  'browser.no-way-back': {
    cause: '瀏覽器無法把登入結果交回來：這台電腦開不了連接埠。',
    fix: '請再試一次，或在其他裝置上登入。',
  },
  'browser.too-late': {
    cause: '{minutes} 分鐘內未在瀏覽器完成登入。',
    fix: '請再試一次；還開著的舊頁面已經無效。',
  },
  'browser.refused': { cause: 'AWS 拒絕登入：{message}', fix: '請在瀏覽器中再試一次。' },
  'browser.stranger': {
    cause: '等候瀏覽器登入時，有其他程式或網頁試圖冒充回應，已拒絕。',
    fix: '若不是您重新開啟了舊頁面，請檢查這台電腦上執行中的程式。',
  },
  'browser.paste-malformed': {
    cause: '這不是 AWS 最後顯示的文字。',
    fix: '請從最後的頁面複製完整內容。',
  },
  'browser.paste-other': {
    cause: '這段文字屬於另一次登入。',
    fix: '請開啟目前顯示的網址，再貼上最後出現的文字。',
  },
  'browser.code-expired': { cause: '瀏覽器傳回的內容，AWS 認為已過期。', fix: '請再試一次，並在幾分鐘內完成。' },
  'browser.not-permitted': {
    cause: '您的政策不允許使用瀏覽器登入：缺少 signin:AuthorizeOAuth2Access 或 signin:CreateOAuth2Token。',
    fix: '請 AWS 帳戶管理者加上 AWS 的政策 SignInLocalDevelopmentAccess，或這段陳述式：{statement}',
  },
  'browser.password-changed': { cause: '您的密碼已變更，因此 AWS 已結束這次登入。', fix: '請用瀏覽器重新登入。' },
  'browser.ended': { cause: 'AWS 已結束這次登入。', fix: '請用瀏覽器重新登入。' },
  'browser.odd-answer': {
    cause: 'AWS 的登入服務回傳了 Daypass 無法理解的內容，因此沒有使用。',
    fix: '請再試一次；若仍如此，請看看是否有新版的 Daypass。',
  },
  'browser.service-down': { cause: 'AWS 的登入服務本身發生問題：{message}', fix: '請稍後再試。' },
};
