/** Whether a rotation may begin: where anything is foreseen that would stop it half way, AWS is asked to make nothing. */
import type { LongTermKey } from '../../aws/credentials.ts';
import { FailureError, failureOf } from '../../base/failure.ts';
import { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';
import type { SealedSecrets } from '../../kept/sealed-secrets.ts';
import type { RotationJournal } from '../../settings/rotation-journal.ts';
import type { LongTermKeys } from '../long-term-keys.ts';
import { begun } from './next-step.ts';
import type { OwnKeys } from './own-keys.ts';
import type { RotationCopies } from './rotation-copies.ts';
import { type HoldersWorld, unusedElsewhere } from './unused-elsewhere.ts';

export interface BeginWorld extends HoldersWorld {
  readonly keys: Pick<LongTermKeys, 'place' | 'current' | 'holders' | 'rehearseReplace'>;
  readonly kept: Pick<SealedSecrets, 'check'>;
  readonly spares: Pick<RotationCopies, 'forget'>;
  /** AWS's time. */
  now(): EpochMs;
}

/** A key of the form of all others, to see whether a file could be edited. */
const NO_KEY: LongTermKey = { accessKeyId: 'AKIA0000000000000000', secretAccessKey: new Secret('0'.repeat(40)) };

/** The journal to begin with, which is not saved yet. Rejects with a FailureError; nothing has then been done. */
export async function beginRotation(
  { keys, kept, spares, sources, now }: BeginWorld,
  mine: OwnKeys,
  source: string,
): Promise<RotationJournal> {
  await kept.check().catch((thrown) => {
    throw failureOf(thrown).code === 'kept.not-encrypted' ? new FailureError('rotation.no-keyring') : thrown;
  });
  const place = await keys.place(source);
  if (place === 'leaving') throw new FailureError('rotation.moving', { source });
  if (place === 'both') throw new FailureError('key.in-file', { profile: source });
  const used = await keys.current(source);
  if (!used) throw new FailureError('key.missing', { profile: source });
  await unusedElsewhere({ keys, sources }, used.accessKeyId, source);
  await keys.rehearseReplace(source, used, NO_KEY);
  const before = (await mine.list()).map(({ id }) => id);
  if (!before.includes(used.accessKeyId)) throw new FailureError('rotation.no-such-key');
  if (before.length > 1) throw new FailureError('rotation.two-keys');
  // What an earlier rotation has left is of no use: the only key that there is, is the one that is used.
  await spares.forget(source);
  return begun(used.accessKeyId, before, now());
}
