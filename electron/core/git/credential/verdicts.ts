/** What could not be said through git's own cache client, kept for a moment for the script that git asks next. */
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import type { AskedRepository } from './choose-profile.ts';

/** git asks its next helper, the script, at once. */
const LIFE_MS = 10_000;

interface Verdict {
  readonly asked: AskedRepository;
  readonly why: Failure;
  readonly until: EpochMs;
}

export class Verdicts {
  #list: readonly Verdict[] = [];

  add(asked: AskedRepository, why: Failure, now: EpochMs): void {
    this.#list = [...this.#list, { asked, why, until: now + LIFE_MS }];
  }

  /** The oldest one for this very repository, which is then gone; null where there is none. */
  take({ host, repository }: AskedRepository, now: EpochMs): Failure | null {
    const fresh = this.#list.filter(({ until }) => until > now);
    const mine = fresh.find(({ asked }) => asked.host === host && asked.repository === repository);
    this.#list = fresh.filter((verdict) => verdict !== mine);
    return mine?.why ?? null;
  }
}
