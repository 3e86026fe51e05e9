/** 連線到 AWS。 */
import type { network as en } from '../../en/failures/network.ts';

export const network: typeof en = {
  'network.offline': { cause: '無法連到 {host}。', fix: '請檢查網路連線；若需要 VPN，也請檢查。' },
  'network.timeout': { cause: '{host} 在 {seconds} 秒內沒有回應。', fix: '請再試一次。' },
  'network.proxy': {
    cause: '代理伺服器阻擋了連往 {host} 的要求。',
    fix: '請在系統設定檢查代理伺服器與登入資料。',
  },
  'network.certificate': {
    cause: '{host} 的 TLS 憑證不受信任。它由「{issuer}」簽發：連線可能遭到攔截，許多公司的代理伺服器就會這樣做。',
    fix: '若公司會檢查流量，請安裝公司的 TLS 憑證，或設定 AWS_CA_BUNDLE。',
  },
  'network.no-ca-file': {
    cause: '{name} 指向 {path}，但沒有這個檔案。使用它的程式因此不信任任何 TLS 憑證，所有 https 連線都會失敗。',
    fix: '請把 TLS 憑證檔放在那裡，或移除這項設定。',
  },
  'network.unverified': {
    cause: '{name} 關閉了 TLS 憑證檢查：連線途中的任何人都能讀到 git 送出的密碼。',
    fix: '請移除這項設定。若公司會檢查流量，請用 http.sslCAInfo 把公司的 TLS 憑證交給 git。',
  },
  'network.proxy-malformed': {
    cause: '{name} 不是代理伺服器的位址，因此 Daypass 與 AWS 的工具都連不到 AWS。',
    fix: '請寫成 http://主機:連接埠，再重新啟動 Daypass。',
  },
  'network.proxy-for-loopback': {
    cause:
      '已設定代理伺服器，但 NO_PROXY 沒有列出 127.0.0.1。以 curl 製作的程式（例如 GDAL）會透過代理伺服器連到 Daypass 的端點，連權杖也一併送出，因此無法取得工作階段。',
    fix: 'export NO_PROXY=127.0.0.1,localhost no_proxy=127.0.0.1,localhost（並保留原有內容）。',
  },
  'network.proxies-differ': {
    cause: '這個終端機透過 {terminal} 連線，Daypass 透過 {app}：從桌面啟動的程式不會讀取 shell 啟動檔的設定。',
    fix: '若能登入，不必處理。否則請在系統設定中設定代理伺服器，或從終端機啟動 Daypass。',
  },
  'network.git-proxy': {
    cause: 'git 使用設定中的代理伺服器 {proxy}，優先於環境變數。',
    fix: '若 git 連得到 CodeCommit，不必處理。否則請移除 http.proxy。',
  },
  'sign-in.cancelled': { cause: '登入已取消。', fix: '準備好後請重新登入。' },
  'sign-in.busy': { cause: '正在登入。', fix: '請等登入完成，或取消登入。' },
};
