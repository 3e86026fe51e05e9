/** The order of a rotation's steps, as one pure table: what comes after a step that was taken, and what waits for what. */
import type { EpochMs } from '../../base/time.ts';
import type { RotationJournal } from '../../settings/rotation-journal.ts';

/** For so long the old key is there still, set inactive, so that a program which needs it can be found and served. */
export const GRACE_MS = 7 * 24 * 3_600_000;

/** Nothing has been made yet. */
export const begun = (oldKeyId: string, before: readonly string[], now: EpochMs): RotationJournal => ({
  step: 'create',
  oldKeyId,
  newKeyId: null,
  before,
  since: now,
});

/** After the step of `journal` has been taken; null where nothing is left to be done. */
export function nextStep(journal: RotationJournal, now: EpochMs): RotationJournal | null {
  switch (journal.step) {
    case 'create':
      return { ...journal, step: 'prove' };
    case 'prove':
      return { ...journal, step: 'switch' };
    case 'switch':
      return { ...journal, step: 'deactivate' };
    case 'deactivate':
      return { ...journal, step: 'grace', since: now };
    case 'grace':
      return { ...journal, step: 'delete-old' };
    case 'delete-old':
    case 'undo':
      return null;
  }
}

export const undoing = (journal: RotationJournal): RotationJournal => ({ ...journal, step: 'undo' });

/** When the old key is deleted by itself; null before it is inactive. */
export const endOfGrace = ({ step, since }: RotationJournal): EpochMs | null =>
  step === 'grace' ? since + GRACE_MS : null;

/** Whether the step may be taken without a word of a person's. */
export const isDue = (journal: RotationJournal, now: EpochMs): boolean => now >= (endOfGrace(journal) ?? 0);
