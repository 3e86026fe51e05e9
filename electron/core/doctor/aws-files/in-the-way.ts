/** What keeps clients from a profile's session, with the lines that do. */
import { namingOf } from '../../aws-files/profile-naming.ts';
import { CLIENTS, readingOf, whoWins } from '../../aws-files/who-wins.ts';
import type { Failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import type { MendName } from '../mend.ts';
import {
  type AwsFilesLook,
  CLIENT_NAMES,
  FILES,
  fileFinding,
  lastFour,
  placed,
  quoted,
  rowsIn,
  rowsOf,
} from './look.ts';

/** `failures` are the delivery's own, of one profile. */
export const inTheWay = (look: AwsFilesLook, profile: string, failures: readonly Failure[]): readonly DoctorFinding[] =>
  failures
    .filter((why) => !isSaidOfTheFile(look, why) && !isOwed(look, profile, why))
    .map((why) => fileFinding(why, evidenceOf(look, profile, why), { profile, mend: MENDS[why.code] ?? null }));

const MENDS: { readonly [C in Failure['code']]?: MendName } = {
  'profile.replaced': 'session-anew',
  'profile.no-region': 'aws-files',
};

/** A session that Daypass could not write is in the file of no other program either: why it could not is said. */
const isOwed = ({ refused }: AwsFilesLook, profile: string, { code }: Failure): boolean =>
  code === 'profile.replaced' && (refused.get(profile)?.code.startsWith('file.') ?? false);

/** A line for which the whole file is refused. */
const isSaidOfTheFile = (look: AwsFilesLook, { code, params }: Failure): boolean =>
  code === 'profile.unparseable' &&
  FILES.some(
    (file) =>
      look.path(file) === params.path && readingOf(look.texts, file).flaws.some(({ line }) => line === params.line),
  );

function evidenceOf(look: AwsFilesLook, profile: string, { code, params }: Failure): readonly string[] {
  if (code === 'profile.own-key' || code === 'profile.replaced') return keyLines(look, profile);
  const file = FILES.find((one) => look.path(one) === params.path);
  if (!file) return [];
  if (typeof params.line === 'number') return [placed(look, file, params.line)];
  const { isExact } = namingOf[file](profile);
  const isMeant = (section: string) => (params.section ? section === params.section : isExact(section));
  const rows = rowsIn(look.texts, file, isMeant).filter(({ setting }) => setting === params.setting);
  if (rows.length > 0) return rows.map((row) => quoted(look, row));
  const section = readingOf(look.texts, file).botocore.find(({ name }) => isMeant(name));
  return section ? [placed(look, file, section.header.number)] : [];
}

/** Which key stands there, what else was written beside it, and which one should. */
function keyLines(look: AwsFilesLook, name: string): readonly string[] {
  const rows = rowsOf(look.texts, 'credentials', name).filter(({ setting }) => !UNTOLD.includes(setting));
  const profile = look.profiles.find((one) => one.name === name);
  const session = profile && look.sessions.get(profile.id);
  const written = rows.map((row) => quoted(look, row));
  return session ? [...written, `Daypass: aws_access_key_id = ${lastFour(session.accessKeyId)}`] : written;
}

const UNTOLD: readonly string[] = ['aws_secret_access_key', 'aws_session_token', 'manager', 'region'];

/** What each kind of client takes under `[default]`, before a container endpoint. */
export const beforeEndpoint = (look: AwsFilesLook, first: Failure): DoctorFinding => {
  const lines = CLIENTS.flatMap((client) => {
    const winner = whoWins(look.texts, 'default', client);
    if (!winner) return [];
    const { file, section, setting } = winner;
    const row = rowsIn(look.texts, file, (name) => name === section).find((one) => one.setting === setting);
    return row ? [`${CLIENT_NAMES[client]}: ${quoted(look, row)}`] : [];
  });
  return fileFinding(first, lines);
};
