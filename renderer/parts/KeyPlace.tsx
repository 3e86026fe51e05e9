/** Where a long-term key is, in the file or in the keychain, and the button that moves it. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import type { KeyPlace as Place } from '../../electron/core/keys/long-term-keys.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { LearnMore } from './LearnMore.tsx';
import { useCall } from './use-call.ts';

interface Props {
  /** Null while it is looked for. */
  readonly place: Place | null;
  readonly profile: ProfileView;
  readonly onMoved: () => void;
}

export function KeyPlace({ place, profile, onMoved }: Props) {
  const { texts } = useDaypass();
  const { key } = texts;
  const source = profile.key ?? '';
  if (place === 'nowhere') {
    const missing = failure('key.missing', { profile: source });
    return <FailureBox failure={missing} profile={profile.id} onTryAgain={onMoved} />;
  }
  const isKept = place === 'keychain' || place === 'leaving';
  return (
    <section className="key-place">
      <p className="state-line" data-good={place === 'keychain' || undefined} role="status">
        <Icon name={place === 'keychain' ? 'check' : 'key'} />
        {place ? fill(key[place], { source }) : key.looking}
      </p>
      {isKept ? (
        <PutBack isLeaving={place === 'leaving'} profile={profile} onMoved={onMoved} />
      ) : (
        <Keep place={place} profile={profile} onMoved={onMoved} />
      )}
    </section>
  );
}

function Keep({ place, profile, onMoved }: Props) {
  const { api, texts } = useDaypass();
  const { key } = texts;
  const keep = useCall(api.keepKey);
  const { id, name } = profile;
  const source = profile.key ?? '';
  const run = async () => {
    if ((await keep.run({ profile: id }))?.ok) onMoved();
  };
  return (
    <>
      <LearnMore
        brief={place === 'both' ? key.bothWhat : key.keepBrief}
        rest={[key.keepWhat, fill(key.others, { source, name })]}
      />
      {keep.failure && <FailureBox failure={keep.failure} profile={id} onTryAgain={run} />}
      <button type="button" className="button primary wide" disabled={!place || keep.pending} onClick={run}>
        {keep.pending ? key.keeping : key.keep}
      </button>
    </>
  );
}

function PutBack({ isLeaving, profile, onMoved }: Omit<Props, 'place'> & { readonly isLeaving: boolean }) {
  const { api, texts } = useDaypass();
  const { key } = texts;
  const putBack = useCall(api.putKeyBack);
  const run = async () => {
    const answer = await putBack.run({ profile: profile.id });
    // Meanwhile somebody may have put another into the file: then that is what is to be seen.
    if (answer?.ok || answer?.failure.code === 'key.in-file') onMoved();
  };
  return (
    <>
      <p className="hint">{isLeaving ? key.leavingWhat : fill(key.putBackWhat, { source: profile.key ?? '' })}</p>
      {putBack.failure && <FailureBox failure={putBack.failure} profile={profile.id} onTryAgain={run} />}
      <button type="button" className="button wide" disabled={putBack.pending} onClick={run}>
        {putBack.pending ? key.puttingBack : isLeaving ? key.leaveThere : key.putBack}
      </button>
    </>
  );
}
