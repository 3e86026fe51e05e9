/** What in AWS's files keeps programs from a profile's session: judged from their texts alone, as findings of the catalogue. */
import type { SharedFiles } from '../aws-files/port.ts';
import { CLIENTS, settingOf, type Texts, whoWins } from '../aws-files/who-wins.ts';
import { type Failure, failure } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';

const KEY_ID = 'aws_access_key_id';
const COMMAND = 'credential_process';

type Paths = Pick<SharedFiles, 'path'>;

/** Where a client would take for this profile something else than what is written for it. */
export function outranked(texts: Texts, { name, delivery }: ProfileSettings, files: Paths): Failure | null {
  const [file, wanted] = delivery === 'process' ? ['config', COMMAND] : ['credentials', KEY_ID];
  for (const client of CLIENTS) {
    const winner = whoWins(texts, name, client);
    if (!winner || (winner.file === file && winner.setting === wanted)) continue;
    const { section, setting } = winner;
    return failure('profile.outranked', { path: files.path(winner.file), section, setting, name });
  }
  return null;
}

/** Where the session with this key is no longer where it was delivered to. */
export function replaced(
  texts: Texts,
  { name, delivery }: ProfileSettings,
  accessKeyId: string,
  files: Paths,
): Failure | null {
  if (delivery === 'process') return null;
  const isThere = CLIENTS.every((client) => settingOf(texts, name, client, KEY_ID) === accessKeyId);
  return isThere ? null : failure('profile.replaced', { path: files.path('credentials'), section: name });
}

/** Where clients would find no region, as none is written unasked into a section of somebody else's. */
export function withoutRegion(texts: Texts, { name, region }: ProfileSettings, files: Paths): Failure | null {
  if (CLIENTS.every((client) => settingOf(texts, name, client, 'region'))) return null;
  return failure('profile.no-region', { path: files.path('config'), name, region });
}

/** What clients take before the container endpoint: no variable takes it away. */
export function defaultFirst(texts: Texts, files: Paths): Failure | null {
  const [winner] = CLIENTS.flatMap((client) => whoWins(texts, 'default', client) ?? []);
  if (!winner) return null;
  const { file, section, setting } = winner;
  return failure('profile.default-first', { path: files.path(file), section, setting });
}
