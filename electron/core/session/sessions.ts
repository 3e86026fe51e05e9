/** The sessions of all profiles: runs the attempts, moves the states, carries out their reactions, and watches the time. */
import type { SharedFile } from '../aws-files/port.ts';
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Begun } from './begun.ts';
import type { Delivery } from './delivery.ts';
import { type EffectNews, Effects, type EffectsWorld } from './effects.ts';
import { Restorer } from './restore.ts';
import { Running } from './running.ts';
import { goesOn, isEndless } from './self-renewal.ts';
import type { SessionNews } from './session-news.ts';
import { begunNow, type Session, type SessionState, sessionOf } from './state.ts';
import { States } from './states.ts';
import { Watch } from './watch.ts';
import type { WayIn } from './way-in.ts';

export interface SessionsWorld extends EffectsWorld {
  readonly delivery: Pick<Delivery, 'check' | 'fits' | 'deliver' | 'withdraw' | 'renew' | 'remove'>;
  /** The profile's own way in, as it is now. */
  wayIn(profile: ProfileSettings): WayIn;
  emit(news: SessionNews): void;
}

export class Sessions {
  readonly #world: SessionsWorld;
  readonly #states: States;
  readonly #running = new Running();
  readonly #effects: Effects;
  readonly #restorer: Restorer;
  readonly #begun = new Begun((profile) => this.sessionOf(profile) !== null);
  readonly #watch: Watch;
  #ids = 0;

