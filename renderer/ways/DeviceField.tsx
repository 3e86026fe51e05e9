/** The MFA device of a key: chosen from those that AWS names; where it does not tell, or it is another, its ARN is typed. */
import { useId, useState } from 'react';
import type { MfaDevice } from '../../electron/core/aws/port.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { Choice } from '../parts/Choice.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Field } from '../parts/Field.tsx';
import { Group } from '../parts/Group.tsx';
import { Icon } from '../parts/Icon.tsx';
import { type Devices, makesCodes } from '../parts/use-devices.ts';
import { useExplain } from '../parts/use-explain.ts';
import { deviceOfUser } from './device-of-user.ts';

interface Props {
  readonly devices: Devices;
  readonly serial: string;
  readonly error: string | undefined;
  readonly onSerial: (serial: string) => void;
  /** A new device is to be set up. */
  readonly onEnrol: () => void;
  /** Where there are security keys alone: those sign in in the browser. */
  readonly onBrowser: () => void;
}

export function DeviceField(props: Props) {
  const { devices, serial, error, onSerial } = props;
  const { texts } = useDaypass();
  const { setup } = texts;
  const [typing, setTyping] = useState(false);
  const name = useId();
  const able = devices.list.filter(makesCodes);
  // What was typed is never out of sight.
  const isOther = serial !== '' && !able.some((device) => device.serial === serial);
  if (able.length > 0 && !typing && !isOther) {
    return (
      <Group label={setup.device} error={error}>
        <div className="choice-list">
          {devices.list.map((device) => (
            <Choice
              key={device.serial}
              name={name}
              label={shortName(device)}
              about={makesCodes(device) ? accountOf(device) : setup.fidoDevice}
              checked={device.serial === serial}
              disabled={!makesCodes(device)}
              onChoose={() => onSerial(device.serial)}
            />
          ))}
        </div>
        <button type="button" className="link" onClick={() => setTyping(true)}>
          {setup.typeDevice}
        </button>
      </Group>
    );
  }
  return (
    <>
      {devices.trouble && <DeviceTrouble {...props} trouble={devices.trouble} />}
      <TypedDevice {...props} onLook={() => void devices.look().then(() => setTyping(false))} />
    </>
  );
}

/** Why AWS does not name it, and the ways on. Those that are not of the device are said as everywhere. */
function DeviceTrouble({ devices, trouble, onEnrol, onBrowser }: Props & { readonly trouble: Failure }) {
  const { texts, go } = useDaypass();
  const { cause, fix } = useExplain(trouble);
  if (!trouble.code.startsWith('device.')) return <FailureBox failure={trouble} onTryAgain={devices.look} />;
  const isDenied = trouble.code === 'device.list-denied';
  const enrol = { label: texts.enrol.begin, run: onEnrol };
  const browser = { label: texts.browser.instead, run: onBrowser };
  const first = isDenied ? null : trouble.code === 'device.fido-only' ? browser : enrol;
  return (
    <>
      <p className="note" role="status">
        <Icon name="warning" />
        {/* What else the buttons say. */}
        <span>{isDenied ? `${cause} ${fix}` : cause}</span>
      </p>
      {first && (
        <button type="button" className="button wide" onClick={first.run}>
          {first.label}
        </button>
      )}
      {/* Who may not list devices may have one all the same. */}
      {first !== enrol && (
        <p className="links">
          <button type="button" className="link" onClick={enrol.run}>
            {enrol.label}
          </button>
          {isDenied && (
            <button type="button" className="link" onClick={() => go({ at: 'policy' })}>
              {texts.fixes['open-policy']}
            </button>
          )}
        </p>
      )}
    </>
  );
}

function TypedDevice({ devices, serial, error, onSerial, onLook }: Props & { readonly onLook: () => void }) {
  const { texts, view } = useDaypass();
  const { setup } = texts;
  const [isEarly, setEarly] = useState(false);
  const { lookedAt, pending, canLook } = devices;
  const device = deviceOfUser(serial);
  const looked = lookedAt !== null && fill(setup.lookedUp, { time: clockTime(lookedAt, view.language, lookedAt) });
  const wrong = device ? setup.invalid.user : isEarly && !canLook ? setup.invalid.regionFirst : error;
  const look = () => {
    setEarly(!canLook);
    if (canLook) onLook();
  };
  return (
    <Field label={setup.device} hint={looked || setup.deviceHint} error={wrong}>
      {(ids) => (
        <>
          <div className="with-button">
            <input
              {...ids}
              type="text"
              spellCheck={false}
              value={serial}
              onChange={(event) => onSerial(event.target.value.trim())}
            />
            {/* It stays enabled, so that the focus stays on it. */}
            <button
              type="button"
              className="button"
              data-busy={pending || undefined}
              onClick={pending ? undefined : look}
            >
              {pending ? setup.finding : setup.findDevice}
            </button>
          </div>
          {device && (
            <button type="button" className="button small" title={device} onClick={() => onSerial(device)}>
              {fill(setup.useDevice, { serial: device })}
            </button>
          )}
        </>
      )}
    </Field>
  );
}

const shortName = ({ serial }: MfaDevice) => serial.slice(serial.lastIndexOf('/') + 1);
const accountOf = ({ serial }: MfaDevice) => serial.split(':')[4];
