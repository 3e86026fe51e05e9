/**
 * Sets and clears keys of one section. Bytes outside the section stay, and an edit is handed out only after both
 * readings of its result have shown that every other section means what it meant, and ours what was asked for.
 */

import { type Bytes, encodeUtf8 } from '../base/bytes.ts';
import { appendSection } from './append-section.ts';
import type { LinedKey, LinedSection } from './botocore-reading.ts';
import { findSection, guestMark, MANAGER, type Naming } from './find-section.ts';
import { type Ini, parseIni } from './ini.ts';
import { insertRows } from './insert-rows.ts';
import { indentOf, joinLines, type Line, type LineEnd, type Written } from './lines.ts';
import { nulByteIn } from './nul-byte.ts';
import type { ProfileEdit, Refusal } from './profile-edit.ts';
import { keepsMeaning, means } from './proof.ts';

export type Setting = readonly [name: string, value: string];

/** No key may be written where the file is garbage: the person must hear of it, not of an AWS tool that fails later. */
const GARBAGE = ['text-before-section', 'not-a-setting'];
const garbageIn = ({ flaws }: Ini) => flaws.find(({ reason }) => GARBAGE.includes(reason));

/** 'guests': our lines in a section of somebody else's, which the mark names. */
export type Terms = 'own' | 'guests';

const markOf = (terms: Terms, names: readonly string[]) => (terms === 'own' ? MANAGER : guestMark(names));

/** Gives the section these settings and `manager`, and leaves its other keys. Writes nothing it could not clear. */
export function setKeys(text: Bytes, naming: Naming, wanted: readonly Setting[], terms: Terms = 'own'): ProfileEdit {
  const nul = nulByteIn(text);
  if (nul) return refuse(nul);
  const before = parseIni(text);
  const garbage = garbageIn(before);
  if (garbage) return refuse(garbage);
  const names = [...wanted.map(([name]) => name), MANAGER[0]];
  const mark = markOf(terms, names.slice(0, -1));
  const settings: readonly Setting[] = [...wanted, mark];
  if (!areReadable(naming, settings)) return refuse({ reason: 'bad-value' });
  const { ours, theirs, refusal } = findSection(before, naming, 'write', mark);
  const host = terms === 'guests' && !theirs?.keys.some(({ name }) => names.includes(name)) ? theirs : undefined;
  if (refusal && !host) return refuse(refusal);
  const second = ours && secondOf(ours, names);
  if (second) return refuse({ reason: 'duplicate-key', line: second.number, section: naming.header });
  const made = ours
    ? rewrite(before, ours, settings)
    : host
      ? insertRows(before, host, settings.map(row))
      : appendSection(text, newSection(naming, settings));
  const after = parseIni(made);
  // What is wrong in [DEFAULT] may show only once there is a section for it to leak into.
  const leaked = garbageIn(after);
  if (leaked) return refuse(leaked);
  if (!keepsMeaning(before, after, naming, names) || !means(after, naming, settings)) return ambiguous(ours ?? host);
  const undone = clear(
    after,
    naming,
    wanted.map(([name]) => name),
    terms,
    { text, ini: before },
  );
  return undone.ok ? done(text, made, after) : undone;
}

/**
 * Undoes setKeys byte for byte: takes these keys out, and the whole section where that leaves nothing of someone else's
 * behind. Otherwise the section stays, and stays ours.
 */
export function clearKeys(text: Bytes, naming: Naming, names: readonly string[], terms: Terms = 'own'): ProfileEdit {
  const nul = nulByteIn(text);
  return nul ? refuse(nul) : clear(parseIni(text), naming, names, terms);
}

/** `known` has been read already, which in a large file takes its time. */
function clear(
  before: Ini,
  naming: Naming,
  names: readonly string[],
  terms: Terms,
  known?: { readonly text: Bytes; readonly ini: Ini },
): ProfileEdit {
  const text = joinLines(before);
  const { ours, refusal } = findSection(before, naming, 'remove', markOf(terms, names));
  if (refusal) return refuse(refusal);
  if (!ours) return done(text, text, before);
  const keys = linesOf(ours, names);
  const marked = linesOf(ours, [...names, MANAGER[0]]);
  const all = [ours.header, ...marked];
  // What follows may lean on our header to be read as it is: then the header stays too.
  for (const lines of terms === 'guests' ? [marked] : holdsMore(ours, all) ? [keys] : [all, keys]) {
    const made = drop(before, new Set(lines), ours.header.end);
    const after = made === known?.text ? known.ini : parseIni(made);
    if (keepsMeaning(before, after, naming, [...names, MANAGER[0]])) return done(text, made, after);
  }
  return ambiguous(ours);
}

