/** The whole app in memory: the one graph that also runs for real, on ports that a test can see into. */
import { digest } from '../../electron/adapters/digest.ts';
import type { Asking } from '../../electron/core/app/attention.ts';
import { type App, buildApp } from '../../electron/core/app/build.ts';
import type { AppEvent } from '../../electron/core/app/events.ts';
import type { AwsTime, Paths, Ports } from '../../electron/core/app/ports.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { DesktopState } from '../../electron/core/doctor/port.ts';
import type { ProfileChoice } from '../../electron/core/settings/settings.ts';
import type { CommandReply } from '../../electron/core/surfaces/commands/request.ts';
import { runCommand } from '../../electron/core/surfaces/commands/run-command.ts';
import { FakeBrowser, FakeRandomness, FakeRedirects, FakeSignInService } from './browser-sign-in.ts';
import { FakeClock } from './clock.ts';
import { FakeCredentialStore } from './credential-store.ts';
import { FakeFilePlaces } from './file-places.ts';
import { FakeGit } from './git.ts';
import { FakeIam } from './iam.ts';
import { FakeIdentityCenter } from './identity-center.ts';
import { FakeSealedFiles } from './sealed-files.ts';
import { FakeSecretBox } from './secret-box.ts';
import { FakeSettingsStore } from './settings-store.ts';
import { FakeSharedFiles } from './shared-files.ts';
import { FakeSsoCache } from './sso-cache.ts';
import { FakeSts } from './sts.ts';
import { FakePrograms, FakeStartFiles } from './surroundings.ts';
import { FakeTimer } from './timer.ts';
import { FakeQrReader, FakeTotp } from './totp.ts';

export const KEY_FILE = '[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = planted-long-term-key\n';
export const PATHS: Paths = {
  home: '/home/ann/.daypass',
  user: '/home/ann',
  script: '/home/ann/.daypass/bin/daypass',
  windows: false,
};

export class AppWorld {
  readonly clock = new FakeClock();
  readonly timer = new FakeTimer(this.clock);
  readonly sts = new FakeSts(() => this.clock.wall());
  readonly iam = new FakeIam();
  readonly tokens = new FakeSignInService();
  readonly center = new FakeIdentityCenter(() => this.clock.true);
  readonly ssoCache = new FakeSsoCache();
  readonly redirects = new FakeRedirects();
  readonly browser = new FakeBrowser();
  readonly store = new FakeSettingsStore();
  readonly files = new FakeSharedFiles();
  readonly filePlaces = new FakeFilePlaces([PATHS.script]);
  readonly box = new FakeSecretBox();
  readonly sessionFiles = new FakeSealedFiles();
  readonly secretFiles = new FakeSealedFiles();
  readonly totp = new FakeTotp();
  readonly git = new FakeGit();
  readonly keychain = new FakeCredentialStore();
  /** What was asked of surfaces, and what was told, in order. */
  readonly asked: Asking[] = [];
  readonly told: AppEvent[] = [];
  readonly startFiles = new FakeStartFiles();
  readonly programs = new FakePrograms();
  env: Record<string, string> = {};
  netrc: { readonly path: string; readonly text: string } | null = null;
  desktop: DesktopState = { tray: true, notifications: 'shown' };
  locales: readonly string[] = ['en-GB'];
  time: AwsTime | null = null;
  app: App;
  #ids = 0;

  constructor() {
    this.files.texts.credentials = KEY_FILE;
    this.app = this.build();
  }

  /** As a new start of the app on the same computer. */
  build(different: Partial<Ports> = {}): App {
    this.app = buildApp({ ...this.ports(), ...different }, PATHS);
    this.app.attend((asking) => this.asked.push(asking));
    this.app.events.listen((event) => this.told.push(event));
    return this.app;
  }

  ports(): Ports {
    const {
      clock,
      timer,
      sts,
      iam,
      tokens,
      redirects,
      browser,
      store,
      files,
      filePlaces,
      box,
      sessionFiles,
      secretFiles,
      totp,
      git,
      keychain,
      locales,
    } = this;
    return {
      clock,
      timer,
      aws: (time) => {
        this.time = time;
        return { sts, iam, tokens, oidc: this.center, portal: this.center };
      },
      redirects,
      ssoCache: this.ssoCache,
      browser,
      random: new FakeRandomness(),
      settings: store,
      files,
      filePlaces,
      box,
      sessionFiles,
      secretFiles,
      totp,
      qr: new FakeQrReader(),
      drawQr: async (text) => `<svg><!--${text.reveal()}--></svg>`,
      digest,
      git,
      readNetrc: async () => this.netrc,
      stores: async () => [keychain],
      desktop: { state: async () => this.desktop },
      newId: () => `p${++this.#ids}`,
      locales,
      env: this.env,
      startFiles: this.startFiles,
      programs: this.programs,
      canOpenUnseen: true,
    };
  }

  add(choice: ProfileChoice): string {
    return this.app.changes.add(choice);
  }

  /** Until the session is kept as well. */
  async signIn(profile = 'p1', code = '123456'): Promise<void> {
    const { signIns, sessions } = this.app;
    await signIns.withCode(profile, new Secret(code));
    await sessions.settled(profile);
  }

  /** As `daypass COMMAND ARGS` in a terminal, of what needs no desktop. */
  command(command: string, ...args: string[]): Promise<CommandReply> {
    return this.commandIn('', command, ...args);
  }

  /** The same in a terminal that hands something over. */
  commandIn(input: string, command: string, ...args: string[]): Promise<CommandReply> {
    const missing = () => {
      throw new Error('no desktop');
    };
    const surface = { openPopover: missing, containerEndpoint: missing, version: missing, quit: missing };
    const { signal } = new AbortController();
    return runCommand({ ...this.app, ...surface }, { command, args, input, language: 'en', signal });
  }

  /** What was told but that something has changed. */
  takeNews(): readonly AppEvent['is'][] {
    return this.told.splice(0).flatMap(({ is }) => (is === 'changed' ? [] : [is]));
  }
}

/** Lets everything run that waits for nothing but its turn. */
export const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
