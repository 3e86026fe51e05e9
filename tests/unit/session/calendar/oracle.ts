/** Knows from the outside what must be true of sessions, notices and files, and says so the moment that it is not. */
import { expect } from 'vitest';
import { sessionOf } from '../../../../electron/core/session/state.ts';
import type { ProfileSettings } from '../../../../electron/core/settings/settings.ts';
import { profileView } from '../../../../electron/core/view.ts';
import { MINUTE } from '../../samples.ts';
import type { Computer, Watcher } from './computer.ts';

/** How far off AWS's time can be believed to be once it has been heard: the tolerance, and half of the longest wait. */
const BELIEF_MS = 12_500;
/** A timer may sleep for a minute through a time that nobody has said has passed. */
const UNSEEN_MS = 60_000;

interface Life {
  readonly key: string;
  readonly expiresAt: number;
  /** Lead times that need no notice any more. */
  readonly covered: Set<number>;
  /** The keyring has been open all its life, so it must be there after a restart. */
  keepable: boolean;
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
  /** Sessions that were kept and are not there again yet. */
  readonly #pending = new Set<string>();
  #unseenUntil = 0;
  #fileUntil = 0;
  #unlockedAt = 0;
  #beliefGood = true;
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
    if (!life) return expect.fail(`${news}: a notice of no session`);
    const now = this.#pc.run.clock.now();
    if (news === 'ended') {
      expect(now, 'told of an end too early').toBeGreaterThanOrEqual(life.expiresAt);
      this.counts.ends++;
      return this.#bury(profile.id);
    }
    expect(expiresAt, 'a notice of another session').toBe(life.expiresAt);
    expect(now, 'a warning of an end that is past').toBeLessThan(life.expiresAt);
    const due = profile.warnBefore.filter((m) => !life.covered.has(m) && life.expiresAt - m * MINUTE <= now);
    expect(due.length, 'a notice that is doubled or early').toBeGreaterThan(0);
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
      expect(this.#dead.has(key), 'a session that is over has come back').toBe(false);
      expect(this.awaiting.has(profile.id), 'a session that nobody waits for').toBe(true);
      this.#bury(profile.id);
      const now = this.#pc.run.clock.now();
      const passed = profile.warnBefore.filter((m) => session.expiresAt - m * MINUTE <= now);
      const keepable = this.#pc.box.state === 'open';
      const life = { key, expiresAt: session.expiresAt, covered: new Set(passed), keepable };
      this.#lives.set(key, life);
      this.#current.set(profile.id, life);
      this.counts.sessions++;
    }
  }

  // What happens to the computer.

  signedOut(profile: string): void {
    this.awaiting.delete(profile);
    this.#bury(profile);
  }

  /** Time has passed, or seems to have, and nobody has said so. */
  unseen(): void {
    this.#unseenUntil = this.awake + UNSEEN_MS;
  }

  wallJumped(): void {
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

  /** The app has ended and starts again: what it can know is what it kept. */
  restarts(orderly: boolean): void {
    this.counts.restarts++;
    this.awaiting.clear();
    this.#pending.clear();
    this.#beliefGood = true;
    this.#unlockedAt = this.awake;
    this.#unseenUntil = this.awake + 1_000;
    this.#fileUntil = this.awake + 1_000;
    for (const { id } of this.#pc.profiles) {
      const copy = this.#copyOf(id);
      const before = this.#current.get(id);
      if (orderly && before?.keepable) {
        expect(copy?.accessKeyId, 'a session is lost over a restart').toBe(before.key);
        expect(
          [...before.covered].filter((m) => !copy?.warned.includes(m)),
          'a notice was not kept',
        ).toEqual([]);
      }
      this.#current.delete(id);
      const life = copy && this.#lives.get(copy.accessKeyId);
      if (!copy || !life) continue;
      expect(
        copy.warned.filter((m) => !life.covered.has(m)),
        'a notice was kept and not given',
      ).toEqual([]);
      const covered = new Set(copy.warned);
      this.#lives.set(life.key, { ...life, covered });
      this.#dead.delete(life.key);
      this.#current.set(id, { ...life, covered, keepable: false });
      this.#pending.add(id);
      const needed = this.#pc.sky.true - this.#pc.sky.wall();
      if (Math.abs(copy.offset - needed) > BELIEF_MS) this.#beliefGood = false;
    }
    if (this.#pc.box.state === 'missing') {
      // It cannot be opened in this run at all.
      for (const id of this.#pending) this.#current.delete(id);
      this.#pending.clear();
      this.#beliefGood = false;
    }
    if (this.#pending.size === 0 && Math.abs(this.#pc.sky.true - this.#pc.sky.wall()) > BELIEF_MS)
      this.#beliefGood = false;
    if (this.#pc.box.state !== 'open') this.#beliefGood = false;
  }

  // What must be true at every moment at which nothing is under way.

  check(): void {
    this.counts.steps++;
    if (this.#faults.length > 0) throw this.#faults[0];
    const { run, sky } = this.#pc;
    const off = Math.abs(run.clock.now() - sky.true);
    if (run.clock.learned || this.#beliefGood) expect(off, 'a wrong time is believed').toBeLessThanOrEqual(BELIEF_MS);
    else if (off > BELIEF_MS) this.counts.inTheDark++;
    for (const profile of this.#pc.profiles) this.#checkProfile(profile);
    this.#checkFile();
  }

  #checkProfile(profile: ProfileSettings): void {
    const { sessions, clock } = this.#pc.run;
    const now = clock.now();
    const served = sessions.sessionOf(profile.id);
    const { phase } = profileView(profile, sessions, now);
    expect(served !== null, `served while ${phase}`).toBe(phase === 'active' || phase === 'expiring');
    if (served) expect(served.expiresAt, 'served after its end').toBeGreaterThan(now);

    const life = this.#current.get(profile.id);
    if (served) expect(served.credentials.reveal().accessKeyId, 'another session is served').toBe(life?.key);
    if (!life) return;
    if (this.#pending.has(profile.id)) {
      const waited = this.#pc.box.state === 'open' && this.awake - this.#unlockedAt > 11_000;
      expect(waited, 'a kept session has not come back').toBe(false);
      return;
    }
    if (now < life.expiresAt) expect(served, 'a session has ended early').not.toBeNull();
    if (this.awake < this.#unseenUntil) return;
    expect(now, 'an end was not told').toBeLessThan(life.expiresAt);
    const due = profile.warnBefore.filter((m) => !life.covered.has(m) && life.expiresAt - m * MINUTE <= now);
    expect(due, 'a notice was not given').toEqual([]);
  }

  /** What stands in the credentials file is what is served, no more and no less. */
  #checkFile(): void {
    if (this.#pc.files.broken || this.awake < this.#fileUntil || this.awake < this.#unseenUntil) return;
    const written = this.#pc.files.texts.credentials.match(/ASIA\d{16}/g) ?? [];
    const { sessions } = this.#pc.run;
    const served = this.#pc.profiles
      .filter((profile) => profile.delivery === 'file')
      .flatMap(({ id }) => sessions.sessionOf(id)?.credentials.reveal().accessKeyId ?? []);
    expect(written.sort(), 'the credentials file').toEqual(served.sort());
  }

  get #pc(): Computer {
    return this.#computer ?? expect.fail('no computer');
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
