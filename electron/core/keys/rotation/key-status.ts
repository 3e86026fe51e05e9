/** What a person is told of a key: where it is, how old, what AWS knows of the second one, and what else of theirs carries no MFA. */
import { shownKey } from '../../aws/shown-key.ts';
import { type Failure, failureOf } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import type { KeyPlace, LongTermKeys } from '../long-term-keys.ts';
import type { OwnKeys } from './own-keys.ts';

export interface ShownAccessKey {
  /** By its last four characters. */
  readonly key: string;
  /** Programs, and Daypass, use it. */
  readonly used: boolean;
  readonly active: boolean;
  readonly created: EpochMs;
  /** 'unknown' where AWS does not let it be asked; null where it was never used. */
  readonly lastUsed: { readonly at: EpochMs; readonly service: string } | 'unknown' | null;
}

export interface KeyStatus {
  readonly place: KeyPlace;
  /** The one that is used first; null where AWS could not be asked, for this reason. */
  readonly keys: readonly ShownAccessKey[] | null;
  readonly why: Failure | null;
  /** User names of HTTPS git credentials, and ids of SSH keys, as far as AWS says. */
  readonly gitCredentials: readonly string[];
  readonly sshKeys: readonly string[];
}

interface KeyStatusWorld {
  readonly keys: Pick<LongTermKeys, 'place' | 'holders'>;
  /** Those of all profiles. */
  sources(): readonly string[];
  own(source: string): OwnKeys;
}

/** Rejects with FailureError file.* where the files cannot be read. */
export async function keyStatus({ keys, sources, own }: KeyStatusWorld, source: string): Promise<KeyStatus> {
  const place = await keys.place(source);
  try {
    const mine = own(source);
    const [list, gitCredentials, sshKeys] = await Promise.all([mine.list(), mine.gitCredentials(), mine.sshKeys()]);
    const shown = await Promise.all(
      list.map(async ({ id, active, created }): Promise<ShownAccessKey> => {
        const lastUsed = await mine.lastUsed(id).catch(() => 'unknown' as const);
        const used = (await keys.holders(id, sources())).length > 0;
        return { key: shownKey(id), used, active, created, lastUsed };
      }),
    );
    const first = shown.sort((a, b) => Number(b.used) - Number(a.used));
    return { place, keys: first, why: null, gitCredentials, sshKeys };
  } catch (thrown) {
    return { place, keys: null, why: failureOf(thrown), gitCredentials: [], sshKeys: [] };
  }
}