  constructor(world: SessionsWorld) {
    this.#world = world;
    const hasSession = (profile: string) => sessionOf(this.stateOf(profile)) !== null;
    this.#effects = new Effects(world, (news) => this.#heardEffect(news), hasSession);
    this.#states = new States({
      clock: world.clock,
      effects: this.#effects,
      renewsItself: (profile) => this.renewsItself(profile),
      emit: world.emit,
      begun: (profile) => {
        this.#begun.look();
        world.emit({ is: 'session-began', profile });
        for (const child of world.profiles()) this.#watch.renew(child);
      },
      moved: () => {
        this.#watch.arm();
        world.changed();
      },
    });
    this.#restorer = new Restorer({
      ...world,
      effects: this.#effects,
      hasSession,
      restored: (profile, session) => {
        this.#states.restore(profile, { id: ++this.#ids, ...session });
        // Keys that ended while Daypass was away may belong to a sign-in that goes on.
        this.#watch.renew(profile);
      },
    });
    this.#watch = new Watch({
      ...world,
      stateOf: (profile) => this.stateOf(profile),
      passTime: (profile, now, warnBefore) => this.#states.passTime(profile, now, warnBefore),
      signIn: (profile, way) => this.signIn(profile, way),
      ticked: () => world.changed(),
    });
  }

  stateOf(profile: string): SessionState {
    return this.#states.of(profile);
  }

  /** The session that serves now, or null. Never one whose end has come, even if no timer has run yet. */
  sessionOf(profile: string): Session | null {
    return this.#states.sessionOf(profile);
  }

  /** The next session comes without a person. */
  renewsItself(profile: ProfileSettings): boolean {
    return this.#world.wayIn(profile).renews && goesOn(this.stateOf(profile.id));
  }

  /** So do all that follow, as far as anybody knows. */
  isEndless(profile: ProfileSettings): boolean {
    return isEndless(this.#world.wayIn(profile).renews, this.stateOf(profile.id));
  }

  /** Why sessions are not kept over a restart, or null. */
  get notKept(): Failure | null {
    return this.#effects.notKept;
  }

  /** Whether AWS is being asked for one, or a person is. */
  isUnderWay(profile: string): boolean {
    return this.#running.has(profile);
  }

  /** Asks AWS for a session. Resolves when it is there and delivered; rejects with a FailureError. */
  async signIn(profile: ProfileSettings, way: WayIn): Promise<void> {
    const cancel = this.#running.begin(profile.id);
    const { signal } = cancel;
    const attempt = ++this.#ids;
    this.#states.step(profile, { type: 'codeSubmitted', attempt });
    try {
      // Before a code is spent on a session that could not be written; one that spends none is owed to the disk.
      await this.#world.delivery[way.renews ? 'fits' : 'check'](profile);
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      const opened = await way.open(profile, signal);
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      const now = this.#world.clock.now();
      // The person may have edited the profile meanwhile.
      const { warnBefore } = this.#world.profiles().find((one) => one.id === profile.id) ?? profile;
      this.#restorer.overtake(profile.id);
      const session = begunNow(attempt, opened, now, warnBefore);
      this.#states.step(profile, { type: 'granted', attempt, session, now });
      // One that was over before it came has ended nothing and begun nothing.
      if (this.sessionOf(profile.id)?.id !== attempt) throw new FailureError('session.expired');
      // From here on it is shown as signed in, and can be renewed, while it is still being written.
      this.#running.end(profile.id, cancel);
      await this.delivered(profile.id);
    } catch (thrown) {
      const failure = signal.aborted ? new FailureError('sign-in.cancelled').failure : failureOf(thrown);
      const isOver = !this.#world.wayIn(profile).renews;
      this.#states.step(profile, { type: 'refused', attempt, failure, isOver });
      throw FailureError.of(failure, {}, thrown);
    } finally {
      this.#running.end(profile.id, cancel);
    }
  }

  /** The next attempt can begin at once; an answer that still comes counts for nothing. */
  cancel(profile: string): void {
    this.#running.cancel(profile);
  }

  /**
   * Ends the session here and takes away all that was written, and what its way in has kept to go on from. AWS knows no
   * sign-out: the keys live until their end. To be called with the profile as it was when it got another way in.
   */
  async signOut(profile: ProfileSettings): Promise<void> {
    this.cancel(profile.id);
    this.#restorer.overtake(profile.id);
    const had = sessionOf(this.stateOf(profile.id));
    this.#states.step(profile, { type: 'signedOut' });
    // Without a session there is no reaction, yet an earlier run may have left something.
    if (!had) {
      this.#effects.withdraw(profile);
      this.#effects.forget(profile);
    }
    const forgotten = this.#world.wayIn(profile).forget?.(profile);
    await Promise.all([this.settled(profile.id), forgotten]);
    const state = this.stateOf(profile.id);
    if (state.is === 'signedOut' && state.failure) throw FailureError.of(state.failure);
  }

  /** To be called when a profile's place, or what the config file says of it, has changed: the old goes, a session moves. */
  moved(before: ProfileSettings, files: readonly SharedFile[]): void {
    this.#effects.leave(before, files);
    const session = this.sessionOf(before.id);
    if (session && files.includes('credentials')) this.#effects.deliver(before, session);
  }

  /**
   * Resolves when what is written for the profile is as it should be, with `again` after what could not be written has
   * been tried once more; rejects with why it is not.
   */
  async delivered(profile: string, again = false): Promise<void> {
    if (again) this.#effects.payNow(profile);
    await this.#effects.written(profile);
    const why = this.#effects.owed(profile);
    if (why) throw FailureError.of(why);
  }

  /** Writes what serves to where it belongs, over what another program has put there. Rejects with why it cannot. */
  async deliverAnew(profile: ProfileSettings): Promise<void> {
    const session = this.sessionOf(profile.id);
    if (session) this.#effects.deliver(profile, session);
    await this.delivered(profile.id);
  }

  /** Resolves when the effects so far have been carried out, or are owed. */
  settled(profile: string): Promise<void> {
    return this.#effects.settled(profile);
  }

  /** Brings back what an earlier run kept. What it left in the profile without keeping it is taken away. */
  async restore(profile: ProfileSettings): Promise<void> {
    await this.#restorer.restore(profile);
    await this.settled(profile.id);
  }

  /** To be called when another keyring is there, or this one has been opened: keeps what there is, or takes up what was kept. */
  async keyringChanged(): Promise<void> {
    this.#effects.notKept = null;
    for (const profile of this.#world.profiles()) {
      const session = this.sessionOf(profile.id);
      if (!session) await this.restore(profile);
      else {
        this.#effects.keep(profile, session);
        // Why it is not kept is why the session is not.
        await this.#world
          .wayIn(profile)
          .resume?.(profile)
          .catch(() => {});
        await this.settled(profile.id);
      }
    }
  }

  /** Resolves when this profile has a session. Rejects with sign-in.cancelled when `signal` aborts. */
  begun(profile: string, signal: AbortSignal): Promise<void> {
    return this.#begun.wait(profile, signal);
  }

  /** To be called when what AWS's refusal of a code came from has been mended: it is said no more. */
  codeMended(profile: ProfileSettings): void {
    const state = this.stateOf(profile.id);
    if ('failure' in state && state.failure && /^(code|device)\./.test(state.failure.code)) {
      this.#states.step(profile, { type: 'effectRecovered', failure: state.failure });
    }
  }

  /** To be called whenever time may have passed unseen: resume, unlock, a set clock. */
  tick(): void {
    this.#watch.tick();
  }

  stop(): void {
    this.#watch.stop();
    this.#running.cancelAll();
  }

  #heardEffect({ is, profile, why, thrown }: EffectNews): void {
    const type = is === 'failed' ? 'effectFailed' : 'effectRecovered';
    const shown = this.#world.profiles().some(({ id }) => id === profile.id);
    if (shown) this.#states.step(profile, { type, failure: why });
    if (is === 'failed') this.#world.emit({ is: 'session-trouble', why, thrown, shown });
  }
}
