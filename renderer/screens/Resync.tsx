/** Brings an authenticator of which AWS takes no code any more into step, with two codes. */
import { useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { AskAdministrator } from '../parts/AskAdministrator.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Page } from '../parts/Page.tsx';
import { TwoCodes } from '../parts/TwoCodes.tsx';
import { useCall } from '../parts/use-call.ts';

export function Resync({ profile }: { readonly profile: ProfileView }) {
  const { api, texts, go } = useDaypass();
  const { enrol } = texts;
  const resync = useCall(api.resync);
  const [refusals, setRefusals] = useState(0);
  const give = async (first: string, second: string) => {
    const answer = await resync.run({ profile: profile.id, first, second });
    if (answer?.ok) go({ at: 'main' });
    else setRefusals((n) => n + 1);
  };
  return (
    <Page title={fill(enrol.resyncTitle, { profile: profile.name })}>
      <p>{enrol.resyncIntro}</p>
      <p className="hint">{fill(enrol.resync, { serial: profile.serial ?? '' })}</p>
      <TwoCodes disabled={resync.pending} refusals={refusals} onCodes={give} />
      {resync.failure && (
        <>
          <FailureBox failure={resync.failure} profile={profile.id} />
          <AskAdministrator failure={resync.failure} />
        </>
      )}
    </Page>
  );
}
