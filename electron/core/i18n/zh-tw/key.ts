/** 長期存取金鑰，在檔案或鑰匙圈中。 */
import type { Messages } from '../words.ts';

export const key: Messages['key'] = {
  title: '存取金鑰',
  titleOf: '{source} 的存取金鑰',
  rowHint: '設定檔 {source}',
  rotating: '輪替進行中',
  looking: '尋找中…',
  file: '{source} 的金鑰以明文存在憑證檔中。',
  nowhere: '找不到 {source} 的金鑰。',
  keep: '改存到鑰匙圈',
  keepBrief: '您執行的任何程式都能讀取檔案中的金鑰；存入鑰匙圈後會加密，只有 Daypass 使用。',
  keepWhat: 'Daypass 會先向 AWS 確認金鑰可用，將它加密存入鑰匙圈，然後才從檔案刪除那兩行。檔案的其他內容保持原樣。',
  others:
    '直接使用 {source} 的其他程式將找不到金鑰，設有「source_profile = {source}」的角色也一樣。登入期間，它們可以改用 {name}。',
  keeping: '移動中…',
  leaving: '{source} 的金鑰已存入鑰匙圈，但仍留在檔案中。',
  leavingWhat: '下次啟動 Daypass 並確認可以開啟後，才會從檔案刪除，因此不會遺失。',
  keychain: '{source} 的金鑰在鑰匙圈中，不在檔案裡。',
  putBack: '放回檔案',
  leaveThere: '留在檔案中',
  putBackWhat: '移除 Daypass 之前，或其他程式需要直接使用 {source} 時，請將它放回檔案。',
  puttingBack: '放回中…',
  both: '檔案中又有 {source} 的金鑰，目前使用的是它。',
  bothWhat: '存入鑰匙圈後，會取代原先儲存的金鑰。',
};
