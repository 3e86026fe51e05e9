/** The check-up: what was found, the worst first and each with what mends it; then what was checked, and more tools. */
import { useEffect } from 'react';
import { type DoctorReport, isAsked, mendsIn, notesIn, problemsIn } from '../../electron/core/doctor/report.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { CheckedList } from '../parts/CheckedList.tsx';
import { CopyReport } from '../parts/CopyReport.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Findings } from '../parts/Findings.tsx';
import { Page } from '../parts/Page.tsx';
import { Row } from '../parts/Row.tsx';
import { StateLine } from '../parts/StateLine.tsx';
import { useCall } from '../parts/use-call.ts';

export function Doctor() {
  const { api, texts, view, go } = useDaypass();
  const { run } = useCall(api.runDoctor);
  // Examined anew when something has changed that it would tell of.
  const ill = view.profiles.map(({ failure }) => failure);
  const told = JSON.stringify([view.git, view.stale, view.notices, ill]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what `told` is for
  useEffect(() => {
    void run();
  }, [run, told]);
  const report = view.doctor;
  return (
    <Page title={texts.doctor.title}>
      <Verdict report={report} />
      {report && <Problems report={report} onLook={run} />}
      {report && <CheckedList checks={report.checks} />}
      {report && <Notes report={report} />}
      <div className="rows">
        <Row icon="pass" label={texts.trial.title} onOpen={() => go({ at: 'try' })} />
        <Row icon="info" label={texts.explain.title} onOpen={() => go({ at: 'explain' })} />
        <Row icon="key" label={texts.policy.title} onOpen={() => go({ at: 'policy' })} />
        <Row icon="broom" label={texts.stale.clear} onOpen={() => go({ at: 'stale' })} />
      </div>
      <CopyReport />
    </Page>
  );
}

/** Good news is said once all has been looked at, and so is “all”: what is found later would stay. */
function Verdict({ report }: { report: DoctorReport | null }) {
  const { texts, go } = useDaypass();
  const { doctor } = texts;
  if (!report?.done) return <StateLine state="busy" text={doctor.looking} />;
  const problems = problemsIn(report);
  const n = problems.length;
  if (n === 0) return <StateLine state="good" text={doctor.allWell} />;
  const state = report.checks.some(({ verdict }) => verdict === 'error') ? 'error' : 'warning';
  const mends = report.checks.some(isAsked) ? [] : mendsIn(report);
  return (
    <StateLine state={state} text={n === 1 ? doctor.problem : fill(doctor.problems, { n })}>
      {mends.length > 1 && (
        <button type="button" className="button primary small" onClick={() => go({ at: 'mend', names: mends })}>
          {doctor.repairAll}
        </button>
      )}
    </StateLine>
  );
}

function Problems({ report, onLook }: { report: DoctorReport; onLook: () => Promise<unknown> }) {
  const { api, texts } = useDaypass();
  // A store that is locked asks the person; the next report tells what came of it.
  const askStores = () => api.findStale({ ask: true }).then(onLook);
  return problemsIn(report).map(({ check, finding, unknown }, i) => {
    const onTryAgain = check === 'keychain' ? askStores : onLook;
    // The same can be found twice, as a line in two files.
    const key = `${check} ${finding.failure.code} ${i}`;
    return unknown ? (
      <FailureBox key={key} failure={finding.failure} of={texts.doctor.checks[check]} onTryAgain={onTryAgain} />
    ) : (
      <Findings key={key} findings={[finding]} onTryAgain={onTryAgain} />
    );
  });
}

function Notes({ report }: { report: DoctorReport }) {
  const { texts } = useDaypass();
  const notes = notesIn(report);
  if (notes.length === 0) return null;
  return (
    <details className="fold notes">
      <summary>{fill(texts.doctor.notes, { n: notes.length })}</summary>
      <Findings findings={notes} />
    </details>
  );
}
