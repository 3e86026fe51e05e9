/** What AWS says of a person's keys, and the rotation, once somebody is signed in. */
import { useEffect } from 'react';
import type { ProfileView, RotationView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { KeyFacts } from './KeyFacts.tsx';
import { KeyRotation } from './KeyRotation.tsx';
import { KeyWishes } from './KeyWishes.tsx';
import { OldWays } from './OldWays.tsx';
import { useCall } from './use-call.ts';

export function OwnKeys({ profile, rotation }: { profile: ProfileView; rotation: RotationView | null }) {
  const { api, texts, go } = useDaypass();
  const ask = useCall(api.keyStatus);
  const look = () => ask.run({ profile: profile.id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks when what AWS would say has changed
  useEffect(() => {
    look();
  }, [profile.key, profile.expiresAt, rotation?.step]);
  const status = ask.last;
  if (!status) {
    return ask.failure ? (
      <FailureBox failure={ask.failure} profile={profile.id} onTryAgain={look} />
    ) : (
      <p className="busy">{texts.rotation.asking}</p>
    );
  }
  const { keys, why, gitCredentials, sshKeys } = status;
  return (
    <>
      {keys && (
        <KeyFacts
          profile={profile.id}
          keys={keys}
          rotating={rotation ? [rotation.oldKey, rotation.newKey] : []}
          onChanged={look}
        />
      )}
      {why && <FailureBox failure={why} profile={profile.id} onTryAgain={look} onNewCode={() => go({ at: 'main' })} />}
      {why?.code === 'rotation.denied' && <KeyWishes />}
      <KeyRotation profile={profile} rotation={rotation} canBegin={keys?.length === 1} onChanged={look} />
      <OldWays gitCredentials={gitCredentials} sshKeys={sshKeys} />
    </>
  );
}
