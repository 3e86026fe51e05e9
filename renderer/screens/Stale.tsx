/** Stored CodeCommit passwords: what was found, deleting the temporary ones on the person's word, and what was left. */
import { useEffect } from 'react';
import type { StaleReport } from '../../electron/core/git/stale/stale-entries.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Page } from '../parts/Page.tsx';
import { StaleEntries } from '../parts/StaleEntries.tsx';
import { StateLine } from '../parts/StateLine.tsx';
import { useCall } from '../parts/use-call.ts';

export function Stale() {
  const { api, texts } = useDaypass();
  const find = useCall(api.findStale);
  const clear = useCall(api.clearStale);
  useEffect(() => {
    find.run({ ask: false });
  }, [find.run]);

  const { stale } = texts;
  const lookAgain = async () => {
    clear.reset();
    await find.run({ ask: true });
  };
  const busy = find.pending ? stale.looking : clear.pending ? stale.clearing : null;
  // What was found stays in sight while it is looked for again, or deleted.
  const report = clear.value ?? find.value ?? find.last;
  const failure = find.failure ?? clear.failure;
  const found = countOf(report, 'found');
  return (
    <Page title={stale.clear}>
      {busy ? (
        <StateLine state="busy" text={busy} />
      ) : (
        report && <Summary report={report} done={clear.value !== null} />
      )}
      {failure && <FailureBox failure={failure} onTryAgain={lookAgain} />}
      {report && (
        <>
          <StaleEntries entries={report.entries} />
          {report.failures.length > 0 && !clear.value && <h2>{stale.notLooked}</h2>}
          {report.failures.map(({ store, failure: why }) => (
            <FailureBox key={`${store} ${why.code}`} failure={why} onTryAgain={lookAgain} />
          ))}
          <Buttons found={found} pending={busy !== null} onDelete={() => clear.run()} />
        </>
      )}
    </Page>
  );
}

const countOf = (report: StaleReport | null, outcome: string): number =>
  report?.entries.filter((entry) => entry.outcome === outcome).length ?? 0;

/** Where a store could not be looked into, nobody knows that there is nothing. */
function Summary({ report, done }: { report: StaleReport; done: boolean }) {
  const { stale } = useDaypass().texts;
  const [found, removed, left] = ['found', 'removed', 'left'].map((outcome) => countOf(report, outcome));
  const kept = left ? fill(stale.left, { n: left }) : null;
  if (done && removed) return <StateLine state="good" text={fill(stale.removed, { n: removed })} hint={kept} />;
  if (done) return <StateLine state="info" text={stale.nothingToDelete} hint={kept} />;
  if (found) return <StateLine state="warning" text={fill(stale.found, { n: found })} hint={kept} />;
  return report.failures.length === 0 ? <StateLine state="good" text={stale.none} hint={kept} /> : null;
}

interface ButtonsProps {
  readonly found: number;
  readonly pending: boolean;
  readonly onDelete: () => void;
}

function Buttons({ found, pending, onDelete }: ButtonsProps) {
  const { texts, back } = useDaypass();
  return (
    <div className="actions">
      {found > 0 ? (
        <button type="button" data-first className="button danger wide" disabled={pending} onClick={onDelete}>
          {fill(texts.stale.delete, { n: found })}
        </button>
      ) : (
        <button type="button" data-first className="button primary wide" onClick={back}>
          {texts.stale.done}
        </button>
      )}
    </div>
  );
}
