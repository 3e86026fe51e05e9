/** 已安裝的其他 AWS 程式有哪些限制，各一行。 */
import type { FailureTexts } from '../../failure-texts.ts';

export const client: FailureTexts<'client'> = {
  'client.aws-cli-old': {
    cause: 'AWS CLI {version} 無法從檔案讀取「daypass env --endpoint」的權杖。',
    fix: '請使用設定檔，或 AWS CLI 2.15（1.31）以上。',
  },
  'client.gdal': {
    cause: 'GDAL 只從預設的檔案讀取金鑰，只從 config 檔讀取區域，而且不認得 credential_process 中的單引號。',
    fix: '請讓工作階段寫入檔案，並且不要設定 AWS_SHARED_CREDENTIALS_FILE。',
  },
  'client.s3fs': {
    cause:
      's3fs 只讀取預設的憑證檔，而且從不顯示「過期」：工作階段結束後仍會啟動，但寫入的內容會遺失，也不會顯示錯誤。',
    fix: '請在工作階段結束前卸載。',
  },
  'client.restic': {
    cause: '工作階段結束後 restic 會重試 16 分鐘（「400 Bad Request」），而且只在憑證檔中尋找 credential_process。',
    fix: '請先登入；restic 會自行使用更新後的工作階段。',
  },
  'client.bad-request': {
    cause: '工作階段結束後，{name} 會顯示「400 Bad Request」，而不是「過期」。',
    fix: '看到這則訊息時，請重新登入。',
  },
  'client.reads-once': {
    cause: '{name} 只在啟動時讀取一次工作階段，之後更新的不會讀取。',
    fix: '若執行時間較長，請用「daypass env --endpoint」，或改由 credential_process 提供。',
  },
  'client.cdk': {
    cause: '沒有設定區域時，CDK 會直接使用 us-east-1，不會提示。',
    fix: '請為設定檔設定區域。',
  },
  'client.git-annex': {
    cause: 'git-annex 會把工作階段的金鑰（不含權杖）寫入儲存庫自己的資料夾。',
    fix: '請每次重新提供變數：「daypass exec -- git annex …」。',
  },
};
