/**
 * Every call from the renderer, once. The preload's API, the main process's handlers and the parsers of what arrives
 * are all derived from this object, so a call without a parser or with a wrong argument does not compile.
 */

import type { AppView } from '../../app/view.ts';
import { REGION } from '../../aws/names.ts';
import type { MfaDevice } from '../../aws/port.ts';
import type { Result } from '../../base/failure.ts';
import {
  bytes,
  flag,
  integer,
  nothing,
  nullable,
  object,
  oneOf,
  type Parsed,
  type Parser,
  text,
} from '../../base/parse.ts';
import type { StaleReport as StaleView } from '../../git/stale/stale-entries.ts';
import { preferences, profileChoice, profileId, timeOfDay } from '../../settings/settings.ts';

interface Call<I, O> {
  readonly parse: Parser<I>;
  /** Only a type: what the call resolves to. */
  readonly output?: O;
}

const call =
  <O>() =>
  <I>(parse: Parser<I>): Call<I, O> => ({ parse });

const gitChange = object({ change: oneOf('set-up', 'undo', 'mend') });
/** What git's global file can be changed to: with our sections, without them, or without the lines of others in the way. */
export type GitChange = Parsed<typeof gitChange>['change'];
const ofRepository = object({ repository: text(512), profile: nullable(profileId) });
const ofProfile = object({ profile: profileId });
/** Bytes of a picture file; a photograph has fewer. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;

export const calls = {
  view: call<AppView>()(nothing),

  signIn: call<null>()(object({ profile: profileId, code: text(64) })),
  /** For a role that another profile's session assumes, and with a stored authenticator. */
  signInWithoutCode: call<null>()(ofProfile),
  cancelSignIn: call<null>()(ofProfile),
  signOut: call<null>()(ofProfile),
  showProfile: call<null>()(ofProfile),
  copyEnvironment: call<null>()(ofProfile),
  openTerminal: call<null>()(ofProfile),

  findSources: call<readonly SourceView[]>()(nothing),
  findDevices: call<readonly MfaDevice[]>()(object({ source: text(256), region: text(32, REGION) })),
  addProfile: call<string>()(profileChoice),
  editProfile: call<null>()(object({ profile: profileId, choice: profileChoice })),
  removeProfile: call<null>()(ofProfile),
  setPreferences: call<null>()(preferences),

  /** Refused with kept.* where no secret can be kept. */
  canKeep: call<null>()(nothing),
  storeTotp: call<null>()(object({ profile: profileId, text: text(4_096) })),
  storeTotpPicture: call<null>()(object({ profile: profileId, picture: bytes(LARGEST_PICTURE) })),
  removeTotp: call<null>()(ofProfile),
  renewDaily: call<null>()(object({ profile: profileId, at: nullable(timeOfDay) })),
  /** Where the long-term key of the profile's source is. */
  findKey: call<KeyPlace>()(ofProfile),
  keepKey: call<null>()(ofProfile),
  putKeyBack: call<null>()(ofProfile),

  planGit: call<GitPlanView>()(gitChange),
  applyGit: call<null>()(gitChange),
  cancelWaiting: call<null>()(object({ id: integer(0, Number.MAX_SAFE_INTEGER) })),
  chooseForWaiting: call<null>()(object({ id: integer(0, Number.MAX_SAFE_INTEGER), profile: profileId })),

  /** Which profile a repository is for; null: ask again. */
  setRepository: call<null>()(ofRepository),

  findStale: call<StaleView>()(nothing),
  clearStale: call<StaleView>()(nothing),

  showCredentialsFile: call<null>()(nothing),
  /** Whether the popover stays when another window comes to the front, as a file is fetched from there. */
  stayOpen: call<null>()(object({ stay: flag })),
  hide: call<null>()(nothing),
  quit: call<null>()(nothing),
} as const satisfies Record<string, Call<unknown, unknown>>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = Parsed<Calls[N]['parse']>;
export type Output<N extends CallName> = Calls[N] extends Call<infer _, infer O> ? O : never;

/** `window.daypass`: each call resolves to a Result and never rejects, and `onView` hears of every change. */
export type DaypassApi = {
  readonly [N in CallName]: (...input: Input<N> extends undefined ? [] : [Input<N>]) => Promise<Result<Output<N>>>;
} & {
  /** The returned function ends it. */
  readonly onView: (heard: (view: AppView) => void) => () => void;
};

export const CALL_CHANNEL = 'daypass:call';
export const VIEW_CHANNEL = 'daypass:view';

/** A section of AWS's files that a profile can be made from. */
export interface SourceView {
  readonly name: string;
  /** It holds a long-term key; without one it can be shown but not taken. */
  readonly usable: boolean;
  readonly region: string | null;
  readonly serial: string | null;
  readonly durationSeconds: number | null;
  readonly role: { readonly arn: string; readonly source: string } | null;
}

/** 'both': the file holds a key again, and that one is used. */
export type KeyPlace = 'file' | 'keychain' | 'both' | 'nowhere';

export interface GitPlanView {
  readonly file: string;
  /** The change as a unified diff; empty when there is nothing to do. */
  readonly diff: string;
}

export type { StaleReport as StaleView } from '../../git/stale/stale-entries.ts';
export type { StaleEntry as StaleEntryView } from '../../git/stale/stale-entry.ts';
