/** The app as the command line sees it, in memory: its sessions are what a test says, and it records what was asked. */

import type { ServedSession } from '../../electron/core/app/serving.ts';
import type { ProfileView, RotationView, WaitingView } from '../../electron/core/app/view.ts';
import type { SessionCredentials } from '../../electron/core/aws/credentials.ts';
import { type Failure, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { Trace } from '../../electron/core/base/trace.ts';
import type { MendName } from '../../electron/core/doctor/mend.ts';
import { reportOf } from '../../electron/core/doctor/report-of.ts';
import type { Trial } from '../../electron/core/doctor/trial.ts';
import type { Wanted } from '../../electron/core/doctor/try-it.ts';
import type { GitChange } from '../../electron/core/git/config/config-plan.ts';
import type { GitPreview, GitState } from '../../electron/core/git/config/setup.ts';
import type { GitAnswer } from '../../electron/core/git/credential/answer.ts';
import type { Presence } from '../../electron/core/git/credential/presence.ts';
import type { StaleReport } from '../../electron/core/git/stale/stale-entries.ts';
import type { Language } from '../../electron/core/i18n/words.ts';
import type { KeyStatus } from '../../electron/core/keys/rotation/key-status.ts';
import {
  type ProfileChoice,
  type ProfileSettings,
  preferences,
  profileChoice,
} from '../../electron/core/settings/settings.ts';
import type { Offer } from '../../electron/core/sources/source.ts';
import { factsOf, keyOf } from '../../electron/core/sources/ways-in.ts';
import type { CommandApp } from '../../electron/core/surfaces/commands/app.ts';
import { factsWith } from '../unit/doctor/facts.ts';
import { type Different, profileWith } from '../unit/samples.ts';

export const NOW = Date.UTC(2026, 4, 4, 9, 30, 0);
export const HOURS = 3_600_000;

export const KEYS: SessionCredentials = {
  accessKeyId: 'ASIAQ3EGRIG4EXAMPLE1',
  secretAccessKey: 'sEcr3t/key+with/slash+and+plus0000000000',
  sessionToken: 'IQoJb3JpZ2luX2VjE//+token==',
};

export const someProfile = (name: string, more: Different<ProfileChoice> = {}): ProfileSettings =>
  profileWith({ id: `id-${name.replace(/\W/g, '-')}`, name, region: 'eu-west-1', ...more });

type Wait = { readonly profile: string; readonly begin: () => void };

/** One exchange of git's protocol: what git is told, and why it is to stop. */
export interface GitReply {
  readonly stdout: string;
  readonly failure: Failure | null;
}

type Waits = Extract<GitAnswer, { kind: 'waits' }>;

export class FakeCommandApp implements CommandApp {
  profiles: ProfileSettings[] = [someProfile('work-mfa')];
  readonly living = new Map<string, ServedSession>();
  language: Language = 'en';
  notices: Failure[] = [];
  waiting: WaitingView[] = [];
  failures = new Map<string, Failure>();
  gitState: GitState = { version: '2.39.5', setUp: true, findings: [] };
  plan: GitPreview = { file: '/home/ann/.gitconfig', diff: '', hosts: 5 };
  staleReport: StaleReport = { entries: [], failures: [] };
  /** What each repair would change. */
  mendText = '';
  rejects: Failure | null = null;
  /** Profiles whose way in needs no code. */
  readonly free = new Set<string>();
  /** Profiles whose sessions go on by themselves. */
  readonly renewing = new Set<string>();
  /** Profiles that sign in with the browser. */
  readonly browsing = new Set<string>();
  /** What is compared on another device; null: a text comes back from there. */
  userCode: string | null = null;
  /** What stands in the files is not as it should be, for this reason. */
  owed: Failure | null = null;
  /** Every call that changes something or opens something, in words. */
  readonly asked: string[] = [];
  readonly waits = new Set<Wait>();
  /** What the person does in the browser that was opened. */
  browser: (profile: string) => Promise<void> = async (profile) => this.#signIn(profile, null);
  readonly trace = new Trace(() => NOW);
  answer: (operation: string, input: string, signal: AbortSignal, presence?: Presence) => Promise<GitReply | Waits> =
    async () => ({
      stdout: '',
      failure: null,
    });

  readonly book = {
    named: (name: string | null): ProfileSettings => {
      const found = name === null ? this.profiles[0] : this.profiles.find((p) => p.name === name || p.id === name);
      if (!found) throw new FailureError('profile.unknown', { profile: name ?? '' });
      return found;
    },
  };

  readonly changes = {
    add: (choice: ProfileChoice): string => {
      this.#maybeReject();
      const id = `id-${choice.name}`;
      this.profiles.push({ ...profileChoice(choice), id, dailyAt: null });
      return id;
    },
  };

  readonly sources = {
    offer: async (name: string): Promise<Offer> => {
      throw new FailureError('key.missing', { profile: name });
    },
    devices: async () => [],
  };

  /** What was handed over as a key, and from which file; AWS knows none of them. */
  readonly handed: string[] = [];
  handOver() {
    return {
      read: (text: Secret<string>, file: string | null) => {
        this.handed.push(`${file}: ${text.reveal()}`);
        return ['AKIA…MPLE'];
      },
      prove: async () => {
        throw new FailureError('new-key.unknown', { region: 'eu-west-1' });
      },
      take: async () => {
        throw new FailureError('new-key.gone');
      },
    };
  }

  /** What clients take before the endpoint. */
  first: Failure | null = null;
  readonly delivery = { beforeEndpoint: async () => this.first };

  readonly signIns = {
    withCode: async (profile: string, code: Secret<string>) => this.#signIn(profile, code.reveal()),
    withoutCode: async (profile: string) => this.#signIn(profile, null),
    needsPerson: (profile: string) => !this.free.has(profile),
    renewsItself: (profile: string) => this.renewing.has(profile),
    anew: async (profile: string) => {
      this.asked.push(`browser ${profile}`);
      await this.browser(profile);
    },
    beginElsewhere: async (profile: string) => {
      this.#maybeReject();
      this.asked.push(`elsewhere ${profile}`);
      if (this.free.has(profile)) return null;
      const elsewhere = { address: 'https://signin.example/there', userCode: this.userCode, qr: '<svg/>' };
      return { here: null, notOpened: false, elsewhere };
    },
    finishElsewhere: async (profile: string, text: Secret<string>) => this.#signIn(profile, text.reveal()),
  };

  readonly sessions = {
    signOut: async ({ id }: ProfileSettings) => {
      this.#maybeReject();
      this.asked.push(`signOut ${id}`);
      this.living.delete(id);
    },
    cancel: (profile: string) => void this.asked.push(`cancel ${profile}`),
    delivered: async () => {
      if (this.owed) throw FailureError.of(this.owed);
    },
  };

  readonly serving = {
    serve: (profile: string, by: string, what: string): ServedSession | null => {
      this.asked.push(`serve ${profile} ${by} ${what}`);
      return this.living.get(profile) ?? null;
    },
    waitForSession: async (profile: string, signal: AbortSignal): Promise<void> => {
      if (this.living.has(profile)) return;
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
    },
  };

  readonly git = {
    plan: async (change: GitChange) => {
      this.#maybeReject();
      this.asked.push(`planGit ${change}`);
      return this.plan;
    },
    apply: async (change: GitChange) => {
      this.asked.push(`applyGit ${change}`);
    },
    refresh: async () => this.gitState,
  };

  readonly answers = {
    answerScript: async (
      operation: string,
      input: string,
      signal: AbortSignal,
      presence?: Presence,
    ): Promise<GitAnswer> => {
      this.asked.push(`git ${operation}`);
      const reply = await this.answer(operation, input, signal, presence);
      if ('kind' in reply) return reply;
      const { stdout, failure } = reply;
      if (failure) return { kind: 'quit', failure };
      return stdout ? { kind: 'credential', text: new Secret(stdout), profile: 'id-work-mfa' } : { kind: 'nothing' };
    },
  };

  readonly stale = { clear: async () => this.staleReport };

  trial: Trial = { running: false, hops: [], repository: null, profile: null };
  readonly tryIt = {
    run: async ({ repository, profile }: Wanted) => {
      this.asked.push(`try ${repository} ${profile}`);
      return this.trial;
    },
  };

  rotation: RotationView | null = null;
  keyStatus: KeyStatus = { place: 'file', keys: [], why: null, gitCredentials: [], sshKeys: [] };
  readonly rotations = {
    status: async () => this.keyStatus,
    rotate: async (source: string) => {
      await this.#key('rotate', source);
      if (this.rotation?.step !== 'grace') this.rotation = null;
    },
    undo: async (source: string) => this.#key('undo', source),
    deleteOld: async (source: string) => this.#key('delete-old', source),
    changeOther: async (_: string, key: string, how: string) => this.#key(how, key),
  };

  readonly doctor = {
    plan: async (names: readonly MendName[]) => names.map((name) => ({ name, text: this.mendText })),
    mend: async (names: readonly MendName[]) => {
      this.asked.push(`mend ${names.join(' ')}`);
    },
    examine: async () => {
      const known = <T>(value: T) => ({ known: true, value }) as const;
      const profiles = this.profiles.flatMap(({ id, name }) => {
        const failure = this.failures.get(id);
        return failure ? [{ name, failure }] : [];
      });
      return reportOf({
        ...factsWith(),
        git: known(this.gitState),
        stale: known(this.staleReport),
        awsFiles: known([]),
        profiles: known(profiles),
        desktop: known({ tray: true, notifications: 'shown' }),
        notices: known(this.notices),
      });
    },
  };

  /** Puts a session there, and lets go who waits for it. */
  grant(name: string, keys: SessionCredentials = KEYS, expiresAt = NOW + 12 * HOURS): void {
    const { id } = this.book.named(name);
    this.living.set(id, { credentials: new Secret(keys), expiresAt });
    for (const wait of this.waits) if (wait.profile === id) wait.begin();
  }

  view() {
    return {
      revision: 1,
      language: this.language,
      preferences: preferences({}),
      awsOffset: 0,
      profiles: this.profiles.map((profile) => this.#profileView(profile)),
      newProfile: null,
      shown: this.profiles[0]?.id ?? null,
      waiting: this.waiting,
      wentOn: null,
      uses: [],
      served: [],
      repositories: {},
      trial: null,
      stale: 0,
      rotations: this.rotation ? [this.rotation] : [],
      doctor: null,
      takesKeys: true,
      git: this.gitState,
      notices: this.notices,
    };
  }

  now(): number {
    return NOW;
  }

  openPopover(profile: string | null): void {
    this.asked.push(`open ${profile}`);
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

  #key(how: string, what: string): void {
    this.#maybeReject();
    this.asked.push(`${how} ${what}`);
  }

  #signIn(profile: string, code: string | null): void {
    this.#maybeReject();
    this.asked.push(`signIn ${profile} ${code}`);
    this.grant(profile);
  }

  #profileView(profile: ProfileSettings): ProfileView {
    const session = this.living.get(profile.id);
    return {
      ...profile,
      ...factsOf(profile),
      needs: this.free.has(profile.id) ? 'nothing' : this.browsing.has(profile.id) ? 'browser' : 'code',
      browser: null,
      restsOn: keyOf(profile, this.profiles),
      phase: session ? 'active' : 'signedOut',
      renewing: false,
      endedAt: null,
      endless: false,
      expiresAt: session?.expiresAt ?? null,
      identity: session ? { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' } : null,
      failure: this.failures.get(profile.id) ?? null,
      storedTotp: false,
      nextCodeAt: null,
    };
  }

  #maybeReject(): void {
    if (this.rejects) throw FailureError.of(this.rejects);
  }
}
