/** What stands in the way, each with what to do about it. */
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Findings } from '../parts/Findings.tsx';
import { GitState } from '../parts/GitState.tsx';
import { Header } from '../parts/Header.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Row } from '../parts/Row.tsx';

export function Doctor() {
  const { texts, view, go } = useDaypass();
  const findings = view.git?.findings ?? [];
  const well = findings.length === 0 && view.notices.length === 0 && view.git?.setUp;
  return (
    <main className="screen">
      <Header title={texts.doctor.title} />
      {well && (
        <div className="all-well">
          <span className="emblem" data-good>
            <Icon name="check" />
          </span>
          <p>{texts.doctor.allWell}</p>
        </div>
      )}
      {view.notices.map((failure) => (
        <FailureBox key={`${failure.code} ${JSON.stringify(failure.params)}`} failure={failure} />
      ))}
      <GitState />
      {findings.length > 0 && <Findings findings={findings} />}
      <div className="rows">
        <Row
          icon="branch"
          label={view.git?.setUp ? texts.git.title : texts.git.setUp}
          onOpen={() => go({ at: 'git', change: 'set-up' })}
        />
        {findings.some(({ mend }) => mend === 'remove') && (
          <Row icon="branch" label={texts.git.mend} onOpen={() => go({ at: 'git', change: 'mend' })} />
        )}
        <Row icon="broom" label={texts.stale.clear} onOpen={() => go({ at: 'stale' })} />
      </div>
    </main>
  );
}
