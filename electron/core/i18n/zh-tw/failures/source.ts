/** 新設定檔的來源。 */
import type { source as en } from '../../en/failures/source.ts';

export const source: typeof en = {
  'source.unknown': {
    cause: '{credentials} 與 {config} 中都沒有設定檔 {profile}。',
    fix: '請檢查名稱，以及指定 AWS 檔案位置的 AWS_SHARED_CREDENTIALS_FILE 與 AWS_CONFIG_FILE。',
  },
  'source.ours': {
    cause: '設定檔 {profile} 是 Daypass 自己寫入的。',
    fix: '請直接登入它。要新增設定檔，請選擇存有長期金鑰（AKIA…）的設定檔。',
  },
  'source.other-way': {
    cause: '設定檔 {profile} 的憑證來自 {setting}，不是長期金鑰與驗證碼。',
    fix: '請選擇存有長期金鑰（AKIA…）的設定檔。',
  },
  'source.nowhere': {
    cause: '設定檔 {profile} 的 source_profile 是 {source}，但沒有這個設定檔。',
    fix: '請在 {config} 或 {credentials} 中修正 source_profile。',
  },
  'source.circle': {
    cause: '設定檔 {profile} 的 source_profile 繞回了原處：{chain}。',
    fix: '請在 {config} 或 {credentials} 中，讓其中一個指向存有長期金鑰的設定檔。',
  },
  'source.role-on-role': {
    cause: '設定檔 {profile} 要透過另一個角色（{source}）才能擔任它的角色。',
    fix: '請先新增 {source}，再到設定中新增這個角色的設定檔，並用前者的工作階段擔任。',
  },
  'source.too-deep': {
    cause: '設定檔 {profile} 要透過 {source} 擔任角色，而後者與金鑰之間還不只一個角色。',
    fix: 'Daypass 最多連續擔任兩個角色：請把 source_profile 改成離金鑰更近的設定檔。',
  },
  'source.role-on-portal': {
    cause: '設定檔 {profile} 要用 {source} 的公司登入才能擔任它的角色。',
    fix: '請先新增 {source}，再新增 {profile}：它會用前者的工作階段擔任角色。',
  },
  'source.no-sso-session': {
    cause: '設定檔 {profile} 的 sso_session 是 {session}，但沒有 [sso-session {session}] 這個區段。',
    fix: '請在 {config} 中修正 sso_session，或用「aws configure sso」寫入這個區段。',
  },
  'source.sso-incomplete': {
    cause: '設定檔 {profile} 屬於 IAM Identity Center，但缺少：{missing}',
    fix: '請在 {config} 中補上，或用「aws configure sso」設定。',
  },
  'source.sso-differs': {
    cause: '設定檔 {profile} 的 {setting} 與 [sso-session {session}] 的不同。',
    fix: '請從 {config} 的設定檔中移除它：AWS 的工具不接受兩個不同的值。',
  },
  'source.value': {
    cause: '設定檔 {profile} 的 {setting} 不符合 AWS 的格式：{value}',
    fix: '請在 {config} 或 {credentials} 中修正，格式如：{form}',
  },
};
