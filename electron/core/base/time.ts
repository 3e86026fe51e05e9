/** Points in time, and what tells and waits for them. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export interface Clock {
  /** The computer's wall clock; it may be wrong and may jump. */
  wall(): EpochMs;
  /** Milliseconds since boot; never jumps and goes on during suspend. */
  steady(): number;
}

export interface Timer {
  /** Runs `then` once after `ms`; the returned function takes it back. */
  after(ms: number, then: () => void): () => void;
}
