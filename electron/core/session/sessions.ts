/** The sessions of all profiles: runs the attempts, moves the states, carries out their reactions, and watches the time. */
import { type Failure, FailureError, failureOf } from '../failure.ts';
import type { EpochMs, Timer } from '../ports.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { NewSession } from '../sign-in/request-session.ts';
import type { AwsClock } from './aws-clock.ts';
import type { Keeper } from './keeper.ts';
import { type Reaction, reactions } from './reactions.ts';
import {
  deadline,
  next,
  passedLeads,
  type Session,
  type SessionEvent,
  type SessionState,
  sessionOf,
  signedOut,
} from './state.ts';

/** Timers stop during suspend and run long after it, so none is trusted for longer than this. */
const LONGEST_SLEEP_MS = 60_000;
const RESTORE_AGAIN_MS = 10_000;

export interface SessionsWorld {
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly keeper: Keeper;
  profiles(): readonly ProfileSettings[];
  request(profile: ProfileSettings, code: string | null, signal: AbortSignal): Promise<NewSession>;
  deliver(profile: ProfileSettings, session: Session): Promise<void>;
  withdraw(profile: ProfileSettings): Promise<void>;
  tell(news: 'ending' | 'ended', profile: ProfileSettings, expiresAt: EpochMs): void;
  /** A session has begun: what waited for it can go on. */
  began(): void;
  changed(): void;
}

export class Sessions {
  readonly #world: SessionsWorld;
  readonly #states = new Map<string, SessionState>();
  readonly #cancel = new Map<string, AbortController>();
  /** Effects of one profile run one after another, so that a withdrawal never overtakes a delivery. */
  readonly #effects = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #attempts = 0;
  #stopTimer: () => void = () => {};
  #notKept: Failure | null = null;

  constructor(world: SessionsWorld) {
    this.#world = world;
  }

  stateOf(profile: string): SessionState {
    return this.#states.get(profile) ?? signedOut();
  }

  /** The session that serves now, or null. Never one whose end has come, even if no timer has run yet. */
  sessionOf(profile: string): Session | null {
    const session = sessionOf(this.stateOf(profile));
    return session && session.expiresAt > this.#world.clock.now() ? session : null;
  }

  /** Why sessions are not kept over a restart, or null. */
  get notKept(): Failure | null {
    return this.#notKept;
  }

