/** What Daypass says of itself, and the texts about it that other programs show: the guide and the licences. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { FailureError } from '../core/base/failure.ts';
import { OWN_FILE } from '../core/git/config/config-section.ts';
import type { Language } from '../core/i18n/words.ts';
import type { About } from '../core/surfaces/contract/about-calls.ts';
import { guideAt } from './guide-at.ts';

export interface AboutParts {
  /** Daypass's folder. */
  readonly home: string;
  readonly credentialsFile: string;
  language(): Language;
}

export interface AboutDaypass {
  about(): About;
  openGuide(): Promise<void>;
  showLicences(): Promise<void>;
}

export function aboutDaypass({ home, credentialsFile, language }: AboutParts): AboutDaypass {
  const isWindows = process.platform === 'win32';
  const short = (path: string) => (path.startsWith(homedir()) ? `~${path.slice(homedir().length)}` : path);
  const own = (...names: string[]) => short(join(home, ...names));
  return {
    about: () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      places: [
        { what: 'command', path: own('bin', isWindows ? 'daypass.cmd' : 'daypass') },
        // Without Unix sockets the script asks in git's place.
        ...(isWindows ? [] : [{ what: 'git', path: own('git.sock') } as const]),
        { what: 'programs', path: own(isWindows ? 'agent.curl' : 'agent.sock') },
        { what: 'gitSettings', path: own(OWN_FILE) },
        { what: 'home', path: own() },
        { what: 'credentials', path: short(credentialsFile) },
      ],
    }),
    openGuide: async () => {
      const { homepage } = JSON.parse(await readFile(join(app.getAppPath(), 'package.json'), 'utf8'));
      const guide = guideAt(homepage, app.getVersion(), language());
      // Out of a checkout there is no page of it yet.
      if (guide.address === null) return openFile(join(app.getAppPath(), guide.file));
      await shell.openExternal(guide.address).catch((thrown) => {
        throw new FailureError('app.not-opened', { what: String(guide.address) }, { cause: thrown });
      });
    },
    showLicences: () =>
      openFile(
        app.isPackaged ? join(process.resourcesPath, 'LICENSES.txt') : join(app.getAppPath(), 'dist/licences.txt'),
      ),
  };
}

async function openFile(path: string): Promise<void> {
  if (await shell.openPath(path)) throw new FailureError('app.not-opened', { what: path });
}
