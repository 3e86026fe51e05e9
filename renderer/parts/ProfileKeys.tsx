/** The ways to what of a profile can be kept in the keychain. A way in without a code and a key needs none of it. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { Row } from './Row.tsx';

export function ProfileKeys({ profile }: { profile: ProfileView }) {
  const { texts, go } = useDaypass();
  const { totp, key } = texts;
  if (!profile.canStoreTotp && profile.key === null) return null;
  const daily = profile.dailyAt === null ? totp.on : fill(totp.onDaily, { time: profile.dailyAt });
  return (
    <div className="profile-keys">
      {profile.canStoreTotp && (
        <Row
          icon="pass"
          label={totp.title}
          hint={profile.storedTotp ? daily : totp.off}
          onOpen={() => go({ at: 'totp', profile: profile.id })}
        />
      )}
      {profile.key !== null && (
        <Row
          icon="key"
          label={key.title}
          hint={fill(key.rowHint, { source: profile.key })}
          onOpen={() => go({ at: 'key', profile: profile.id })}
        />
      )}
    </div>
  );
}
