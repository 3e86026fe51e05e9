/** Where a profile's long-term key is, in the file or in the keychain, and the way from the one to the other. */
import { useEffect } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import type { KeyPlace } from '../../electron/core/keys/long-term-keys.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Header } from '../parts/Header.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCall } from '../parts/use-call.ts';

export function AccessKey({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const find = useCall(api.findKey);
  const source = profile.key ?? '';
  const look = () => find.run({ profile: profile.id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each key
  useEffect(() => {
    look();
  }, [source]);

  return (
    <main className="screen">
      <Header title={fill(texts.key.titleOf, { source })} />
      {find.failure && <FailureBox failure={find.failure} profile={profile.id} onTryAgain={look} />}
      {!find.value && find.pending && <p className="busy">{texts.key.looking}</p>}
      {find.value && <Place place={find.value} profile={profile} onMoved={look} />}
    </main>
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
      <button type="button" className="button primary wide" disabled={keep.pending} onClick={run}>
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
