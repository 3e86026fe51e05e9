/** The whole outside world of the app, one port a feature. */
import type { DrawQr, QrReader, Totp } from '../authenticator/port.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { FilePlaces, SharedFiles } from '../aws-files/port.ts';
import type { Clock, EpochMs, Timer } from '../base/time.ts';
import type { Browser, Randomness, Redirects, SignInService } from '../browser-sign-in/port.ts';
import type { Desktop, Programs, StartFiles } from '../doctor/port.ts';
import type { Git } from '../git/config/port.ts';
import type { Digest } from '../git/credential/port.ts';
import type { CredentialStore } from '../git/stale/port.ts';
import type { SsoCache, SsoOidc, SsoPortal } from '../identity-center/port.ts';
import type { SealedFiles, SecretBox } from '../kept/port.ts';
import type { SettingsStore } from '../settings/port.ts';

/** AWS's time: what is known of it, and what each answer of AWS's teaches. */
export interface AwsTime {
  /** Milliseconds to add to this computer's clock. */
  offset(): number;
  /** The `Date` of an answer, and the milliseconds since its request was sent. */
  heard(date: EpochMs, waited: number): void;
}

export interface AwsServices {
  readonly sts: Sts;
  readonly iam: Iam;
  readonly tokens: SignInService;
  readonly oidc: SsoOidc;
  readonly portal: SsoPortal;
}

export interface Ports {
  readonly clock: Clock;
  readonly timer: Timer;
  aws(time: AwsTime): AwsServices;
  readonly ssoCache: SsoCache;
  readonly redirects: Redirects;
  readonly browser: Browser;
  readonly random: Randomness;
  readonly settings: SettingsStore;
  readonly files: SharedFiles;
  readonly filePlaces: FilePlaces;
  readonly box: SecretBox;
  /** For sessions, until they end. */
  readonly sessionFiles: SealedFiles;
  /** For what people give to be kept for good. */
  readonly secretFiles: SealedFiles;
  readonly totp: Totp;
  readonly qr: QrReader;
  readonly drawQr: DrawQr;
  readonly digest: Digest;
  readonly git: Git;
  /** `~/.netrc`; null where there is none. */
  readNetrc(): Promise<{ readonly path: string; readonly text: string } | null>;
  /** Where git's helpers keep passwords; some stores can only be asked for hosts that are known. */
  stores(hosts: readonly string[]): Promise<readonly CredentialStore[]>;
  /** What Daypass was started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startFiles: StartFiles;
  readonly programs: Programs;
  readonly desktop: Desktop;
  newId(): string;
  /** The system's languages, most wanted first. */
  readonly locales: readonly string[];
  /** A window that opens by itself leaves the keyboard where it is. */
  readonly canOpenUnseen: boolean;
}

export interface Paths {
  /** Daypass's folder, absolute. */
  readonly home: string;
  /** The person's own folder, absolute. */
  readonly user: string;
  /** The script that people and programs run, absolute. */
  readonly script: string;
  readonly windows: boolean;
}
