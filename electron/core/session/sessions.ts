/** The sessions of all profiles: runs the attempts, moves the states, carries out their reactions, and watches the time. */
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Effects, type EffectsWorld } from './effects.ts';
import { type Reaction, reactions } from './reactions.ts';
import type { NewSession } from './request-session.ts';
import { renewalTime } from './role-renewal.ts';
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

export interface SessionsWorld extends EffectsWorld {
  request(profile: ProfileSettings, code: string | null, signal: AbortSignal): Promise<NewSession>;
  tell(news: 'ending' | 'ended', profile: ProfileSettings, expiresAt: EpochMs): void;
  /** A session has begun: what waited for it can go on. */
  began(): void;
}

export class Sessions {
  readonly #world: SessionsWorld;
  readonly #states = new Map<string, SessionState>();
  readonly #cancel = new Map<string, AbortController>();
  readonly #effects: Effects;
  readonly #listeners = new Set<() => void>();
  /** Profiles that were signed in or out since the last look into the keyring, which may take its time. */
  readonly #overtaken = new Set<string>();
  #attempts = 0;
  #stopTimer: () => void = () => {};

  constructor(world: SessionsWorld) {
    this.#world = world;
    this.#effects = new Effects(world, (profile, failure, what) => {
      this.#step(profile, { type: what === 'failed' ? 'effectFailed' : 'effectRecovered', failure });
    });
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
    return this.#effects.notKept;
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
      // The person may have edited the profile meanwhile.
      const { warnBefore } = this.#world.profiles().find((one) => one.id === profile.id) ?? profile;
      const warned = passedLeads(granted.expiresAt, now, warnBefore);
      const session = { id: attempt, identity, warned, ...granted };
      this.#overtaken.add(profile.id);
      this.#step(profile, { type: 'granted', attempt, session, now });
      if (this.sessionOf(profile.id) === null) throw new FailureError('session.expired');
      await this.settled(profile.id);
      this.#throwFailureOf(profile.id);
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
    this.#overtaken.add(profile.id);
    const hadNone = sessionOf(this.stateOf(profile.id)) === null;
    this.#step(profile, { type: 'signedOut' });
    // Without a session there is no reaction, yet an earlier run may have left something.
    if (hadNone) this.#cleanUp(profile);
    await this.settled(profile.id);
    if (this.stateOf(profile.id).is === 'signedOut') this.#throwFailureOf(profile.id);
  }

  /** Brings back what an earlier run kept. What it left in the profile without keeping it is taken away. */
  async restore(profile: ProfileSettings): Promise<void> {
    const { keeper, clock, timer } = this.#world;
    this.#overtaken.delete(profile.id);
    try {
      const restored = await keeper.restore(profile.id);
      if (restored && !this.#overtaken.has(profile.id)) {
        if (!clock.learned) clock.suggest(restored.offset);
        this.#effects.notKept = null;
        const session = { id: ++this.#attempts, ...restored.session };
        this.#step(profile, { type: 'restored', session, now: clock.now() });
      }
      if (sessionOf(this.stateOf(profile.id)) === null) this.#effects.withdraw(profile);
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.#effects.notKept = failure;
      if (sessionOf(this.stateOf(profile.id)) !== null) return;
      this.#effects.withdraw(profile);
      // Daypass often starts before the keyring has been unlocked; what can never be opened is of no use.
      if (failure.code === 'kept.locked') timer.after(RESTORE_AGAIN_MS, () => void this.restore(profile));
      if (failure.code === 'kept.unreadable') this.#effects.forget(profile);
    }
    await this.settled(profile.id);
  }

  #cleanUp(profile: ProfileSettings): void {
    this.#effects.withdraw(profile);
    this.#effects.forget(profile);
  }

  #throwFailureOf(profile: string): void {
    const state = this.stateOf(profile);
    if ('failure' in state && state.failure) throw new FailureError(state.failure.code, state.failure.params);
  }

  /** To be called whenever time may have passed unseen: resume, unlock, a set clock. */
  tick(): void {
    const now = this.#world.clock.now();
    for (const profile of this.#world.profiles()) {
      this.#step(profile, { type: 'timePassed', now, warnBefore: this.#warnBefore(profile) });
      const session = sessionOf(this.stateOf(profile.id));
      if (session) this.#effects.keepAgain(profile, session);
      this.#renewDerived(profile, now);
    }
    this.#arm();
    this.#world.changed();
  }

  /** Resolves when the effects so far have been carried out. */
  async settled(profile: string): Promise<void> {
    await this.#effects.settled(profile);
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
      if (signal.aborted) return gone();
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
    switch (reaction.do) {
      case 'deliver':
      case 'keep':
        this.#effects[reaction.do](profile, reaction.session);
        break;
      case 'withdraw':
      case 'forget':
        this.#effects[reaction.do](profile);
        break;
      case 'serveWaiting':
        for (const heard of [...this.#listeners]) heard();
        this.#world.began();
        for (const child of this.#world.profiles()) this.#renewDerived(child, this.#world.clock.now());
        break;
      case 'warnOfEnd':
        this.#world.tell('ending', profile, reaction.session.expiresAt);
        break;
      case 'tellEnded':
        // A role that is renewed in the same moment, as after a sleep, has not ended for anybody.
        if (!this.#parentLives(profile)) this.#world.tell('ended', profile, this.#world.clock.now());
    }
  }

  #warnBefore(profile: ProfileSettings): readonly number[] {
    return this.#parentLives(profile) ? [] : profile.warnBefore;
  }

  #parentLives(profile: ProfileSettings): boolean {
    return profile.role?.through != null && this.sessionOf(profile.role.through) !== null;
  }

  /** A refusal shows in the profile; the next tick tries again. */
  #renewDerived(profile: ProfileSettings, now: EpochMs): void {
    const due = renewalTime(profile, this.stateOf(profile.id), this.#parentLives(profile));
    if (due !== null && due <= now) this.signIn(profile, null).catch(() => {});
  }

  #arm(): void {
    this.#stopTimer();
    const now = this.#world.clock.now();
    const deadlines = this.#world.profiles().flatMap((profile) => {
      const state = this.stateOf(profile.id);
      const renewal = renewalTime(profile, state, this.#parentLives(profile)) ?? 0;
      // One that is due already has been tried; the next tick tries again.
      return [deadline(state, this.#warnBefore(profile)) ?? Infinity, renewal > now ? renewal : Infinity];
    });
    const soonest = Math.min(...deadlines);
    if (soonest === Infinity) return;
    const wait = Math.min(Math.max(soonest - now, 0), LONGEST_SLEEP_MS);
    this.#stopTimer = this.#world.timer.after(wait, () => this.tick());
  }
}
