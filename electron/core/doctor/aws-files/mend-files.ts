/** What the doctor can put right in AWS's files without anything being lost, and how that is shown: never a secret. */

import { removeConfigProfile, writeConfigProfile } from '../../aws-files/config-profile.ts';
import { addRow, mendRows, type RowChanges } from '../../aws-files/mend-rows.ts';
import type { SharedFile, TextEdit } from '../../aws-files/port.ts';
import type { ProfileEdit } from '../../aws-files/profile-edit.ts';
import { namingOf } from '../../aws-files/profile-naming.ts';
import { asTextEdit } from '../../aws-files/text-edit.ts';
import { removeProfile } from '../../aws-files/write-profile.ts';
import { BYTE_ORDER_MARK, type Bytes, decodeUtf8 } from '../../base/bytes.ts';
import type { Failure } from '../../base/failure.ts';
import { unifiedDiff } from '../../git/config/unified-diff.ts';
import type { DoctorFinding } from '../finding.ts';
import { foundInFiles } from './found-in-files.ts';
import { type AwsFilesLook, FILES, lastFour, PLAIN, rowsOf } from './look.ts';
import { ID, isSwapped, SECRET, TOKENS, unquoted } from './source-keys.ts';

/** What is offered to be mended is what can be: a row may be more than its line, or a section stand there twice. */
export const offered = (look: AwsFilesLook, found: readonly DoctorFinding[]): readonly DoctorFinding[] =>
  found.map((finding) => {
    const file = FILES.find((one) => look.path(one) === finding.failure.params.path);
    const isPossible = finding.mend !== 'aws-files' || (file && edit(look, file, finding.failure).ok);
    return isPossible ? finding : { ...finding, mend: null };
  });

/** The file as it is when all that was found in it and can be mended has been. */
export function mended(look: AwsFilesLook, file: SharedFile, found = foundInFiles(look)): Bytes {
  const path = look.path(file);
  const wanted = found.filter(({ mend, failure }) => mend === 'aws-files' && failure.params.path === path);
  let text = look.texts[file];
  for (const { failure } of wanted) {
    const made = edit({ ...look, texts: { ...look.texts, [file]: text } }, file, failure);
    if (made.ok) text = made.text;
  }
  return text;
}

/** Of what is found, each has its edit; what has none changes nothing. */
function edit(look: AwsFilesLook, file: SharedFile, { code, params }: Failure): TextEdit {
  const text = look.texts[file];
  const [name, source] = [String(params.name), String(params.source)];
  switch (code) {
    case 'aws-files.unread': {
      const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
      return { ok: true, text: bare, changed: bare !== text };
    }
    case 'aws-files.key-swapped':
    case 'aws-files.key-odd':
    case 'aws-files.token-beside-key':
      return asTextEdit(mendRows(text, namingOf[file](source), keyChanges(look, file, source)), source);
    case 'profile.no-region':
      return asTextEdit(addRow(text, namingOf[file](name), 'region', String(params.region)), name);
    case 'aws-files.left-behind':
    case 'aws-files.other-daypass':
    case 'aws-files.process-gone':
    case 'aws-files.process-old':
      return asTextEdit(file === 'credentials' ? removeProfile(text, name) : ourLines(look, name), name);
    default:
      return { ok: true, text, changed: false };
  }
}

/** Of a key: what cannot belong to it goes, and what stands in the other's place or in quotes is put right. */
function keyChanges({ texts }: AwsFilesLook, file: SharedFile, source: string): RowChanges {
  const rows = rowsOf(texts, file, source);
  const valueAt = (wanted: string) => rows.find(({ setting }) => setting === wanted)?.value ?? '';
  const [id, secret] = [valueAt(ID), valueAt(SECRET)];
  if (isSwapped(id, secret))
    return new Map([
      [ID, secret],
      [SECRET, id],
    ]);
  const plain = [ID, SECRET].flatMap((setting) => {
    const value = unquoted(valueAt(setting));
    return value === null ? [] : [[setting, value] as const];
  });
  const tokens = (unquoted(id) ?? id).startsWith('AKIA') ? TOKENS.map((setting) => [setting, null] as const) : [];
  return new Map<string, string | null>([...plain, ...tokens]);
}

/** A line that asks a Daypass asks this one, for a profile that it has; else there is none. */
function ourLines({ texts, profiles, command }: AwsFilesLook, name: string): ProfileEdit {
  const profile = profiles.find((one) => one.name === name);
  if (!profile) {
    const region = rowsOf(texts, 'config', name).find(({ setting }) => setting === 'region')?.value ?? '';
    return removeConfigProfile(texts.config, name, region);
  }
  const { region, delivery } = profile;
  return writeConfigProfile(texts.config, name, { region, command: delivery === 'process' ? command(name) : null });
}

/** What a mend would change, as a person may show it to anybody. */
export const shownChange = (path: string, before: Bytes, after: Bytes): string =>
  unifiedDiff(shownText(before), shownText(after), path);

/** What cannot be seen is shown by its name. */
const MARK = '<BOM>';

const shownText = (text: Bytes): string =>
  decodeUtf8(text.replace(BYTE_ORDER_MARK, MARK))
    .text.split(/(?<=\n)/)
    .map(shownLine)
    .join('');

/** Headers and what is no secret are shown as they are; a comment or a second line of a value may hold anything. */
function shownLine(line: string): string {
  if (/^\s*(<BOM>)?(\[.*)?$/s.test(line) || /^\s*$/.test(line)) return line;
  const [, front = '', name = '', value = '', end = ''] = /^(\s*([^=:\s]+)\s*[=:]\s*)(.*?)(\s*)$/s.exec(line) ?? [];
  const mark = line.startsWith(MARK) ? MARK : '';
  if (/^[#;]/.test(name.slice(mark.length)) || name === '') return `${mark}…${/\r?\n$/.exec(line)?.[0] ?? ''}`;
  if (PLAIN.includes(name.toLowerCase())) return line;
  const [quote = ''] = /^["']/.exec(value) ?? [];
  return `${front}${quote}${name.toLowerCase() === ID ? lastFour(value) : '…'}${quote}${end}`;
}
