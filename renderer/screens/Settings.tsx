/** The profiles, a line each, and what Daypass does by itself. */
import { useDaypass } from '../parts/daypass-context.ts';
import { Page } from '../parts/Page.tsx';
import { PreferenceSettings } from '../parts/PreferenceSettings.tsx';
import { ProfileRow } from '../parts/ProfileRow.tsx';
import { SpareKeys } from '../parts/SpareKeys.tsx';

export function Settings() {
  const { texts, view, go } = useDaypass();
  return (
    <Page title={texts.settings.title}>
      <section>
        <div className="section-head">
          <h2>{texts.settings.profiles}</h2>
          <button type="button" className="link" onClick={() => go({ at: 'setup', profile: null })}>
            {texts.setup.add}
          </button>
        </div>
        <ul className="card">
          {view.profiles.map((profile) => (
            <li key={profile.id}>
              <ProfileRow profile={profile} />
            </li>
          ))}
        </ul>
      </section>
      <SpareKeys />
      <PreferenceSettings />
    </Page>
  );
}
