/** What the doctor would change, to be seen whole before it is done. */
import { useEffect } from 'react';
import type { MendName } from '../../electron/core/doctor/mend.ts';
import { Diff } from '../parts/Diff.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Page } from '../parts/Page.tsx';
import { StateLine } from '../parts/StateLine.tsx';
import { useCall } from '../parts/use-call.ts';

export function Mend({ names }: { names: readonly MendName[] }) {
  const { api, texts, back } = useDaypass();
  const { doctor } = texts;
  const plan = useCall(api.planMends);
  const mend = useCall(api.mend);
  useEffect(() => {
    plan.run({ names });
  }, [plan.run, names]);
  const planAnew = async () => {
    mend.reset();
    await plan.run({ names });
  };
  const failure = mend.failure ?? plan.failure;
  const changes = plan.value?.filter(({ text }) => text !== '') ?? [];
  const [first, second] = changes;
  const apply = async () => {
    const answer = await mend.run({ names: changes.map(({ name }) => name) });
    if (answer?.ok) back();
  };
  return (
    <Page title={doctor.repairTitle}>
      {plan.pending && <StateLine state="busy" text={doctor.looking} />}
      {failure && <FailureBox failure={failure} onTryAgain={planAnew} />}
      {plan.value && !first && <p className="quiet-line">{doctor.nothingToRepair}</p>}
      {changes.map(({ name, text }) => (
        <section key={name} className="preview">
          <h2>{doctor.mends[name]}</h2>
          <Diff text={text} open={!second} />
        </section>
      ))}
      <div className="actions">
        {first && (
          <button
            type="button"
            data-first
            className="button primary wide"
            disabled={mend.pending}
            data-busy={mend.pending || undefined}
            onClick={apply}
          >
            {second ? doctor.repairAll : doctor.mendButtons[first.name]}
          </button>
        )}
        <button type="button" className="button wide" onClick={back}>
          {texts.signIn.cancel}
        </button>
      </div>
    </Page>
  );
}
