/** The MFA devices of a key: AWS is asked by itself once for each key and region, where none is known, and whenever a person wants. */
import { useEffect, useRef, useState } from 'react';
import { REGION } from '../../electron/core/aws/names.ts';
import type { MfaDevice } from '../../electron/core/aws/port.ts';
import { type Failure, failure } from '../../electron/core/base/failure.ts';
import { useDaypass } from './daypass-context.ts';
import { useCall } from './use-call.ts';

export type Devices = ReturnType<typeof useDevices>;

interface Asked {
  /** The section that holds the key; null while there is none to ask with. */
  readonly source: string | null;
  readonly region: string;
  readonly serial: string | null;
  /** Of several the first is taken, as a person has a way to another. */
  readonly guesses: boolean;
}

export function useDevices({ source, region, serial, guesses }: Asked, onSerial: (serial: string) => void) {
  const { api } = useDaypass();
  const find = useCall(api.findDevices);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const askedOf = useRef('');
  const asks = source !== null && source !== '' && REGION.test(region) ? { source, region } : null;

  const pick = (list: readonly MfaDevice[]) => {
    const [first, ...others] = list.filter(makesCodes);
    if (first && (others.length === 0 || (guesses && !serial))) onSerial(first.serial);
  };
  const run = async () => {
    const answer = asks && (await find.run(asks));
    if (answer?.ok) pick(answer.value);
  };
  const look = async () => {
    setLookedAt(null);
    await run();
    setLookedAt(Date.now());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each key and region, not for each letter of the serial
  useEffect(() => {
    if (!asks) return;
    const key = `${asks.source} ${asks.region}`;
    const isSame = key === askedOf.current;
    askedOf.current = key;
    if (!isSame) {
      find.reset();
      setLookedAt(null);
    }
    // One that AWS's files or the profile already name is not asked for, and AWS is not asked twice of the same key.
    if (!serial && isSame && find.last) pick(find.last);
    else if (!serial) run();
  }, [asks?.source, asks?.region]);

  return {
    list: find.last ?? [],
    pending: find.pending,
    trouble: find.failure ?? troubleOf(find.last),
    /** When a person last had it looked up; null before, and meanwhile. */
    lookedAt,
    canLook: asks !== null,
    look,
    reset: find.reset,
  };
}

export const makesCodes = ({ kind }: MfaDevice): boolean => kind === 'totp';

function troubleOf(devices: readonly MfaDevice[] | null): Failure | null {
  if (!devices || devices.some(makesCodes)) return null;
  return failure(devices.length ? 'device.fido-only' : 'device.none');
}
