/**
 * A Daypass behind the contract, for the renderer alone: it signs in, waits, refuses spent codes, saves profiles and
 * clears entries as the real one does, in memory and without a secret.
 */

import { illOf } from '../../electron/core/app/ill-profiles.ts';
import type { AppView, ProfileView, RotationView } from '../../electron/core/app/view.ts';
import type { MfaDevice } from '../../electron/core/aws/port.ts';
import { type Failure, type FailureCode, failure, type Result } from '../../electron/core/base/failure.ts';
import type { DoctorReport } from '../../electron/core/doctor/report.ts';
import { reportOf } from '../../electron/core/doctor/report-of.ts';
import { HOPS, type Hop, type HopName, type Trial } from '../../electron/core/doctor/trial.ts';
import type { Wanted } from '../../electron/core/doctor/try-it.ts';
import { recognise } from '../../electron/core/explain/recognise.ts';
import type { StaleReport } from '../../electron/core/git/stale/stale-entries.ts';
import type { StaleEntry } from '../../electron/core/git/stale/stale-entry.ts';
import type { PortalAddress } from '../../electron/core/identity-center/find-portal.ts';
import type { Account } from '../../electron/core/identity-center/port.ts';
import type { KeyPlace } from '../../electron/core/keys/long-term-keys.ts';
import type { KeyStatus } from '../../electron/core/keys/rotation/key-status.ts';
import { checkPolicy } from '../../electron/core/policy/check-policy.ts';
import { type ProfileChoice, preferences, profileChoice } from '../../electron/core/settings/settings.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import type { About } from '../../electron/core/surfaces/contract/about-calls.ts';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import { factsWith } from '../unit/doctor/facts.ts';
import { someProfile, someSource } from './daypass-samples.ts';
import { TOTP_SECRET } from './totp.ts';

export const KEY_FILE = '/home/alice/Downloads/alice_accessKeys.csv';
export const RIGHT_CODE = '123456';

interface World {
  readonly view?: Partial<AppView>;
  readonly sources?: readonly Source[];
  readonly devices?: readonly MfaDevice[] | Failure;
  readonly portals?: readonly PortalAddress[];
  readonly accounts?: readonly Account[];
  /** By account. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly stale?: readonly StaleEntry[];
  readonly staleFailures?: StaleReport['failures'];
  /** The first asking for the view fails so. */
  readonly viewFails?: Failure;
  /** The change that setting git up would make. */
  readonly gitDiff?: string;
  /** What repairing would change. */
  readonly mendText?: string;
  /** What a trial meets, at which hop; not with a profile that is called right-mfa. */
  readonly trialFails?: Failure;
  readonly trialEnds?: HopName;
  /** Why no secret can be kept. */
  readonly cannotKeep?: Failure;
  /** Names of devices that setups before have left. */
  readonly taken?: readonly string[];
  /** Where the long-term key is at first. */
  readonly keyPlace?: KeyPlace;
  /** Whose keys are in what is handed over. */
  readonly owners?: readonly string[];
  readonly isRoot?: boolean;
  /** Keys in the keychain that no profile uses. */
  readonly spareKeys?: readonly string[];
  /** What AWS says of the person's keys. */
  readonly keyStatus?: Partial<KeyStatus>;
  /** Sign-ins last until `answerSignIn` or a cancel. */
  readonly slow?: boolean;
}

/** The old key is inactive, and waits to be deleted. */
export const RESTING: RotationView = {
  source: 'work',
  step: 'grace',
  running: false,
  failure: null,
  oldKey: 'AKIA…OLD1',
  newKey: 'AKIA…NEW1',
  deleteAt: Date.UTC(2026, 0, 12, 8),
};

const ABOUT: About = {
  version: '1.2.3',
  runtime: 'Electron 45.4.1',
  places: [{ what: 'git', path: '~/.daypass/git.sock' }],
};

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const known = <T>(value: T) => ({ known: true, value }) as const;
const no = (code: FailureCode, params: Failure['params'] = {}): Result<never> => ({
  ok: false,
  failure: failure(code, params),
});
const done = ok(null);

