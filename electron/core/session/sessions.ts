/** The sessions of all profiles: runs the attempts, moves the states, carries out their reactions, and watches the time. */
import type { SharedFile } from '../aws-files/port.ts';
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Begun } from './begun.ts';
import type { Delivery } from './delivery.ts';
import { type EffectNews, Effects, type EffectsWorld } from './effects.ts';
import { type Reaction, reactions } from './reactions.ts';
import { Restorer } from './restore.ts';
import type { SessionNews } from './session-news.ts';
import {
  next,
  passedLeads,
  type Session,
  type SessionEvent,
  type SessionState,
  sessionOf,
  signedOut,
} from './state.ts';
import { Watch } from './watch.ts';
import type { WayIn } from './way-in.ts';

export interface SessionsWorld extends EffectsWorld {
  readonly delivery: Pick<Delivery, 'check' | 'deliver' | 'withdraw' | 'remove'>;
  /** The profile's own way in, as it is now. */
  wayIn(profile: ProfileSettings): WayIn;
  emit(news: SessionNews): void;
}

interface Attempt {
  readonly id: number;
  readonly cancel: AbortController;
}

export class Sessions {
  readonly #world: SessionsWorld;
  readonly #states = new Map<string, SessionState>();
  readonly #attempts = new Map<string, Attempt>();
  readonly #effects: Effects;
  readonly #restorer: Restorer;
  readonly #begun = new Begun((profile) => this.sessionOf(profile) !== null);
  readonly #watch: Watch;
  #ids = 0;

