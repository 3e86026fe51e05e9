/**
 * Which git without a session is kept waiting, for how long, and who hears of it. A person's is told and waits; one that
 * nobody sees opens nothing, waits a moment only, and is told of once until somebody signs in.
 */
import { type Failure, failure } from '../../base/failure.ts';
import type { AskedRepository } from './choose-profile.ts';
import { type Decline, Declined } from './declined.ts';
import type { GitNews } from './git-news.ts';
import type { Presence } from './presence.ts';
import { WAIT_MS, type Waiting } from './waiting.ts';

export interface PatienceWorld {
  /** AWS's time, and time that never jumps. */
  readonly clock: { now(): number; steady(): number };
  readonly waiting: Waiting;
  profileFor(asked: AskedRepository): string | null;
  emit(news: GitNews): void;
}

/** In place of a profile where a person has to choose one. */
const CHOICE = '';

export type Kept<T> =
  /** `seen`: people knew that it waited. */
  | { readonly is: 'ready'; readonly value: T; readonly seen: boolean }
  /** git has ended; nobody is there to be answered. */
  | { readonly is: 'gone' }
  /** `told` is false where people were told of one like it before. */
  | { readonly is: 'declined'; readonly why: Failure; readonly told: boolean };

export class Patience {
  readonly #world: PatienceWorld;
  readonly #declined = new Declined();
  /** People know that something waits for it, or has asked in vain. */
  readonly #told = new Set<string>();

  constructor(world: PatienceWorld) {
    this.#world = world;
  }

  /** Resolves as soon as `ready` gives something other than null. Never rejects. */
  async keep<T>(
    asked: AskedRepository,
    presence: Presence,
    ready: () => T | null,
    signal: AbortSignal,
  ): Promise<Kept<T>> {
    const { clock, waiting } = this.#world;
    const subject = this.#subject(asked);
    const before = this.declinedBefore(asked);
    if (before) return { is: 'declined', why: before, told: true };
    const repeated = presence === 'unseen' && this.#declined.isRepeated(asked, clock.steady());
    const isQuiet = presence === 'nobody' || repeated;
    const joins = this.#card(subject).length > 0;
    const wait = waiting.add(asked, clock.now(), ready, signal, isQuiet);
    const told = signal.aborted || this.#tell(asked, presence, isQuiet, joins);
    const end = await wait;
    if (end.is === 'gone') return end;
    if (end.is === 'ready') return { ...end, seen: !isQuiet };
    if (isQuiet) return { is: 'declined', why: this.#whyQuiet(asked), told };
    this.#declined.add(subject, asked, end.is, clock.steady());
    return { is: 'declined', why: whyDeclined(asked, end.is), told: true };
  }

  /** Why the command that asks got nothing just now, and gets nothing again; null where it may wait. */
  declinedBefore(asked: AskedRepository): Failure | null {
    const how = this.#declined.again(this.#subject(asked), asked, this.#world.clock.steady());
    return how && whyDeclined(asked, how);
  }

  #whyQuiet(asked: AskedRepository): Failure {
    const code = this.#world.profileFor(asked) === null ? 'git.background-choice' : 'git.background';
    return failure(code, { repository: asked.repository });
  }

  /** By a person, in the popover: for all that waits for the same sign-in. */
  stop(id: number): void {
    const asked = this.#world.waiting.find(id);
    if (asked) for (const git of this.#card(this.#subject(asked))) this.#world.waiting.cancel(git.id);
  }

  sessionBegan(profile: string): void {
    this.#declined.forget((asked) => this.#subject(asked) === profile);
    this.#told.delete(profile);
    this.#told.delete(CHOICE);
    this.#world.waiting.look();
  }

  /** Whether people are told of it now. */
  #tell(asked: AskedRepository, presence: Presence, isQuiet: boolean, joins: boolean): boolean {
    const profile = this.#world.profileFor(asked);
    const subject = this.#subject(asked);
    const isFirst = isQuiet ? !this.#told.has(subject) : !joins;
    this.#told.add(subject);
    if (isQuiet) this.#world.emit({ is: 'git-in-background', asked, profile, isFirst });
    // What no terminal shows may be a program that asks again and again: it is in the card that people have already.
    else if (isFirst || presence === 'person') this.#world.emit({ is: 'git-waits', asked, profile, isFirst });
    return isFirst;
  }

  /** What one sign-in is for; all that wait for a choice are one. */
  #subject(asked: AskedRepository): string {
    return this.#world.profileFor(asked) ?? CHOICE;
  }

  #card(subject: string) {
    return this.#world.waiting.list().filter((git) => this.#subject(git) === subject);
  }
}

const whyDeclined = ({ repository }: AskedRepository, how: Decline): Failure =>
  how === 'cancelled'
    ? failure('git.wait-cancelled', { repository })
    : failure('git.wait-over', { repository, minutes: WAIT_MS / 60_000 });
