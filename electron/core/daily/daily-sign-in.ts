/**
 * Signs profiles in by themselves at the time of day that was chosen for each. Only with a stored authenticator, at most
 * once a day; what the network or a locked keychain held up is tried again, what AWS refused is not.
 */
import { type Failure, type FailureCode, failureOf } from '../base/failure.ts';
import type { Clock, EpochMs, Timer } from '../base/time.ts';
import type { DailyProgress, ProfileSettings } from '../settings/settings.ts';
import { dueNow, lastTime } from './due.ts';

/** Timers stop during suspend, clocks are set and time zones left, so none is trusted for longer than this. */
const LOOK_MS = 60_000;
const LONGEST_PAUSE_MS = 32 * LOOK_MS;

/** What holds a sign-in up without a word from AWS about the code. */
const HELD_UP: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'network.offline',
  'network.timeout',
  'network.proxy',
  'network.certificate',
  'totp.box-unavailable',
  'key.box-unavailable',
  'aws.throttled',
  'sign-in.busy',
]);

/** What a daily sign-in tells: AWS, or something here, did not let it through. */
export type DailyNews = { readonly is: 'daily-refused'; readonly profile: ProfileSettings; readonly why: Failure };

export interface DailySignInWorld {
  readonly clock: Clock;
  readonly timer: Timer;
  profiles(): readonly ProfileSettings[];
  /** Whether a stored authenticator makes its codes. */
  stored(profile: ProfileSettings): boolean;
  /** When the session that stands began, by the computer's clock; null without one. */
  begun(profile: ProfileSettings): EpochMs | null;
  progress(profile: string): DailyProgress | null;
  remember(profile: string, progress: DailyProgress): void;
  signIn(profile: ProfileSettings): Promise<void>;
  emit(news: DailyNews): void;
}

export class DailySignIn {
  readonly #world: DailySignInWorld;
  /** As remembered in the settings, and also where they could not be saved: a refusal must not be forgotten. */
  readonly #last = new Map<string, DailyProgress>();
  /** Held up: how often, and when it is tried again, in steady time. */
  readonly #held = new Map<string, { readonly times: number; readonly again: number }>();
  readonly #running = new Set<string>();
  #stop: () => void = () => {};

  constructor(world: DailySignInWorld) {
    this.#world = world;
  }

  /** To be called at start, when something was chosen, and whenever time may have passed unseen. */
  tick(): void {
    this.#stop();
    const able = this.#world
      .profiles()
      .flatMap((profile) =>
        profile.dailyAt !== null && this.#world.stored(profile) ? [{ profile, dailyAt: profile.dailyAt }] : [],
      );
    for (const { profile, dailyAt } of able) this.#look(profile, dailyAt);
    this.#stop = able.length > 0 ? this.#world.timer.after(LOOK_MS, () => this.tick()) : () => {};
  }

  stop(): void {
    this.#stop();
  }

  /** From now on: a time of today that has passed already is not made up for. */
  startAnew(profile: string): void {
    this.#remember(profile, { seen: this.#world.clock.wall(), refused: this.#lastOf(profile)?.refused ?? null });
    this.#held.delete(profile);
    this.tick();
  }

  #look(profile: ProfileSettings, dailyAt: string): void {
    const { id } = profile;
    const { clock, begun } = this.#world;
    const wall = clock.wall();
    const last = this.#lastOf(id);
    // Nobody has chosen it here: its time has not come before.
    if (!last) this.#remember(id, { seen: wall, refused: null });
    if (!last || this.#running.has(id) || (this.#held.get(id)?.again ?? 0) > clock.steady()) return;
    const due = dueNow(dailyAt, last, wall);
    if (due === 'not') return;
    const isFresh = (begun(profile) ?? -Infinity) >= lastTime(dailyAt, wall);
    if (due === 'skip' || isFresh) this.#remember(id, { ...last, seen: wall });
    else void this.#signIn(profile);
  }

  async #signIn(profile: ProfileSettings): Promise<void> {
    const { clock, signIn, emit } = this.#world;
    this.#running.add(profile.id);
    const why = await signIn(profile).then(() => null, failureOf);
    this.#running.delete(profile.id);
    if (why && HELD_UP.has(why.code)) {
      this.#holdUp(profile.id);
      return;
    }
    this.#held.delete(profile.id);
    this.#remember(profile.id, { seen: clock.wall(), refused: why && clock.wall() });
    if (why && why.code !== 'sign-in.cancelled') emit({ is: 'daily-refused', profile, why });
  }

  #holdUp(profile: string): void {
    const times = (this.#held.get(profile)?.times ?? 0) + 1;
    const pause = Math.min(LOOK_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    // A little less than whole looks, so that the look at that time is not just too early.
    this.#held.set(profile, { times, again: this.#world.clock.steady() + pause - 1_000 });
  }

  #lastOf(profile: string): DailyProgress | null {
    return this.#last.get(profile) ?? this.#world.progress(profile);
  }

  #remember(profile: string, progress: DailyProgress): void {
    this.#last.set(profile, progress);
    try {
      this.#world.remember(profile, progress);
    } catch {
      // It is remembered here until the next start.
    }
  }
}
