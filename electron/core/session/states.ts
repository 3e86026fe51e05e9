/** The state of each profile's session: moves it step by step, and carries out what each step asks for. */
import type { AwsClock } from '../base/aws-clock.ts';
import type { EpochMs } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Effects } from './effects.ts';
import { type Reaction, reactions } from './reactions.ts';
import type { SessionNews } from './session-news.ts';
import { endOf, next, type Session, type SessionEvent, type SessionState, sessionOf, signedOut } from './state.ts';

export interface StatesWorld {
  readonly clock: AwsClock;
  readonly effects: Pick<Effects, 'deliver' | 'withdraw' | 'keep' | 'keepAgain' | 'forget'>;
  renewsItself(profile: ProfileSettings): boolean;
  emit(news: SessionNews): void;
  /** A session has begun: those who waited for it, and the sessions that go on from it, come first. */
  begun(profile: ProfileSettings): void;
  /** After each step. */
  moved(): void;
}

export class States {
  readonly #world: StatesWorld;
  readonly #states = new Map<string, SessionState>();

  constructor(world: StatesWorld) {
    this.#world = world;
  }

  of(profile: string): SessionState {
    return this.#states.get(profile) ?? signedOut();
  }

  /** The session that serves now, or null. Never one whose end has come, even if no timer has run yet. */
  sessionOf(profile: string): Session | null {
    const session = sessionOf(this.of(profile));
    return session && session.expiresAt > this.#world.clock.now() ? session : null;
  }

  step(profile: ProfileSettings, event: SessionEvent): void {
    const before = this.of(profile.id);
    const after = next(before, event);
    if (after === before) return;
    this.#states.set(profile.id, after);
    for (const reaction of reactions(before, after)) this.#react(profile, reaction);
    this.#world.moved();
  }

  /** Brings back a session that an earlier run has kept. */
  restore(profile: ProfileSettings, session: Session): void {
    this.step(profile, { type: 'restored', session, now: this.#world.clock.now() });
  }

  /** `warnBefore`: minutes before the end at which a person is told of it. */
  passTime(profile: ProfileSettings, now: EpochMs, warnBefore: readonly number[]): void {
    this.step(profile, { type: 'timePassed', now, warnBefore });
    const session = sessionOf(this.of(profile.id));
    if (session) this.#world.effects.keepAgain(profile, session);
  }

  #react(profile: ProfileSettings, reaction: Reaction): void {
    const { effects, emit, clock, begun, renewsItself } = this.#world;
    switch (reaction.do) {
      case 'deliver':
      case 'keep':
        effects[reaction.do](profile, reaction.session);
        break;
      case 'withdraw':
      case 'forget':
        effects[reaction.do](profile);
        break;
      case 'forgetUnlessRenewed':
        if (!renewsItself(profile)) effects.forget(profile);
        break;
      case 'serveWaiting':
        begun(profile);
        break;
      case 'warnOfEnd':
        emit({ is: 'session-ending', profile, left: endOf(reaction.session) - clock.now() });
        break;
      case 'tellEnded':
        // One that is renewed in the same moment, as after a sleep, has not ended for anybody.
        if (!renewsItself(profile)) emit({ is: 'session-ended', profile });
    }
  }
}