/** Missing keys go before `manager`, indented as it is: whatever stands around them, that begins no continuation. */
function rewrite(ini: Ini, section: LinedSection, settings: readonly Setting[]): Bytes {
  const changes = new Map<Line, readonly Written[]>();
  const missing: Setting[] = [];
  for (const setting of settings) {
    const key = section.keys.find(({ name }) => name === setting[0]);
    if (key) replace(changes, key, setting);
    else missing.push(setting);
  }
  const manager = section.keys.find(({ name }) => name === MANAGER[0])?.lines[0] ?? section.header;
  const added = missing.map((setting) => ({ bytes: indentOf(manager) + row(setting), end: section.header.end }));
  changes.set(manager, [...added, ...(changes.get(manager) ?? [manager])]);
  return joinLines({ mark: ini.mark, lines: ini.lines.flatMap((line) => changes.get(line) ?? [line]) });
}

/** A value goes with the lines that continue it. What stands before it stays, unless a parser cannot read it there. */
function replace(changes: Map<Line, readonly Written[]>, { value: old, lines }: LinedKey, setting: Setting): void {
  const [first, ...more] = lines;
  if (!first) return;
  const [name, value] = setting;
  const before = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*`).exec(first.bytes)?.[0];
  if (before !== undefined && old === value) return;
  const bytes = before === undefined ? indentOf(first) + row(setting) : before + encodeUtf8(value);
  changes.set(first, [{ bytes, end: first.end }]);
  for (const line of more) changes.set(line, []);
}

function drop(ini: Ini, dropped: ReadonlySet<Line>, end: LineEnd): Bytes {
  const lines = ini.lines.filter((line) => !dropped.has(line));
  const kept = joinLines({ mark: ini.mark, lines });
  const wasOpen = ini.lines.at(-1)?.end === '';
  const cut = wasOpen ? Math.min(end.length, lines.at(-1)?.end.length ?? 0) : 0;
  return kept.slice(0, kept.length - cut);
}

/** Other keys, and comments among ours; a comment after the last of ours may belong to what follows. */
function holdsMore({ lines }: LinedSection, ours: readonly Line[]): boolean {
  const own = new Set(ours);
  const last = lines.findLastIndex((line) => own.has(line));
  return lines.some((line, at) => {
    if (own.has(line) || line.text.trim() === '') return false;
    return at < last || !/^\s*[#;]/.test(line.text);
  });
}

function linesOf({ keys }: LinedSection, names: readonly string[]): Line[] {
  return keys.filter(({ name }) => names.includes(name)).flatMap(({ lines }) => lines);
}

function secondOf({ keys }: LinedSection, names: readonly string[]): Line | undefined {
  const twice = names.map((wanted) => keys.filter(({ name }) => name === wanted)[1]).find(Boolean);
  return twice?.lines[0];
}

const newSection = ({ header }: Naming, settings: readonly Setting[]): Bytes[] => [`[${header}]`, ...settings.map(row)];
const row = ([name, value]: Setting): Bytes => `${name} = ${encodeUtf8(value)}`;

/** Whether both parsers give these values back from a file that holds nothing else. */
function areReadable(naming: Naming, settings: readonly Setting[]): boolean {
  if (settings.some(([, value]) => /[\p{Cc}\p{Cs}]/u.test(value))) return false;
  return means(parseIni(appendSection('', newSection(naming, settings))), naming, settings);
}

function done(before: Bytes, text: Bytes, { flaws: [flaw] }: Ini): ProfileEdit {
  return { ok: true, text, changed: text !== before, ...(flaw && { flaw }) };
}

function refuse(refusal: Refusal): ProfileEdit {
  return { ok: false, refusal };
}

function ambiguous(section: LinedSection | undefined): ProfileEdit {
  return refuse({ reason: 'ambiguous', ...(section && { line: section.header.number, section: section.name }) });
}
