/** 連往 AWS 的途中。 */
import type { network as en } from '../../en/failures/network.ts';

export const network: typeof en = {
  'network.offline': { cause: '無法連到 {host}。', fix: '請檢查網路連線；需要 VPN 時也請檢查 VPN。' },
  'network.timeout': { cause: '{host} 在 {seconds} 秒內沒有回應。', fix: '請再試一次。' },
  'network.proxy': {
    cause: '代理伺服器不讓連往 {host} 的要求通過。',
    fix: '請在系統設定檢查代理伺服器及其登入。',
  },
  'network.certificate': {
    cause: '{host} 的憑證不受信任；途中可能有人監聽。',
    fix: '若公司會檢查流量，請安裝公司的憑證，或設定 AWS_CA_BUNDLE。',
  },
  'sign-in.cancelled': { cause: '登入已取消。', fix: '準備好後請輸入新的驗證碼。' },
  'sign-in.busy': { cause: '正在登入。', fix: '請等它完成，或取消它。' },
};
