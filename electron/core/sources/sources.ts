/** What a new profile can be made from: the sections of AWS's files, and the MFA devices of a key's user. */

import type { LongTermKey } from '../aws/credentials.ts';
import type { Iam, MfaDevice } from '../aws/port.ts';
import type { SharedFiles } from '../aws-files/port.ts';
import { readLongTermKey, readProfiles } from '../aws-files/read-profiles.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import type { LongTermKeys } from '../keys/long-term-keys.ts';

/** A section of AWS's files that a profile can be made from. */
export interface Source {
  readonly name: string;
  /** It holds a long-term key; without one it can be shown but not taken. */
  readonly usable: boolean;
  readonly region: string | null;
  readonly serial: string | null;
  readonly durationSeconds: number | null;
  readonly role: { readonly arn: string; readonly source: string } | null;
}

export class Sources {
  readonly #files: SharedFiles;
  readonly #iam: Iam;
  readonly #kept: Pick<LongTermKeys, 'has' | 'key'>;

  constructor(files: SharedFiles, iam: Iam, kept: Pick<LongTermKeys, 'has' | 'key'>) {
    this.#files = files;
    this.#iam = iam;
    this.#kept = kept;
  }

  /** All profiles but those that Daypass itself writes, the ones that hold a long-term key first. */
  async list(): Promise<readonly Source[]> {
    const found = readProfiles(...(await this.#texts())).filter((profile) => !profile.managedByUs);
    const kept = await Promise.all(found.map(({ name }) => this.#kept.has(name)));
    const views = found.map((profile, at) => ({
      name: profile.name,
      usable: (profile.hasKeys && !profile.hasSession) || kept[at] === true,
      region: profile.region ?? null,
      serial: profile.mfaSerial ?? null,
      durationSeconds: profile.durationSeconds ?? null,
      role: profile.roleArn ? { arn: profile.roleArn, source: profile.sourceProfile ?? profile.name } : null,
    }));
    return [...views.filter((view) => view.usable), ...views.filter((view) => !view.usable)];
  }

  /**
   * From the file, or from the keychain where it was moved there: whoever puts a key into the file again wants that one
   * to be used. Rejects with FailureError key.*.
   */
  async longTermKey(source: string): Promise<LongTermKey> {
    const texts = await this.#texts();
    const key = readLongTermKey(...texts, source);
    if (key && !key.accessKeyId.startsWith('ASIA')) return key;
    const kept = await this.#kept.key(source);
    if (kept) return kept;
    const temporary = readProfiles(...texts).some((profile) => profile.name === source && profile.hasSession);
    throw new FailureError(key || temporary ? 'key.temporary' : 'key.missing', { profile: source });
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
    return this.#iam.mfaDevices(key, region, new AbortController().signal);
  }

  #texts(): Promise<[string, string]> {
    return Promise.all([this.#files.read('credentials'), this.#files.read('config')]);
  }
}
