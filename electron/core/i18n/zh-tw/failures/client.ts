/** 已安裝的其他 AWS 程式做不到的事，各一行。 */
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
    cause: 's3fs 只讀取預設的憑證檔，而且從不說「過期」：工作階段結束後仍會啟動，寫入的內容會無聲無息地遺失。',
    fix: '請在工作階段結束前卸載。',
  },
  'client.restic': {
    cause: '工作階段結束後 restic 會重試 16 分鐘（「400 Bad Request」），而且只在憑證檔中尋找 credential_process。',
    fix: '請先登入；更新後的工作階段 restic 會自行採用。',
  },
  'client.bad-request': {
    cause: '工作階段結束後，{name} 會說「400 Bad Request」，不會說「過期」。',
    fix: '看到時請重新登入。',
  },
  'client.reads-once': {
    cause: '{name} 只在啟動時讀取一次工作階段，之後更新的看不到。',
    fix: '執行時間長時，請用「daypass env --endpoint」，或改以程序提供。',
  },
  'client.cdk': {
    cause: '沒有設定區域時，CDK 會不作聲地使用 us-east-1。',
    fix: '請為設定檔設定區域。',
  },
  'client.git-annex': {
    cause: 'git-annex 會把工作階段的金鑰（不含權杖）寫入儲存庫自己的資料夾。',
    fix: '請每次重新提供變數：「daypass exec -- git annex …」。',
  },
};
