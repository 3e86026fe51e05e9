/** The check-up: every check with its mark as soon as it is known, what stands in the way, and what to do about it. */
import { useEffect } from 'react';
import { isAsked, mendsIn } from '../../electron/core/doctor/report.ts';
import { CopyReport } from '../parts/CopyReport.tsx';
import { DoctorCheck } from '../parts/DoctorCheck.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { Row } from '../parts/Row.tsx';
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
  // “All” is said once all has been looked at: what is found later would stay.
  const mends = report && !report.checks.some(isAsked) ? mendsIn(report) : [];
  // A store that is locked asks the person; the next report tells what came of it.
  const askStores = () => void api.findStale({ ask: true }).then(() => run());
  return (
    <Page title={texts.doctor.title}>
      {!report?.done && (
        <p className="busy" role="status">
          {texts.doctor.looking}
        </p>
      )}
      {report?.done && report.well && (
        <div className="all-well">
          <span className="emblem" data-good>
            <Icon name="check" />
          </span>
          <p>{texts.doctor.allWell}</p>
        </div>
      )}
      {mends.length > 1 && (
        <button type="button" className="button primary wide" onClick={() => go({ at: 'mend', names: mends })}>
          {texts.doctor.repairAll}
        </button>
      )}
      <ul className="checks">
        {report?.checks.map((checked) => (
          <DoctorCheck
            key={checked.name}
            checked={checked}
            onTryAgain={checked.name === 'keychain' ? askStores : () => void run()}
          />
        ))}
      </ul>
      <div className="rows">
        <Row
          icon="branch"
          label={view.git?.setUp ? texts.git.title : texts.git.setUp}
          onOpen={() => go({ at: 'git', change: 'set-up' })}
        />
        <Row icon="key" label={texts.policy.title} onOpen={() => go({ at: 'policy' })} />
        <Row icon="pass" label={texts.trial.title} onOpen={() => go({ at: 'try' })} />
        <Row icon="broom" label={texts.stale.clear} onOpen={() => go({ at: 'stale' })} />
        <Row icon="info" label={texts.explain.title} onOpen={() => go({ at: 'explain' })} />
      </div>
      <CopyReport />
    </Page>
  );
}
