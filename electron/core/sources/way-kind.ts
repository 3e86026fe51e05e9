/**
 * One kind of way in, as a profile's settings name it: what all others may know of it, and how it asks for a session.
 * Each kind is one file, and `ways-in.ts` has the one table of them.
 */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { SessionCredentials } from '../aws/credentials.ts';
import type { Failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { BrowserSignIns } from '../browser-sign-in/browser-sign-ins.ts';
import type { Logins } from '../browser-sign-in/logins.ts';
import type { IdentityCenter } from '../identity-center/identity-center.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileChoice, ProfileSettings } from '../settings/settings.ts';
import type { WayName, WayOf } from '../settings/way.ts';
import type { CodeWorld } from './session-with-code.ts';
import type { OfferedWayOf } from './source.ts';

/** What other features, surfaces and the popover go by. */
export interface WayFacts {
  /** The section that holds the long-term key it asks with; null where it has none of its own. */
  readonly key: string | null;
  /** The MFA device whose code is sent; null where none is. */
  readonly serial: string | null;
  /** The profile whose session it goes on from, by its id. */
  readonly parent: string | null;
  /** The ARN of the role that it takes. */
  readonly role: string | null;
  /** A person can type a code. */
  readonly typesCode: boolean;
  /** A person signs in on a page of AWS's, in the browser here or on another device. */
  readonly usesBrowser: boolean;
  /** The host of the page at which a company's people sign in; null for AWS's own page, and where there is none. */
  readonly portal: string | null;
  /** An authenticator can be stored that makes the code. */
  readonly canStoreTotp: boolean;
  /** How long a session is asked for, or lasts as a rule. */
  readonly durationSeconds: number;
  /** Between which a person may choose; both the same where there is no choice. */
  readonly shortest: number;
  readonly longest: number;
  /** By delivery, why it is not offered; null where it is. */
  readonly deliveries: Readonly<Record<ProfileChoice['delivery'], Failure | null>>;
}

/** All that the ways in are made of. Each takes what it needs. */
export interface WaysInWorld extends CodeWorld {
  readonly totp: Pick<StoredTotp, 'has' | 'freshCode'>;
  /** Of the session that serves now; null without one. */
  credentialsOf(profile: string): Secret<SessionCredentials> | null;
  /** Sign-ins with the browser that go on, and those that wait for the person. */
  readonly logins: Pick<Logins, 'lives' | 'refresh' | 'resume' | 'forget'>;
  readonly browser: Pick<BrowserSignIns, 'open'>;
  readonly center: Pick<IdentityCenter, 'isOpen' | 'look' | 'credentials' | 'signIn' | 'signOut'>;
  profiles(): readonly ProfileSettings[];
  /** Whether it is signed in, or was until its session ended by itself. */
  hasBegun(profile: string): boolean;
  /** What a profile is called. */
  nameOf(profile: string): string;
}

export interface WayKind<N extends WayName> {
  facts(way: OfferedWayOf<N>): WayFacts;
  /** The way in as it is now, by what is kept for the profile. */
  wayIn(way: WayOf<N>, profile: ProfileSettings, world: WaysInWorld): WayIn;
  /** As a person begins it, where that is another than what goes on by itself. */
  anew?(way: WayOf<N>, profile: ProfileSettings, world: WaysInWorld): WayIn;
  /** With the browser of another device; only where `usesBrowser` says so. */
  elsewhere?(way: WayOf<N>, profile: ProfileSettings, world: WaysInWorld): WayIn;
  /** Looks at what other programs may have changed. Never rejects. */
  look?(way: WayOf<N>, world: WaysInWorld): Promise<void>;
  /** With a code that a person has typed; only where `typesCode` says so. */
  withCode?(way: WayOf<N>, code: Secret<string>, world: WaysInWorld): WayIn;
}

/** What all ways of the browser are alike in: they rest on no key, and nothing is typed. */
export const BY_BROWSER = {
  key: null,
  serial: null,
  parent: null,
  role: null,
  typesCode: false,
  usesBrowser: true,
  canStoreTotp: false,
} as const;

/** Keys that last as long as the session stand well in every file. */
export const ANY_DELIVERY = { file: null, process: null } as const;
