/** One profile: what it is made of, and all that can be done with it. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { DailySignIn } from '../parts/DailySignIn.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { Page } from '../parts/Page.tsx';
import { ProfileFacts } from '../parts/ProfileFacts.tsx';
import { RemoveProfile } from '../parts/RemoveProfile.tsx';
import { Row } from '../parts/Row.tsx';

export function Profile({ profile }: { profile: ProfileView }) {
  const { texts, view, go } = useDaypass();
  const { id, name, key, canStoreTotp, storedTotp } = profile;
  const rotation = view.rotations.find(({ source }) => source === key);
  return (
    <Page title={name}>
      <ProfileFacts profile={profile} />
      <div className="rows">
        <Row icon="settings" label={texts.setup.edit} onOpen={() => go({ at: 'setup', profile: id })} />
        {canStoreTotp && (
          <Row
            icon="pass"
            label={texts.totp.title}
            hint={storedTotp ? texts.totp.on : texts.totp.off}
            onOpen={() => go({ at: 'totp', profile: id })}
          />
        )}
        {key !== null && (
          <Row
            icon="key"
            label={texts.key.title}
            hint={fill(rotation ? texts.key.rotating : texts.key.rowHint, { source: key })}
            onOpen={() => go({ at: 'key', profile: id })}
          />
        )}
      </div>
      {storedTotp && <DailySignIn profile={profile} />}
      <RemoveProfile profile={profile} />
    </Page>
  );
}
