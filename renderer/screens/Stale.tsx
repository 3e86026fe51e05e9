/** Stored CodeCommit passwords: what was found, deleting the temporary ones on the person's word, and what was left. */
import { useEffect } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { StaleEntries } from '../parts/StaleEntries.tsx';
import { useCall } from '../parts/use-call.ts';

export function Stale() {
  const { api, texts } = useDaypass();
  const find = useCall(api.findStale);
  const clear = useCall(api.clearStale);
  useEffect(() => {
    find.run({ ask: false });
  }, [find.run]);

  const { stale } = texts;
  const lookAgain = () => {
    clear.reset();
    find.run({ ask: true });
  };
  const report = clear.value ?? find.value;
  const count = (outcome: string) => report?.entries.filter((entry) => entry.outcome === outcome).length ?? 0;
  const failure = find.failure ?? clear.failure;
  const busy = find.pending ? stale.looking : clear.pending ? stale.clearing : null;
  return (
    <Page title={stale.clear}>
      {busy && (
        <p className="busy" role="status">
          {busy}
        </p>
      )}
      {failure && <FailureBox failure={failure} onTryAgain={lookAgain} />}
      {report && !busy && (
        <>
          <Summary
            done={clear.value !== null}
            sure={report.failures.length === 0}
            found={count('found')}
            removed={count('removed')}
            left={count('left')}
          />
          <StaleEntries entries={report.entries} />
          {report.failures.length > 0 && !clear.value && <h2>{stale.notLooked}</h2>}
          {report.failures.map(({ store, failure: why }) => (
            <FailureBox key={`${store} ${why.code}`} failure={why} onTryAgain={lookAgain} />
          ))}
          <Buttons found={clear.value ? 0 : count('found')} onDelete={() => clear.run()} />
        </>
      )}
    </Page>
  );
}

interface Counts {
  readonly done: boolean;
  /** Every store could be looked into. */
  readonly sure: boolean;
  readonly found: number;
  readonly removed: number;
  readonly left: number;
}

function Summary({ done, sure, found, removed, left }: Counts) {
  const { stale } = useDaypass().texts;
  if (!done && found === 0) return sure ? <Good text={stale.none} /> : null;
  return (
    <>
      {done && (removed > 0 ? <Good text={fill(stale.removed, { n: removed })} /> : <p>{stale.nothingToDelete}</p>)}
      {!done && <p className="summary">{fill(stale.found, { n: found + left })}</p>}
      {done && left > 0 && <p className="summary">{fill(stale.left, { n: left })}</p>}
    </>
  );
}

function Good({ text }: { text: string }) {
  return (
    <div className="state-line" data-good role="status">
      <Icon name="check" />
      <span>{text}</span>
    </div>
  );
}

function Buttons({ found, onDelete }: { found: number; onDelete: () => void }) {
  const { texts, back } = useDaypass();
  return (
    <div className="actions">
      {found > 0 ? (
        <button type="button" className="button danger wide" onClick={onDelete}>
          {fill(texts.stale.delete, { n: found })}
        </button>
      ) : (
        <button type="button" className="button primary wide" onClick={back}>
          {texts.stale.done}
        </button>
      )}
    </div>
  );
}
