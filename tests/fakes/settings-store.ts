/** Settings in memory; what is loaded has gone through the same parser as what comes from a disk. */
import { type Failure, type FailureCode, FailureError, failure } from '../../electron/core/base/failure.ts';
import type { SettingsStore } from '../../electron/core/settings/port.ts';
import { defaultSettings, parseSettings, type Settings } from '../../electron/core/settings/settings.ts';

export class FakeSettingsStore implements SettingsStore {
  stored: unknown;
  saves = 0;
  broken: FailureCode | null = null;

  constructor(stored: unknown = {}) {
    this.stored = stored;
  }

  load(): { readonly settings: Settings; readonly failure: Failure | null } {
    try {
      return { settings: parseSettings(this.stored), failure: null };
    } catch {
      return { settings: defaultSettings(), failure: failure('settings.invalid', { path: '/aside' }) };
    }
  }

  save(settings: Settings): void {
    if (this.broken) throw new FailureError(this.broken, { path: '/settings.json', reason: 'EIO' });
    this.stored = JSON.parse(JSON.stringify(settings));
    this.saves++;
  }
}
