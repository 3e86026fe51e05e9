/**
 * What became, in this run, of the profile with which git was last answered for each repository: whether AWS has taken a
 * password of it, and what it said to the last one if not. git tells of a success and of a 401; the rest AWS was asked.
 */
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import { type AskedRepository, repositoryKey } from './choose-profile.ts';

export interface ServedRepository {
  /** 'HOST/NAME', as in `settings.repositories`. */
  readonly key: string;
  readonly repository: string;
  /** Whose password it was; null where it was none of ours. */
  readonly profile: string | null;
  /** When the last of this was known, in AWS's time. */
  readonly at: EpochMs;
  /** AWS has taken a password of that profile for it. */
  readonly confirmed: boolean;
  /** What AWS said to the last one, if it did not take it; null also where nobody has said anything. */
  readonly failure: Failure | null;
}

export interface ServedWorld {
  now(): EpochMs;
  changed(): void;
}

type Known = Pick<AskedRepository, 'host' | 'repository'>;

const KEPT = 50;

export class Served {
  readonly #world: ServedWorld;
  /** Newest last. */
  readonly #gits = new Map<string, ServedRepository>();

  constructor(world: ServedWorld) {
    this.#world = world;
  }

  /** Newest first. */
  get list(): readonly ServedRepository[] {
    return [...this.#gits.values()].reverse();
  }

  isConfirmed(asked: Known, profile: string): boolean {
    const known = this.#gits.get(repositoryKey(asked));
    return known?.profile === profile && known.confirmed;
  }

  answered(asked: Known, profile: string): void {
    const before = this.#gits.get(repositoryKey(asked));
    const same = before?.profile === profile ? before : null;
    this.#set(asked, { profile, confirmed: same?.confirmed ?? false, failure: same?.failure ?? null });
  }

  /** Of what was answered before this run nobody knows with which profile. */
  taken(asked: Known): void {
    const before = this.#gits.get(repositoryKey(asked));
    if (before) this.#set(asked, { profile: before.profile, confirmed: before.profile !== null, failure: null });
  }

  refused(asked: Known, profile: string | null, why: Failure): void {
    this.#set(asked, { profile, confirmed: profile !== null && this.isConfirmed(asked, profile), failure: why });
  }

  /** Another profile is to answer from now on. */
  forget(key: string): void {
    if (this.#gits.delete(key)) this.#world.changed();
  }

  #set(asked: Known, what: Pick<ServedRepository, 'profile' | 'confirmed' | 'failure'>): void {
    const key = repositoryKey(asked);
    this.#gits.delete(key);
    this.#gits.set(key, { key, repository: asked.repository, at: this.#world.now(), ...what });
    const [oldest] = this.#gits.keys();
    if (this.#gits.size > KEPT && oldest !== undefined) this.#gits.delete(oldest);
    this.#world.changed();
  }
}
