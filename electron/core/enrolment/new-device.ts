/** Makes a virtual MFA device under a name that is free: what a setup that was broken off has left keeps its own. */
import type { LongTermKey } from '../aws/credentials.ts';
import type { Iam, NewMfaDevice } from '../aws/port.ts';
import { FailureError, failureOf } from '../base/failure.ts';

export interface MadeDevice extends NewMfaDevice {
  readonly name: string;
  /** Names that were taken. */
  readonly taken: readonly string[];
  /** Those of them that are known to be of devices that belong to nobody. */
  readonly left: readonly string[];
}

/** Who begins so often and never ends needs somebody who deletes what is left. */
const MOST_NAMES = 20;
const never = new AbortController().signal;

/** Rejects with a FailureError, as enrol.denied or enrol.name-taken. */
export async function newDevice(iam: Iam, key: LongTermKey, region: string, user: string): Promise<MadeDevice> {
  const taken: string[] = [];
  for (const name of namesFor(user)) {
    try {
      const made = await iam.createMfaDevice(key, region, name, never);
      return { ...made, name, taken, left: await leftOf(iam, key, region, taken) };
    } catch (thrown) {
      const { code } = failureOf(thrown);
      // An older example of AWS's lets a user make one device alone, called as the user.
      if (code === 'enrol.denied' && taken.length === 0) return ofUser(iam, key, region, user, thrown);
      if (code !== 'enrol.name-taken') throw thrown;
      taken.push(name);
    }
  }
  throw new FailureError('enrol.name-taken');
}

const namesFor = (user: string): readonly string[] =>
  Array.from({ length: MOST_NAMES }, (_, at) => (at === 0 ? `${user}-daypass` : `${user}-daypass-${at + 1}`));

async function ofUser(iam: Iam, key: LongTermKey, region: string, name: string, denied: unknown): Promise<MadeDevice> {
  const made = await iam.createMfaDevice(key, region, name, never).catch((thrown) => {
    throw failureOf(thrown).code === 'enrol.denied' ? denied : thrown;
  });
  return { ...made, name, taken: [], left: [] };
}

/** Whoever may not list them is not told. */
async function leftOf(
  iam: Iam,
  key: LongTermKey,
  region: string,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const serials = await iam.unassignedMfaDevices(key, region, never).catch(() => []);
  return names.filter((name) => serials.some((serial) => serial.endsWith(`:mfa/${name}`)));
}
