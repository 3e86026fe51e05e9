/**
 * What a wait that ended without a sign-in says about the gits that come after it. A git command of many repositories asks
 * for one after the other, and again for each that got nothing: one answer holds for all of it. And what keeps asking
 * without a terminal is a program by itself, until somebody signs in.
 */

import { type AskedRepository, repositoryKey } from './choose-profile.ts';

/** From the end of one git to the question of the next of the same command, also where AWS is far away. */
const SAME_COMMAND_MS = 2_000;
/** A person who has changed their mind is back by then. */
const SECOND_TRY_MS = 30_000;
/** git asks for a repository again once, so a third question is a person's. */
const ASKED_BY_ONE_COMMAND = 2;

/** By a person, or because nobody came. */
export type Decline = 'cancelled' | 'over';

interface Last {
  readonly how: Decline;
  readonly at: number;
  /** How often the command has asked for each repository. */
  readonly asked: ReadonlyMap<string, number>;
}

export class Declined {
  /** By what one sign-in is for. */
  readonly #last = new Map<string, Last>();
  /** By repository, until the next sign-in. */
  readonly #ended = new Map<string, { readonly of: AskedRepository; readonly at: number }>();

  /** `now` is steady time. */
  add(subject: string, of: AskedRepository, how: Decline, now: number): void {
    const repository = repositoryKey(of);
    const asked = new Map(this.#recent(subject, now)?.asked);
    asked.set(repository, Math.max(1, asked.get(repository) ?? 0));
    this.#note(subject, of, { how, at: now, asked });
  }

  /** How the command to which this question belongs was declined; it then counts as declined again. Null for a new one. */
  again(subject: string, of: AskedRepository, now: number): Decline | null {
    const repository = repositoryKey(of);
    const last = this.#recent(subject, now);
    const times = (last?.asked.get(repository) ?? 0) + 1;
    if (!last || times > ASKED_BY_ONE_COMMAND) return null;
    this.#note(subject, of, { ...last, at: now, asked: new Map(last.asked).set(repository, times) });
    return last.how;
  }

  /** It was declined before, and longer ago than a person needs for a second try. */
  isRepeated(of: AskedRepository, now: number): boolean {
    const ended = this.#ended.get(repositoryKey(of));
    return ended !== undefined && now - ended.at >= SECOND_TRY_MS;
  }

  /** Somebody has signed in for these. */
  forget(isOf: (asked: AskedRepository) => boolean): void {
    for (const [repository, { of }] of [...this.#ended]) if (isOf(of)) this.#ended.delete(repository);
  }

  #recent(subject: string, now: number): Last | null {
    const last = this.#last.get(subject);
    return last && now - last.at < SAME_COMMAND_MS ? last : null;
  }

  #note(subject: string, of: AskedRepository, last: Last): void {
    this.#last.set(subject, last);
    this.#ended.set(repositoryKey(of), { of, at: last.at });
  }
}
