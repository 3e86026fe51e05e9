/** What is wrong with the lines of a long-term key, in the section that a profile takes it from. */
import { type Failure, failure } from '../../base/failure.ts';
import { factsOf } from '../../sources/ways-in.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, FILES, fileFinding, lastFour, placed, quoted, type Row, rowsOf } from './look.ts';

export const ID = 'aws_access_key_id';
export const SECRET = 'aws_secret_access_key';
export const TOKENS: readonly string[] = ['aws_session_token', 'aws_security_token'];
const KEY = /^(AKIA|ASIA)[A-Z0-9]{12,124}$/;

export function sourceKeys(look: AwsFilesLook): readonly DoctorFinding[] {
  return sourcesOf(look).flatMap((source) => {
    const profile = look.profiles.find((one) => factsOf(one).key === source)?.name ?? null;
    const finding = FILES.map((file) => keyIn(look, rowsOf(look.texts, file, source), source)).find((one) => one);
    return finding ? [{ ...finding, profile }] : [];
  });
}

/** The sections that hold the long-term keys of profiles. */
export const sourcesOf = ({ profiles }: AwsFilesLook): readonly string[] =>
  [...new Set(profiles.map((one) => factsOf(one).key))].filter((key) => key !== null);

/** The first that is wrong; null where there is no key, or nothing wrong with it. */
function keyIn(look: AwsFilesLook, rows: readonly Row[], source: string): DoctorFinding | null {
  const [id, secret] = [ID, SECRET].map((wanted) => rows.find(({ setting }) => setting === wanted));
  const [first] = [id, secret].filter((row) => row !== undefined);
  if (!first) return null;
  const lines = (...of: (Row | undefined)[]) => of.flatMap((row) => (row ? [quoted(look, row)] : []));
  const found = (word: Wrong, evidence: readonly string[], more: Failure['params'] = {}, mends = false) => {
    const params = { path: look.path(first.file), section: first.section, source, ...more };
    return fileFinding(failure(`aws-files.${word}`, params), evidence, { mend: mends ? 'aws-files' : null });
  };
  if (!id || !secret) return found('key-half', lines(first), { setting: id ? SECRET : ID });
  const blank = [id, secret].find(({ value }) => value === '');
  if (blank) return found('key-blank', lines(blank), { setting: blank.setting });
  if (isSwapped(id.value, secret.value)) return found('key-swapped', swappedLines(look, id, secret), {}, true);
  const odd = [id, secret].find(({ value }) => oddityOf(value));
  if (odd) {
    const more = { setting: odd.setting, reason: oddityOf(odd.value) ?? '' };
    return found('key-odd', lines(odd), more, unquoted(odd.value) !== null);
  }
  const token = rows.find(({ setting, value }) => TOKENS.includes(setting) && value !== '');
  if (id.value.startsWith('ASIA')) return fileFinding(failure('key.temporary', { profile: source }), lines(id, token));
  if (!token || !id.value.startsWith('AKIA')) return null;
  return found('token-beside-key', lines(id, token), { setting: token.setting }, true);
}

type Wrong = 'key-half' | 'key-blank' | 'key-swapped' | 'key-odd' | 'token-beside-key';

/** Of the secret, which stands where the other should, nothing is shown. */
const swappedLines = (look: AwsFilesLook, id: Row, secret: Row): readonly string[] => [
  `${placed(look, id.file, id.line)}: ${ID} = …`,
  `${placed(look, secret.file, secret.line)}: ${SECRET} = ${lastFour(secret.value)}`,
];

export const isSwapped = (id: string, secret: string): boolean => !KEY.test(id) && KEY.test(secret);

/** AWS's tools take a value as it stands, so no key works that has any of this; neither part of one holds it. */
function oddityOf(value: string): string | null {
  if (/^(["']).*\1$/.test(value)) return 'quotes';
  if (/\s[#;]/.test(value)) return 'comment';
  return /[\s"']/.test(value) ? 'blanks' : null;
}

/** What stands between the quotes, where that is a value as AWS makes them; null elsewhere. */
export const unquoted = (value: string): string | null => /^(["'])\s*([\w+/=.-]+)\s*\1$/.exec(value)?.[2] ?? null;