export class FakeDaypass {
  view: AppView;
  /** What was called, with what; a code stands here only as the test typed it. */
  readonly calls: { readonly name: string; readonly input: unknown }[] = [];
  readonly api: DaypassApi;
  readonly #world: World;
  /** What is compared on another device; null: a text comes back from there. */
  userCode: string | null = null;
  readonly #heard = new Set<(view: AppView) => void>();
  readonly #spent = new Set<string>();
  readonly #refusals = new Map<string, Failure>();
  #stale: readonly StaleEntry[];
  #sources: readonly Source[];
  #spare: readonly string[];
  #keyPlace: KeyPlace;
  #pending: ((cancelled: boolean) => void) | null = null;

  constructor(world: World = {}) {
    this.#world = world;
    this.#stale = world.stale ?? [];
    this.#sources = world.sources ?? [];
    this.#spare = world.spareKeys ?? [];
    this.#keyPlace = world.keyPlace ?? 'file';
    const profiles = world.view?.profiles ?? [someProfile()];
    this.view = {
      revision: 1,
      language: 'en',
      preferences: preferences({}),
      awsOffset: 0,
      profiles,
      newProfile: null,
      shown: profiles[0]?.id ?? null,
      waiting: [],
      wentOn: null,
      uses: [],
      served: [],
      repositories: {},
      trial: null,
      stale: 0,
      rotations: [],
      doctor: null,
      takesKeys: true,
      git: { version: '2.39.5', setUp: true, findings: [] },
      notices: [],
      ...world.view,
    };
    if (world.viewFails) this.#refusals.set('view', world.viewFails);
    this.api = this.#recorded(this.#build());
  }

  /** As a push of the main process. */
  change(part: Partial<AppView>): void {
    this.view = { ...this.view, ...part, revision: this.view.revision + 1 };
    this.push(this.view);
  }

