/** What a step of the session state asks the world to do, as plain data. */
import { type Session, type SessionState, sessionOf } from './state.ts';

export type Reaction =
  /** Write the session where other programs find it. */
  | { readonly do: 'deliver'; readonly session: Session }
  /** Take it away there. */
  | { readonly do: 'withdraw' }
  /** Keep it for a restart. */
  | { readonly do: 'keep'; readonly session: Session }
  | { readonly do: 'forget' }
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
  if (had && !has) {
    const ended: Reaction[] = [{ do: 'withdraw' }, { do: 'forget' }];
    return after.is === 'signedOut' ? ended : [...ended, { do: 'tellEnded' }];
  }
  // A kept session that turned out to be over was written by an earlier run, which could not clean up.
  if (before.is === 'signedOut' && after.is === 'expired')
    return [{ do: 'withdraw' }, { do: 'forget' }, { do: 'tellEnded' }];
  return [];
}
