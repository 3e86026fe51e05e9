/** Daypass 本身。 */
import type { daypass as en } from '../../en/failures/daypass.ts';

export const daypass: typeof en = {
  'doctor.asking': { cause: '檢查中…', fix: '請稍候。' },
  'doctor.no-answer': { cause: '{seconds} 秒內沒有回應。', fix: '請再試一次。' },
  'settings.invalid': {
    cause: '無法讀取設定；原檔已移至 {path}。',
    fix: '請重新設定設定檔，或修正那個檔案再放回。',
  },
  'settings.unsaved': {
    cause: '無法寫入 {path}：{reason}。Daypass 會以現有的設定繼續運作，並每分鐘再試一次。',
    fix: '請排除問題；在那之前無法變更設定檔與設定。',
  },
  'notification.failed': { cause: '系統無法顯示通知。', fix: '系統匣圖示也會顯示是否到期。' },
  'clipboard.unmarked': {
    cause: '尚未複製：這裡無法將內容標示為機密，因此會保留剪貼簿記錄的程式會把它存下來。',
    fix: '若沒有執行這類程式，仍可複製；一分鐘後剪貼簿仍會清除。',
  },
  'notification.silent': {
    cause: '桌面設為勿擾，因此 git 在等候或工作階段將結束時，不會有任何通知。',
    fix: '請關閉勿擾，或在通知設定中允許 Daypass；系統匣圖示也會顯示這些狀態。',
  },
  'desktop.no-tray': {
    cause: '這個桌面不顯示系統匣圖示，因此 Daypass 改為開啟視窗。',
    fix: '若不影響使用，不必處理。GNOME 可安裝擴充套件「AppIndicator and KStatusNotifierItem Support」。',
  },
  'autostart.failed': {
    cause: '無法變更「登入系統時啟動」的設定（{path}：{reason}）。',
    fix: '請排除問題，再將這項設定關閉後重新開啟。其他功能不受影響。',
  },
  'home.unusable': {
    cause: 'Daypass 無法使用它的資料夾 {path}，因此無法啟動：{reason}。',
    fix: '請改成您可以寫入的資料夾，或以 DAYPASS_HOME 指定另一個資料夾，再重新啟動 Daypass。',
  },
  'endpoint.port-taken': {
    cause:
      '另一個程式占用了這台電腦的連接埠 {port}；用「daypass env --endpoint」設定的程式，原本從這裡向 Daypass 取得憑證。',
    fix: '請重新執行「daypass env --endpoint」，並重新啟動那些程式。仍使用這個連接埠的程式無法再取得權杖。',
  },
  'app.not-opened': { cause: '這台電腦沒有程式可以開啟 {what}。', fix: '請自行開啟。' },
  'app.elsewhere': {
    cause: 'Daypass 已在您的另一個登入工作階段中執行（顯示器 {display}）。',
    fix: '請到那裡使用，或在這裡的終端機執行「daypass sign-in」。若要在這裡顯示視窗，請執行「daypass quit」，再重新啟動。',
  },
  'input.invalid': { cause: '輸入無效：{at}。', fix: '請修正後再試一次。' },
  'usage.invalid': { cause: '{message}', fix: '「daypass help」會說明用法。' },
  'command.unsupported': { cause: '這個系統尚不支援：{what}。', fix: '可用的功能請見 README。' },
  'internal.unexpected': { cause: 'Daypass 內部發生問題（{kind}）。', fix: '請再試一次；若仍如此，請回報。' },
};
