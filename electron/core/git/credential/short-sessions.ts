/** Notices when a git starts with little time left, once for each session: a push that is answered goes on, the next one does not. */
import type { EpochMs } from '../../base/time.ts';
import { endOf, type Session } from '../../session/state.ts';

const SHORT_MS = 15 * 60_000;

export class ShortSessions {
  readonly #told = new Set<number>();

  /** The milliseconds left when that is worth telling now, otherwise null. `session` is the session's id. */
  timeLeft(session: Pick<Session, 'id' | 'expiresAt' | 'until'> | null, now: EpochMs): number | null {
    if (!session || this.#told.has(session.id)) return null;
    const left = endOf(session) - now;
    if (left > SHORT_MS) return null;
    this.#told.add(session.id);
    return left;
  }
}
