/** A computer that is used for weeks: the app on it is started, quit and killed, and what it keeps outlives it. */

import { Attempts } from '../../electron/core/authenticator/attempts.ts';
import { AwsClock } from '../../electron/core/base/aws-clock.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { Delivery } from '../../electron/core/session/delivery.ts';
import { Keeper } from '../../electron/core/session/keeper.ts';
import { requestSession } from '../../electron/core/session/request-session.ts';
import { Sessions } from '../../electron/core/session/sessions.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';
import { FakeSecretBox } from '../fakes/secret-box.ts';
import { FakeSharedFiles } from '../fakes/shared-files.ts';
import { FakeTimer } from '../fakes/timer.ts';
import { noTotp } from '../fakes/totp.ts';
import { Aws } from './aws.ts';
import { Sky } from './sky.ts';

export const SLOW_KEYRING_MS = 3_000;

/** To write takes longer than to take away, so that what does not keep its turn is found out. */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; i < 20; i++) await null;
  return work();
}

export interface Watcher {
  told(news: 'ending' | 'ended', profile: ProfileSettings, expiresAt: number): void;
  began(): void;
  /** Runs an expectation in the middle of the app, whose own handling of errors must not hide it. */
  witness(look: () => void): void;
}

/** One start of the app. When it is killed, nothing that it has begun gets any further. */
export interface Run {
  readonly clock: AwsClock;
  readonly sessions: Sessions;
  readonly timer: FakeTimer;
}

export class Computer {
  readonly sky = new Sky();
  readonly aws: Aws;
  readonly box = new FakeSecretBox();
  readonly sealed = new FakeSealedFiles();
  readonly files = new FakeSharedFiles();
  readonly watcher: Watcher;
  profiles: readonly ProfileSettings[];
  /** The keyring takes its time to open what it has sealed. */
  slowKeyring = false;
  /** Something is under way that a drained event loop would carry on. */
  busy = false;
  run: Run;

  constructor(profiles: readonly ProfileSettings[], watcher: Watcher) {
    this.profiles = profiles;
    this.watcher = watcher;
    this.aws = new Aws(this.sky, (look) => watcher.witness(look));
    this.run = this.start();
  }

  start(): Run {
    const clock = new AwsClock(this.sky);
    const timer = new FakeTimer(this.sky);
    const run: { current?: Run } = {};
    const alive = () => this.run === run.current;
    /** What a killed app was about to do never happens. */
    const unlessKilled = <T>(work: () => Promise<T>): Promise<T> => {
      this.busy = true;
      return alive() ? work() : new Promise<T>(() => {});
    };
    const sts = this.aws.connect({
      now: () => clock.now(),
      heardDate: (date, waited) => {
        if (alive() && clock.learn(date, waited)) sessions.tick();
      },
    });
    const keeper = new Keeper(
      {
        unavailable: () => unlessKilled(() => this.box.unavailable()),
        seal: (plain) => unlessKilled(() => inTime(() => unlessKilled(() => this.box.seal(plain)))),
        open: (text) =>
          unlessKilled(async () => {
            if (this.slowKeyring) await new Promise<void>((resolve) => void timer.after(SLOW_KEYRING_MS, resolve));
            this.busy = true;
            return this.box.open(text);
          }),
      },
      {
        read: (name) => unlessKilled(() => this.sealed.read(name)),
        write: (name, text) => unlessKilled(() => this.sealed.write(name, text)),
        remove: (name) => unlessKilled(() => this.sealed.remove(name)),
      },
    );
    const delivery = new Delivery(this.files, (profile) => `daypass credentials ${profile}`);
    const source = {
      sts,
      clock,
      attempts: new Attempts(),
      longTermKey: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: new Secret('s') }),
      totp: noTotp,
      credentialsOf: (id: string) => sessions.sessionOf(id)?.credentials ?? null,
    };
    const sessions: Sessions = new Sessions({
      clock,
      timer,
      keeper,
      profiles: () => this.profiles,
      request: (profile, code, signal) => {
        this.busy = true;
        return requestSession(source, profile, code, signal);
      },
      deliver: (profile, session) =>
        unlessKilled(() => inTime(() => unlessKilled(() => delivery.deliver(profile, session)))),
      withdraw: (profile) => unlessKilled(() => delivery.withdraw(profile)),
      tell: (news, profile, expiresAt) => {
        if (alive()) this.watcher.told(news, profile, expiresAt);
      },
      began: () => {
        if (alive()) this.watcher.began();
      },
      changed: () => {},
    });
    run.current = { clock, sessions, timer };
    this.run = run.current;
    return this.run;
  }

  /** Runs everything that has been begun as far as it gets without time passing. */
  async settle(): Promise<void> {
    for (let i = 0; i < 3; i++) await null;
    while (this.busy) {
      this.busy = false;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
