/**
 * Every call from the renderer, once. The preload's API, the main process's handlers and the parsers of what arrives
 * are all derived from this object, so a call without a parser or with a wrong argument does not compile.
 */
import type { AppView } from '../../app/view.ts';
import type { Result } from '../../base/failure.ts';
import { aboutCalls } from './about-calls.ts';
import { appCalls } from './app-calls.ts';
import { authenticatorCalls } from './authenticator-calls.ts';
import { browserCalls } from './browser-calls.ts';
import type { Call, Given, Input, Output } from './call.ts';
import { enrolmentCalls } from './enrolment-calls.ts';
import { explainCalls } from './explain-calls.ts';
import { gitCalls } from './git-calls.ts';
import { keyCalls } from './key-calls.ts';
import { newKeyCalls } from './new-key-calls.ts';
import { policyCalls } from './policy-calls.ts';
import { portalCalls } from './portal-calls.ts';
import { profileCalls } from './profile-calls.ts';
import { sessionCalls } from './session-calls.ts';

export const calls = {
  ...appCalls,
  ...aboutCalls,
  ...sessionCalls,
  ...browserCalls,
  ...profileCalls,
  ...portalCalls,
  ...authenticatorCalls,
  ...enrolmentCalls,
  ...keyCalls,
  ...newKeyCalls,
  ...gitCalls,
  ...policyCalls,
  ...explainCalls,
} as const satisfies Record<string, Call<unknown, unknown>>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type InputOf<N extends CallName> = Input<Calls[N]>;
export type OutputOf<N extends CallName> = Output<Calls[N]>;

/** `window.daypass`: each call resolves to a Result and never rejects, and `onView` hears of every change. */
export type DaypassApi = {
  readonly [N in Exclude<CallName, 'readKeyFile'>]: (
    ...input: InputOf<N> extends undefined ? [] : [Given<InputOf<N>>]
  ) => Promise<Result<OutputOf<N>>>;
} & {
  /** What the page has is a dropped or chosen file; what is in it is read by the main process. */
  readonly readKeyFile: (file: DroppedFile) => Promise<Result<OutputOf<'readKeyFile'>>>;
  /** The returned function ends it. */
  readonly onView: (heard: (view: AppView) => void) => () => void;
};

/** As the page knows it: a `File` of the DOM. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

export const CALL_CHANNEL = 'daypass:call';
export const VIEW_CHANNEL = 'daypass:view';
