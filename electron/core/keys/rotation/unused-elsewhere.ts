import { FailureError } from '../../base/failure.ts';
import type { LongTermKeys } from '../long-term-keys.ts';

export interface HoldersWorld {
  readonly keys: Pick<LongTermKeys, 'holders'>;
  /** Those of all profiles. */
  sources(): readonly string[];
}

/** Rejects with FailureError rotation.also-in where programs read this key of `source` under another name too: they would lose it. */
export async function unusedElsewhere(
  { keys, sources }: HoldersWorld,
  accessKeyId: string,
  source: string,
): Promise<void> {
  const others = (await keys.holders(accessKeyId, sources())).filter((name) => name !== source);
  if (others.length > 0) throw new FailureError('rotation.also-in', { source, sections: others.join(', ') });
}
