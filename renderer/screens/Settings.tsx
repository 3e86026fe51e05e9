/** The profiles and what Daypass does by itself. */
import type { Preferences } from '../../electron/core/settings/settings.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { ProfileSettingsItem } from '../parts/ProfileSettingsItem.tsx';
import { Row } from '../parts/Row.tsx';
import { SpareKeys } from '../parts/SpareKeys.tsx';
import { Switch } from '../parts/Switch.tsx';
import { useCall } from '../parts/use-call.ts';

export function Settings() {
  const { api, texts, view, go } = useDaypass();
  const { settings } = texts;
  const { preferences } = view;
  const save = useCall(api.setPreferences);
  const show = useCall(api.showCredentialsFile);
  const prefer = (part: Partial<Preferences>) => save.run({ ...preferences, ...part });
  const failure = save.failure ?? show.failure;
  return (
    <Page title={settings.title}>
      {failure && <FailureBox failure={failure} />}
      <section>
        <h2>{settings.profiles}</h2>
        <ul className="card">
          {view.profiles.map((profile) => (
            <ProfileSettingsItem key={profile.id} profile={profile} />
          ))}
          <li>
            <button type="button" className="row" onClick={() => go({ at: 'setup', profile: null })}>
              <Icon name="plus" />
              {texts.setup.add}
            </button>
          </li>
        </ul>
      </section>
      <SpareKeys />
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
      </section>
      <div className="rows">
        <Row icon="branch" label={texts.git.title} onOpen={() => go({ at: 'git', change: 'set-up' })} />
        <Row icon="key" label={settings.showFile} onOpen={() => show.run()} />
        <button type="button" className="row" onClick={() => api.quit()}>
          <Icon name="leave" />
          {texts.menu.quit}
        </button>
      </div>
    </Page>
  );
}
