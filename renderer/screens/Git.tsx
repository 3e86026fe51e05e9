/** How git stands with Daypass, and each change of that: what it comes to first, the exact lines one click away, then the button. */
import { type ReactNode, useEffect, useState } from 'react';
import { lineFound } from '../../electron/core/doctor/checks/git-checks.ts';
import { trialTarget } from '../../electron/core/doctor/trial-target.ts';
import type { GitChange } from '../../electron/core/git/config/config-plan.ts';
import type { GitPreview } from '../../electron/core/git/config/setup.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { Diff } from '../parts/Diff.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Findings } from '../parts/Findings.tsx';
import { GitState } from '../parts/GitState.tsx';
import { Page } from '../parts/Page.tsx';
import { Repositories } from '../parts/Repositories.tsx';
import { Uses } from '../parts/Uses.tsx';
import { useCall } from '../parts/use-call.ts';

export function Git({ wanted }: { wanted: GitChange }) {
  const { api, texts, view, back } = useDaypass();
  const [change, setChange] = useState(wanted);
  const [done, setDone] = useState(false);
  // As one came: it is set up a moment before the answer says so, and no label changes for that.
  const [again] = useState(view.git?.setUp === true);
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
  const planAnew = async () => {
    write.reset();
    await plan.run({ change });
  };
  const failure = write.failure ?? plan.failure;
  const { value } = plan;
  const isChange = value !== null && value.diff !== '';
  const isSetUp = view.git?.setUp === true;
  const { git } = texts;
  const verb = change !== 'set-up' ? git[change] : again ? git.setUpAgain : git.setUp;
  return (
    <Page title={done || (change === 'set-up' && again) ? git.title : verb}>
      <GitState />
      {failure && <FailureBox failure={failure} onTryAgain={planAnew} />}
      {isChange && <Preview change={change} plan={value} />}
      {value?.diff === '' && !isSetUp && <p className="quiet-line">{git.nothingToDo}</p>}
      {done && change === 'set-up' && <FirstClone />}
      {done && view.git && <Findings findings={view.git.findings.map(lineFound)} />}
      {!done && change === 'set-up' && (
        <>
          {(isSetUp || view.uses.length > 0) && <Uses />}
          <Repositories />
        </>
      )}
      <div className="actions">
        {isChange && (
          <Apply change={change} pending={write.pending} onApply={apply}>
            {verb}
          </Apply>
        )}
        {done && (
          <button type="button" data-first className="button primary wide" onClick={back}>
            {texts.stale.done}
          </button>
        )}
        {!done && <OtherWay change={change} onChange={setChange} />}
      </div>
    </Page>
  );
}

/** What is taken out is shown at once: it is a person's own. */
function Preview({ change, plan: { diff, hosts } }: { change: GitChange; plan: GitPreview }) {
  const { texts } = useDaypass();
  const n = change === 'mend' ? diff.split('\n').filter((line) => /^-(?!-- )/.test(line)).length : hosts;
  return (
    <section className="preview">
      <p>{fill(texts.git.effects[change], { n })}</p>
      <Diff text={diff} open={change === 'mend'} />
    </section>
  );
}

interface ApplyProps {
  readonly change: GitChange;
  readonly pending: boolean;
  readonly onApply: () => void;
  readonly children: ReactNode;
}

function Apply({ change, pending, onApply, children }: ApplyProps) {
  const tone = change === 'set-up' ? 'primary' : 'danger';
  return (
    <button
      type="button"
      data-first
      className={`button ${tone} wide`}
      disabled={pending}
      data-busy={pending || undefined}
      onClick={onApply}
    >
      {children}
    </button>
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

interface OtherWayProps {
  readonly change: GitChange;
  readonly onChange: (change: GitChange) => void;
}

/** The way back is offered where something is there to be undone. */
function OtherWay({ change, onChange }: OtherWayProps) {
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
