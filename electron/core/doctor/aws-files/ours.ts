/** Sections and lines that Daypass has made and that are no longer right: left behind, another Daypass's, or overwritten. */
import { guestMark, MANAGER } from '../../aws-files/find-section.ts';
import { readAs } from '../../aws-files/read-as.ts';
import { isoSeconds } from '../../aws-files/write-profile.ts';
import { failure } from '../../base/failure.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import type { DoctorFinding } from '../finding.ts';
import type { MendName } from '../mend.ts';
import { type AwsFilesLook, fileFinding, placed, quoted, type Row, rowsIn } from './look.ts';

const COMMAND = 'credential_process';
const MARKS: readonly string[] = [MANAGER[1], guestMark([COMMAND])[1]];

/** A section that bears Daypass's mark, and the profile that it is for. */
interface Marked {
  readonly name: string;
  readonly profile: ProfileSettings | undefined;
  readonly rows: readonly Row[];
}

function markedIn({ texts, profiles }: Pick<AwsFilesLook, 'texts' | 'profiles'>, file: Row['file']): readonly Marked[] {
  const rows = rowsIn(texts, file, () => true);
  const sections = new Set(rows.filter(isMark).map(({ section }) => section));
  return [...sections].flatMap((section) => {
    const name = readAs[file].botocore(section);
    if (name === null) return [];
    const profile = profiles.find((one) => one.name === name);
    return [{ name, profile, rows: rows.filter((row) => row.section === section) }];
  });
}

const isMark = ({ setting, value }: Row): boolean => setting === MANAGER[0] && MARKS.includes(value);

/** The program that a line asks for a profile's session, where it is Daypass's. */
function programOf(command: string): string | null {
  const [, , program] = /^(["']?)(.+)\1 credentials \S+$/.exec(command) ?? [];
  return program !== undefined && /[\\/]daypass(\.cmd)?$/.test(program) ? program : null;
}

/** All programs that lines of Daypass's name. */
export const programsIn = (texts: AwsFilesLook['texts']): readonly string[] =>
  markedIn({ texts, profiles: [] }, 'config').flatMap(({ rows }) =>
    rows.flatMap(({ setting, value }) => (setting === COMMAND ? (programOf(value) ?? []) : [])),
  );

export const ours = (look: AwsFilesLook): readonly DoctorFinding[] => [
  ...markedIn(look, 'credentials').flatMap((marked) => keysFound(look, marked) ?? []),
  ...markedIn(look, 'config').flatMap((marked) => linesFound(look, marked) ?? []),
];

/** A session of ours stands in the credentials file from the sign-in on until its end, and under the name of its profile. */
function keysFound(look: AwsFilesLook, { name, profile, rows }: Marked): DoctorFinding | null {
  const id = rows.find(({ setting }) => setting === 'aws_access_key_id');
  const expires = expiryIn(rows);
  if (!id) return null;
  if (!id.value.startsWith('ASIA')) return profile ? null : ownKey(look, id);
  const session = profile && look.sessions.get(profile.id);
  const found = (code: 'left-behind' | 'other-daypass' | 'expiry-untrue', mend: MendName | null) =>
    fileFinding(
      failure(`aws-files.${code}`, { path: look.path('credentials'), section: id.section, name }),
      [id, expires].flatMap((row) => (row ? [quoted(look, row)] : [])),
      { profile: profile?.name ?? null, mend },
    );
  if (session && profile.delivery === 'file') {
    const isUntrue = id.value === session.accessKeyId && expires && expires.value !== isoSeconds(session.expiresAt);
    return isUntrue ? found('expiry-untrue', 'session-anew') : null;
  }
  if (isOver(look, expires)) return found('left-behind', 'aws-files');
  // One of a profile's own may be on its way into the file, or out of it.
  return profile ? null : found('other-daypass', null);
}

/** Of a profile's own section it is said with what keeps its session out. */
const ownKey = (look: AwsFilesLook, id: Row): DoctorFinding | null =>
  id.value.startsWith('AKIA')
    ? fileFinding(failure('profile.own-key', { path: look.path(id.file), section: id.section }), [quoted(look, id)])
    : null;

const expiryIn = (rows: readonly Row[]): Row | undefined =>
  rows.find(({ setting }) => setting === 'x_security_token_expires');

/** What says no end, or none that can be read, may live. */
const isOver = ({ now }: AwsFilesLook, expires: Row | undefined): boolean =>
  expires !== undefined && Date.parse(expires.value) <= now;

function linesFound(look: AwsFilesLook, marked: Marked): DoctorFinding | null {
  const { name, profile, rows } = marked;
  const command = rows.find(({ setting }) => setting === COMMAND);
  if (!command) return isLeft(look, marked) ? lineFound(look, marked, 'left-behind', 'aws-files') : null;
  const program = programOf(command.value);
  // A person's own program, in a section that was ours.
  if (!program) return null;
  const found = (code: LineCode, mend: MendName | null) => lineFound(look, marked, code, mend, { ...command, program });
  const wanted = profile?.delivery === 'process' ? look.command(name) : null;
  const isWanted = command.value === wanted;
  if (look.missing.has(program)) return found('process-gone', isWanted ? null : 'aws-files');
  if (isWanted) return null;
  if (program !== programOf(look.command(name))) return found('other-daypass', profile ? 'aws-files' : null);
  return found(wanted === null ? 'left-behind' : 'process-old', 'aws-files');
}

type LineCode = 'left-behind' | 'other-daypass' | 'process-gone' | 'process-old';

function lineFound(
  look: AwsFilesLook,
  { name, profile, rows }: Marked,
  code: LineCode,
  mend: MendName | null,
  asked?: Row & { readonly program: string },
): DoctorFinding {
  const [row] = asked ? [asked] : rows.filter(isMark);
  const params = { path: look.path('config'), section: row?.section ?? name, name, program: asked?.program ?? '' };
  const line = asked
    ? `${placed(look, 'config', asked.line)}: ${COMMAND} = ${asked.program}`
    : row && quoted(look, row);
  const more = { profile: profile?.name ?? null, mend };
  return fileFinding(failure(`aws-files.${code}`, params), line ? [line] : [], more);
}

/** A region that nobody's session needs; what another Daypass has written for one that lives is said of that session. */
function isLeft(look: AwsFilesLook, { name, profile, rows }: Marked): boolean {
  const isOwn = rows.some(({ setting, value }) => setting === MANAGER[0] && value === MANAGER[1]);
  const hasRegion = rows.some(({ setting }) => setting === 'region');
  if (profile || !isOwn || !hasRegion) return false;
  const served = markedIn(look, 'credentials').filter((other) => other.name === name);
  return served.every((other) => isOver(look, expiryIn(other.rows)));
}
