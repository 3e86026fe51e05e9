/**
 * Goes the way of a push with what a person has now, and says of each hop how it went: the long-term key and its device, the
 * session, what AWS says who that is, whether the real git asks Daypass, and what CodeCommit answers. Nothing is changed.
 */

import type { Caller } from '../aws/credentials.ts';
import type { Iam, Identity } from '../aws/port.ts';
import { shownKey } from '../aws/shown-key.ts';
import { type Failure, FailureError, failure, failureOf } from '../base/failure.ts';
import { partitionOf } from '../git/codecommit-host.ts';
import type { Git } from '../git/config/port.ts';
import type { GitState } from '../git/config/setup.ts';
import { type AskedRepository, repositoryKey } from '../git/credential/choose-profile.ts';
import type { Session } from '../session/state.ts';
import type { Use } from '../session/uses.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import { factsOf } from '../sources/ways-in.ts';
import { lineFound } from './checks/git-checks.ts';
import { explainGit } from './explain-git.ts';
import { severityOf } from './finding.ts';
import type { Hop, Trial } from './trial.ts';
import { bad, good, hop, skipped, withProfile } from './trial-hops.ts';
import { type TrialTarget, trialTarget } from './trial-target.ts';

export interface TryItWorld {
  /** As AWS knows the caller. Rejects with a FailureError. */
  identity(caller: Caller, region: string): Promise<Identity>;
  readonly iam: Iam;
  readonly sources: Pick<Sources, 'longTermKey'>;
  readonly git: Pick<Git, 'lsRemote'>;
  profiles(): readonly ProfileSettings[];
  /** The one that the popover shows. */
  shown(): string | null;
  sessionOf(profile: string): Session | null;
  /** Whom git would get; null where a person has to choose, or there is none. */
  profileFor(asked: AskedRepository): string | null;
  /** Newest first. */
  uses(): readonly Use[];
  gitState(): Promise<GitState>;
  changed(): void;
}

export interface Wanted {
  /** Null: only AWS is asked. */
  readonly repository: string | null;
  /** By id; null: whom git would get. */
  readonly profile: string | null;
}

export class TryIt {
  readonly #world: TryItWorld;
  #trial: Trial | null = null;
  #runs = 0;

  constructor(world: TryItWorld) {
    this.#world = world;
  }

  /** The last one, or the one that is on its way. */
  get trial(): Trial | null {
    return this.#trial;
  }

  /** Never rejects; one that is begun while another runs takes its place. */
  async run({ repository, profile: wanted }: Wanted): Promise<Trial> {
    const run = ++this.#runs;
    const { profiles, shown, profileFor } = this.#world;
    const first = profiles().find(({ id }) => id === (wanted ?? shown())) ?? profiles()[0];
    const target = repository === null ? null : trialTarget(repository.trim(), first?.region ?? '');
    const chosen = wanted ?? (target ? profileFor(target.asked) : (first?.id ?? null));
    const profile = profiles().find(({ id }) => id === chosen) ?? null;
    let trial: Trial = {
      running: true,
      hops: [],
      repository: target && repositoryKey(target.asked),
      profile: profile?.id ?? null,
    };
    const tell = (part: Partial<Trial>) => {
      trial = { ...trial, ...part };
      if (run !== this.#runs) return;
      this.#trial = trial;
      this.#world.changed();
    };
    tell({});
    for await (const hop of this.#hops(profile, target, { repository, profile: wanted })) {
      tell({ hops: [...trial.hops, hop] });
    }
    tell({ running: false });
    return trial;
  }

  async *#hops(profile: ProfileSettings | null, target: TrialTarget | null, wanted: Wanted): AsyncGenerator<Hop> {
    if (wanted.repository !== null && !target) {
      yield bad('git', failure('try.not-codecommit', { repository: wanted.repository.slice(0, 100) }));
      return;
    }
    if (!profile) {
      yield bad('session', target ? this.#noProfile(target.asked) : failure('try.no-profile'));
      return;
    }
    const { key, serial } = factsOf(profile);
    if (key !== null && serial !== null) yield* this.#keyHops(key, serial, profile.region);
    const session = this.#world.sessionOf(profile.id);
    if (!session) {
      yield bad('session', failure('session.none', { profile: profile.name }));
      yield* skipped(['identity', ...(target ? (['git', 'codecommit'] as const) : [])]);
      return;
    }
    const until = `${new Date(session.expiresAt).toISOString().slice(0, 16)}Z`;
    yield good('session', [`profile = ${profile.name}`, `until = ${until}`]);
    const identity = await this.#identity(profile, session);
    yield identity;
    if (!target) return;
    if (identity.verdict === 'error') yield* skipped(['git', 'codecommit']);
    else yield* this.#gitHops(profile, target, wanted.profile !== null);
  }

  /** Several would do, or none: in the words in which git would be told. */
  #noProfile({ host, repository, region }: AskedRepository): Failure {
    const could = this.#world.profiles().some((one) => partitionOf(one.region) === partitionOf(region));
    return could ? failure('try.which-profile', { repository }) : failure('git.no-profile', { host });
  }

