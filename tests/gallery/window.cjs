// The Electron of the gallery: one window, the page as it is built, and pinned fonts, so that a picture is the same on
// every machine. The page knows no fonts of the web: its policy is widened by them, and by nothing else.
const { readFile } = require('node:fs/promises');
const { extname, join, resolve } = require('node:path');
const { app, BrowserWindow, protocol } = require('electron');

const ROOT = resolve(__dirname, '../..');
const FONTS = /^\/fonts\/((?:inter|jetbrains-mono|noto-sans-tc)\/[\w./[\]-]+)$/;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const SHEETS = ['inter/index.css', 'jetbrains-mono/index.css', 'noto-sans-tc/index.css', 'fonts.css'];
const LINKS = SHEETS.map((sheet) => `<link rel="stylesheet" href="./fonts/${sheet}" />`).join('');

function fileOf(path) {
  if (path === '/fonts/fonts.css') return join(__dirname, 'fonts.css');
  const font = FONTS.exec(path)?.[1];
  return font ? join(ROOT, 'node_modules/@fontsource-variable', font) : join(ROOT, 'dist/renderer', path);
}

const withFonts = (html) =>
  html.replace("style-src 'self'", "$&; font-src 'self'").replace('</head>', `${LINKS}</head>`);

async function answer(request) {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const bytes = await readFile(fileOf(path)).catch(() => null);
  if (!bytes) return new Response(null, { status: 404 });
  const body = path === '/index.html' ? withFonts(bytes.toString()) : new Uint8Array(bytes);
  return new Response(body, { headers: { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' } });
}

// Whoever has started it may have been killed.
process.stdin.on('end', () => app.exit()).resume();

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', answer);
  const window = new BrowserWindow({
    width: 360,
    height: 520,
    useContentSize: true,
    frame: false,
    webPreferences: {
      preload: join(ROOT, '.cache/gallery/page.cjs'),
      // The scene stands in the page itself, where a test can change it.
      contextIsolation: false,
      sandbox: true,
      backgroundThrottling: false,
    },
  });
  // It waits for a test to load a scene.
  window.loadURL('about:blank');
});
