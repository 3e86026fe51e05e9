/** What Daypass does by itself, and in which language it speaks. */
import type { Preferences } from '../../electron/core/settings/settings.ts';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Switch } from './Switch.tsx';
import { usePreferences } from './use-preferences.ts';

export function PreferenceSettings() {
  const { texts } = useDaypass();
  const { settings } = texts;
  const { preferences, failure, prefer } = usePreferences();
  return (
    <section>
      <h2>{settings.general}</h2>
      <div className="card">
        <label className="setting">
          <span>{settings.language}</span>
          <select
            value={preferences.language}
            onChange={({ target }) => prefer({ language: target.value as Preferences['language'] })}
          >
            <option value="system">{settings.system}</option>
            <option value="en" lang="en">
              English
            </option>
            <option value="zh-TW" lang="zh-TW">
              正體中文
            </option>
          </select>
        </label>
        <Switch
          label={settings.openAtLogin}
          on={preferences.openAtLogin}
          onChange={(openAtLogin) => prefer({ openAtLogin })}
        />
        <Switch
          label={settings.startForGit}
          on={preferences.startForGit}
          onChange={(startForGit) => prefer({ startForGit })}
        />
        <AppearanceSettings preferences={preferences} prefer={prefer} />
      </div>
      {failure && <FailureBox failure={failure} />}
    </section>
  );
}
