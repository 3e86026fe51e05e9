/** A new key in the place of the old one: one button, its steps as they are taken, and the way back. */
import type { ProfileView, RotationView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import type { RotationStep } from '../../electron/core/settings/rotation-journal.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { KeyWishes } from './KeyWishes.tsx';
import { LearnMore } from './LearnMore.tsx';
import { useCall } from './use-call.ts';

interface Props {
  readonly profile: ProfileView;
  readonly rotation: RotationView | null;
  /** A new one can be begun. */
  readonly canBegin: boolean;
  readonly onChanged: () => void;
}

const STEPS: readonly RotationStep[] = ['create', 'prove', 'switch', 'deactivate'];

export function KeyRotation({ profile, rotation, canBegin, onChanged }: Props) {
  const { api, texts, view } = useDaypass();
  const words = texts.rotation;
  const rotate = useCall(api.rotateKey);
  const undo = useCall(api.undoRotation);
  const deleteOld = useCall(api.deleteOldKey);
  const calls = [rotate, undo, deleteOld];
  const isBusy = calls.some(({ pending }) => pending) || rotation?.running === true;
  const run = (call: typeof rotate) => async () => {
    for (const other of calls) other.reset();
    await call.run({ profile: profile.id });
    onChanged();
  };
  const failed = calls.find(({ failure }) => failure)?.failure ?? (isBusy ? null : (rotation?.failure ?? null));
  const refusal = failed && <Refused failure={failed} profile={profile.id} onTryAgain={run(rotate)} />;
  const button = (call: typeof rotate, label: string, className = 'button wide') => (
    <button type="button" className={className} disabled={isBusy} onClick={run(call)}>
      {label}
    </button>
  );

  if (!rotation) {
    return (
      <>
        {canBegin && <LearnMore brief={words.rotateBrief} rest={[words.rotateWhat, words.otherComputers]} />}
        {refusal}
        {canBegin && button(rotate, words.rotate)}
      </>
    );
  }
  const { step, oldKey, newKey, deleteAt } = rotation;
  if (deleteAt !== null) {
    const day = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium' });
    return (
      <>
        <p className="state-line" data-good role="status">
          <Icon name="check" />
          {fill(words.rotated, { oldKey, newKey: newKey ?? '' })}
        </p>
        <LearnMore brief={fill(words.deletedAt, { date: day.format(deleteAt) })} rest={[words.undoWhat]} />
        {refusal}
        <div className="buttons">
          {button(undo, words.undo, 'button')}
          {button(deleteOld, words.deleteOld, 'button')}
        </div>
      </>
    );
  }
  return (
    <>
      <Steps rotation={rotation} />
      <p className="hint" role="status">
        {fill(isBusy ? words.underWay : words.waits, { step: words.steps[step] })}
      </p>
      {refusal}
      {!isBusy && button(rotate, words.goOn, 'button primary wide')}
      {step !== 'undo' && (
        <button type="button" className="button wide" disabled={undo.pending} onClick={run(undo)}>
          {words.undo}
        </button>
      )}
    </>
  );
}

function Steps({ rotation: { step, running } }: { rotation: RotationView }) {
  const { texts } = useDaypass();
  const at = STEPS.indexOf(step);
  const shown = at < 0 ? [step] : STEPS;
  return (
    <ol className="key-steps">
      {shown.map((name, index) => (
        <li key={name} data-state={at < 0 || index === at ? 'now' : index < at ? 'done' : 'next'}>
          <Icon name={index < at ? 'check' : 'key'} />
          <span className="phrase">{texts.rotation.steps[name]}</span>
          {(at < 0 || index === at) && running && <span className="row-hint">…</span>}
        </li>
      ))}
    </ol>
  );
}

function Refused({ failure, profile, onTryAgain }: { failure: Failure; profile: string; onTryAgain: () => void }) {
  const { go } = useDaypass();
  return (
    <>
      <FailureBox failure={failure} profile={profile} onTryAgain={onTryAgain} onNewCode={() => go({ at: 'main' })} />
      {failure.code === 'rotation.denied' && <KeyWishes />}
    </>
  );
}
