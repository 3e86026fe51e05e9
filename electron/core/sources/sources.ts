/** What a new profile can be made from, asked anew each time: the sections of AWS's files, and the MFA devices of a key's user. */

import type { LongTermKey } from '../aws/credentials.ts';
import type { Iam, MfaDevice } from '../aws/port.ts';
import type { SharedFiles } from '../aws-files/port.ts';
import { type FoundProfile, readLongTermKey, readProfiles, readSessions } from '../aws-files/read-profiles.ts';
import { type Failure, FailureError, failure, failureOf } from '../base/failure.ts';
import type { LongTermKeys } from '../keys/long-term-keys.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { keyOf, type SourceWorld } from './follow-source.ts';
import { readSource, readSources } from './read-sources.ts';
import type { FoundSources, Offer } from './source.ts';

export interface SourcesWorld {
  readonly files: SharedFiles;
  readonly iam: Iam;
  readonly kept: Pick<LongTermKeys, 'names' | 'key'>;
  profiles(): readonly ProfileSettings[];
}

export class Sources {
  readonly #world: SourcesWorld;

  constructor(world: SourcesWorld) {
    this.#world = world;
  }

  /** All but those that Daypass itself writes, the ones that hold a long-term key first. */
  async list(): Promise<FoundSources> {
    const read = await this.#read();
    return { list: readSources(read), file: read.paths.credentials };
  }

  /** Rejects with FailureError source.* or key.* where no profile can be made of this section. */
  async offer(name: string): Promise<Offer> {
    const read = await this.#read();
    const section = read.found.get(name);
    if (!section) throw FailureError.of(absent(name, read));
    const { offer, refusal } = readSource(section, read);
    if (refusal) throw FailureError.of(refusal);
    return offer;
  }

  /**
   * From the file, or from the keychain where it was moved there: whoever puts a key into the file again wants that one
   * to be used. Rejects with FailureError source.* or key.*.
   */
  async longTermKey(source: string): Promise<LongTermKey> {
    const { files, kept } = this.#world;
    const key = readLongTermKey(await files.read('credentials'), await files.read('config'), source);
    const held = key ?? (await kept.key(source));
    if (held) return held;
    const read = await this.#read();
    const section = read.found.get(source);
    const why = section ? keyOf(section, read) : { refusal: absent(source, read) };
    throw FailureError.of('refusal' in why ? why.refusal : failure('key.missing', { profile: source }));
  }

  async devices(source: string, region: string): Promise<readonly MfaDevice[]> {
    const devices = await this.#devices(await this.longTermKey(source), region).catch((thrown) => {
      throw FailureError.of(failureOf(thrown), { profile: source }, thrown);
    });
    if (devices.length === 0) throw new FailureError('device.none');
    if (devices.every((device) => device.kind === 'fido')) throw new FailureError('device.fido-only');
    return devices;
  }

  #devices(key: LongTermKey, region: string): Promise<readonly MfaDevice[]> {
    return this.#world.iam.mfaDevices(key, region, new AbortController().signal);
  }

  async #read(): Promise<SourceWorld> {
    const { files, kept, profiles } = this.#world;
    const [credentials, config, names] = await Promise.all([
      files.read('credentials'),
      files.read('config'),
      kept.names(),
    ]);
    const found = new Map<string, FoundProfile>(readProfiles(credentials, config).map((one) => [one.name, one]));
    // A key that was never in a file has no section there.
    for (const name of names) if (!found.has(name)) found.set(name, { name, managedByUs: false });
    return {
      found,
      sessions: new Map(readSessions(config).map((session) => [session.name, session])),
      kept: new Set(names),
      profiles: profiles(),
      paths: { credentials: files.path('credentials'), config: files.path('config') },
    };
  }
}

/** Of Daypass's own a section is there only while a session is. */
function absent(profile: string, { profiles, paths: { credentials, config } }: SourceWorld): Failure {
  const isOurs = profiles.some(({ name }) => name === profile);
  return isOurs ? failure('source.ours', { profile }) : failure('source.unknown', { profile, credentials, config });
}
