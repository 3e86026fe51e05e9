/** This computer's clock beside AWS's. */
export interface ClockFacts {
  /** What to add to this computer's clock to get AWS's time, in milliseconds; 0 where AWS has not been heard. */
  readonly offset: number;
  /** Whether AWS has been heard since the start. */
  readonly heard: boolean;
  /** This computer's time. */
  readonly now: number;
}
