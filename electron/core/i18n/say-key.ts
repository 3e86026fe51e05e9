/** A long-term key in words: how old it is, and when and by what it was last used. */
import type { EpochMs } from '../base/time.ts';
import { daysAgo } from './ago.ts';
import { fill } from './say.ts';
import type { Language, PageMessages } from './words.ts';

const DAY_MS = 24 * 3_600_000;

interface SaidKey {
  readonly active: boolean;
  readonly created: EpochMs;
  readonly lastUsed: { readonly at: EpochMs; readonly service: string } | 'unknown' | null;
}

export const daysSince = (at: EpochMs, now: EpochMs): number => Math.max(0, Math.floor((now - at) / DAY_MS));

/** '214 days ago'; `now` is AWS's time. */
export const ageOfKey = ({ created }: SaidKey, now: EpochMs, language: Language): string =>
  daysAgo(daysSince(created, now), language);

/** 'today by codecommit', as the value of a fact. */
export function lastUseOfKey(
  { lastUsed }: SaidKey,
  now: EpochMs,
  { rotation }: PageMessages,
  language: Language,
): string {
  const { facts } = rotation;
  if (lastUsed === null) return facts.never;
  if (lastUsed === 'unknown') return facts.notSaid;
  return fill(facts.by, { when: daysAgo(daysSince(lastUsed.at, now), language), service: lastUsed.service });
}

/** 'created 214 days ago, last used today by codecommit', as parts of one sentence. */
export function sayKey(key: SaidKey, now: EpochMs, messages: PageMessages, language: Language): readonly string[] {
  const { created, lastUsed, neverUsed, useUnknown, inactive } = messages.rotation;
  const use =
    key.lastUsed === null
      ? neverUsed
      : key.lastUsed === 'unknown'
        ? useUnknown
        : fill(lastUsed, { use: lastUseOfKey(key, now, messages, language) });
  return [fill(created, { when: ageOfKey(key, now, language) }), use, ...(key.active ? [] : [inactive])];
}
