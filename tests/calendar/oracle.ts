/** Knows from the outside what must be true of sessions, notices and files, and says so the moment that it is not. */

import { profileView } from '../../electron/core/app/view-of.ts';
import { endedAtOf, sessionOf } from '../../electron/core/session/state.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { MINUTE, NO_TOTP } from '../unit/samples.ts';
import { type Computer, SLOW_KEYRING_MS, type Watcher } from './computer.ts';

/** How far off AWS's time can be believed to be once it has been heard: the longest wait that counts, and the tolerance. */
const BELIEF_MS = 33_500;
/** A timer may sleep for a minute through a time that nobody has said has passed. */
const UNSEEN_MS = 60_000;

/** The keyring is looked at every ten seconds while it is locked, and may be slow. */
const RESTORED_MS = 11_000 + SLOW_KEYRING_MS;

interface Life {
  readonly key: string;
  readonly expiresAt: number;
  /** Lead times that need no notice any more. */
  readonly covered: Set<number>;
  /** The keyring has been open all its life, so it must be there after a restart. */
  keepable: boolean;
  /** When it began, in time awake: a slow keyring is asked a few times before it is kept. */
  readonly since: number;
}

interface Copy {
  readonly accessKeyId: string;
  readonly warned: readonly number[];
  readonly offset: number;
}

export class Oracle implements Watcher {
  readonly counts = { steps: 0, sessions: 0, notices: 0, ends: 0, restarts: 0, inTheDark: 0 };
  /** Milliseconds awake. */
  awake = 0;
  /** Profiles for which a person waits for a sign-in. */
  readonly awaiting = new Set<string>();
  readonly #lives = new Map<string, Life>();
  readonly #current = new Map<string, Life>();
  /** Sessions that a person or their end has ended. */
  readonly #dead = new Set<string>();
  /** Roles that go on by themselves while the session lives that assumes them. */
  readonly #derived = new Set<string>();
  /** Sessions that were kept and are not there again yet. */
  readonly #pending = new Set<string>();
  #unseenUntil = 0;
  #fileUntil = 0;
  #offsetUntil = 0;
  #unlockedAt = 0;
  #beliefGood = true;
  #quietSince = 0;
  #computer: Computer | null = null;
  readonly #faults: unknown[] = [];

  watch(computer: Computer): void {
    this.#computer = computer;
  }

  // What the app tells. To throw there would only be one more failure that the app copes with.

  witness(look: () => void): void {
    try {
      look();
    } catch (fault) {
      this.#faults.push(fault);
    }
  }

