/** A computer that is used for weeks: the app on it is started, quit and killed, and what it keeps outlives it. */

import { digest } from '../../electron/adapters/digest.ts';
import { type App, buildApp } from '../../electron/core/app/build.ts';
import type { AppEvent } from '../../electron/core/app/events.ts';
import type { Ports } from '../../electron/core/app/ports.ts';
import type { AwsClock } from '../../electron/core/base/aws-clock.ts';
import type { Sessions } from '../../electron/core/session/sessions.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { PATHS } from '../fakes/app-world.ts';
import { FakeSignInService, noBrowser } from '../fakes/browser-sign-in.ts';
import { FakeClock } from '../fakes/clock.ts';
import { FakeFilePlaces } from '../fakes/file-places.ts';
import { FakeGit } from '../fakes/git.ts';
import { FakeIam } from '../fakes/iam.ts';
import { FakeIdentityCenter } from '../fakes/identity-center.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';
import { FakeSecretBox } from '../fakes/secret-box.ts';
import { FakeSettingsStore } from '../fakes/settings-store.ts';
import { FakeSharedFiles } from '../fakes/shared-files.ts';
import { FakePrograms, FakeStartFiles } from '../fakes/surroundings.ts';
import { FakeTimer } from '../fakes/timer.ts';
import { FakeQrReader, FakeTotp } from '../fakes/totp.ts';
import { Aws } from './aws.ts';

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
  readonly app: App;
  readonly clock: AwsClock;
  readonly sessions: Sessions;
  readonly timer: FakeTimer;
}

const KEY_FILE = '[work]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = s\n';

export class Computer {
  readonly sky = new FakeClock();
  readonly aws: Aws;
  readonly center = new FakeIdentityCenter(() => this.sky.wall());
  readonly box = new FakeSecretBox();
  readonly sealed = new FakeSealedFiles();
  readonly secrets = new FakeSealedFiles();
  readonly files = new FakeSharedFiles();
  readonly watcher: Watcher;
  readonly #settings: FakeSettingsStore;
  /** The keyring takes its time to open what it has sealed. */
  slowKeyring = false;
  /** Something is under way that a drained event loop would carry on. */
  busy = false;
  run: Run;

  constructor(profiles: readonly ProfileSettings[], watcher: Watcher) {
    this.watcher = watcher;
    this.files.texts.credentials = KEY_FILE;
    this.#settings = new FakeSettingsStore({ profiles });
    this.aws = new Aws(this.sky, (look) => watcher.witness(look));
    this.run = this.start();
  }

  get profiles(): readonly ProfileSettings[] {
    return this.run.app.book.profiles;
  }

  /** The same graph that runs for real, on ports that go dead with it. */
  start(): Run {
    const timer = new FakeTimer(this.sky);
    const run: { current?: Run } = {};
    const alive = () => this.run === run.current;
    const app = buildApp(this.#ports(timer, alive), PATHS);
    app.events.listen((event) => {
      if (alive()) this.#tell(event);
    });
    run.current = { app, clock: app.clock, sessions: app.sessions, timer };
    this.run = run.current;
    return this.run;
  }

  #tell(event: AppEvent): void {
    const now = this.run.clock.now();
    if (event.is === 'session-began') this.watcher.began();
    if (event.is === 'session-ending') this.watcher.told('ending', event.profile, now + event.left);
    if (event.is === 'session-ended') this.watcher.told('ended', event.profile, now);
  }

  #ports(timer: FakeTimer, alive: () => boolean): Ports {
    /** What a killed app was about to do never happens. */
    const unlessKilled = <T>(work: () => Promise<T>): Promise<T> => {
      this.busy = true;
      return alive() ? work() : new Promise<T>(() => {});
    };
    const sealed = (files: FakeSealedFiles): Ports['sessionFiles'] => ({
      read: (name) => unlessKilled(() => files.read(name)),
      write: (name, text) => unlessKilled(() => files.write(name, text)),
      remove: (name) => unlessKilled(() => files.remove(name)),
      names: () => unlessKilled(() => files.names()),
      setAside: () => unlessKilled(() => files.setAside()),
    });
    return {
      clock: this.sky,
      timer,
      aws: (time) => ({
        sts: this.aws.connect({
          now: () => this.sky.wall() + time.offset(),
          heardDate: (date, waited) => {
            if (alive()) time.heard(date, waited);
          },
        }),
        iam: new FakeIam(),
        tokens: new FakeSignInService(),
        oidc: this.center,
        portal: this.center,
      }),
      ...noBrowser(),
      settings: this.#settings,
      files: {
        path: (file) => this.files.path(file),
        read: (file) => unlessKilled(() => this.files.read(file)),
        rehearse: (file, edit) => unlessKilled(() => this.files.rehearse(file, edit)),
        edit: (file, edit, purge) => {
          const made = edit(this.files.texts[file]);
          const delivers = made.ok && made.text.includes('aws_session_token');
          const write = () => unlessKilled(() => this.files.edit(file, edit, purge));
          return unlessKilled(() => (delivers ? inTime(write) : write()));
        },
      },
      filePlaces: new FakeFilePlaces([PATHS.script]),
      box: {
        unavailable: () => unlessKilled(() => this.box.unavailable()),
        unlock: () => unlessKilled(() => this.box.unlock()),
        seal: (plain, like) => unlessKilled(() => inTime(() => unlessKilled(() => this.box.seal(plain, like)))),
        open: (text) =>
          unlessKilled(async () => {
            // Of what an earlier run has kept, as when everybody has just logged in.
            const kept = [...this.sealed.texts.values()].includes(text);
            if (this.slowKeyring && kept)
              await new Promise<void>((resolve) => void timer.after(SLOW_KEYRING_MS, resolve));
            this.busy = true;
            return this.box.open(text);
          }),
      },
      sessionFiles: sealed(this.sealed),
      secretFiles: sealed(this.secrets),
      totp: new FakeTotp(),
      qr: new FakeQrReader(),
      drawQr: async () => '<svg/>',
      digest,
      git: new FakeGit(),
      readNetrc: async () => null,
      stores: async () => [],
      desktop: { state: async () => ({ tray: true, notifications: 'shown' }) },
      newId: () => 'unused',
      locales: ['en'],
      env: {},
      startFiles: new FakeStartFiles(),
      programs: new FakePrograms(),
      canOpenUnseen: true,
    };
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
