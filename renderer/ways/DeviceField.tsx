/** Finds the MFA device of a key by itself; where AWS does not tell, or it is the wrong one, the ARN is typed. */
import { useEffect, useId, useState } from 'react';
import { REGION } from '../../electron/core/aws/names.ts';
import type { MfaDevice } from '../../electron/core/aws/port.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { failure as failureOf } from '../../electron/core/base/failure.ts';
import { Choice } from '../parts/Choice.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { Enrol } from '../parts/Enrol.tsx';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Field, Group } from '../parts/Field.tsx';
import { useCall } from '../parts/use-call.ts';

interface Props {
  readonly source: string;
  readonly region: string;
  readonly serial: string;
  readonly error: string | undefined;
  readonly onSerial: (serial: string) => void;
  /** A new device was set up. */
  readonly onEnrolled: (serial: string) => void;
  /** Where there are security keys alone: those sign in in the browser. */
  readonly onBrowser: () => void;
}

export function DeviceField({ source, region, serial, error, onSerial, onEnrolled, onBrowser }: Props) {
  const { api, texts } = useDaypass();
  const find = useCall(api.findDevices);
  const [typing, setTyping] = useState(false);
  const [enrolling, setEnrolling] = useState(false);
  const name = useId();

  const look = async () => {
    setTyping(false);
    const answer = await find.run({ source, region });
    if (!answer?.ok) return;
    const able = answer.value.filter(({ kind }) => kind === 'totp');
    const [only] = able;
    if (able.length === 1 && only) onSerial(only.serial);
    else if (!able.some((device) => device.serial === serial)) onSerial('');
  };
  const canLook = source !== '' && REGION.test(region);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each key and region, not for each letter of the serial
  useEffect(() => {
    // One that AWS's files or the profile already name is not asked for.
    if (canLook && !serial) look();
  }, [source, canLook ? region : '']);

  if (enrolling) {
    const enrolled = (made: string) => {
      setEnrolling(false);
      // That there is none is no longer so.
      find.reset();
      onEnrolled(made);
    };
    return <Enrol source={source} region={region} onEnrolled={enrolled} onCancel={() => setEnrolling(false)} />;
  }
  if (find.pending) {
    return (
      <div className="field">
        <span className="label">{texts.setup.device}</span>
        <p className="busy" role="status">
          {texts.setup.finding}
        </p>
      </div>
    );
  }
  const trouble = find.failure ?? (find.value && troubleOf(find.value));
  const enrol = { label: texts.enrol.begin, run: () => setEnrolling(true) };
  const browser = { label: texts.browser.instead, run: onBrowser };
  // Who may not list devices may have one all the same.
  const mendOf = ({ code }: Failure) =>
    code === 'device.fido-only' ? browser : code === 'device.none' && canLook ? enrol : null;
  if (find.value?.some(({ kind }) => kind === 'totp') && !typing) {
    return (
      <Group label={texts.setup.device} error={error}>
        <div className="choice-list">
          {find.value.map((device) => (
            <Choice
              key={device.serial}
              name={name}
              label={shortName(device)}
              about={device.kind === 'fido' ? texts.setup.fidoDevice : accountOf(device)}
              checked={device.serial === serial}
              disabled={device.kind === 'fido'}
              onChoose={() => onSerial(device.serial)}
            />
          ))}
        </div>
        <button type="button" className="link" onClick={() => setTyping(true)}>
          {texts.setup.typeDevice}
        </button>
      </Group>
    );
  }
  return (
    <>
      {trouble && (
        <div ref={bringIntoSight} className="device-trouble">
          <FailureBox failure={trouble} onTryAgain={look} mend={mendOf(trouble)} />
          {(trouble.code === 'device.list-denied' || trouble.code === 'device.fido-only') && (
            <button type="button" className="button wide" disabled={!canLook} onClick={enrol.run}>
              {enrol.label}
            </button>
          )}
        </div>
      )}
      <Field label={texts.setup.device} error={error}>
        {(ids) => (
          <div className="with-button">
            <input
              {...ids}
              type="text"
              spellCheck={false}
              placeholder={texts.setup.deviceHint}
              value={serial}
              onChange={(event) => onSerial(event.target.value.trim())}
            />
            <button type="button" className="button" disabled={!canLook} onClick={look}>
              {texts.setup.findDevice}
            </button>
          </div>
        )}
      </Field>
    </>
  );
}

/** It comes when one is waiting for it, and may lie beneath the edge, where only Save is seen. */
const bringIntoSight = (trouble: HTMLElement | null) => trouble?.scrollIntoView?.({ block: 'nearest' });

function troubleOf(devices: readonly MfaDevice[]): Failure | null {
  if (devices.some(({ kind }) => kind === 'totp')) return null;
  return failureOf(devices.length ? 'device.fido-only' : 'device.none');
}

const shortName = ({ serial }: MfaDevice) => serial.slice(serial.lastIndexOf('/') + 1);
const accountOf = ({ serial }: MfaDevice) => serial.split(':')[4];
