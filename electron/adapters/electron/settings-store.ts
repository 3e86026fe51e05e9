/** The settings in a file of electron-store's. One that cannot be read is put aside, never overwritten. */
import { accessSync, constants, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { type Failure, FailureError, failure } from '../../core/base/failure.ts';
import type { SettingsStore } from '../../core/settings/port.ts';
import { defaultSettings, parseSettings, type Settings } from '../../core/settings/settings.ts';

export function settingsStore(folder: string): SettingsStore {
  const file = join(folder, 'settings.json');
  const open = () => {
    refuseOdd(file);
    return new Store<{ settings: Settings }>({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      configFileMode: 0o600,
    });
  };
  return {
    load() {
      try {
        return { settings: parseSettings(open().get('settings') ?? {}), failure: null };
      } catch {
        return { settings: defaultSettings(), failure: putAside(file) };
      }
    },
    save(settings) {
      try {
        refuseReadOnly(folder, file);
        // Opened anew, as what stands there may be another file by now.
        open().set('settings', settings);
      } catch (thrown) {
        throw new FailureError('settings.unsaved', { path: file, reason: reasonOf(thrown) }, { cause: thrown });
      }
    },
  };
}

/** Whoever opens a pipe waits for its other end. */
function refuseOdd(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw Object.assign(new Error(file), { code: 'not-regular' });
}

/** Asked before, as the store tries again and again for a second, in which nothing else is done. */
function refuseReadOnly(folder: string, file: string): void {
  accessSync(folder, constants.W_OK);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if ((found.mode & 0o200) === 0) throw Object.assign(new Error(file), { code: 'read-only' });
  accessSync(file, constants.W_OK);
}

/** Where it can be neither read nor moved it stays, and nothing is saved over it. */
function putAside(file: string): Failure {
  const aside = `${file}.invalid-${Date.now()}`;
  try {
    if (existsSync(file)) renameSync(file, aside);
    return failure('settings.invalid', { path: aside });
  } catch {
    return failure('file.unreadable', { path: file });
  }
}

/** What is no error of the file system comes of what stands in the file. */
const reasonOf = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? 'unreadable';
