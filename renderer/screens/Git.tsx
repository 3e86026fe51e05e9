/** Sets git up to ask Daypass, or takes it back: never without the exact change having been seen. */
import { useEffect, useState } from 'react';
import { fill } from '../../electron/core/i18n/messages.ts';
import { Diff } from '../parts/Diff.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Findings } from '../parts/Findings.tsx';
import { GitState } from '../parts/GitState.tsx';
import { Header } from '../parts/Header.tsx';
import { useCall } from '../parts/use-call.ts';

export function Git() {
  const { api, texts, view, back } = useDaypass();
  const [undo, setUndo] = useState(false);
  const [done, setDone] = useState(false);
  const plan = useCall(api.planGit);
  const write = useCall(api.applyGit);
  useEffect(() => {
    plan.run({ undo });
  }, [plan.run, undo]);

  const apply = async () => {
    const answer = await write.run({ undo });
    if (!answer?.ok) return;
    setDone(true);
    plan.reset();
  };
  const planAnew = () => {
    write.reset();
    plan.run({ undo });
  };
  const failure = write.failure ?? plan.failure;
  return (
    <main className="screen">
      <Header title={texts.git.title} />
      <GitState />
      {failure && <FailureBox failure={failure} onTryAgain={planAnew} />}
      {plan.pending && <p className="busy">{texts.stale.looking}</p>}
      {plan.value?.diff === '' && <p className="quiet-line">{texts.git.nothingToDo}</p>}
      {plan.value?.diff && (
        <section className="preview">
          <p>{fill(undo ? texts.git.undoPreview : texts.git.preview, { file: plan.value.file })}</p>
          <Diff text={plan.value.diff} />
        </section>
      )}
      {done && view.git && view.git.findings.length > 0 && <Findings findings={view.git.findings} />}
      <div className="actions">
        {plan.value?.diff && (
          <button type="button" className="button primary wide" disabled={write.pending} onClick={apply}>
            {texts.git.apply}
          </button>
        )}
        {done && (
          <button type="button" className="button primary wide" onClick={back}>
            {texts.stale.done}
          </button>
        )}
        <UndoButton undo={undo} done={done} onUndo={() => setUndo(true)} onBack={() => setUndo(false)} />
      </div>
    </main>
  );
}

interface UndoProps {
  readonly undo: boolean;
  readonly done: boolean;
  readonly onUndo: () => void;
  readonly onBack: () => void;
}

/** Offered where something is there to be undone, and not in the moment after it was written. */
function UndoButton({ undo, done, onUndo, onBack }: UndoProps) {
  const { texts, view } = useDaypass();
  if (done) return null;
  if (undo) {
    return (
      <button type="button" className="button wide" onClick={onBack}>
        {texts.signIn.cancel}
      </button>
    );
  }
  return view.git?.setUp ? (
    <button type="button" className="button wide" onClick={onUndo}>
      {texts.git.undo}
    </button>
  ) : null;
}
