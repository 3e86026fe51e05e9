/** 錯誤訊息中 `{reason}` 的說法；沒有列出的照原樣顯示。 */
import type { Messages } from '../words.ts';

export const reasons: Messages['reasons'] = {
  ENOENT: '路徑中缺少資料夾',
  ELOOP: '連結互相循環',
  EISDIR: '它是資料夾',
  ENOTDIR: '路徑中有一部分不是資料夾',
  EMFILE: '開啟的檔案太多',
  EADDRINUSE: '另一個程式正在使用它',
  EIO: '磁碟發生錯誤',
  'text-before-section': '第一個區段之前有文字',
  'not-a-setting': '它既不是區段也不是設定',
  'duplicate-section': '這個區段出現兩次',
  'duplicate-key': '這個鍵出現兩次',
  'byte-order-mark': '檔案以位元組順序記號開頭',
  'not-utf8': '它不是 UTF-8',
  'forbidden-section': '區段不能用這個名稱',
  'bad-value': '有一個值不能寫在這種檔案裡',
  'nul-byte': '它含有 NUL 位元組',
  'long-term-key': '這個區段存有長期金鑰',
  'look-alike-section': '有些程式會把這個區段當成 Daypass 的，有些不會',
  ambiguous: '各程式對這個區段的解讀不同',
};
