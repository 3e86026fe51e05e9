/** What the doctor notes of long-term keys and of what else gets in without MFA: as far as AWS says it now, and never an alarm. */

import { failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import { type DoctorFinding, found } from '../doctor/finding.ts';
import { daysSince } from '../i18n/say-key.ts';
import type { KeyStatus } from '../keys/rotation/key-status.ts';
import type { Rotations } from '../keys/rotation/rotations.ts';

const OLD_DAYS = 90;

export async function ownKeyNotes(
  sources: readonly string[],
  rotations: Pick<Rotations, 'status'>,
  now: EpochMs,
): Promise<readonly DoctorFinding[]> {
  const notes = await Promise.all(
    [...new Set(sources)].map(async (source) => notesOf(source, await rotations.status(source), now)),
  );
  return notes.flat();
}

function notesOf(source: string, { keys, gitCredentials, sshKeys }: KeyStatus, now: EpochMs): readonly DoctorFinding[] {
  const old = (keys ?? [])
    .filter(({ used, created }) => used && daysSince(created, now) > OLD_DAYS)
    .map(({ key, created }) => failure('key.old', { source, key, days: daysSince(created, now) }));
  const without = [
    ...gitCredentials.map((name) => failure('key.git-credential', { name })),
    ...sshKeys.map((name) => failure('key.ssh-key', { name })),
  ];
  return [...old, ...without].map((note) => found(note));
}
