/**
 * Carries out what the steps of the sessions ask for outside memory. Effects of one profile on files run one after another,
 * and what could not be done is owed until it is. The keyring has a turn of its own: it holds up no file.
 */
import type { SharedFile } from '../aws-files/port.ts';
import { type AwsClock, CLOCK_TOLERANCE_MS } from '../base/aws-clock.ts';
import { type Failure, failureOf } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import { mayPass } from '../kept/seal.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Delivery } from './delivery.ts';
import type { Keeper } from './keeper.ts';
import type { Session } from './state.ts';

/** How long it takes until what has failed is tried again. */
const AGAIN_MS = 60_000;

export interface EffectsWorld {
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly keeper: Keeper;
  readonly delivery: Pick<Delivery, 'deliver' | 'withdraw' | 'renew' | 'remove'>;
  profiles(): readonly ProfileSettings[];
  changed(): void;
}

export interface EffectNews {
  readonly is: 'failed' | 'recovered';
  readonly profile: ProfileSettings;
  readonly why: Failure;
  readonly thrown: unknown;
}

type Work = (current: ProfileSettings) => Promise<void>;

/** What should stand in a shared file, or should not, and why it is not so yet. */
interface Debt {
  readonly profile: ProfileSettings;
  readonly work: Work;
  readonly why: Failure;
  readonly stop: () => void;
}

export class Effects {
  readonly #world: EffectsWorld;
  readonly #tell: (news: EffectNews) => void;
  readonly #hasSession: (profile: string) => boolean;
  readonly #last = { file: new Map<string, Promise<void>>(), kept: new Map<string, Promise<void>>() };
  /** By the profile's id, and by the place that a profile has left. */
  readonly #debts = new Map<string, Debt>();
  /** The newest that is to be kept, by profile, with what was added to the wall clock then. */
  readonly #toKeep = new Map<string, { readonly offset: number }>();
  #notKept: Failure | null = null;

  constructor(world: EffectsWorld, tell: (news: EffectNews) => void, hasSession: (profile: string) => boolean) {
    this.#world = world;
    this.#tell = tell;
    this.#hasSession = hasSession;
  }

  /** Why sessions are not kept over a restart, or null. */
  get notKept(): Failure | null {
    return this.#notKept;
  }

  set notKept(why: Failure | null) {
    this.#notKept = why;
    this.#world.changed();
  }

  deliver(profile: ProfileSettings, session: Session): void {
    this.#place(profile, profile.id, (current) => this.#world.delivery.deliver(current, session));
  }

  withdraw(profile: ProfileSettings): void {
    this.#place(profile, profile.id, async (current) => {
      // What was removed may have left its name to another profile.
      const holder = this.#world.profiles().find(({ name }) => name === current.name);
      if (!holder || holder.id === current.id) await this.#world.delivery.withdraw(current);
    });
  }

  /** Takes away what stands in these files under the name of `left`, unless it is another's by then. */
  leave(left: ProfileSettings, files: readonly SharedFile[]): void {
    this.#place(left, `${left.id} ${left.name} ${files}`, async () => {
      for (const file of files) await (file === 'config' ? this.#leaveConfig(left) : this.#leaveCredentials(left));
    });
  }

  /** Keys that stand under the name of a profile without a session are those of the one that has left it. */
  async #leaveCredentials(left: ProfileSettings): Promise<void> {
    const holder = this.#holderOf(left.name);
    const isHeld = holder?.delivery === 'file' && this.#hasSession(holder.id);
    if (!isHeld) await this.#world.delivery.remove(left, 'credentials');
  }

  /** What stands there is whoever's profile has the name: it is to say what that one needs. */
  async #leaveConfig(left: ProfileSettings): Promise<void> {
    const holder = this.#holderOf(left.name);
    await (holder ? this.#world.delivery.renew(holder, left) : this.#world.delivery.remove(left, 'config'));
  }

  #holderOf(place: string): ProfileSettings | undefined {
    return this.#world.profiles().find(({ name }) => name === place);
  }

  /** Why the files are not as they should be for this profile, or null. */
  owed(profile: string): Failure | null {
    return [...this.#debts.values()].find((debt) => debt.profile.id === profile)?.why ?? null;
  }

  /** Tries what is owed for this profile again, now. */
  payNow(profile: string): void {
    for (const [key, debt] of this.#debts) if (debt.profile.id === profile) this.#pay(key);
  }

  keep(profile: ProfileSettings, session: Session): void {
    const wanted = { offset: this.#world.clock.offset() };
    this.#toKeep.set(profile.id, wanted);
    const isWanted = () => this.#toKeep.get(profile.id) === wanted;
    this.#add('kept', profile, async () => {
      this.notKept = await this.#world.keeper.keep(profile.id, session, wanted.offset, isWanted);
    });
  }

  /**
   * The next start believes the kept offset, so it must follow a clock that has been set; and a keyring that was locked
   * may have been unlocked since.
   */
  keepAgain(profile: ProfileSettings, session: Session): void {
    const kept = this.#toKeep.get(profile.id);
    const moved = kept && Math.abs(kept.offset - this.#world.clock.offset()) > CLOCK_TOLERANCE_MS;
    const locked = kept && this.#notKept && mayPass(this.#notKept);
    if (moved || locked) this.keep(profile, session);
  }

  forget(profile: ProfileSettings): void {
    this.#toKeep.delete(profile.id);
    // Not after a keyring that takes its time: it is only a file that goes.
    this.#add('file', profile, () => this.#world.keeper.forget(profile.id));
  }

  /** Resolves when the files are as they should be, or that is owed. */
  async written(profile: string): Promise<void> {
    await this.#last.file.get(profile);
  }

  /** Resolves when the effects so far have been carried out, or are owed. */
  async settled(profile: string): Promise<void> {
    await Promise.all([this.#last.file.get(profile), this.#last.kept.get(profile)]);
  }

  #place(profile: ProfileSettings, key: string, work: Work): void {
    this.#add('file', profile, async (current) => {
      try {
        await work(current);
        this.#settle(key);
      } catch (thrown) {
        this.#owe(key, profile, work, failureOf(thrown));
        throw thrown;
      }
    });
  }

  #settle(key: string): void {
    const debt = this.#debts.get(key);
    if (!debt) return;
    debt.stop();
    this.#debts.delete(key);
    this.#tell({ is: 'recovered', profile: debt.profile, why: debt.why, thrown: null });
  }

  #owe(key: string, profile: ProfileSettings, work: Work, why: Failure): void {
    this.#debts.get(key)?.stop();
    this.#debts.set(key, { profile, work, why, stop: this.#world.timer.after(AGAIN_MS, () => this.#pay(key)) });
  }

  /** Why it failed has been said and is not said again. */
  #pay(key: string): void {
    const profile = this.#debts.get(key)?.profile;
    if (!profile) return;
    this.#add('file', profile, async (current) => {
      const debt = this.#debts.get(key);
      if (debt)
        await debt.work(current).then(
          () => this.#settle(key),
          () => this.#owe(key, profile, debt.work, debt.why),
        );
    });
  }

  /** The effect gets the profile as it is when its turn comes: it may have been renamed since. */
  #add(to: 'file' | 'kept', profile: ProfileSettings, effect: Work): void {
    const current = () => this.#world.profiles().find((one) => one.id === profile.id) ?? profile;
    const turn = (this.#last[to].get(profile.id) ?? Promise.resolve())
      .then(() => effect(current()))
      .catch((thrown) => this.#tell({ is: 'failed', profile, why: failureOf(thrown), thrown }));
    this.#last[to].set(profile.id, turn);
  }
}
