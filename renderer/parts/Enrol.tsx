/** Sets up a new MFA device: its secret goes to an authenticator, or into the keyring, and two codes take it into use. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { BegunEnrolment } from '../../electron/core/enrolment/enrolments.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { AskAdministrator } from './AskAdministrator.tsx';
import { useDaypass } from './daypass-context.ts';
import { EnrolSecret } from './EnrolSecret.tsx';
import { FailureBox } from './FailureBox.tsx';
import { TwoCodes } from './TwoCodes.tsx';
import { useCall } from './use-call.ts';
import { Warning } from './Warning.tsx';

interface Props {
  readonly source: string;
  readonly region: string;
  /** The device is in use; its codes so far are spent. */
  readonly onEnrolled: (serial: string) => void;
  readonly onCancel: () => void;
}

export function Enrol({ source, region, onEnrolled, onCancel }: Props) {
  const { api, texts } = useDaypass();
  const { enrol } = texts;
  const begin = useCall(api.beginEnrolment);
  const again = () => begin.run({ source, region });
  // What is saved then is what the form holds at that time, not when it was begun.
  const latest = useRef(onEnrolled);
  useEffect(() => {
    latest.current = onEnrolled;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run makes a device at AWS
  useEffect(() => {
    again();
    // The authenticator may be another window, and the popover closes when one is in front.
    api.stayOpen({ stay: true });
    return () => {
      api.stayOpen({ stay: false });
      api.dropEnrolment();
    };
  }, []);
  return (
    <section className="enrol" aria-label={enrol.title}>
      {begin.pending && !begin.failure && <p className="busy">{enrol.beginning}</p>}
      {begin.failure && (
        <>
          <FailureBox failure={begin.failure} onTryAgain={again} />
          <AskAdministrator failure={begin.failure} />
        </>
      )}
      {begin.value && (
        <Begun
          key={begin.value.serial}
          begun={begin.value}
          onBeginAgain={again}
          onEnrolled={(serial) => latest.current(serial)}
        />
      )}
      <button type="button" className="button quiet" onClick={onCancel}>
        {enrol.cancel}
      </button>
    </section>
  );
}

/** Only with another device it can go on; after all else the next two codes are tried. */
const isOver = ({ code }: Failure) => code === 'enrol.over' || code === 'enrol.gone';

interface BegunProps {
  readonly begun: BegunEnrolment;
  readonly onBeginAgain: () => void;
  readonly onEnrolled: (serial: string) => void;
}

function Begun({ begun: { serial, name, taken, left }, onBeginAgain, onEnrolled }: BegunProps) {
  const { api, texts } = useDaypass();
  const { enrol } = texts;
  const enable = useCall(api.enableEnrolment);
  const [refusals, setRefusals] = useState(0);
  const [keeps, setKeeps] = useState(false);
  const give = async (first: string, second: string) => {
    const answer = await enable.run({ first, second });
    if (answer?.ok) onEnrolled(serial);
    else setRefusals((n) => n + 1);
  };
  const names = taken.join(', ');
  return (
    <>
      {taken.length > 0 && <p className="note">{fill(enrol.taken, { names, name })}</p>}
      {left.length > 0 && <p className="note">{enrol.left}</p>}
      {keeps ? (
        <Keep serial={serial} onBeginAgain={onBeginAgain} onEnrolled={onEnrolled} />
      ) : (
        <>
          <EnrolSecret onBeginAgain={onBeginAgain} />
          {enable.failure && (
            <>
              <FailureBox failure={enable.failure} onTryAgain={isOver(enable.failure) ? onBeginAgain : undefined} />
              <AskAdministrator failure={enable.failure} />
            </>
          )}
          <TwoCodes disabled={enable.pending} refusals={refusals} onCodes={give} />
          <button type="button" className="link" disabled={enable.pending} onClick={() => setKeeps(true)}>
            {enrol.instead}
          </button>
        </>
      )}
    </>
  );
}

function Keep({ serial, onBeginAgain, onEnrolled }: Omit<BegunProps, 'begun'> & { readonly serial: string }) {
  const { api, texts } = useDaypass();
  const { enrol, totp } = texts;
  const keep = useCall(api.keepEnrolment);
  const run = async () => {
    if ((await keep.run())?.ok) onEnrolled(serial);
  };
  return (
    <>
      <Warning title={totp.warningTitle}>{totp.warning}</Warning>
      {keep.pending && (
        <p className="busy" role="status">
          {enrol.keeping}
        </p>
      )}
      {keep.failure && (
        <>
          <FailureBox failure={keep.failure} onTryAgain={isOver(keep.failure) ? onBeginAgain : run} />
          <AskAdministrator failure={keep.failure} />
        </>
      )}
      <button type="button" className="button primary wide" disabled={keep.pending} onClick={run}>
        {enrol.keep}
      </button>
    </>
  );
}