  push(view: AppView): void {
    for (const heard of this.#heard) heard(view);
  }

  changeProfile(id: string, part: Partial<ProfileView>): void {
    this.change({
      profiles: this.view.profiles.map((profile) => (profile.id === id ? { ...profile, ...part } : profile)),
    });
  }

  /** The next call of this name fails so. */
  refuse(name: keyof DaypassApi, code: FailureCode, params: Failure['params'] = {}): void {
    this.#refusals.set(name, failure(code, params));
  }

  answerSignIn(): void {
    this.#pending?.(false);
  }

  called(name: keyof DaypassApi): readonly unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.input);
  }

  #build(): DaypassApi {
    return {
      view: async () => ok(this.view),
      runDoctor: async () => {
        this.change({ doctor: this.#examined() });
        return done;
      },
      planMends: async ({ names }) => ok(names.map((name) => ({ name, text: this.#world.mendText ?? '' }))),
      mend: async () => done,
      copyReport: async () => done,
      about: async () => ok(ABOUT),
      openGuide: async () => done,
      showLicences: async () => done,
      onView: (heard) => {
        this.#heard.add(heard);
        return () => this.#heard.delete(heard);
      },
      signIn: ({ profile, code }) => this.#signIn(profile, code),
      signInWithoutCode: ({ profile }) => this.#signIn(profile, null),
      signInElsewhere: async ({ profile }) => {
        const elsewhere = { address: 'https://signin.example/elsewhere', userCode: this.userCode, qr: '<svg/>' };
        const { browser = null } = this.view.profiles.find(({ id }) => id === profile) ?? {};
        const { here = null, notOpened = false } = browser ?? {};
        this.changeProfile(profile, { phase: 'signingIn', browser: { here, notOpened, elsewhere } });
        return done;
      },
      openBrowserAgain: async () => done,
      pasteSignIn: async ({ profile, text }) => {
        if (text !== 'the text') return no('browser.paste-malformed');
        this.changeProfile(profile, { browser: null });
        return this.#signIn(profile, null);
      },
      copyAddress: async () => done,
      copyStatement: async () => done,
      cancelSignIn: async () => {
        this.#pending?.(true);
        return done;
      },
      signOut: async ({ profile }) => {
        this.changeProfile(profile, { phase: 'signedOut', expiresAt: null, identity: null, failure: null });
        return done;
      },
      showProfile: async ({ profile }) => {
        this.change({ shown: profile });
        return done;
      },
      copyEnvironment: async () => done,
      copyProfileOption: async () => done,
      openTerminal: async () => done,
      findSources: async () => ok({ list: this.#sources, file: '/home/alice/.aws/credentials' }),
      findDevices: async () => {
        const { devices = [{ serial: someProfile().serial ?? '', kind: 'totp' }] } = this.#world;
        return 'code' in devices ? { ok: false, failure: devices } : ok(devices);
      },
      findPortals: async () => ok(this.#world.portals ?? []),
      signInToPortal: async () => {
        if (!this.#world.slow) return done;
        this.change({ newProfile: { here: 'https://oidc.example/authorize', notOpened: false, elsewhere: null } });
        const cancelled = await new Promise<boolean>((resolve) => {
          this.#pending = resolve;
        });
        this.change({ newProfile: null });
        return cancelled ? no('sign-in.cancelled') : done;
      },
      cancelPortal: async () => {
        this.#pending?.(true);
        return done;
      },
      findAccounts: async () => ok(this.#world.accounts ?? []),
      findRoles: async ({ account }) => ok(this.#world.roles?.[account] ?? []),
      addProfile: async (choice) => this.#save(choice, `p${this.view.profiles.length + 1}`),
      editProfile: async ({ profile, choice }) => {
        const saved = this.#save(choice, profile);
        return saved.ok ? done : saved;
      },
      removeProfile: async ({ profile }) => {
        const profiles = this.view.profiles.filter(({ id }) => id !== profile);
        this.change({ profiles, shown: profiles[0]?.id ?? null });
        return done;
      },
      setPreferences: async (chosen) => {
        const language = chosen.language === 'system' ? this.view.language : chosen.language;
        this.change({ preferences: chosen, language });
        return done;
      },
      canKeep: async () => (this.#world.cannotKeep ? { ok: false, failure: this.#world.cannotKeep } : done),
      storeTotp: async ({ profile, text }) => this.#storeTotp(profile, text),
      storeTotpPicture: async ({ profile, picture, chosen }) => this.#storePicture(profile, picture, chosen),
      removeTotp: async ({ profile }) => {
        this.changeProfile(profile, { storedTotp: false, dailyAt: null });
        return done;
      },
      signInDaily: async ({ profile, at }) => {
        this.changeProfile(profile, { dailyAt: at });
        return done;
      },
      beginEnrolment: async () => {
        const { taken = [] } = this.#world;
        const name = taken.length > 0 ? `alice-daypass-${taken.length + 1}` : 'alice-daypass';
        return ok({ serial: `arn:aws:iam::123456789012:mfa/${name}`, name, taken, left: taken });
      },
      drawEnrolment: async () => ok('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      showEnrolmentSecret: async () => ok(TOTP_SECRET),
      copyEnrolmentSecret: async () => done,
      enableEnrolment: async ({ first, second }) => {
        if (first.startsWith('000')) return no('enrol.codes-refused');
        this.#spent.add(first).add(second);
        return done;
      },
      keepEnrolment: async () => (this.#world.cannotKeep ? { ok: false, failure: this.#world.cannotKeep } : done),
      dropEnrolment: async () => done,
      resync: async ({ profile, first }) => {
        if (first.startsWith('000')) return no('enrol.codes-refused');
        this.changeProfile(profile, { failure: null });
        return done;
      },
      copyDeviceRequest: async () => done,
      findKey: async () => ok(this.#keyPlace),
      keepKey: async () => {
        if (this.#keyPlace === 'keychain' || this.#keyPlace === 'nowhere')
          return no('key.missing', { profile: 'work' });
        this.#keyPlace = 'keychain';
        return done;
      },
      putKeyBack: async () => {
        if (this.#keyPlace === 'both') return no('key.in-file', { profile: 'work' });
        this.#keyPlace = 'file';
        return done;
      },
      readKeyFile: async () => ok(this.#world.owners ?? ['AKIA…MPLE']),
      readPastedKey: async ({ text }) =>
        text.includes('AKIA') ? ok(this.#world.owners ?? ['AKIA…MPLE']) : no('new-key.none'),
      proveKey: async () => {
        const arn = `arn:aws:iam::123456789012:${this.#world.isRoot ? 'root' : 'user/alice'}`;
        const { isRoot = false } = this.#world;
        return ok({ account: '123456789012', arn, key: 'AKIA…MPLE', user: 'alice', isRoot, name: 'default' });
      },
      takeKey: async ({ place, name }) => {
        this.#sources = [...this.#sources, someSource(name, { region: null })];
        return ok({ source: name, place, isShared: false, isSure: place === 'file', file: KEY_FILE });
      },
      forgetNewKey: async () => done,
      showKeyFile: async () => done,
      trashKeyFile: async () => done,
      findSpareKeys: async () => ok(this.#spare),
      putSpareKeyBack: async ({ source }) => {
        this.#spare = this.#spare.filter((name) => name !== source);
        return done;
      },
      removeSpareKey: async ({ source }) => {
        this.#spare = this.#spare.filter((name) => name !== source);
        return done;
      },
      keyStatus: async () => ok(this.#keyStatus()),
      rotateKey: async () => {
        this.change({ rotations: [RESTING] });
        return done;
      },
      undoRotation: async () => {
        this.change({ rotations: [] });
        return done;
      },
      deleteOldKey: async () => {
        this.change({ rotations: [] });
        return done;
      },
      changeOtherKey: async () => done,
      copyKeyWishes: async () => done,
      unlockKeyring: async () => done,
      sealAnew: async () => done,
      planGit: async ({ change }) => {
        const differs = change === 'mend' || this.view.git?.setUp === (change === 'undo');
        return ok({ file: '/home/alice/.gitconfig', diff: differs ? (this.#world.gitDiff ?? '') : '', hosts: 5 });
      },
      applyGit: async ({ change }) => {
        this.change({ git: { version: '2.39.5', findings: [], ...this.view.git, setUp: change !== 'undo' } });
        return done;
      },
      cancelWaiting: async ({ id }) => {
        this.change({ waiting: this.view.waiting.filter((waiting) => waiting.id !== id) });
        return done;
      },
      chooseForWaiting: async ({ id, profile }) => {
        this.change({ waiting: this.view.waiting.map((w) => (w.id === id ? { ...w, profile } : w)), shown: profile });
        return done;
      },
      setRepository: async ({ repository, profile }) => {
        const { [repository]: _, ...others } = this.view.repositories;
        this.change({
          repositories: profile === null ? others : { ...others, [repository]: profile },
          served: this.view.served.filter(({ key }) => key !== repository),
        });
        return done;
      },
      tryIt: async (wanted) => ok(this.#try(wanted)),
      findStale: async () => ok({ entries: this.#stale, failures: this.#world.staleFailures ?? [] }),
      clearStale: async () => {
        const entries = this.#stale.map((e) => (e.outcome === 'found' ? { ...e, outcome: 'removed' as const } : e));
        this.#stale = entries.filter(({ outcome }) => outcome === 'left');
        return ok({ entries, failures: [] });
      },
      copyPolicy: async () => done,
      checkPolicy: async ({ text }) => ok(checkPolicy(text)),
      explainError: async ({ text }) => ok(recognise(text)),
      showCredentialsFile: async () => done,
      stayOpen: async () => done,
      fitPage: async () => done,
      hide: async () => done,
      quit: async () => done,
    };
  }

  #keyStatus(): KeyStatus {
    const { keyStatus = {} } = this.#world;
    return { place: this.#keyPlace, keys: null, why: null, gitCredentials: [], sshKeys: [], ...keyStatus };
  }

  /** Hop by hop, as the real one tells it; the codes of `trialFails` name the hop at which it ends. */
  #try({ repository, profile }: Wanted): Trial {
    const { trialFails: fails = null, trialEnds: ends = 'codecommit' } = this.#world;
    const chosen = profile ?? this.view.repositories[`h/${repository}`] ?? this.view.profiles[0]?.id ?? null;
    const trial: Trial = { running: true, hops: [], repository: repository && `h/${repository}`, profile: chosen };
    this.change({ trial });
    const name = this.view.profiles.find(({ id }) => id === chosen)?.name ?? '';
    const isWell = fails === null || name === 'right-mfa';
    for (const hop of HOPS) {
      if (repository === null && (hop === 'git' || hop === 'codecommit')) continue;
      const isBad = !isWell && hop === ends;
      const hops: readonly Hop[] = [
        ...(this.view.trial?.hops ?? []),
        {
          name: hop,
          verdict: isBad ? 'error' : 'good',
          failure: isBad ? fails : null,
          evidence: isBad ? [] : [`${hop} of ${name}`],
        },
      ];
      this.change({ trial: { ...trial, hops } });
    }
    const done = { ...trial, running: false, hops: this.view.trial?.hops ?? [] };
    this.change({ trial: done });
    return done;
  }

  #examined(): DoctorReport {
    const stale = known({ entries: this.#stale, failures: this.#world.staleFailures ?? [] });
    const { git, profiles, notices } = this.view;
    const ofGit = git ? known(git) : ({ known: false, why: failure('doctor.asking') } as const);
    return reportOf(factsWith({ git: ofGit, stale, profiles: known(illOf(profiles)), notices: known(notices) }));
  }

  #storeTotp(profile: string, text: string): Result<null> {
    if (text.replace(/\s/g, '').length < 26) return no('totp.secret-malformed');
    this.changeProfile(profile, { storedTotp: true });
    return done;
  }

  /** As many codes are on a picture as its first byte says. */
  #storePicture(profile: string, picture: Uint8Array, chosen: string | null): Result<readonly string[]> {
    if (picture.length < 4) return no('totp.no-qr');
    const names = Array.from({ length: picture[0] ?? 0 }, (_, at) => `Amazon Web Services: device ${at + 1}`);
    if (names.length > 1 && chosen === null) return ok(names);
    this.#storeTotp(profile, TOTP_SECRET);
    return ok([]);
  }

  async #signIn(id: string, code: string | null): Promise<Result<null>> {
    const before = this.view.profiles.find((profile) => profile.id === id);
    if (!before) return no('profile.unknown', { profile: id });
    const lives = before.expiresAt !== null;
    this.changeProfile(id, lives ? { renewing: true, failure: null } : { phase: 'signingIn', failure: null });
    const cancelled = this.#world.slow
      ? await new Promise<boolean>((answer) => {
          this.#pending = answer;
        })
      : false;
    const refused = cancelled ? failure('sign-in.cancelled') : this.#objection(before, code);
    if (refused) {
      const phase = lives ? before.phase : 'signedOut';
      this.changeProfile(id, { phase, renewing: false, failure: refused });
      return { ok: false, failure: refused };
    }
    if (code !== null) this.#spent.add(code);
    this.changeProfile(id, {
      phase: 'active',
      renewing: false,
      expiresAt: Date.now() + this.view.awsOffset + before.durationSeconds * 1_000,
      identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/alice' },
      failure: null,
    });
    this.change({ waiting: this.view.waiting.filter(({ profile }) => profile !== id) });
    return done;
  }

  #objection(profile: ProfileView, code: string | null): Failure | null {
    if (!profile.typesCode) return code === null ? null : failure('input.invalid', { at: 'code' });
    if (code === null && profile.storedTotp) return null;
    if (code === null || !/^\d{6}$/.test(code)) return failure('code.malformed');
    if (this.#spent.has(code)) return failure('code.used', { seconds: 30 });
    return code.startsWith('000') ? failure('code.rejected') : null;
  }

  #save(choice: ProfileChoice, id: string): Result<string> {
    const others = this.view.profiles.filter((profile) => profile.id !== id);
    if (others.some(({ name }) => name === choice.name)) return no('profile.name-taken', { name: choice.name });
    const known = this.view.profiles.find((profile) => profile.id === id);
    // As over IPC: what the parser would refuse does not get in.
    const saved = { ...(known ?? someProfile({ id })), ...profileChoice(choice) };
    const profiles = known
      ? this.view.profiles.map((profile) => (profile.id === id ? saved : profile))
      : [...others, saved];
    this.change({ profiles, shown: known ? this.view.shown : id });
    return ok(id);
  }

  #recorded(api: DaypassApi): DaypassApi {
    const entries = Object.entries(api).map(([name, call]) => {
      if (name === 'onView') return [name, call];
      const recorded = async (input?: unknown) => {
        this.calls.push({ name, input });
        const refusal = this.#refusals.get(name);
        this.#refusals.delete(name);
        if (refusal) return { ok: false, failure: refusal };
        return (call as (input?: unknown) => unknown)(input);
      };
      return [name, recorded];
    });
    return Object.fromEntries(entries) as DaypassApi;
  }
}
