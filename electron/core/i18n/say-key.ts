/** A long-term key in words: how old it is, and when and by what it was last used. */
import type { EpochMs } from '../base/time.ts';
import { fill } from './say.ts';
import type { Messages } from './words.ts';

const DAY_MS = 24 * 3_600_000;

interface SaidKey {
  readonly active: boolean;
  readonly created: EpochMs;
  readonly lastUsed: { readonly at: EpochMs; readonly service: string } | 'unknown' | null;
}

export const daysSince = (at: EpochMs, now: EpochMs): number => Math.max(0, Math.floor((now - at) / DAY_MS));

/** 'created 214 days ago, last used today by codecommit'; `now` is AWS's time. */
export function sayKey(
  { active, created, lastUsed }: SaidKey,
  now: EpochMs,
  { rotation }: Messages,
): readonly string[] {
  const days = daysSince(created, now);
  const age = days === 0 ? rotation.createdToday : fill(rotation.created, { n: days });
  return [age, sayUse(lastUsed, now, rotation), ...(active ? [] : [rotation.inactive])];
}

function sayUse(lastUsed: SaidKey['lastUsed'], now: EpochMs, rotation: Messages['rotation']): string {
  if (lastUsed === null) return rotation.neverUsed;
  if (lastUsed === 'unknown') return rotation.useUnknown;
  const { at, service } = lastUsed;
  const n = daysSince(at, now);
  return n === 0 ? fill(rotation.usedToday, { service }) : fill(rotation.used, { n, service });
}
