/** What Daypass does by itself, and in which language it speaks. */
import type { Preferences } from '../../electron/core/settings/settings.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Switch } from './Switch.tsx';
import { useCall } from './use-call.ts';

export function PreferenceSettings() {
  const { api, texts, view } = useDaypass();
  const { settings } = texts;
  const { preferences } = view;
  const save = useCall(api.setPreferences);
  const prefer = (part: Partial<Preferences>) => save.run({ ...preferences, ...part });
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
      </div>
      {save.failure && <FailureBox failure={save.failure} />}
    </section>
  );
}