  /** Asks AWS for a session. Resolves when it is there and delivered; rejects with a FailureError. */
  async signIn(profile: ProfileSettings, code: string | null): Promise<void> {
    if (this.#cancel.has(profile.id)) throw new FailureError('sign-in.busy');
    const attempt = ++this.#attempts;
    const cancel = new AbortController();
    this.#cancel.set(profile.id, cancel);
    this.#step(profile, { type: 'codeSubmitted', attempt });
    try {
      const { granted, identity } = await this.#world.request(profile, code, cancel.signal);
      if (cancel.signal.aborted) throw new FailureError('sign-in.cancelled');
      const now = this.#world.clock.now();
      const warned = passedLeads(granted.expiresAt, now, profile.warnBefore);
      const session = { id: attempt, identity, warned, ...granted };
      this.#step(profile, { type: 'granted', attempt, session, now });
      await this.settled(profile.id);
    } catch (thrown) {
      const failure = cancel.signal.aborted ? new FailureError('sign-in.cancelled').failure : failureOf(thrown);
      this.#step(profile, { type: 'refused', attempt, failure });
      throw new FailureError(failure.code, failure.params, { cause: thrown });
    } finally {
      this.#cancel.delete(profile.id);
    }
  }

  cancel(profile: string): void {
    this.#cancel.get(profile)?.abort();
  }

  /** Ends the session here and takes away all that was written. AWS knows no sign-out: the keys live until their end. */
  async signOut(profile: ProfileSettings): Promise<void> {
    this.cancel(profile.id);
    const hadNone = sessionOf(this.stateOf(profile.id)) === null;
    this.#step(profile, { type: 'signedOut' });
    // Without a session there is no reaction, yet an earlier run may have left something.
    if (hadNone) this.#enqueue(profile, () => this.#cleanUp(profile));
    await this.settled(profile.id);
    const state = this.stateOf(profile.id);
    if (state.is === 'signedOut' && state.failure) throw new FailureError(state.failure.code, state.failure.params);
  }

  /** Brings back what an earlier run kept. What it left in the profile without keeping it is taken away. */
  async restore(profile: ProfileSettings): Promise<void> {
    try {
      const restored = await this.#world.keeper.restore(profile.id);
      if (!restored) {
        if (this.stateOf(profile.id).is === 'signedOut') await this.#world.withdraw(profile);
        return;
      }
      if (!this.#world.clock.learned) this.#world.clock.suggest(restored.offset);
      this.#notKept = null;
      const session = { id: ++this.#attempts, ...restored.session };
      this.#step(profile, { type: 'restored', session, now: this.#world.clock.now() });
    } catch (thrown) {
      this.#notKept = failureOf(thrown);
      this.#world.changed();
      // Daypass often starts before the keyring has been unlocked.
      if (this.stateOf(profile.id).is !== 'signedOut') return;
      if (this.#notKept.code === 'kept.locked') this.#world.timer.after(RESTORE_AGAIN_MS, () => void this.restore(profile));
      else this.#enqueue(profile, () => this.#world.withdraw(profile));
    }
  }

  async #cleanUp(profile: ProfileSettings): Promise<void> {
    await this.#world.withdraw(profile);
    await this.#world.keeper.forget(profile.id);
  }

  /** To be called whenever time may have passed unseen: resume, unlock, a set clock. */
  tick(): void {
    const now = this.#world.clock.now();
    for (const profile of this.#world.profiles()) {
      this.#step(profile, { type: 'timePassed', now, warnBefore: profile.warnBefore });
    }
    this.#arm();
    this.#world.changed();
  }

  /** Resolves when the effects so far have been carried out. */
  async settled(profile: string): Promise<void> {
    await this.#effects.get(profile);
  }

  /** Resolves when this profile has a session. Rejects with FailureError sign-in.cancelled when `signal` aborts. */
  begun(profile: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const heard = () => {
        if (!this.sessionOf(profile)) return;
        this.#listeners.delete(heard);
        resolve();
      };
      this.#listeners.add(heard);
      const gone = () => {
        this.#listeners.delete(heard);
        reject(new FailureError('sign-in.cancelled'));
      };
      signal.addEventListener('abort', gone, { once: true });
      heard();
    });
  }

  stop(): void {
    this.#stopTimer();
    for (const cancel of this.#cancel.values()) cancel.abort();
  }

  #step(profile: ProfileSettings, event: SessionEvent): void {
    const before = this.stateOf(profile.id);
    const after = next(before, event);
    if (after === before) return;
    this.#states.set(profile.id, after);
    for (const reaction of reactions(before, after)) this.#react(profile, reaction);
    this.#arm();
    this.#world.changed();
  }

  #react(profile: ProfileSettings, reaction: Reaction): void {
    const { clock, keeper } = this.#world;
    switch (reaction.do) {
      case 'deliver':
        return this.#enqueue(profile, () => this.#world.deliver(profile, reaction.session));
      case 'withdraw':
        return this.#enqueue(profile, () => this.#world.withdraw(profile));
      case 'keep':
        return this.#enqueue(profile, async () => {
          this.#notKept = await keeper.keep(profile.id, reaction.session, clock.offset());
          this.#world.changed();
        });
      case 'forget':
        return this.#enqueue(profile, () => keeper.forget(profile.id));
      case 'serveWaiting':
        for (const heard of [...this.#listeners]) heard();
        return this.#world.began();
      case 'warnOfEnd':
        return this.#world.tell('ending', profile, reaction.session.expiresAt);
      case 'tellEnded':
        return this.#world.tell('ended', profile, clock.now());
    }
  }

  #enqueue(profile: ProfileSettings, effect: () => Promise<void>): void {
    const run = (this.#effects.get(profile.id) ?? Promise.resolve()).then(effect).catch((thrown) => {
      this.#step(profile, { type: 'effectFailed', failure: failureOf(thrown) });
    });
    this.#effects.set(profile.id, run);
  }

  #arm(): void {
    this.#stopTimer();
    const deadlines = this.#world.profiles().map((p) => deadline(this.stateOf(p.id), p.warnBefore) ?? Infinity);
    const soonest = Math.min(...deadlines);
    if (soonest === Infinity) return;
    const wait = Math.min(Math.max(soonest - this.#world.clock.now(), 0), LONGEST_SLEEP_MS);
    this.#stopTimer = this.#world.timer.after(wait, () => this.tick());
  }
}
