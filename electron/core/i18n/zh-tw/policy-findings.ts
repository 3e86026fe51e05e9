/** 政策可能有的問題，以及處理方式。 */
import type { Messages } from '../words.ts';

export const policyFindings: Messages['policy']['findings'] = {
  empty: { cause: '沒有可檢查的內容。', fix: '請貼上政策的 JSON。' },
  'too-long': { cause: '內容太長，不可能是政策。', fix: '請只貼上政策的 JSON。' },
  'not-json': {
    cause: '這不是 JSON。',
    fix: '政策以 { 開頭。若是 Terraform、CloudFormation 或 YAML，請貼上主控台顯示的 JSON。',
  },
  'json-ends': { cause: '內容沒有寫完。', fix: '請補上每個 { 與 [ 的結尾，或重新複製。' },
  'json-value': {
    cause: '這裡少了值，或不是 JSON 的值。',
    fix: '文字要放在雙引號內；true、false 與數字不用。',
  },
  'json-key': { cause: '這裡少了名稱。', fix: '名稱要放在雙引號內，例如 "Effect"。' },
  'json-colon': { cause: '名稱後面少了冒號。', fix: '寫成「"名稱": 值」。' },
  'json-comma': { cause: '這裡少了逗號。', fix: '兩個項目之間要有逗號。' },
  'json-trailing-comma': { cause: '這個逗號後面沒有東西。', fix: '請刪除它。' },
  'json-quotes': { cause: '這不是 JSON 的引號。', fix: '請用半形雙引號："。' },
  'json-comment': { cause: 'JSON 不能有註解。', fix: '請刪除；用途可以寫在 Sid。' },
  'json-text-open': { cause: '這段文字在同一行沒有結尾的引號。', fix: '請補上 "。' },
  'json-control': { cause: '引號內有 Tab 或其他控制字元。', fix: '請刪除它。' },
  'json-escape': { cause: 'JSON 沒有這種跳脫寫法。', fix: '反斜線要寫成 \\\\。' },
  'json-after-end': { cause: '政策結束後還有其他內容。', fix: '一次請只檢查一份政策。' },
  'json-deep': { cause: '層數太深，不可能是政策。', fix: '請只貼上政策的 JSON。' },
  'odd-quotes': { cause: '有文書軟體產生的彎引號；AWS 只接受半形直引號。', fix: '請全部換成 "。' },
  'odd-spaces': { cause: '有網頁帶來的特殊空白，JSON 不接受。', fix: '請全部換成一般空格。' },

  'no-document': {
    cause: '這是政策的相關資訊，裡面沒有政策本身。',
    fix: '請貼上「aws iam get-policy-version」或「aws iam get-user-policy」的輸出。',
  },
  'statement-alone': {
    cause: '這只是陳述式，外面沒有政策。',
    fix: '請放進 {"Version": "2012-10-17", "Statement": [ … ]}。',
  },
  'key-unknown': { cause: 'IAM 在這裡不認得這個名稱；大小寫也要正確。', fix: '請更正或刪除。' },
  'key-twice': { cause: '這個名稱出現兩次，只有一個會生效。', fix: '請合併成一個。' },
  'key-missing': { cause: '少了陳述式或政策必要的部分。', fix: '請補上。' },
  'type-wrong': {
    cause: '這裡的型別不對。',
    fix: '動作與資源是文字或文字清單，條件是 {"Bool": {"key": "value"}}，陳述式是 { … }。',
  },
  'effect-wrong': { cause: 'Effect 只能是「Allow」或「Deny」，大小寫也要一樣。', fix: '請更正。' },
  'version-missing': { cause: '沒有寫版本，AWS 會用 2008 年的舊版。', fix: '請加上 "Version": "2012-10-17"。' },
  'version-old': { cause: '這是舊版的政策語言。', fix: '請寫 "Version": "2012-10-17"。' },
  'version-unknown': { cause: '沒有這個版本；它不是可以自訂的日期。', fix: '請寫 "Version": "2012-10-17"。' },
  'variable-in-old-version': {
    cause: '在舊版中變數只是普通文字，所以永遠不會符合。',
    fix: '請寫 "Version": "2012-10-17"。',
  },
  'variable-unknown': { cause: 'IAM 沒有這個變數。', fix: `使用者自己的名稱是 \${aws:username}。` },
  'action-and-not-action': {
    cause: '一個陳述式只能有 Action 或 NotAction，不能兩者都有。',
    fix: '請分成兩個陳述式。',
  },
  'resource-and-not-resource': {
    cause: '一個陳述式只能有 Resource 或 NotResource，不能兩者都有。',
    fix: '請分成兩個陳述式。',
  },
  'principal-here': {
    cause: '使用者的政策不能指定適用對象；AWS 會拒絕。',
    fix: '請刪除它，再把政策附加到使用者或群組。',
  },
  'sid-invalid': { cause: 'Sid 只能使用英文字母與數字。', fix: '請刪除其他字元。' },
  'sid-twice': { cause: '兩個陳述式的 Sid 相同。', fix: '請更改其中一個。' },
  'too-large': {
    cause: '字元數超過 AWS 的上限：不含空白 6,144，儲存貯體政策 20,480。',
    fix: '請分成兩份政策，或使用萬用字元。',
  },
  'too-large-for-user': {
    cause: '字元數超過使用者內嵌政策的上限（2,048）；受管政策可以到 6,144。',
    fix: '請做成受管政策。',
  },

  'action-form': { cause: '動作要寫成「服務:動作」。', fix: '請更正，例如 iam:ListMFADevices。' },
  'action-unknown': { cause: 'AWS 沒有這個動作，所以沒有作用。', fix: '請改成原本想寫的動作。' },
  'session-token': {
    cause: 'GetSessionToken 不需要權限，也無法收回：這裡寫了沒有作用。',
    fix: '沒有壞處；刪除或保留都可以。',
  },
  'allow-all-but': {
    cause: 'Allow 配上 NotAction，會允許現在與將來的其他所有動作。',
    fix: '請在 Action 列出要允許的動作。',
  },
  'allow-all': {
    cause:
      '這裡允許所有動作，完全沒有要求 MFA。若另有「沒有 MFA 就全部拒絕」，其中列出的動作就能在沒有 MFA 時對任何使用者執行。',
    fix: '請只列出需要的動作，或加上條件 "Bool": {"aws:MultiFactorAuthPresent": "true"}。',
  },

  'arn-shape': {
    cause: '這不是 ARN，所以永遠不會符合。',
    fix: 'ARN 的格式是 arn:aws:服務:區域:帳戶:名稱；全部資源請寫 *。',
  },
  'arn-account': {
    cause: '帳戶的位置不對，或不是帳戶，所以永遠不會符合。',
    fix: 'IAM 沒有區域：arn:aws:iam::帳戶:user/名稱。S3 兩者都沒有：arn:aws:s3:::儲存貯體。',
  },
  'arn-codecommit': {
    cause: '儲存庫的 ARN 要有區域與帳戶，所以這裡永遠不會符合。',
    fix: '請寫 arn:aws:codecommit:區域:帳戶:名稱，不限定的部分寫 *。',
  },
  's3-mixed': {
    cause: '儲存貯體與物件弄混了，所以永遠不會符合。',
    fix: '儲存貯體（如 s3:ListBucket）寫 arn:aws:s3:::名稱，物件（如 s3:GetObject）寫 arn:aws:s3:::名稱/*。',
  },
  'needs-star': {
    cause: '這些動作針對整個帳戶：AWS 只用 * 表示，配上其他資源可能永遠不會符合。',
    fix: '請另寫一個陳述式，用 "Resource": "*"。',
  },
  'never-matches': {
    cause: '這些動作針對另一種資源，所以永遠不會符合。',
    fix: '使用者寫 arn:aws:iam::*:user/…；建立與刪除 MFA 裝置寫 arn:aws:iam::*:mfa/*。',
  },
  'not-own-user': {
    cause: '這樣每個人都能更改所有人的密碼、金鑰或裝置。',
    fix: `只限自己請寫 arn:aws:iam::*:user/\${aws:username}。`,
  },
  'device-named-as-user': {
    cause: '只能建立與使用者同名的裝置。裝置名稱可以自訂，第二個裝置也需要別的名稱。',
    fix: '請寫 arn:aws:iam::*:mfa/*。使用中的裝置 AWS 不會刪除。',
  },
  'not-resource': {
    cause: 'NotResource 代表現在與將來的其他所有資源。',
    fix: '請在 Resource 列出要指定的資源。',
  },

  'operator-unknown': { cause: 'IAM 沒有這個條件運算子。', fix: '請更正。' },
  'mfa-key-unknown': {
    cause: 'AWS 沒有這個條件鍵，所以不會檢查 MFA。',
    fix: '正確的是 aws:MultiFactorAuthPresent 與 aws:MultiFactorAuthAge。',
  },
  'mfa-unclear': {
    cause: '這樣寫並沒有檢查是否有 MFA。',
    fix: 'Deny 請寫 "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}，Allow 請寫 "Bool" 與 "true"。',
  },
  'deny-misses-keys': {
    cause: '這樣擋不住長期金鑰：用長期金鑰的要求不帶 MFA 資訊，所以會通過。',
    fix: '請把「Bool」改成「BoolIfExists」；時間長度改用「NumericGreaterThanIfExists」。',
  },
  'allow-lets-keys': {
    cause: '這樣會讓沒有 MFA 的長期金鑰通過：要求不帶 MFA 資訊，IfExists 會當作符合。',
    fix: 'Allow 請不要用 IfExists。',
  },
  'null-not-enough': {
    cause: '這只檢查有沒有 MFA 資訊。沒有 MFA 的工作階段也有這項資訊，值是「false」。',
    fix: 'Deny 請寫 "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}，Allow 請寫 "Bool" 與 "true"。',
  },
  'deny-with-mfa': {
    cause: '這樣拒絕的正是用 MFA 登入的人。',
    fix: 'Deny 請寫「false」：要拒絕的是沒有 MFA 的人。',
  },
  'allow-without-mfa': {
    cause: '這樣只在沒有 MFA 時允許。',
    fix: '若要求 MFA，請寫 "Bool": {"aws:MultiFactorAuthPresent": "true"}。',
  },
  'mfa-age': {
    cause: 'MFA 只在輸入驗證碼後的這段秒數內有效；之後即使工作階段還沒結束，也會被拒絕。',
    fix: '請讓 Daypass 設定檔的工作階段長度不超過這個秒數。',
  },

  'deny-nothing': { cause: '不拒絕的清單包含了一切，所以什麼都沒有拒絕。', fix: '請只列出取得 MFA 所需的動作。' },
  'whole-service': {
    cause: '不拒絕的清單包含整個服務：那些動作不用 MFA 都能執行。',
    fix: '請只列出取得 MFA 所需的動作。',
  },
  'gate-opened': { cause: '沒有 MFA 的人能用這些動作移除 MFA 或政策本身。', fix: '請從 NotAction 刪除這些動作。' },
  'no-list-devices': {
    cause: '沒有 MFA 時 iam:ListMFADevices 會被拒絕，Daypass 無法自動找到裝置。',
    fix: '請把 iam:ListMFADevices 加進 NotAction。',
  },
  'nothing-allows': {
    cause: 'NotAction 只是不拒絕這些動作；這份政策中沒有任何陳述式允許它們。',
    fix: '需要另一份政策允許，或加上 Allow。',
  },
  'no-delete-device': {
    cause: '沒有列出 iam:DeleteVirtualMFADevice，設定到一半留下的裝置要有 MFA 才能刪除。',
    fix: '請加進 NotAction，或為裝置換一個名稱。',
  },
  'password-until-mfa': {
    cause: '雖然這裡允許 iam:ChangePassword，但有 MFA 之前仍會被拒絕。',
    fix: '這樣比較安全。首次登入必須變更密碼的人，才需要把它加進 NotAction。',
  },
  'browser-denied': {
    cause:
      '用瀏覽器登入需要 signin:AuthorizeOAuth2Access 與 signin:CreateOAuth2Token，但沒有 MFA 時，至少有一個會被拒絕。',
    fix: '請把兩者加進 NotAction，並允許兩者。',
  },
};
