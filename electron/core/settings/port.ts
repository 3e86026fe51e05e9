/** The settings on disk. */
import type { Failure } from '../base/failure.ts';
import type { Settings } from './settings.ts';

export interface SettingsStore {
  /** What is stored, checked and migrated; `failure` when it had to fall back to defaults. */
  load(): { readonly settings: Settings; readonly failure: Failure | null };
  save(settings: Settings): void;
}
