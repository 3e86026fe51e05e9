/** What the command line asks of the app. Every method rejects with a FailureError. */

import type { AppView, GitView, UseView } from '../../app/view.ts';
import type { SessionCredentials } from '../../aws/credentials.ts';
import type { MfaDevice } from '../../aws/port.ts';
import type { Failure } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';
import type { ProfileChoice, ProfileSettings } from '../../settings/settings.ts';
import type { GitChange, GitPlanView, SourceView, StaleView } from '../contract/contract.ts';

export interface ServedSession {
  readonly credentials: Secret<SessionCredentials>;
  readonly expiresAt: EpochMs;
}

export interface CommandApp {
  view(): AppView;
  /** AWS's time. */
  now(): EpochMs;
  /** By name or id; null means the only one, or the one that is shown. Throws FailureError profile.unknown. */
  profileNamed(name: string | null): ProfileSettings;
  /** The living session, noted as a use; null when signed out. */
  serve(profile: string, by: UseView['by'], what: string): ServedSession | null;
  signIn(profile: string, code: string | null): Promise<void>;
  signOut(profile: string): Promise<void>;
  /** Opens the popover on the profile and resolves when it has a session. Rejects with sign-in.cancelled when `signal` aborts. */
  waitForSession(profile: string, signal: AbortSignal): Promise<void>;
  openPopover(profile: string | null): void;
  findSources(): Promise<readonly SourceView[]>;
  findDevices(source: string, region: string): Promise<readonly MfaDevice[]>;
  addProfile(choice: ProfileChoice): string;
  planGit(change: GitChange): Promise<GitPlanView>;
  applyGit(change: GitChange): Promise<void>;
  clearStale(): Promise<StaleView>;
  /** One exchange of git's credential protocol: `stdout` for git, `failure` for the person. */
  answerGit(operation: string, input: string, signal: AbortSignal): Promise<GitReply>;
  /** git's configuration, looked at anew. */
  lookAtGit(): Promise<GitView>;
  /** Where programs get this profile's credentials over HTTP, and the file with the token they need. */
  containerEndpoint(profile: string): Promise<{ readonly uri: string; readonly tokenFile: string }>;
  version(): string;
  quit(): void;
}

export interface GitReply {
  readonly stdout: string;
  readonly failure: Failure | null;
}
