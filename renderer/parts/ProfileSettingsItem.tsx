/** A profile in the settings: to be edited, or removed after a second word. */
import { useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { ProfileKeys } from './ProfileKeys.tsx';
import { useCall } from './use-call.ts';

export function ProfileSettingsItem({ profile }: { profile: ProfileView }) {
  const { api, texts, view, go } = useDaypass();
  const { setup } = texts;
  const remove = useCall(api.removeProfile);
  const place = useCall(api.findKey);
  const [asking, setAsking] = useState(false);
  const { restsOn } = profile;
  const isLast = restsOn !== null && !view.profiles.some((one) => one.id !== profile.id && one.restsOn === restsOn);
  const others = view.profiles.filter(({ id }) => id !== profile.id);
  const losesTotp = profile.storedTotp && !others.some(({ serial }) => serial === profile.serial);
  const ask = () => {
    setAsking(!asking);
    if (!asking && isLast) place.run({ profile: profile.id });
  };
  return (
    <li className="profile-settings">
      <div className="profile-line">
        <span className="dot" data-phase={profile.phase} />
        <span className="row-text">
          <span className="profile-name" title={profile.name}>
            {profile.name}
          </span>
          <span className="row-hint">
            {restsOn === null ? profile.region : fill(texts.settings.from, { source: restsOn, region: profile.region })}
          </span>
        </span>
        <button
          type="button"
          className="button small"
          aria-label={`${setup.edit}: ${profile.name}`}
          onClick={() => go({ at: 'setup', profile: profile.id })}
        >
          {setup.edit}
        </button>
        <button
          type="button"
          className="button small"
          aria-label={`${setup.remove}: ${profile.name}`}
          aria-expanded={asking}
          onClick={ask}
        >
          {setup.remove}
        </button>
      </div>
      <ProfileKeys profile={profile} />
      {asking && (
        <div className="asking" role="alert">
          <p>{fill(texts.settings.removeSure, { name: profile.name })}</p>
          {losesTotp && <p>{texts.settings.removeTotp}</p>}
          {place.value === 'keychain' && <p>{fill(texts.newKey.staysSpare, { spare: texts.newKey.spare })}</p>}
          <button
            type="button"
            className="button small danger"
            disabled={remove.pending}
            onClick={() => remove.run({ profile: profile.id })}
          >
            {setup.remove}
          </button>
          <button type="button" className="button small" onClick={() => setAsking(false)}>
            {texts.signIn.cancel}
          </button>
        </div>
      )}
      {remove.failure && <FailureBox failure={remove.failure} profile={profile.id} />}
    </li>
  );
}
