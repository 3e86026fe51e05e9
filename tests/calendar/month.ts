/** Lives through a month of events, checking after every step. */
import { expect } from 'vitest';
import { FAILURES } from '../../electron/core/base/catalogue.ts';
import type { FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { deadline } from '../../electron/core/session/state.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { HOUR } from '../unit/samples.ts';
import { codeAt } from './aws.ts';
import { Computer } from './computer.ts';
import type { Event, Moment } from './events.ts';
import { Oracle } from './oracle.ts';

const MONTH = 30 * 24 * HOUR;
const NIGHT = 9 * HOUR;

export class Month {
  readonly oracle = new Oracle();
  readonly #computer: Computer;
  readonly #signingIn = new Map<string, object>();
  #lastCode = '000000';
  #wrong = 0;

  constructor(profiles: readonly ProfileSettings[]) {
    this.#computer = new Computer(profiles, this.oracle);
    this.oracle.watch(this.#computer);
  }

  async live(moments: readonly Moment[]): Promise<void> {
    const { sky } = this.#computer;
    for (const end = sky.true + MONTH; sky.true < end; await this.#sleep(NIGHT, true, false)) {
      for (const { gap, event } of moments) {
        if (sky.true >= end) return;
        if (gap > 0) await this.#sleep(gap, true, false);
        await this.#happen(event);
        await this.#pass(0);
      }
    }
  }

  async #happen(event: Event): Promise<void> {
    const { aws, sky, box, files, run } = this.#computer;
    switch (event.do) {
      case 'wait':
        return this.#pass(event.ms);
      case 'sleep':
        return this.#sleep(event.ms, event.resume, event.buffered);
      case 'toward': {
        const due = this.#due(event.profile);
        if (due === null) return;
        await this.#sleep(Math.max(due - run.clock.now() - event.before, 0), true, false);
        return this.#pass(event.before + event.after);
      }
      case 'signIn':
        aws.way = event.way;
        this.oracle.disturbed();
        this.#signIn(this.#profile(event.profile), event.code);
        return this.#pass(event.patience);
      case 'hammer':
        aws.way = 'quick';
        this.oracle.disturbed();
        for (let i = 0; i < 12; i++) {
          this.#signIn(this.#profile(event.profile), 'wrong');
          await this.#pass(1_000);
        }
        return;
      case 'cancel':
        this.oracle.awaiting.delete(this.#profile(event.profile).id);
        this.#signingIn.delete(this.#profile(event.profile).id);
        return run.sessions.cancel(this.#profile(event.profile).id);
      case 'signOut':
        this.#signingIn.delete(this.#profile(event.profile).id);
        run.sessions.signOut(this.#profile(event.profile)).catch(this.#refusal);
        return this.oracle.signedOut(this.#profile(event.profile).id);
      case 'online':
        if (!aws.online) this.oracle.disturbed();
        aws.online = true;
        return;
      case 'offline':
        return aws.goOffline();
      case 'breakDisk':
        files.broken = 'file.disk-full';
        return;
      case 'mendDisk':
        if (files.broken) this.oracle.fileMended();
        files.broken = null;
        return;
      case 'lock':
      case 'unlock':
        if (box.state === 'missing') return;
        box.state = event.do === 'lock' ? 'locked' : 'open';
        return this.oracle.keyringChanged();
      case 'jump':
        sky.jump(event.ms);
        return this.oracle.wallJumped();
      case 'setRight':
        sky.jump(sky.true - sky.wall());
        return this.oracle.wallJumped();
      case 'leads':
        run.app.book.edit(this.#profile(event.profile).id, {
          ...this.#profile(event.profile),
          warnBefore: event.leads,
        });
        return this.oracle.unseen();
      case 'quit':
        run.sessions.stop();
        await this.#computer.settle();
        return this.#restart(event, true);
      case 'kill':
        await this.#setOff(event.moment);
        for (let i = 0; i < event.turns; i++) await null;
        return this.#restart(event, false);
    }
  }

  async #setOff(moment: 'now' | 'due' | 'signIn'): Promise<void> {
    const { aws, run, sky } = this.#computer;
    if (moment === 'signIn') {
      aws.way = 'quick';
      this.#signIn(this.#profile(0), 'right');
      await this.#computer.settle();
      sky.advance(250);
      aws.arrive();
      await this.#computer.settle();
      sky.advance(250);
      aws.arrive();
    }
    const due = this.#due(0) ?? this.#due(1);
    if (moment !== 'due' || due === null) return;
    await this.#sleep(Math.max(due - run.clock.now(), 0), false, false);
    run.sessions.tick();
  }

  async #restart({ down, keyring, reboot, jump }: Event & { do: 'quit' | 'kill' }, orderly: boolean): Promise<void> {
    const { sky, aws, box } = this.#computer;
    this.oracle.stops(orderly);
    aws.goOffline();
    this.#signingIn.clear();
    // From here on the old run is dead, whatever it still has under way.
    const before = this.#computer.run;
    this.#computer.start();
    expect(this.#computer.run).not.toBe(before);
    sky.advance(down);
    sky.jump(jump);
    if (reboot) sky.reboot();
    box.state = keyring === 'slow' ? 'open' : keyring;
    this.#computer.slowKeyring = keyring === 'slow';
    aws.online = true;
    // The clock reads the steady time at its start, which is now.
    const { sessions } = this.#computer.start();
    this.oracle.restarts();
    this.#computer.busy = true;
    for (const profile of this.#computer.profiles) void sessions.restore(profile);
    await this.#computer.settle();
  }

  #signIn(profile: ProfileSettings, code: 'right' | 'wrong' | 'last'): void {
    const { run, sky } = this.#computer;
    const { id } = profile;
    if (code !== 'last')
      this.#lastCode = code === 'right' ? codeAt(factsOf(profile).serial ?? '', sky.true) : this.#wrongCode();
    const busy = this.#signingIn.has(id);
    this.#computer.busy = true;
    const asked = factsOf(profile).parent
      ? run.app.signIns.withoutCode(id)
      : run.app.signIns.withCode(id, new Secret(this.#lastCode));
    if (busy)
      return void asked.then(() => this.oracle.witness(() => expect.fail('two sign-ins at once')), this.#refusal);
    const attempt = {};
    this.#signingIn.set(id, attempt);
    this.oracle.awaiting.add(id);
    const over = () => {
      // After a cancelled attempt the next may have begun already.
      if (this.#computer.run !== run || this.#signingIn.get(id) !== attempt) return;
      this.#signingIn.delete(id);
      this.oracle.awaiting.delete(id);
    };
    void asked.then(over, (thrown) => {
      over();
      this.#refusal(thrown);
    });
  }

  /** Time passes awake: timers and answers come at their moment, and everything is checked after each. */
  async #pass(ms: number): Promise<void> {
    for (let left = ms; ; ) {
      await this.#computer.settle();
      this.#computer.run.timer.runDue();
      await this.#computer.settle();
      this.oracle.check();
      if (left <= 0) return;
      const step = this.#computer.run.timer.passToNext(Math.min(left, this.#computer.aws.next ?? left));
      this.oracle.awake += step;
      left -= step;
      if (this.#computer.aws.next === 0) {
        this.#computer.busy = true;
        this.#computer.aws.arrive();
      }
    }
  }

  async #sleep(ms: number, resume: boolean, buffered: boolean): Promise<void> {
    const { run, aws } = this.#computer;
    run.timer.sleep(ms);
    // Before anything has run, what is over is over.
    for (const { id } of this.#computer.profiles) {
      const served = run.sessions.sessionOf(id);
      if (served) expect(served.expiresAt).toBeGreaterThan(run.clock.now());
    }
    this.#computer.busy = true;
    aws.wake(buffered);
    if (resume) run.sessions.tick();
    else this.oracle.unseen();
    this.oracle.disturbed();
    await this.#computer.settle();
    this.oracle.check();
  }

  #wrongCode(): string {
    this.#wrong = (this.#wrong + 1) % 10_000;
    return `99${String(this.#wrong).padStart(4, '0')}`;
  }

  #profile(index: number): ProfileSettings {
    return this.#computer.profiles[index] ?? expect.fail();
  }

  /** Whatever happens to a person, it is a failure of the catalogue and no bug. */
  readonly #refusal = (thrown: FailureError): void => {
    this.oracle.witness(() => {
      expect(Object.keys(FAILURES)).toContain(thrown.failure?.code);
      if (thrown.failure.code === 'internal.unexpected') throw thrown.cause;
    });
  };

  #due(index: number): number | null {
    const profile = this.#profile(index);
    return deadline(this.#computer.run.sessions.stateOf(profile.id), profile.warnBefore);
  }
}
