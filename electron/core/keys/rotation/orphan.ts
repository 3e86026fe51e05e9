/**
 * A key that AWS has made for a rotation and whose secret was lost before it could be kept: told from a key that somebody
 * else has made. Where anything does not fit, a person decides.
 */
import type { AccessKey, KeyUse } from '../../aws/access-keys.ts';
import type { RotationJournal } from '../../settings/rotation-journal.ts';

/** AWS says whole seconds, by a clock that is not quite the one that we know. */
const BEFORE_MS = 10_000;
/** Longer than a request may take: what was made later, somebody else has made. */
const AFTER_MS = 60_000;

export type Unsure = 'several-new' | 'key-used' | 'use-unknown' | 'key-inactive' | 'key-made-before' | 'key-made-later';

export type Orphan =
  | { readonly is: 'none' }
  | { readonly is: 'ours'; readonly id: string }
  | { readonly is: 'unsure'; readonly id: string; readonly reason: Unsure };

/** Those that were not there before. */
export const newcomers = ({ before }: RotationJournal, keys: readonly AccessKey[]): readonly AccessKey[] =>
  keys.filter(({ id }) => !before.includes(id));

/** `lastUsed` is of the only newcomer, where there is one and AWS says it. */
export function orphanOf(
  journal: RotationJournal,
  keys: readonly AccessKey[],
  lastUsed: KeyUse | 'unknown' | null,
): Orphan {
  const [key, second] = newcomers(journal, keys);
  if (!key) return { is: 'none' };
  const reason = second ? 'several-new' : unsure(key, journal, lastUsed);
  return reason ? { is: 'unsure', id: key.id, reason } : { is: 'ours', id: key.id };
}

function unsure(
  { active, created }: AccessKey,
  { since }: RotationJournal,
  lastUsed: KeyUse | 'unknown' | null,
): Unsure | null {
  if (created < since - BEFORE_MS) return 'key-made-before';
  if (created > since + AFTER_MS) return 'key-made-later';
  if (!active) return 'key-inactive';
  if (lastUsed === 'unknown') return 'use-unknown';
  return lastUsed ? 'key-used' : null;
}
