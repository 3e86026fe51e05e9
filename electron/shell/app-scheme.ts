/**
 * Serves the renderer from app://daypass, out of one folder and nothing else. Not file://: with the fuse
 * grantFileProtocolExtraPrivileges off, a page there cannot load its own scripts, and it would see the whole disk.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const ORIGIN = 'app://daypass';
export const PAGE = `${ORIGIN}/index.html`;
export const isOurPage = (url: string): boolean => url === PAGE || url.startsWith(`${PAGE}#`);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

export function serveScheme(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const { origin, host, pathname } = new URL(request.url);
    const file = join(folder, decodeURIComponent(pathname));
    const type = TYPES[extname(file)];
    const known = (origin === ORIGIN || host === 'daypass') && file.startsWith(folder + sep) && type !== undefined;
    const bytes = known ? await readFile(file).catch(() => null) : null;
    return bytes && type
      ? new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } })
      : new Response(null, { status: 404 });
  });
}
