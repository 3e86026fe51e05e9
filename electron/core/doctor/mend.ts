/** What the doctor can mend by itself; each shows what it would change before it does. */

export type MendName =
  | 'git-set-up'
  | 'git-lines'
  | 'stale-entries'
  | 'aws-files'
  | 'session-anew'
  | 'private-files'
  | 'shell-lines';

export interface MendPlan {
  readonly name: MendName;
  /** What would change, as text without a secret: a unified diff, a path, an entry; empty when there is nothing to do. */
  readonly text: string;
}

export interface Mend {
  plan(): Promise<string>;
  /** Rejects with a FailureError; what it would have changed is then as it was, or said. */
  apply(): Promise<unknown>;
}

export type Mends = { readonly [N in MendName]: Mend };

/** In this order when all are asked for: what comes later may have less to do then. */
export const MEND_NAMES: readonly MendName[] = [
  'git-set-up',
  'git-lines',
  'stale-entries',
  'aws-files',
  'session-anew',
  'private-files',
  'shell-lines',
];
