/**
 * Rotates long-term keys. Before each step its journal is saved; what refuses a step leaves the journal, so that the rotation
 * can go on or be undone, at the next sign-in by itself. One thing at a time is done to the key of a source.
 */
import type { AccessKeyCalls } from '../../aws/access-keys.ts';
import { shownKey } from '../../aws/shown-key.ts';
import { type Failure, FailureError, failureOf } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import type { SealedSecrets } from '../../kept/sealed-secrets.ts';
import type { RotationJournal } from '../../settings/rotation-journal.ts';
import type { LongTermKeys } from '../long-term-keys.ts';
import { beginRotation } from './begin-rotation.ts';
import { type KeyStatus, keyStatus } from './key-status.ts';
import { type KnownKeyWorld, knownKey } from './known-key.ts';
import { isDue, nextStep, undoing } from './next-step.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { type KeyKeeper, OwnKeys } from './own-keys.ts';
import { pauseOf } from './pause-of.ts';
import { RotationCopies } from './rotation-copies.ts';
import { rotationSteps } from './rotation-steps.ts';

export interface RotationsWorld extends KnownKeyWorld {
  readonly iam: AccessKeyCalls;
  readonly kept: SealedSecrets;
  readonly keys: LongTermKeys;
  /** With whose session IAM is asked about the key of this source. Throws FailureError rotation.signed-out or rotation.no-profile. */
  keeper(source: string): KeyKeeper;
  /** Where a key of this source is tried. */
  region(source: string): string;
  /** Those of all profiles. */
  sources(): readonly string[];
  /** AWS's time. */
  now(): EpochMs;
  readonly journals: {
    rotation(source: string): RotationJournal | null;
    /** Throws, and has changed nothing, where it cannot be saved. */
    rotate(source: string, journal: RotationJournal | null): void;
  };
  changed(): void;
}

/** What is known of a source's rotation beside its journal. */
export interface Progress {
  readonly running: boolean;
  /** What has stopped it. */
  readonly failure: Failure | null;
}

export class Rotations {
  readonly #world: RotationsWorld;
  readonly #spares: RotationCopies;
  readonly #steps: ReturnType<typeof rotationSteps>;
  readonly #work: OneAtATime;
  /** Why a rotation does not go on. */
  readonly #stopped = new Map<string, Failure>();

