/** How a hop of a trial came out. */
import { type Failure, failure, failureOf } from '../base/failure.ts';
import type { Hop, HopName } from './trial.ts';

/** What is not known, as a list that this user may not see, stands in nobody's way. */
const NOT_KNOWN: readonly Failure['code'][] = ['device.list-denied', 'policy.denied'];

export const good = (name: HopName, evidence: readonly string[]): Hop => ({
  name,
  verdict: 'good',
  failure: null,
  evidence,
});

export function bad(name: HopName, why: Failure): Hop {
  const isUnknown = name === 'device' && NOT_KNOWN.includes(why.code);
  return { name, verdict: isUnknown ? 'unknown' : 'error', failure: why, evidence: [] };
}

export const skipped = (names: readonly HopName[]): readonly Hop[] =>
  names.map((name) => ({ name, verdict: 'skipped', failure: null, evidence: [] }));

/** What was seen, or what went wrong with what it was asked. Never rejects. */
export async function hop(
  name: HopName,
  go: () => Promise<readonly string[]>,
  evidence: readonly string[] = [],
  profile = '',
): Promise<Hop> {
  try {
    return good(name, await go());
  } catch (thrown) {
    return { ...bad(name, withProfile(failureOf(thrown), profile)), evidence };
  }
}

export const withProfile = ({ code, params }: Failure, profile: string): Failure =>
  failure(code, { profile, ...params });
