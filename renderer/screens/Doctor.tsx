/** The check-up: every check with its mark, what stands in the way, and what to do about it. */
import { useEffect } from 'react';
import { factsInView } from '../../electron/core/app/facts-in-view.ts';
import { report as firstReport } from '../../electron/core/doctor/report.ts';
import { DoctorCheck } from '../parts/DoctorCheck.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { Header } from '../parts/Header.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Row } from '../parts/Row.tsx';
import { useCall } from '../parts/use-call.ts';

export function Doctor() {
  const { api, texts, view, go } = useDaypass();
  const { run, value: report, last } = useCall(api.runDoctor);
  // Examined anew when something has changed that it would tell of.
  const ill = view.profiles.map(({ failure }) => failure);
  const told = JSON.stringify([view.git, view.stale, view.notices, ill]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what `told` is for
  useEffect(() => {
    void run();
  }, [run, told]);
  const shown = report ?? last ?? firstReport(factsInView(view));
  const mendable = view.git?.findings.some(({ mend }) => mend === 'remove');
  return (
    <main className="screen">
      <Header title={texts.doctor.title} />
      {shown.well && (
        <div className="all-well">
          <span className="emblem" data-good>
            <Icon name="check" />
          </span>
          <p>{texts.doctor.allWell}</p>
        </div>
      )}
      <ul className="checks">
        {shown.checks.map((checked) => (
          <DoctorCheck key={checked.name} checked={checked} />
        ))}
      </ul>
      <div className="rows">
        <Row
          icon="branch"
          label={view.git?.setUp ? texts.git.title : texts.git.setUp}
          onOpen={() => go({ at: 'git', change: 'set-up' })}
        />
        {mendable && <Row icon="branch" label={texts.git.mend} onOpen={() => go({ at: 'git', change: 'mend' })} />}
        <Row icon="pass" label={texts.trial.title} onOpen={() => go({ at: 'try' })} />
        <Row icon="broom" label={texts.stale.clear} onOpen={() => go({ at: 'stale' })} />
      </div>
    </main>
  );
}
