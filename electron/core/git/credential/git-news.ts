/** What the answers to git tell those who want to hear of it. */
import type { EpochMs } from '../../base/time.ts';
import type { Use } from '../../session/uses.ts';
import type { AskedRepository } from './choose-profile.ts';

export type GitNews =
  /** A git has begun to wait; `profile` is null where a person has to choose it. */
  | { readonly is: 'git-waits'; readonly asked: AskedRepository; readonly profile: string | null }
  | { readonly is: 'git-used'; readonly use: Use }
  /** A git was answered with a session that is about to end; told once for each session. */
  | { readonly is: 'git-short'; readonly repository: string; readonly profile: string; readonly left: EpochMs };
