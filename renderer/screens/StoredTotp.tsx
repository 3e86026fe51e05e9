/** One-click sign-in: giving Daypass the authenticator's secret, what it then does by itself, and taking it back. */
import { useEffect, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { AskTwice } from '../parts/AskTwice.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { TotpForm } from '../parts/TotpForm.tsx';
import { useCall } from '../parts/use-call.ts';

export function StoredTotp({ profile }: { profile: ProfileView }) {
  const { texts } = useDaypass();
  return (
    <Page title={texts.totp.title}>
      {profile.storedTotp ? <Stored profile={profile} /> : <NotStored profile={profile} />}
    </Page>
  );
}

/** Nobody is asked for a secret that could not be kept. */
function NotStored({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const [able, setAble] = useState(false);
  const check = useCall(async () => {
    const answer = await api.canKeep();
    setAble(answer.ok);
    return answer;
  });
  useEffect(() => {
    check.run();
  }, [check.run]);
  if (able) return <TotpForm profile={profile} />;
  return (
    <>
      <p>{texts.totp.intro}</p>
      {check.failure && <FailureBox failure={check.failure} onTryAgain={check.run} />}
    </>
  );
}

function Stored({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const { totp } = texts;
  const remove = useCall(api.removeTotp);
  return (
    <>
      <p className="state-line" data-good role="status">
        <Icon name="check" />
        {fill(totp.stored, { profile: profile.name })}
      </p>
      {remove.failure && <FailureBox failure={remove.failure} profile={profile.id} />}
      <AskTwice
        label={totp.remove}
        className="button wide"
        confirm={texts.setup.remove}
        pending={remove.pending}
        onConfirm={() => remove.run({ profile: profile.id })}
      >
        <p>{totp.removeSure}</p>
      </AskTwice>
    </>
  );
}
