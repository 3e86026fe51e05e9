/** Sets git up to ask Daypass, takes it back, or takes out what is in the way: never without the exact change having been seen. */
import { useEffect, useState } from 'react';
import { lineFound } from '../../electron/core/doctor/checks/git-checks.ts';
import { trialTarget } from '../../electron/core/doctor/trial-target.ts';
import type { GitChange } from '../../electron/core/git/config/config-plan.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { Diff } from '../parts/Diff.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Findings } from '../parts/Findings.tsx';
import { GitState } from '../parts/GitState.tsx';
import { Page } from '../parts/Page.tsx';
import { useCall } from '../parts/use-call.ts';

export function Git({ wanted }: { wanted: GitChange }) {
  const { api, texts, view, back } = useDaypass();
  const [change, setChange] = useState(wanted);
  const [done, setDone] = useState(false);
  const plan = useCall(api.planGit);
  const write = useCall(api.applyGit);
  useEffect(() => {
    plan.run({ change });
  }, [plan.run, change]);

  const apply = async () => {
    const answer = await write.run({ change });
    if (!answer?.ok) return;
    setDone(true);
    plan.reset();
  };
  const planAnew = () => {
    write.reset();
    plan.run({ change });
  };
  const failure = write.failure ?? plan.failure;
  return (
    <Page title={texts.git.title}>
      <GitState />
      {failure && <FailureBox failure={failure} onTryAgain={planAnew} />}
      {plan.pending && <p className="busy">{texts.stale.looking}</p>}
      {plan.value?.diff === '' && <p className="quiet-line">{texts.git.nothingToDo}</p>}
      {plan.value?.diff && (
        <section className="preview">
          <p>{fill(texts.git.previews[change], { file: plan.value.file })}</p>
          <Diff text={plan.value.diff} named />
        </section>
      )}
      {done && change === 'set-up' && <FirstClone />}
      {done && view.git && <Findings findings={view.git.findings.map(lineFound)} />}
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
        {!done && <UndoButton change={change} onChange={setChange} />}
      </div>
    </Page>
  );
}

/** Where the repositories are, for who has none yet. */
function FirstClone() {
  const { texts, view } = useDaypass();
  const url = view.profiles[0] && trialTarget('NAME', view.profiles[0].region)?.url;
  return (
    url && (
      <section className="preview first-clone">
        <p>{texts.git.clone}</p>
        <code>git clone {url}</code>
      </section>
    )
  );
}

interface UndoProps {
  readonly change: GitChange;
  readonly onChange: (change: GitChange) => void;
}

/** Offered where something is there to be undone. */
function UndoButton({ change, onChange }: UndoProps) {
  const { texts, view } = useDaypass();
  if (change === 'undo') {
    return (
      <button type="button" className="button wide" onClick={() => onChange('set-up')}>
        {texts.signIn.cancel}
      </button>
    );
  }
  return change === 'set-up' && view.git?.setUp ? (
    <button type="button" className="button wide" onClick={() => onChange('undo')}>
      {texts.git.undo}
    </button>
  ) : null;
}