  told(...news: Parameters<Watcher['told']>): void {
    this.witness(() => this.#told(...news));
  }

  began(): void {
    this.witness(() => this.#began());
  }

  #told(news: 'ending' | 'ended', profile: ProfileSettings, expiresAt: number): void {
    const life = this.#current.get(profile.id);
    if (!life) throw new Error(`a notice of no session: ${news}`);
    const now = this.#pc.run.clock.now();
    if (news === 'ended') {
      must(!this.#parentLives(profile), 'told of the end of a role that is renewed');
      must(now >= life.expiresAt, 'told of an end too early');
      this.counts.ends++;
      this.#bury(profile.id);
      return;
    }
    must(expiresAt === life.expiresAt, 'a notice of another session');
    must(now < life.expiresAt, 'a warning of an end that is past');
    const due = this.#leadsOf(profile).filter((m) => !life.covered.has(m) && life.expiresAt - m * MINUTE <= now);
    must(due.length > 0, 'a notice that is doubled or early');
    for (const minutes of due) life.covered.add(minutes);
    this.counts.notices++;
  }

  #began(): void {
    for (const profile of this.#pc.profiles) {
      const session = sessionOf(this.#pc.run.sessions.stateOf(profile.id));
      if (!session) continue;
      const key = session.credentials.reveal().accessKeyId;
      if (this.#current.get(profile.id)?.key === key) {
        this.#pending.delete(profile.id);
        continue;
      }
      must(!this.#dead.has(key), 'a session that is over has come back');
      must(this.awaiting.has(profile.id) || this.#derived.has(profile.id), 'a session that nobody waits for');
      if (factsOf(profile).parent) this.#derived.add(profile.id);
      this.#bury(profile.id);
      const now = this.#pc.run.clock.now();
      const passed = profile.warnBefore.filter((m) => session.expiresAt - m * MINUTE <= now);
      const keepable = this.#pc.box.state === 'open';
      const life = { key, expiresAt: session.expiresAt, covered: new Set(passed), keepable, since: this.awake };
      this.#lives.set(key, life);
      this.#current.set(profile.id, life);
      this.counts.sessions++;
    }
  }

  // What happens to the computer.

  signedOut(profile: string): void {
    this.awaiting.delete(profile);
    this.#derived.delete(profile);
    this.#bury(profile);
  }

  /** Until now requests may have failed. */
  disturbed(): void {
    this.#quietSince = this.awake;
  }

  /** Time has passed, or seems to have, and nobody has said so. */
  unseen(): void {
    this.#unseenUntil = this.awake + UNSEEN_MS;
  }

  wallJumped(): void {
    this.#offsetUntil = this.awake + UNSEEN_MS;
    if (this.#pc.run.clock.learned) return;
    this.#beliefGood = false;
    this.unseen();
  }

  fileMended(): void {
    this.#fileUntil = this.awake + UNSEEN_MS;
  }

  keyringChanged(): void {
    this.#unlockedAt = this.awake;
    if (this.#pc.box.state !== 'open') for (const life of this.#current.values()) life.keepable = false;
  }

  /** The app ends. What it has kept must do for the next start, if it had the time to keep it. */
  stops(orderly: boolean): void {
    const { run, sky } = this.#pc;
    for (const { id } of this.#pc.profiles) {
      const copy = this.#copyOf(id);
      const life = this.#current.get(id);
      if (orderly && copy) must(!this.#dead.has(copy.accessKeyId), 'a session that is over is kept');
      if (!orderly || !life?.keepable) continue;
      if (this.#pc.slowKeyring && this.awake - life.since < 5 * SLOW_KEYRING_MS) continue;
      must(copy?.accessKeyId === life.key, 'a session is lost over a restart');
      must(
        [...life.covered].every((m) => copy?.warned.includes(m)),
        'a notice was not kept',
      );
      if (!run.clock.learned || this.awake < this.#offsetUntil || !copy || this.#pending.has(id)) continue;
      must(Math.abs(copy.offset - (sky.true - sky.wall())) <= BELIEF_MS, 'the clock was set, and that was not kept');
    }
  }

  /** The app starts again: what it can know is what it kept. */
  restarts(): void {
    this.counts.restarts++;
    this.awaiting.clear();
    this.#pending.clear();
    this.#derived.clear();
    this.disturbed();
    this.#beliefGood = true;
    this.#unlockedAt = this.awake;
    this.#unseenUntil = this.awake + 1_000;
    this.#fileUntil = this.awake + (this.#pc.slowKeyring ? RESTORED_MS : 1_000);
    const needed = this.#pc.sky.true - this.#pc.sky.wall();
    for (const profile of this.#pc.profiles) {
      const { id } = profile;
      const copy = this.#copyOf(id);
      this.#current.delete(id);
      const life = copy && this.#lives.get(copy.accessKeyId);
      if (!copy || !life) continue;
      must(
        copy.warned.every((m) => life.covered.has(m)),
        'a notice was kept and not given',
      );
      const again = { ...life, covered: new Set(copy.warned), keepable: this.#pc.box.state === 'open' };
      this.#lives.set(life.key, again);
      this.#dead.delete(life.key);
      this.#current.set(id, again);
      this.#pending.add(id);
      if (factsOf(profile).parent) this.#derived.add(id);
      if (Math.abs(copy.offset - needed) > BELIEF_MS) this.#beliefGood = false;
    }
    if (this.#pc.box.state === 'missing') {
      // It cannot be opened in this run at all.
      for (const id of this.#pending) {
        this.#current.delete(id);
        this.#derived.delete(id);
      }
      this.#pending.clear();
    }
    // Without a copy that can be opened at once, there is only the wall clock.
    const opens = this.#pending.size > 0 && this.#pc.box.state === 'open' && !this.#pc.slowKeyring;
    if (!opens && Math.abs(needed) > BELIEF_MS) this.#beliefGood = false;
  }

  // What must be true at every moment at which nothing is under way.

  check(): void {
    this.counts.steps++;
    if (this.#faults.length > 0) throw this.#faults[0];
    const { run, sky } = this.#pc;
    const off = Math.abs(run.clock.now() - sky.true);
    if (run.clock.learned || this.#beliefGood) must(off <= BELIEF_MS, `a time is believed that is off by ${off} ms`);
    else if (off > BELIEF_MS) this.counts.inTheDark++;
    for (const profile of this.#pc.profiles) this.#checkProfile(profile);
    this.#checkFile();
  }

  #checkProfile(profile: ProfileSettings): void {
    const { sessions, clock } = this.#pc.run;
    const now = clock.now();
    const served = sessions.sessionOf(profile.id);
    const { phase } = profileView(profile, sessions, NO_TOTP, now);
    must((served !== null) === (phase === 'active' || phase === 'expiring'), `served while ${phase}`);
    if (served) must(served.expiresAt > now, 'served after its end');

    this.#checkDerived(profile, served !== null);
    const life = this.#current.get(profile.id);
    if (served) must(served.credentials.reveal().accessKeyId === life?.key, 'another session is served');
    if (!life) return;
    // A role whose parent lives is renewed, so its end is none that is told.
    if (this.#parentLives(profile) && endedAtOf(sessions.stateOf(profile.id)) === life.expiresAt) {
      this.#bury(profile.id);
      return;
    }
    if (this.#pending.has(profile.id)) {
      const waited = this.#pc.box.state === 'open' && this.awake - this.#unlockedAt > RESTORED_MS;
      must(!waited, 'a kept session has not come back');
      return;
    }
    must(served !== null || now >= life.expiresAt, 'a session has ended early');
    if (this.awake < this.#unseenUntil) return;
    must(now < life.expiresAt, 'an end was not told');
    const due = this.#leadsOf(profile).filter((m) => !life.covered.has(m) && life.expiresAt - m * MINUTE <= now);
    must(due.length === 0, 'a notice was not given');
  }

  /** The network has been good for two minutes, in which two timers have run. */
  #checkDerived(profile: ProfileSettings, served: boolean): void {
    const due = this.#derived.has(profile.id) && this.#parentLives(profile) && !this.#pending.has(profile.id);
    const quiet = this.#pc.aws.online && this.#pc.aws.way === 'quick' && this.awake - this.#quietSince > 130_000;
    must(served || !due || !quiet || this.awake < this.#unseenUntil, 'a role was not renewed by itself');
  }

  /** Nobody is warned of an end that will not come. */
  #leadsOf(profile: ProfileSettings): readonly number[] {
    return this.#parentLives(profile) ? [] : profile.warnBefore;
  }

  #parentLives(profile: ProfileSettings): boolean {
    const { parent } = factsOf(profile);
    return parent !== null && this.#pc.run.sessions.sessionOf(parent) !== null;
  }

  /** What stands in the credentials file is what is served, no more and no less. */
  #checkFile(): void {
    if (this.#pc.files.broken || this.awake < this.#fileUntil || this.awake < this.#unseenUntil) return;
    const written = this.#pc.files.texts.credentials.match(/ASIA\d{16}/g) ?? [];
    const { sessions } = this.#pc.run;
    const served = this.#pc.profiles
      .filter((profile) => profile.delivery === 'file')
      .flatMap(({ id }) => sessions.sessionOf(id)?.credentials.reveal().accessKeyId ?? []);
    must(written.sort().join() === served.sort().join(), `the file has ${written}, and served is ${served}`);
  }

  get #pc(): Computer {
    if (!this.#computer) throw new Error('no computer');
    return this.#computer;
  }

  #bury(profile: string): void {
    const life = this.#current.get(profile);
    if (life) this.#dead.add(life.key);
    this.#current.delete(profile);
    this.#pending.delete(profile);
  }

  #copyOf(profile: string): Copy | null {
    const sealed = this.#pc.sealed.texts.get(profile);
    return sealed === undefined ? null : (JSON.parse(this.#pc.box.read(sealed)) as Copy);
  }
}

/** As `expect`, a hundred times faster: it is asked millions of times. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
