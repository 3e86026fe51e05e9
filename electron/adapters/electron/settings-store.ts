/** The settings in a file of electron-store's. One that cannot be read is put aside, never overwritten. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { failure } from '../../core/base/failure.ts';
import type { SettingsStore } from '../../core/settings/port.ts';
import { defaultSettings, parseSettings, type Settings } from '../../core/settings/settings.ts';

export function settingsStore(folder: string): SettingsStore {
  const file = join(folder, 'settings.json');
  const open = () =>
    new Store<{ settings: Settings }>({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      configFileMode: 0o600,
    });
  let store: ReturnType<typeof open> | null = null;
  return {
    load() {
      try {
        store = open();
        return { settings: parseSettings(store.get('settings') ?? {}), failure: null };
      } catch {
        const aside = `${file}.invalid-${Date.now()}`;
        if (existsSync(file)) renameSync(file, aside);
        store = open();
        return { settings: defaultSettings(), failure: failure('settings.invalid', { path: aside }) };
      }
    },
    save(settings) {
      store ??= open();
      store.set('settings', settings);
    },
  };
}
