/**
 * What each step of a rotation does. Each can be taken again from its beginning, whatever of it was done when Daypass was
 * killed; and none takes away a key before another one has been read back from where programs read it, and shown to work.
 */
import type { LongTermKey } from '../../aws/credentials.ts';
import { FailureError, failureOf } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import type { RotationJournal, RotationStep } from '../../settings/rotation-journal.ts';
import type { LongTermKeys } from '../long-term-keys.ts';
import { sameKey } from '../sealed-key.ts';
import { newcomers, type Orphan, orphanOf } from './orphan.ts';
import { type OwnKeys, unlessGone } from './own-keys.ts';
import type { RotationCopies } from './rotation-copies.ts';
import { type HoldersWorld, unusedElsewhere } from './unused-elsewhere.ts';

export interface StepsWorld extends HoldersWorld {
  readonly keys: Pick<LongTermKeys, 'current' | 'replace' | 'holders'>;
  readonly spares: RotationCopies;
  /** Throws FailureError rotation.signed-out or rotation.no-profile. */
  own(source: string): OwnKeys;
  /** Resolves when AWS takes the key. */
  known(key: LongTermKey, source: string, signal: AbortSignal): Promise<void>;
  /** Throws where it cannot be saved. */
  save(source: string, journal: RotationJournal): void;
  /** Rejects with FailureError rotation.stopped when `signal` aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** AWS's time. */
  now(): EpochMs;
}

/** A program that has read a key in the moment before another took its place has not used it yet. */
const LAST_USES_MS = 10_000;

interface Taken {
  readonly source: string;
  readonly journal: RotationJournal;
  readonly signal: AbortSignal;
}

type Take = (taken: Taken) => Promise<RotationJournal>;

/** By step; each resolves to the journal of the step, with what it has brought. */
export function rotationSteps({
  keys,
  spares,
  sources,
  own,
  known,
  save,
  pause,
  now,
}: StepsWorld): Readonly<Record<RotationStep, Take>> {
  /** What programs read now, when AWS has taken it. */
  const proven = async ({ source, signal }: Taken, wanted: (id: string) => boolean): Promise<void> => {
    const read = await keys.current(source);
    if (!read || !wanted(read.accessKeyId)) throw new FailureError('rotation.key-changed', { source });
    await known(read, source, signal);
  };

  /** Puts one of two keys in the place of the other, reads it back and has AWS take it. */
  const exchange = async (taken: Taken, was: LongTermKey, other: LongTermKey): Promise<void> => {
    const { source } = taken;
    await keys.replace(source, was, other);
    const read = await keys.current(source);
    if (!read || !sameKey(read, other)) throw new FailureError('rotation.key-changed', { source });
    await proven(taken, (id) => id === other.accessKeyId);
  };

  /** What programs read elsewhere may have become the old one since the rotation began. */
  const oldIsUnused = ({ source, journal }: Taken): Promise<void> =>
    unusedElsewhere({ keys, sources }, journal.oldKeyId, source);

  const next = async ({ source, journal }: Taken): Promise<LongTermKey> => {
    const key = await spares.get('next', source);
    if (!key || key.accessKeyId !== journal.newKeyId) throw new FailureError('rotation.secret-lost');
    return key;
  };

  const orphan = async (mine: OwnKeys, journal: RotationJournal): Promise<Orphan> => {
    const list = await mine.list();
    const [key, second] = newcomers(journal, list);
    const lastUsed = key && !second ? await mine.lastUsed(key.id).catch(unlessDenied) : null;
    return orphanOf(journal, list, lastUsed);
  };

  return {
    async create({ source, journal }) {
      const held = await spares.get('next', source);
      // It was kept, and only the journal does not say so.
      if (held) return { ...journal, newKeyId: held.accessKeyId };
      const mine = own(source);
      const used = await keys.current(source);
      if (used?.accessKeyId !== journal.oldKeyId) throw new FailureError('rotation.key-changed', { source });
      // From here on, whatever becomes of the place that it is read from.
      await spares.put('previous', source, used);
      const left = await orphan(mine, journal);
      if (left.is === 'unsure') throw new FailureError('rotation.which-key', { key: left.id, reason: left.reason });
      if (left.is === 'ours') await mine.delete(left.id);
      save(source, { ...journal, since: now() });
      const key = await mine.create();
      try {
        await spares.put('next', source, key);
      } catch (thrown) {
        // What cannot be kept is of no use; where it cannot be deleted either, the next try finds it.
        await mine.delete(key.accessKeyId).catch(() => {});
        await spares.forget(source).catch(() => {});
        throw thrown;
      }
      return { ...journal, newKeyId: key.accessKeyId };
    },

    async prove(taken) {
      await known(await next(taken), taken.source, taken.signal);
      return taken.journal;
    },

    async switch(taken) {
      const { source, journal } = taken;
      const made = await next(taken);
      const used = await keys.current(source);
      if (used?.accessKeyId === journal.oldKeyId) {
        await exchange(taken, used, made);
      } else {
        await proven(taken, (id) => id === journal.newKeyId);
      }
      return journal;
    },

    async deactivate(taken) {
      const { source, journal, signal } = taken;
      const mine = own(source);
      await pause(LAST_USES_MS, signal);
      await proven(taken, (id) => id === journal.newKeyId);
      await oldIsUnused(taken);
      await mine.activate(journal.oldKeyId, false).catch(unlessGone);
      return journal;
    },

    grace: async ({ journal }) => journal,

    async 'delete-old'(taken) {
      const { source, journal } = taken;
      const mine = own(source);
      await proven(taken, (id) => id !== journal.oldKeyId);
      await oldIsUnused(taken);
      await mine.delete(journal.oldKeyId);
      await spares.forget(source);
      return journal;
    },

    async undo(taken) {
      const { source, journal, signal } = taken;
      const mine = own(source);
      const newKeyId = journal.newKeyId ?? (await spares.get('next', source))?.accessKeyId ?? null;
      const used = await keys.current(source);
      const old = (await mine.list()).find(({ id }) => id === journal.oldKeyId);
      if (!old && newKeyId !== null) {
        // There is no way back: on with it, from where the key that is left is used, or to where it is.
        save(source, { ...journal, newKeyId, step: used?.accessKeyId === journal.oldKeyId ? 'switch' : 'delete-old' });
        throw new FailureError('rotation.old-gone');
      }
      if (old && !old.active) await mine.activate(old.id, true);
      const previous = used && used.accessKeyId !== newKeyId ? null : await spares.get('previous', source);
      if (previous) {
        await known(previous, source, signal);
        // Where somebody has taken the key away, the old one goes into the keychain: what they did to the file stays.
        await exchange(taken, used ?? previous, previous);
        await pause(LAST_USES_MS, signal);
      } else if (used?.accessKeyId === newKeyId) {
        throw new FailureError('key.unreadable', { profile: source });
      } else if (old && used) {
        await proven(taken, (id) => id !== newKeyId);
      }
      const left = newKeyId === null ? await orphan(mine, journal) : ({ is: 'ours', id: newKeyId } as const);
      if (left.is === 'ours') await mine.delete(left.id);
      await spares.forget(source);
      return journal;
    },
  };
}

function unlessDenied(thrown: unknown): 'unknown' {
  if (failureOf(thrown).code !== 'rotation.denied') throw thrown;
  return 'unknown';
}
