/** 使用瀏覽器登入，以及瀏覽器回來時顯示的頁面。 */
import type { Messages } from '../words.ts';

export const browser: Messages['browser'] = {
  open: '用瀏覽器登入',
  openHint: '使用通行金鑰、安全金鑰，或您登入 AWS 主控台的任何方式。',
  finish: '請在瀏覽器中完成登入…',
  again: '重新開啟',
  notOpened: '無法開啟瀏覽器。請自行開啟這個網址：',
  copyAddress: '複製網址',
  copiedAddress: '已複製',
  elsewhere: '在其他裝置上登入',
  elsewhereHint: '請在該裝置開啟這個網址，或用相機掃描 QR 碼。最後 AWS 會顯示一段文字：',
  address: '網址',
  qr: '網址的 QR 碼',
  paste: '頁面上的文字',
  pasteSubmit: '送出',
  waitingHint: '用瀏覽器登入後會自動繼續。',
  signedInAs: '{name}，帳戶 {account}',
  setUp: '我使用通行金鑰或安全金鑰',
  setUpHint: '您會在瀏覽器中登入 AWS，使用平常的方式即可，不需要存取金鑰。',
  setUpKey: '我有存取金鑰與六位數驗證碼',
  pageDone: '已回到這部電腦',
  pageDoneText: '請回到 Daypass，登入會在那裡繼續。您可以關閉這個頁面。',
  pageFailed: '尚未登入',
  pageFailedText: '{cause}{fix}',
  pageStranger: '這個頁面無效',
  pageStrangerText: '它不屬於 Daypass 正在等候的登入，或已經用過。請回到 Daypass，從那裡開啟瀏覽器。',
};
