/** AWS 共用檔案的內容。 */
import type { awsFiles as en } from '../../en/failures/aws-files.ts';

export const awsFiles: typeof en = {
  'aws-files.unread': {
    cause: '以下工具會因為第 {line} 行而完全不讀取 {path}，不論使用哪個設定檔：{reason}。（{clients}）',
    fix: '請修正這一行；其他內容不必更動。',
  },
  'aws-files.key-half': {
    cause: '{path} 的區段 [{section}] 只有半組金鑰：缺少 {setting}，因此任何程式都無法用它簽署。',
    fix: '請用「aws configure --profile {source}」填入兩個值。',
  },
  'aws-files.key-blank': {
    cause: '{path} 的區段 [{section}] 中 {setting} 是空白的。AWS CLI 仍會用空白簽署，AWS 因此拒絕。',
    fix: '請用「aws configure --profile {source}」填入金鑰。',
  },
  'aws-files.key-swapped': {
    cause: '{path} 的區段 [{section}] 中，存取金鑰與私密金鑰的位置顛倒，因此 AWS 不認得這組金鑰。',
    fix: '請將兩個值對調。',
  },
  'aws-files.key-odd': {
    cause: '{path} 的區段 [{section}] 中 {setting} 的值不是 AWS 產生的樣子：{reason}。AWS 工具會把它當成值的一部分。',
    fix: '這一行請只保留值本身。',
  },
  'aws-files.token-beside-key': {
    cause:
      '{path} 的區段 [{section}] 在長期金鑰旁有 {setting}。它屬於先前的工作階段；每個程式都會一併送出，AWS 就會說不認得這組金鑰。',
    fix: '請刪除 {setting} 那一行；長期金鑰沒有權杖。',
  },
  'aws-files.left-behind': {
    cause: '{path} 的區段 [{section}] 是 Daypass 建立但已不再使用的：程式在其中找不到任何有效內容。',
    fix: '請刪除它。',
  },
  'aws-files.other-daypass': {
    cause:
      '{path} 的區段 [{section}] 是另一個 Daypass（使用另一個資料夾）寫入的。兩者寫入同一個檔案時，會把對方的內容當成自己的。',
    fix: '請只使用其中一個，或用 AWS_SHARED_CREDENTIALS_FILE 與 AWS_CONFIG_FILE 讓另一個使用自己的檔案。',
  },
  'aws-files.expiry-untrue': {
    cause: '{path} 的區段 [{section}] 存有工作階段，但旁邊寫的到期時間不正確。命令列提示與其他工具會顯示錯誤的時間。',
    fix: '請重新登入，即會重新寫入。',
  },
  'aws-files.process-gone': {
    cause:
      '{path} 的區段 [{section}] 讓使用 {name} 的程式執行 {program}，但它不存在：Daypass 已移動或移除。使用這個設定檔的程式都會失敗。',
    fix: '請讓這一行指向這個 Daypass，或刪除它。Daypass 每次啟動時都會放回自己的程式。',
  },
  'aws-files.process-old': {
    cause: '{path} 中讓程式向 Daypass 取得 {name} 的那一行是舊寫法，有些程式無法讀取。',
    fix: '請讓 Daypass 重新寫入。',
  },
  'aws-files.name-unread': {
    cause: '{path} 的區段 [{section}] 看起來像設定檔 {name}，但沒有程式這樣解讀，內容不會生效。',
    fix: '若要寫的是 {name}，請改名為 {right}。',
  },
  'aws-files.name-read-by-some': {
    cause: '{path} 的區段 [{section}] 只對部分程式是設定檔 {name}：{clients}。對其他程式則不存在。',
    fix: '請改名為 {right}，所有程式都能正確讀取。',
  },
  'aws-files.two-defaults': {
    cause: '{path} 同時有 [default] 與 [profile default]。AWS CLI 採用排在最後的，JavaScript SDK 則一律採用後者。',
    fix: '請把全部內容放到 [default]，並刪除另一個。',
  },
  'aws-files.region-misread': {
    cause: 'AWS CLI 讀到設定檔 {name} 的區域是「{value}」，連引號與註解也算在內，所以不是有效的區域。',
    fix: '這一行請只保留區域的名稱。',
  },
  'aws-files.partition': {
    cause:
      '設定檔 {name} 連到 {region}，屬於分割區 {partition}，但 {arn} 屬於 {other}。各分割區彼此獨立、互不相通，因此 AWS 不認得這組金鑰而拒絕。',
    fix: '請選擇 {other} 的區域，或 {partition} 的裝置與角色。',
  },
  'aws-files.opt-in': {
    cause: 'AWS 在 {region} 不認得這組金鑰。這個區域要先由帳戶啟用；在那之前，任何金鑰都會得到同樣的回覆。',
    fix: '請在帳戶中啟用 {region}，或為 {name} 選擇其他區域。',
  },
  'aws-files.region-differs': {
    cause: '設定檔 {name} 連到 {region}，而它的來源 {source} 連到 {other}。',
    fix: '若兩者要看到相同的內容，請指定同一個區域。',
  },
  'aws-files.serial-differs': {
    cause:
      'Daypass 用 MFA 裝置 {serial} 登入 {name}；區段 [{source}] 則指定另一個：{other}。AWS 不接受已更換裝置的驗證碼。',
    fix: '若區段的內容正確，請在設定檔的設定中選擇那個裝置。',
  },
  'aws-files.diverted': {
    cause: '{path} 的區段 [{section}] 讓使用 {name} 的程式連到 {value}，而不是 AWS。Daypass 本身不會連到那裡。',
    fix: '若非刻意，請刪除這一行。',
  },
  'aws-files.default-diverted': {
    cause:
      '{path} 的區段 [{section}] 讓所有未指定設定檔的程式連到 {value}，而不是 AWS；以 JavaScript SDK 製作的程式即使使用 Daypass 的工作階段也一樣。Daypass 本身不會連到那裡。',
    fix: '若非刻意，請將這一行移到單獨的設定檔。',
  },
  'aws-files.plain-http': {
    cause:
      '{path} 的區段 [{section}] 讓程式以未加密的方式連到 {value}：途中的任何人都能讀取每個要求，包括工作階段權杖。Daypass 本身不會連到那裡。',
    fix: '請使用 https 網址，或刪除這一行。',
  },
  'aws-files.services-missing': {
    cause: '{path} 的區段 [{section}] 指定 services = {services}，但沒有區段 [services {services}]。',
    fix: '請刪除這一行，或加入那個區段。',
  },
  'aws-files.fips': {
    cause:
      '{path} 的區段 [{section}] 中的 use_fips_endpoint 讓程式尋找 FIPS 位址，但 AWS 只在美國與加拿大的區域提供，{region} 沒有，因此會找不到。',
    fix: '請刪除這一行，或改用有 FIPS 位址的區域。',
  },
  'aws-files.dual-stack': {
    cause: '{path} 的區段 [{section}] 中的 use_dualstack_endpoint 讓程式使用其他位址，但不是每個服務都有。',
    fix: '若找不到某個服務，請刪除這一行。',
  },
  'aws-files.writable-by-others': {
    cause: '這台電腦上的其他人可以寫入 {path}。他們可以讓您的所有程式使用他們的金鑰，或執行他們的程式。',
    fix: '請只讓自己寫入：chmod go-w。',
  },
  'aws-files.readable-by-others': {
    cause: '這台電腦上的其他人可以讀取 {path}，也就能取得您的金鑰。',
    fix: '請只讓自己讀取：chmod go-rwx。',
  },
};
