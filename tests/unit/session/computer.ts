/** The sessions on a computer on which the app can be started again and again, and a log of what they did there. */
import { expect } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Keeper } from '../../../electron/core/session/keeper.ts';
import type { SessionNews } from '../../../electron/core/session/session-news.ts';
import { Sessions } from '../../../electron/core/session/sessions.ts';
import type { Session } from '../../../electron/core/session/state.ts';
import type { NewSession, WayIn } from '../../../electron/core/session/way-in.ts';
import type { ProfileSettings } from '../../../electron/core/settings/settings.ts';
import { factsOf } from '../../../electron/core/sources/ways-in.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE, profileWith, sessionWith } from '../samples.ts';

type Request = (profile: ProfileSettings, signal: AbortSignal) => Promise<NewSession>;

export const drained = () => new Promise((resolve) => setImmediate(resolve));
export const failing = (code: FailureCode) => async () => {
  throw new FailureError(code, { path: '/f', reason: 'r' });
};
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (thrown: FailureError) => thrown.failure.code,
  );

export class Computer {
  readonly wall = new FakeClock();
  readonly timer = new FakeTimer(this.wall);
  readonly box = new FakeSecretBox();
  readonly files = new FakeSealedFiles();
  readonly log: string[] = [];
  readonly troubles: string[] = [];
  /** How often it was said that something shown has changed. */
  changes = 0;
  profiles: ProfileSettings[] = [profileWith()];
  /** What stands in the credentials file, by the name of the section. */
  readonly written = new Map<string, Session>();
  request: Request = async () => this.grant();
  writing: () => Promise<void> = async () => {};
  checking: () => Promise<void> = async () => {};
  clock = new AwsClock(this.wall);
  sessions = this.start();

  grant(ms = 12 * HOUR): NewSession {
    const { credentials, identity } = sessionWith();
    return { granted: { credentials, expiresAt: this.wall.wall() + ms }, identity, until: null };
  }

  start(): Sessions {
    this.clock = new AwsClock(this.wall);
    this.sessions = new Sessions({
      clock: this.clock,
      timer: this.timer,
      keeper: new Keeper(provenSeal(this.box), this.files),
      profiles: () => this.profiles,
      wayIn: (profile) => this.wayIn(profile),
      delivery: {
        check: async () => this.checking(),
        fits: async () => {},
        deliver: async (profile, session) => {
          await this.writing();
          this.written.set(profile.name, session);
          this.log.push(`deliver ${profile.name}`);
        },
        withdraw: async (profile) => {
          await this.writing();
          if (this.written.delete(profile.name)) this.log.push(`withdraw ${profile.name}`);
        },
        renew: async (profile) => {
          await this.writing();
          this.log.push(`renew ${profile.name}`);
        },
        remove: async (profile, file) => {
          await this.writing();
          this.written.delete(profile.name);
          this.log.push(`remove ${profile.name} ${file}`);
        },
      },
      emit: (news) => this.heard(news),
      changed: () => void this.changes++,
    });
    return this.sessions;
  }

  /** As the real ones: a role that goes through a living session is renewed without a person. */
  wayIn(of: ProfileSettings): WayIn {
    const { parent } = factsOf(of);
    const renews = parent !== null && this.sessions.sessionOf(parent) !== null;
    return { needs: 'nothing', renews, open: (profile, signal) => this.request(profile, signal) };
  }

  heard(news: SessionNews): void {
    const now = (this.clock.now() - MORNING) / MINUTE;
    if (news.is === 'session-began') this.log.push('began');
    if (news.is === 'session-ending') this.log.push(`ending ${news.profile.name} ${now + news.left / MINUTE}`);
    if (news.is === 'session-ended') this.log.push(`ended ${news.profile.name} ${now}`);
    if (news.is === 'session-trouble') this.troubles.push(`${news.why.code} ${news.shown}`);
  }

  get state() {
    return this.sessions.stateOf('p1');
  }

  /** Until the session is kept as well. */
  async signIn(profile = this.profile): Promise<void> {
    const { sessions } = this;
    await sessions.signIn(profile, this.wayIn(profile));
    await sessions.settled(profile.id);
  }

  get profile(): ProfileSettings {
    return this.profiles[0] ?? expect.fail();
  }

  takeLog(): string[] {
    return this.log.splice(0);
  }
}