  /** A key that does not work any more does not end a session that lives. */
  async *#keyHops(source: string, serial: string, region: string): AsyncGenerator<Hop> {
    const { iam, sources } = this.#world;
    try {
      const key = await sources.longTermKey(source);
      const line = `[${source}] aws_access_key_id = ${shownKey(key.accessKeyId)}`;
      yield await hop('key', async () => [line, arnLine(await this.#world.identity(key, region))], [line], source);
      yield await hop('device', async () => {
        const devices = await iam.mfaDevices(key, region, new AbortController().signal);
        if (devices.length === 0) throw new FailureError('device.none');
        if (devices.every(({ kind }) => kind === 'fido')) throw new FailureError('device.fido-only');
        if (devices.every((device) => device.serial !== serial)) {
          throw new FailureError('device.other', {
            serial,
            serials: devices.map((device) => device.serial).join(', '),
          });
        }
        return [`mfa_serial = ${serial}`];
      });
    } catch (thrown) {
      yield bad('key', withProfile(failureOf(thrown), source));
    }
  }

  /** AWS tells no session whether MFA was there: it is where a code was sent for the session itself. */
  #identity(profile: ProfileSettings, session: Session): Promise<Hop> {
    const { region, name } = profile;
    const { serial, role } = factsOf(profile);
    const mfa = serial === null && role === null ? [] : [`aws:MultiFactorAuthPresent = ${role === null}`];
    const ask = () => this.#world.identity(session.credentials, region);
    return hop('identity', async () => [arnLine(await ask()), ...mfa], [`region = ${region}`], name);
  }

  async *#gitHops(profile: ProfileSettings, { url, asked }: TrialTarget, isChosen: boolean): AsyncGenerator<Hop> {
    const { git, profiles, sessionOf, uses, gitState } = this.#world;
    const [before] = uses();
    // As a URL with a profile in it would have it, and only this once.
    const tried = await git.lsRemote(url, isChosen ? { host: asked.host, name: profile.name } : null);
    const since = uses().slice(0, before ? uses().indexOf(before) : undefined);
    const use = since.find(({ by, what }) => by === 'git' && what === asked.repository);
    const asker = profiles().find(({ id }) => id === use?.profile) ?? null;
    const by = asker ?? profile;
    const account = sessionOf(by.id)?.identity.account ?? '?';
    const about = { ...asked, profile: by.name, account };
    const why = tried.status === 0 ? null : explainGit(tried.status, tried.said, about);
    if (!use && why?.code.startsWith('network.')) {
      // git asks for a password only once the server has.
      yield* skipped(['git']);
    } else if (!use) {
      const lines = ((await gitState().catch(() => null))?.findings ?? []).map(lineFound);
      const inTheWay = lines.find((line) => severityOf(line) !== 'info')?.evidence ?? [];
      const inUrl = asked.username !== null && url.startsWith('https') ? [`- ${asked.username}@`] : [];
      const unasked = failure('try.not-asked', { repository: asked.repository });
      yield { ...bad('git', unasked), evidence: [...inUrl, ...inTheWay] };
    } else if (use.outcome === 'refused') {
      yield bad('git', failure('session.none', { profile: asker?.name ?? profile.name }));
    } else {
      yield good('git', [`profile = ${asker?.name ?? profile.name}`]);
    }
    // That nobody gave git a password has been said.
    if (why?.code === 'try.not-asked') yield* skipped(['codecommit']);
    else
      yield why
        ? bad('codecommit', why)
        : good('codecommit', [`repository = ${repositoryKey(asked)}`, `refs = ${tried.refs}`]);
  }
}

const arnLine = ({ arn }: Pick<Identity, 'arn'>): string => `arn = ${arn}`;
