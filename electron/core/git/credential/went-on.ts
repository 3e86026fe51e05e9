/**
 * The gits that have gone on after people were asked to sign in for them, for the moment in which that is worth showing:
 * first that they go on, then, as soon as git tells, what AWS made of it.
 */
import type { EpochMs, Timer } from '../../base/time.ts';
import { type AskedRepository, repositoryKey } from './choose-profile.ts';

export interface WentOnView {
  /** By name; those that went on in the same moment. */
  readonly repositories: readonly string[];
  /** Null while git has not told of all. git tells of a success and of a 401, of nothing else. */
  readonly outcome: 'taken' | 'refused' | null;
  /** When the last of this was known, in AWS's time. */
  readonly at: EpochMs;
}

export interface WentOnWorld {
  readonly timer: Timer;
  now(): EpochMs;
  changed(): void;
}

/** Long enough to hear from a slow AWS, and to be read after that. */
const SHOWN_MS = 6_000;

export class WentOn {
  readonly #world: WentOnWorld;
  readonly #gits = new Map<string, { readonly repository: string; outcome: WentOnView['outcome'] }>();
  #at: EpochMs = 0;
  #stop = () => {};

  constructor(world: WentOnWorld) {
    this.#world = world;
  }

  get view(): WentOnView | null {
    const gits = [...this.#gits.values()];
    if (gits.length === 0) return null;
    const outcomes = gits.map(({ outcome }) => outcome);
    const told = outcomes.includes('refused') ? 'refused' : 'taken';
    return {
      repositories: gits.map(({ repository }) => repository),
      outcome: told === 'refused' || !outcomes.includes(null) ? told : null,
      at: this.#at,
    };
  }

  /** It has waited, and has been given its password. */
  answered(asked: AskedRepository): void {
    this.#gits.set(repositoryKey(asked), { repository: asked.repository, outcome: null });
    this.#news();
  }

  /** git has told what became of a password for it; news only where it has waited. */
  heard(asked: Pick<AskedRepository, 'host' | 'repository'>, outcome: 'taken' | 'refused'): void {
    const git = this.#gits.get(repositoryKey(asked));
    if (!git || git.outcome === outcome) return;
    git.outcome = outcome;
    this.#news();
  }

  /** It has been seen, or nobody looks. */
  clear(): void {
    this.#stop();
    if (this.#gits.size === 0) return;
    this.#gits.clear();
    this.#world.changed();
  }

  #news(): void {
    this.#at = this.#world.now();
    this.#stop();
    this.#stop = this.#world.timer.after(SHOWN_MS, () => this.clear());
    this.#world.changed();
  }
}