  constructor(world: RotationsWorld) {
    this.#world = world;
    this.#spares = new RotationCopies(world.kept);
    this.#work = new OneAtATime(world.changed);
    this.#steps = rotationSteps({
      keys: world.keys,
      spares: this.#spares,
      sources: world.sources,
      own: (source) => this.own(source),
      known: (key, source, signal) => knownKey(world, key, world.region(source), signal),
      save: (source, journal) => world.journals.rotate(source, journal),
      pause: (ms, signal) => pauseOf(world.timer, ms, signal),
      now: () => world.now(),
    });
  }

  progress(source: string): Progress {
    return { running: this.#work.isBusy(source), failure: this.#stopped.get(source) ?? null };
  }

  /** The user's own keys at AWS. Throws FailureError rotation.signed-out or rotation.no-profile. */
  own(source: string): OwnKeys {
    return new OwnKeys(this.#world.iam, this.#world.keeper(source));
  }

  status(source: string): Promise<KeyStatus> {
    const { keys, sources } = this.#world;
    return keyStatus({ keys, sources, own: (of) => this.own(of) }, source);
  }

  /** Begins a rotation, or goes on with the one that is under way. Resolves when the old key is inactive. */
  rotate(source: string, signal: AbortSignal | null = null): Promise<void> {
    return this.#work.run(source, signal, async (cancelled) => {
      const journal = this.#world.journals.rotation(source);
      // The old key of the last one is there still, and AWS allows no third.
      if (journal?.step === 'grace') throw new FailureError('rotation.two-keys');
      if (!journal) {
        const first = await beginRotation({ ...this.#world, spares: this.#spares }, this.own(source), source);
        this.#world.journals.rotate(source, first);
      }
      await this.#goOn(source, cancelled);
    });
  }

  /** Goes on by itself where that takes no decision. Never rejects. */
  async resume(source: string): Promise<void> {
    const journal = this.#world.journals.rotation(source);
    if (!journal || !isDue(journal, this.#world.now()) || this.#work.isBusy(source)) return;
    await this.#work.run(source, null, (cancelled) => this.#goOn(source, cancelled)).catch(() => {});
  }

  /** Back to the old key, from wherever the rotation stands. */
  async undo(source: string, signal: AbortSignal | null = null): Promise<void> {
    await this.#work.stop(source);
    await this.#work.run(source, signal, async (cancelled) => {
      const { journals } = this.#world;
      const journal = this.#underWay(source);
      // Only with a session anything can be undone; without one it is left as it was.
      this.#world.keeper(source);
      journals.rotate(source, undoing(journal));
      await this.#goOn(source, cancelled);
    });
  }

  /** Deletes the old key before its time of grace is over. */
  deleteOld(source: string, signal: AbortSignal | null = null): Promise<void> {
    return this.#work.run(source, signal, async (cancelled) => {
      const journal = this.#underWay(source);
      if (journal.step !== 'grace' && journal.step !== 'delete-old') {
        throw new FailureError('rotation.under-way', { source });
      }
      this.#world.keeper(source);
      this.#world.journals.rotate(source, { ...journal, step: 'delete-old' });
      await this.#goOn(source, cancelled);
    });
  }

  /** Sets another key than the one that is used inactive or active, or deletes it; `shown` as shownKey has it. */
  changeOther(source: string, shown: string, how: 'activate' | 'deactivate' | 'delete'): Promise<void> {
    return this.#work.run(source, null, async () => {
      const mine = this.own(source);
      const list = await mine.list();
      const key = list.find(({ id }) => shownKey(id) === shown);
      if (!key) throw new FailureError('rotation.no-such-key');
      const { keys, sources } = this.#world;
      if ((await keys.holders(key.id, sources())).length > 0) throw new FailureError('rotation.in-use', { key: shown });
      const journal = this.#world.journals.rotation(source);
      if (journal && [journal.oldKeyId, journal.newKeyId].includes(key.id)) {
        throw new FailureError('rotation.under-way', { source });
      }
      const used = await keys.current(source);
      const works = list.some(({ id, active }) => active && id === used?.accessKeyId);
      if (how !== 'activate' && !works) throw new FailureError('rotation.last-key', { source, key: shown });
      if (how === 'delete') await mine.delete(key.id);
      else await mine.activate(key.id, how === 'activate');
    });
  }

  /** Does something else to the key of a source, where no step of a rotation counts on where it is. */
  async whileAtRest<T>(source: string, work: () => Promise<T>): Promise<T> {
    const journal = this.#world.journals.rotation(source);
    if (journal && journal.step !== 'grace') throw new FailureError('rotation.under-way', { source });
    return this.#work.run(source, null, work);
  }

  /** Ends a rotation whose profile is gone, with its copies, once `work` has given the key up. */
  forget(source: string, work: () => Promise<void>): Promise<void> {
    return this.#work.run(source, null, async () => {
      await work();
      await this.#spares.forget(source);
      this.#world.journals.rotate(source, null);
    });
  }

  /** Puts a key that no profile uses into the file: the one that is kept, or of a rotation the one that works. */
  async putBack(source: string): Promise<void> {
    const { keys, journals } = this.#world;
    const place = await keys.place(source);
    if (place !== 'nowhere' && place !== 'file') return this.whileAtRest(source, () => keys.putBack(source));
    return this.#work.run(source, null, async () => {
      if (place === 'file') throw new FailureError('key.in-file', { profile: source });
      const step = journals.rotation(source)?.step;
      const isOver = step === 'deactivate' || step === 'grace' || step === 'delete-old';
      const [first, second] = isOver ? (['next', 'previous'] as const) : (['previous', 'next'] as const);
      const key = (await this.#spares.get(first, source)) ?? (await this.#spares.get(second, source));
      if (!key) throw new FailureError('key.missing', { profile: source });
      await keys.add(source, key, 'file');
    });
  }

  /** Lets what is waited for go; each step can be taken again. */
  stop(): void {
    this.#work.stopAll();
  }

  async #goOn(source: string, signal: AbortSignal): Promise<void> {
    const { journals, now } = this.#world;
    this.#stopped.delete(source);
    try {
      for (;;) {
        const journal = journals.rotation(source);
        if (!journal || !isDue(journal, now())) return;
        if (signal.aborted) throw new FailureError('rotation.stopped');
        journals.rotate(source, nextStep(await this.#steps[journal.step]({ source, journal, signal }), now()));
      }
    } catch (thrown) {
      this.#stopped.set(source, failureOf(thrown));
      throw thrown;
    }
  }

  #underWay(source: string): RotationJournal {
    const journal = this.#world.journals.rotation(source);
    if (!journal) throw new FailureError('rotation.none', { source });
    return journal;
  }
}
