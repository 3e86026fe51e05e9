/**
 * Messages of git that keep neither a number nor the name of a program in other languages: in all that git speaks, as
 * they stand in its catalogues (po/*.po of git 2.39 and 2.55).
 */

/** remote-curl.c: the server said 401, and the password was forgotten. */
export const AUTHENTICATION_FAILED = [
  "Authentication failed for '{url}'",
  'Неуспешна идентификация към „{url}“',
  "S'ha produït un error en autenticar per «{url}»",
  "Authentifizierung fehlgeschlagen für '{url}'",
  "Autenticación falló para '{url}'",
  "Échec d'authentification pour '{url}'",
  "Autentikasi gagal untuk '{url}'",
  "Autenticazione non riuscita per '{url}'",
  'Uwierzytelnienie nie powiodło się dla „{url}”',
  "Autenticação falhou para '{url}'",
  'Autentisering misslyckades "{url}"',
  "'{url}' için kimlik doğrulaması başarısız",
  'Xác thực gặp lỗi cho “{url}”',
  "'{url}' 鉴权失败",
  "'{url}' 身份驗證失敗",
  "Theip ar fhíordheimhniú do '{url}'",
  'Невдала аутентифікація для "{url}"',
];

/** remote-curl.c: the server said 404. */
export const REPOSITORY_NOT_FOUND = [
  "repository '{url}' not found",
  'хранилището „{url}“ липсва',
  "no s'ha trobat el repositori «{url}»",
  "Repository '{url}' nicht gefunden",
  "repositorio '{url}' no encontrado",
  "dépôt '{url}' non trouvé",
  "repositori '{url}' tidak ditemukan",
  "repository '{url}' non trovato",
  'nie znaleziono repozytorium „{url}”',
  "repositório '{url}' inexistente",
  'arkivet "{url}" hittades inte',
  "'{url}' deposu bulunamadı",
  'không tìm thấy kho “{url}”',
  "仓库 '{url}' 未找到",
  "版本庫 '{url}' 未找到",
  "níor aimsíodh stór '{url}'",
  'сховище "{url}" не знайдено',
];

/** remote-curl.c of 2.55 with http.maxRetries: the server said 429. */
export const RATE_LIMITED = [
  "rate limited by '{url}', please try again in {any} seconds",
  'скоростта е ограничена от „{url}“, пробвайте отново след {any} секунди',
  'velocitat limitada per «{url}»; si us plau, intenteu-ho una altra volta dins de {any} segons',
  "débit limité par '{url}', veuillez essayer dans {any} secondes",
  "ráta teoranta ag '{url}', déan iarracht arís i {any} soicind",
  "laju dibatasi oleh '{url}', coba lagi dalam {any} detik",
  'hastighetsbegränsad av ”{url}”, försök igen om {any} sekunder',
  'hız, "{url}" tarafından sınırlandı; lütfen {any} saniye içinde yeniden deneyin',
  'швидкість обмежена значенням "{url}", спробуйте ще раз через {any} секунд',
  "被 '{url}' 限制速率，请在 {any} 秒后重试",
  '受到「{url}」的速率限制，請在 {any} 秒後再試',
];

/** remote-curl.c of 2.55: 429, and the server did not say until when. */
export const RATE_LIMITED_LATER = [
  "rate limited by '{url}', please try again later",
  'скоростта е ограничена от „{url}“, пробвайте по-късно',
  'velocitat limitada per «{url}»; si us plau, intenteu-ho una altra volta més tard',
  "débit limité par '{url}', veuillez essayer plus tard",
  "ráta teoranta ag '{url}', déan iarracht arís ar ball",
  "laju dibatasi oleh '{url}', coba lagi nanti",
  'hastighetsbegränsad av ”{url}”, försök igen senare',
  'hız, "{url}" tarafından sınırlandı; lütfen daha sonra yeniden deneyin',
  'швидкість обмежена значенням "{url}", спробуйте ще раз пізніше',
  "被 '{url}' 限制速率，请稍后再试",
  '受到「{url}」的速率限制，請稍後再試',
];

/** transport.c: as in a submodule. */
export const TRANSPORT_NOT_ALLOWED = [
  "transport 'codecommit' not allowed",
  'преносът по „codecommit“ не е позволен',
  'no es permet el transport «codecommit»',
  "Übertragungsart 'codecommit' nicht erlaubt",
  "transporte 'codecommit' no permitido",
  "transport 'codecommit' non permis",
  "transportasi 'codecommit' tidak diperbolehkan",
  "trasporto 'codecommit' non consentito",
  'transport „codecommit” niedozwolony',
  "transport 'codecommit' proibido",
  'transporten "codecommit" tillåts inte',
  "'codecommit' taşıyıcısına izin verilmiyor",
  'không cho phép phương thức vận chuyển “codecommit”',
  "传输 'codecommit' 不允许",
  "傳輸 'codecommit' 不允許",
  "ní cheadaítear iompar 'codecommit'",
  'засіб передачі "codecommit" не дозволений',
];

/** transport-helper.c. */
export const NO_REMOTE_HELPER = [
  "unable to find remote helper for 'codecommit'",
  'насрещната помощна програма за „codecommit“ не може да бъде открита',
  "no s'ha pogut trobar l'ajudant remot per a «codecommit»",
  "Konnte Remote-Helper für 'codecommit' nicht finden",
  "no es posible encontrar helper remoto para 'codecommit'",
  "impossible de trouver un assistant distant pour 'codecommit'",
  "tidak dapat menemukan pembantu remote untuk 'codecommit'",
  "impossibile trovare l'helper remoto per 'codecommit'",
  'nie znaleziono zdalnego pomocnika do „codecommit”',
  "incapaz de encontrar helper remoto para 'codecommit'",
  'kan inte hitta fjärrhjälpare för "codecommit"',
  "'codecommit' için uzak konum yardımcısı bulunamadı",
  'không thể tìm thấy bộ hỗ trợ máy chủ cho “codecommit”',
  "无法为 'codecommit' 找到远程助手",
  "無法為 'codecommit' 找到遠端協助工具",
  'насрещната помощна програма за „codecommit“ липсва',
  "ní féidir cúntóir iargúlta a aimsiú do 'codecommit'",
  'не вдалося знайти віддаленого помічника для "codecommit"',
  "không thể tìm thấy helper máy chủ cho 'codecommit'",
];
