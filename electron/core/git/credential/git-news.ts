/** What the answers to git tell those who want to hear of it. */
import type { EpochMs } from '../../base/time.ts';
import type { Use } from '../../session/uses.ts';
import type { AskedRepository } from './choose-profile.ts';

export type GitNews =
  /** A git has begun to wait for a person; `isFirst`: no other waits for the same sign-in. */
  | Wanting<'git-waits'>
  /** A git asks and has nobody to wait for; `isFirst`: people know of none since they signed in. */
  | Wanting<'git-in-background'>
  | { readonly is: 'git-used'; readonly use: Use }
  /** A git was answered with a session that is about to end; told once for each session. */
  | { readonly is: 'git-short'; readonly repository: string; readonly profile: string; readonly left: EpochMs };

interface Wanting<Is> {
  readonly is: Is;
  readonly asked: AskedRepository;
  /** Null where a person has to choose it. */
  readonly profile: string | null;
  readonly isFirst: boolean;
}
