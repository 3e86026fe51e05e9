/** A profile's long-term key: how old it is and a new one in its place, and where it is, in the file or in the keychain. */
import { useEffect } from 'react';
import type { ProfileView, RotationView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import type { KeyPlace } from '../../electron/core/keys/long-term-keys.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KeyFacts } from '../parts/KeyFacts.tsx';
import { KeyRotation } from '../parts/KeyRotation.tsx';
import { KeyWishes } from '../parts/KeyWishes.tsx';
import { OldWays } from '../parts/OldWays.tsx';
import { Page } from '../parts/Page.tsx';
import { useCall } from '../parts/use-call.ts';

export function AccessKey({ profile }: { profile: ProfileView }) {
  const { api, texts, view } = useDaypass();
  const find = useCall(api.findKey);
  const { id } = profile;
  const source = profile.key ?? '';
  const look = () => find.run({ profile: id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each key
  useEffect(() => {
    look();
  }, [source]);
  const rotation = view.rotations.find((one) => one.source === source) ?? null;
  const isAtRest = !rotation || rotation.deleteAt !== null;

  return (
    <Page title={fill(texts.key.titleOf, { source })}>
      {find.failure && <FailureBox failure={find.failure} profile={id} onTryAgain={look} />}
      {!find.value && find.pending && <p className="busy">{texts.key.looking}</p>}
      {find.value && find.value !== 'nowhere' && <OwnKeys profile={profile} rotation={rotation} />}
      {find.value && isAtRest && <Place place={find.value} profile={profile} onMoved={look} />}
    </Page>
  );
}

/** What AWS says of the keys, and the rotation, once somebody is signed in. */
function OwnKeys({ profile, rotation }: { profile: ProfileView; rotation: RotationView | null }) {
  const { api, go } = useDaypass();
  const ask = useCall(api.keyStatus);
  const look = () => ask.run({ profile: profile.id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks when what AWS would say has changed
  useEffect(() => {
    look();
  }, [profile.key, profile.expiresAt, rotation?.step]);
  const status = ask.last;
  if (!status) return ask.failure && <FailureBox failure={ask.failure} profile={profile.id} onTryAgain={look} />;
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

interface Props {
  readonly place: KeyPlace;
  readonly profile: ProfileView;
  readonly onMoved: () => void;
}

function Place({ place, profile, onMoved }: Props) {
  const { texts } = useDaypass();
  const source = profile.key ?? '';
  switch (place) {
    case 'nowhere':
      return (
        <FailureBox failure={failure('key.missing', { profile: source })} profile={profile.id} onTryAgain={onMoved} />
      );
    case 'keychain':
      return (
        <>
          <p className="state-line" data-good role="status">
            <Icon name="check" />
            {fill(texts.key.keychain, { source })}
          </p>
          <p className="hint">{fill(texts.key.putBackWhat, { source })}</p>
          <PutBack label={texts.key.putBack} profile={profile} onMoved={onMoved} />
        </>
      );
    case 'leaving':
      return (
        <>
          <p className="state-line" role="status">
            <Icon name="info" />
            {fill(texts.key.leaving, { source })}
          </p>
          <PutBack label={texts.key.leaveThere} profile={profile} onMoved={onMoved} />
        </>
      );
    default:
      return (
        <>
          <p>{fill(texts.key[place], { source })}</p>
          <Keep profile={profile} onMoved={onMoved} />
        </>
      );
  }
}

function Keep({ profile, onMoved }: Omit<Props, 'place'>) {
  const { api, texts } = useDaypass();
  const keep = useCall(api.keepKey);
  const { name } = profile;
  const source = profile.key ?? '';
  const run = async () => {
    if ((await keep.run({ profile: profile.id }))?.ok) onMoved();
  };
  return (
    <>
      <p className="hint">{texts.key.keepWhat}</p>
      <p className="note">
        <Icon name="info" />
        {fill(texts.key.others, { source, name })}
      </p>
      {keep.failure && <FailureBox failure={keep.failure} profile={profile.id} onTryAgain={run} />}
      <button type="button" className="button wide" disabled={keep.pending} onClick={run}>
        {keep.pending ? texts.key.keeping : texts.key.keep}
      </button>
    </>
  );
}

function PutBack({ label, profile, onMoved }: Omit<Props, 'place'> & { readonly label: string }) {
  const { api, texts } = useDaypass();
  const putBack = useCall(api.putKeyBack);
  const run = async () => {
    const answer = await putBack.run({ profile: profile.id });
    // Meanwhile somebody may have put another into the file: then that is what is to be seen.
    if (answer?.ok || answer?.failure.code === 'key.in-file') onMoved();
  };
  return (
    <>
      {putBack.failure && <FailureBox failure={putBack.failure} profile={profile.id} onTryAgain={run} />}
      <button type="button" className="button wide" disabled={putBack.pending} onClick={run}>
        {putBack.pending ? texts.key.puttingBack : label}
      </button>
    </>
  );
}