  constructor(world: SessionsWorld) {
    this.#world = world;
    this.#effects = new Effects(world, (news) => this.#heardEffect(news));
    this.#restorer = new Restorer({
      ...world,
      effects: this.#effects,
      hasSession: (profile) => sessionOf(this.stateOf(profile)) !== null,
      restored: (profile, session) =>
        this.#step(profile, { type: 'restored', session: { id: ++this.#ids, ...session }, now: world.clock.now() }),
    });
    this.#watch = new Watch({
      clock: world.clock,
      timer: world.timer,
      profiles: () => world.profiles(),
      stateOf: (profile) => this.stateOf(profile),
      wayIn: (profile) => world.wayIn(profile),
      passTime: (profile, now, warnBefore) => {
        this.#step(profile, { type: 'timePassed', now, warnBefore });
        const session = sessionOf(this.stateOf(profile.id));
        if (session) this.#effects.keepAgain(profile, session);
      },
      signIn: (profile, way) => this.signIn(profile, way),
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

  /** Its session is renewed without a person, so nobody is told of an end. */
  renewsItself(profile: ProfileSettings): boolean {
    return this.#world.wayIn(profile).renews;
  }

  /** Why sessions are not kept over a restart, or null. */
  get notKept(): Failure | null {
    return this.#effects.notKept;
  }

  /** Asks AWS for a session. Resolves when it is there and delivered; rejects with a FailureError. */
  async signIn(profile: ProfileSettings, way: WayIn): Promise<void> {
    if (this.#attempts.has(profile.id)) throw new FailureError('sign-in.busy');
    const attempt = { id: ++this.#ids, cancel: new AbortController() };
    const { signal } = attempt.cancel;
    this.#attempts.set(profile.id, attempt);
    this.#step(profile, { type: 'codeSubmitted', attempt: attempt.id });
    try {
      // Before a code is spent on a session that could not be written.
      await this.#world.delivery.check(profile);
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      const { granted, identity } = await way.open(profile, signal);
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      const now = this.#world.clock.now();
      // The person may have edited the profile meanwhile.
      const { warnBefore } = this.#world.profiles().find((one) => one.id === profile.id) ?? profile;
      const warned = passedLeads(granted.expiresAt, now, warnBefore);
      this.#restorer.overtake(profile.id);
      const session = { id: attempt.id, identity, warned, ...granted };
      this.#step(profile, { type: 'granted', attempt: attempt.id, session, now });
      // One that was over before it came has ended nothing and begun nothing.
      if (this.sessionOf(profile.id)?.id !== attempt.id) throw new FailureError('session.expired');
      await this.delivered(profile.id);
    } catch (thrown) {
      const failure = signal.aborted ? new FailureError('sign-in.cancelled').failure : failureOf(thrown);
      this.#step(profile, { type: 'refused', attempt: attempt.id, failure });
      throw FailureError.of(failure, {}, thrown);
    } finally {
      // After a cancelled attempt the next may have begun already.
      if (this.#attempts.get(profile.id) === attempt) this.#attempts.delete(profile.id);
    }
  }

  /** The next attempt can begin at once; an answer that still comes counts for nothing. */
  cancel(profile: string): void {
    this.#attempts.get(profile)?.cancel.abort();
    this.#attempts.delete(profile);
  }

  /** Ends the session here and takes away all that was written. AWS knows no sign-out: the keys live until their end. */
  async signOut(profile: ProfileSettings): Promise<void> {
    this.cancel(profile.id);
    this.#restorer.overtake(profile.id);
    const hadNone = sessionOf(this.stateOf(profile.id)) === null;
    this.#step(profile, { type: 'signedOut' });
    // Without a session there is no reaction, yet an earlier run may have left something.
    if (hadNone) {
      this.#effects.withdraw(profile);
      this.#effects.forget(profile);
    }
    await this.settled(profile.id);
    const state = this.stateOf(profile.id);
    if (state.is === 'signedOut' && state.failure) throw FailureError.of(state.failure);
  }

  /** To be called when a profile's place has changed: takes the old one away, and writes a session to the new one. */
  moved(before: ProfileSettings, files: readonly SharedFile[]): void {
    this.#effects.leave(before, files);
    const session = this.sessionOf(before.id);
    if (session) this.#effects.deliver(before, session);
  }

  /** Resolves when what is written for the profile is as it should be; rejects with why it is not. */
  async delivered(profile: string): Promise<void> {
    await this.settled(profile);
    const why = this.#effects.owed(profile);
    if (why) throw FailureError.of(why);
  }

  /** As `delivered`, after what could not be written has been tried once more. */
  async deliveredAfterAll(profile: string): Promise<void> {
    this.#effects.payNow(profile);
    await this.delivered(profile);
  }

  /** Resolves when the effects so far have been carried out, or are owed. */
  async settled(profile: string): Promise<void> {
    await this.#effects.settled(profile);
  }

  /** Brings back what an earlier run kept. What it left in the profile without keeping it is taken away. */
  async restore(profile: ProfileSettings): Promise<void> {
    await this.#restorer.restore(profile);
    await this.settled(profile.id);
  }

  /** Resolves when this profile has a session. Rejects with FailureError sign-in.cancelled when `signal` aborts. */
  begun(profile: string, signal: AbortSignal): Promise<void> {
    return this.#begun.wait(profile, signal);
  }

  /** To be called whenever time may have passed unseen: resume, unlock, a set clock. */
  tick(): void {
    this.#watch.tick();
    this.#world.changed();
  }

  stop(): void {
    this.#watch.stop();
    for (const { cancel } of this.#attempts.values()) cancel.abort();
  }

  #step(profile: ProfileSettings, event: SessionEvent): void {
    const before = this.stateOf(profile.id);
    const after = next(before, event);
    if (after === before) return;
    this.#states.set(profile.id, after);
    for (const reaction of reactions(before, after)) this.#react(profile, reaction);
    this.#watch.arm();
    this.#world.changed();
  }

  #react(profile: ProfileSettings, reaction: Reaction): void {
    const { emit, clock, profiles } = this.#world;
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
        this.#begun.look();
        emit({ is: 'session-began', profile });
        for (const child of profiles()) this.#watch.renew(child);
        break;
      case 'warnOfEnd':
        emit({ is: 'session-ending', profile, left: reaction.session.expiresAt - clock.now() });
        break;
      case 'tellEnded':
        // One that is renewed in the same moment, as after a sleep, has not ended for anybody.
        if (!this.renewsItself(profile)) emit({ is: 'session-ended', profile });
    }
  }

  #heardEffect({ is, profile, why, thrown }: EffectNews): void {
    const isKnown = this.#world.profiles().some(({ id }) => id === profile.id);
    if (isKnown) this.#step(profile, { type: is === 'failed' ? 'effectFailed' : 'effectRecovered', failure: why });
    if (is === 'failed') this.#world.emit({ is: 'session-trouble', why, thrown, shown: isKnown });
  }
}
