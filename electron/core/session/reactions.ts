/** What a step of the session state asks the world to do, as plain data. */
import { endedAtOf, type Session, type SessionState, sessionOf, untilWithoutKeys } from './state.ts';

export type Reaction =
  /** Write the session where other programs find it. */
  | { readonly do: 'deliver'; readonly session: Session }
  /** Take it away there. */
  | { readonly do: 'withdraw' }
  /** Keep it for a restart. */
  | { readonly do: 'keep'; readonly session: Session }
  | { readonly do: 'forget' }
  /** Unless its sign-in goes on by itself: then it must be known after a restart. */
  | { readonly do: 'forgetUnlessRenewed' }
  /** Requests that wait for a session can be answered. */
  | { readonly do: 'serveWaiting' }
  | { readonly do: 'warnOfEnd'; readonly session: Session }
  | { readonly do: 'tellEnded' };

export function reactions(before: SessionState, after: SessionState): readonly Reaction[] {
  const had = sessionOf(before);
  const has = sessionOf(after);
  if (has && had?.id !== has.id) {
    return [{ do: 'deliver', session: has }, { do: 'keep', session: has }, { do: 'serveWaiting' }];
  }
  if (has && had && has.warned.length > had.warned.length) {
    return [
      { do: 'warnOfEnd', session: has },
      { do: 'keep', session: has },
    ];
  }
  if (has && had && has.until !== had.until) return [{ do: 'keep', session: has }];
  const wasWithoutKeys = untilWithoutKeys(before) !== null;
  const isWithoutKeys = untilWithoutKeys(after) !== null;
  const isOver = endedAtOf(after) !== null && wasWithoutKeys && !isWithoutKeys;
  const ended = isOver || (endedAtOf(after) !== null && endedAtOf(after) !== endedAtOf(before));
  if (!ended && (!had || has)) return [];
  // Also of a kept session that turned out to be over: an earlier run wrote it, and could not clean up.
  const forget = { do: isWithoutKeys ? 'forgetUnlessRenewed' : 'forget' } as const;
  return [{ do: 'withdraw' }, forget, ...(ended ? [{ do: 'tellEnded' } as const] : [])];
}
