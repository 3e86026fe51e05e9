/** The app as the command line sees it, in memory: its sessions are what a test says, and it records what was asked. */

import type { GitView, ProfileView, WaitingView } from '../../electron/core/app/view.ts';
import type { SessionCredentials } from '../../electron/core/aws/credentials.ts';
import type { MfaDevice } from '../../electron/core/aws/port.ts';
import { type Failure, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { Language } from '../../electron/core/i18n/messages.ts';
import {
  type ProfileChoice,
  type ProfileSettings,
  preferences,
  profileChoice,
} from '../../electron/core/settings/settings.ts';
import type { CommandApp, GitReply, ServedSession } from '../../electron/core/surfaces/commands/app.ts';
import type { GitChange, GitPlanView, SourceView, StaleView } from '../../electron/core/surfaces/contract/contract.ts';

export const NOW = Date.UTC(2026, 4, 4, 9, 30, 0);
export const HOURS = 3_600_000;

export const KEYS: SessionCredentials = {
  accessKeyId: 'ASIAQ3EGRIG4EXAMPLE1',
  secretAccessKey: 'sEcr3t/key+with/slash+and+plus0000000000',
  sessionToken: 'IQoJb3JpZ2luX2VjE//+token==',
};

export const someProfile = (name: string, more: Partial<ProfileChoice> = {}): ProfileSettings => ({
  id: `id-${name.replace(/\W/g, '-')}`,
  renewAt: null,
  ...profileChoice({
    name,
    source: 'work',
    region: 'eu-west-1',
    serial: 'arn:aws:iam::123456789012:mfa/ann',
    durationSeconds: 43_200,
    ...more,
  }),
});

type Wait = { readonly profile: string; readonly begin: () => void };

export class FakeCommandApp implements CommandApp {
  profiles: ProfileSettings[] = [someProfile('work-mfa')];
  readonly sessions = new Map<string, ServedSession>();
  language: Language = 'en';
  notices: Failure[] = [];
  waiting: WaitingView[] = [];
  failures = new Map<string, Failure>();
  sources: SourceView[] = [];
  devices: MfaDevice[] | Failure = [];
  git: GitView = { version: '2.39.5', setUp: false, findings: [] };
  plan: GitPlanView = { file: '/home/ann/.gitconfig', diff: '' };
  stale: StaleView = { entries: [], failures: [] };
  rejects: Failure | null = null;
  /** Every call that changes something or opens something, in words. */
  readonly asked: string[] = [];
  readonly waits = new Set<Wait>();
  answer: (operation: string, input: string, signal: AbortSignal) => Promise<GitReply> = async () => ({
    stdout: '',
    failure: null,
  });

  /** Puts a session there, and lets go who waits for it. */
  grant(name: string, keys: SessionCredentials = KEYS, expiresAt = NOW + 12 * HOURS): void {
    const { id } = this.profileNamed(name);
    this.sessions.set(id, { credentials: new Secret(keys), expiresAt });
    for (const wait of this.waits) if (wait.profile === id) wait.begin();
  }

  view() {
    return {
      revision: 1,
      language: this.language,
      preferences: preferences({}),
      awsOffset: 0,
      profiles: this.profiles.map((profile) => this.#profileView(profile)),
      shown: this.profiles[0]?.id ?? null,
      waiting: this.waiting,
      uses: [],
      repositories: {},
      stale: 0,
      git: this.git,
      notices: this.notices,
    };
  }

  #profileView(profile: ProfileSettings): ProfileView {
    const session = this.sessions.get(profile.id);
    return {
      ...profile,
      phase: session ? 'active' : 'signedOut',
      renewing: false,
      expiresAt: session?.expiresAt ?? null,
      identity: session ? { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' } : null,
      failure: this.failures.get(profile.id) ?? null,
      storedTotp: false,
      nextCodeAt: null,
    };
  }

  now(): number {
    return NOW;
  }

  profileNamed(name: string | null): ProfileSettings {
    const found = name === null ? this.profiles[0] : this.profiles.find((p) => p.name === name || p.id === name);
    if (!found) throw new FailureError('profile.unknown', { profile: name ?? '' });
    return found;
  }

  serve(profile: string, by: string, what: string): ServedSession | null {
    this.asked.push(`serve ${profile} ${by} ${what}`);
    return this.sessions.get(profile) ?? null;
  }

  async signIn(profile: string, code: string | null): Promise<void> {
    this.#maybeReject();
    this.asked.push(`signIn ${profile} ${code}`);
    this.grant(profile);
  }

  async signOut(profile: string): Promise<void> {
    this.#maybeReject();
    this.asked.push(`signOut ${profile}`);
    this.sessions.delete(profile);
  }

  async waitForSession(profile: string, signal: AbortSignal): Promise<void> {
    if (this.sessions.has(profile)) return;
    this.openPopover(profile);
    await new Promise<void>((begin, reject) => {
      const wait = { profile, begin };
      this.waits.add(wait);
      signal.addEventListener('abort', () => {
        this.waits.delete(wait);
        this.asked.push(`gone ${profile}`);
        reject(new FailureError('sign-in.cancelled'));
      });
    });
  }

  openPopover(profile: string | null): void {
    this.asked.push(`open ${profile}`);
  }

  async findSources() {
    return this.sources;
  }

  async findDevices(source: string, region: string) {
    this.asked.push(`findDevices ${source} ${region}`);
    if ('code' in this.devices) throw new FailureError(this.devices.code, this.devices.params);
    return this.devices;
  }

  addProfile(choice: ProfileChoice): string {
    this.#maybeReject();
    const id = `id-${choice.name}`;
    this.profiles.push({ ...profileChoice(choice), id, renewAt: null });
    return id;
  }

  async planGit(change: GitChange) {
    this.#maybeReject();
    this.asked.push(`planGit ${change}`);
    return this.plan;
  }

  async applyGit(change: GitChange) {
    this.asked.push(`applyGit ${change}`);
  }

  async clearStale() {
    return this.stale;
  }

  answerGit(operation: string, input: string, signal: AbortSignal): Promise<GitReply> {
    this.asked.push(`git ${operation}`);
    return this.answer(operation, input, signal);
  }

  async lookAtGit() {
    return this.git;
  }

  async containerEndpoint(profile: string) {
    return { uri: `http://127.0.0.1:4711/v1/credentials/${profile}`, tokenFile: '/home/ann/.daypass/endpoint/x' };
  }

  version() {
    return '1.2.3';
  }

  quit() {
    this.asked.push('quit');
  }

  #maybeReject(): void {
    if (this.rejects) throw new FailureError(this.rejects.code, this.rejects.params);
  }
}
