/** What the doctor notes of long-term keys and of what else gets in without MFA: as far as AWS says it now, and never an alarm. */
import { shownKey } from '../aws/shown-key.ts';
import { failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import { type DoctorFinding, found } from '../doctor/finding.ts';
import { daysSince } from '../i18n/say-key.ts';
import type { OwnKeys } from '../keys/rotation/own-keys.ts';

const OLD_DAYS = 90;

/** `own` throws where nobody is signed in: then nothing is known, and AWS is not asked. */
export async function ownKeyNotes(
  sources: readonly string[],
  own: (source: string) => OwnKeys,
  now: EpochMs,
): Promise<readonly DoctorFinding[]> {
  const notes = [...new Set(sources)].map(async (source) => notesOf(source, own(source), now));
  const known = await Promise.allSettled(notes);
  return known.flatMap((of) => (of.status === 'fulfilled' ? of.value : []));
}

async function notesOf(source: string, own: OwnKeys, now: EpochMs): Promise<readonly DoctorFinding[]> {
  const [keys, gitCredentials, sshKeys] = await Promise.all([
    own.list().catch(() => []),
    own.gitCredentials(),
    own.sshKeys(),
  ]);
  const old = keys
    .filter(({ active, created }) => active && daysSince(created, now) > OLD_DAYS)
    .map(({ id, created }) => failure('key.old', { source, key: shownKey(id), days: daysSince(created, now) }));
  const without = [
    ...gitCredentials.map((name) => failure('key.git-credential', { name })),
    ...sshKeys.map((name) => failure('key.ssh-key', { name })),
  ];
  return [...old, ...without].map((note) => found(note));
}
