/**
 * Takes the long-term key out of a section that is not ours, puts it back, and puts another in its place. Every other byte stays, and an edit is
 * handed out only after both readings of its result have shown that nothing else means anything else.
 */
import type { LongTermKey } from '../aws/credentials.ts';
import { type Bytes, encodeUtf8 } from '../base/bytes.ts';
import { appendSection } from './append-section.ts';
import { DEFAULTS, type LinedSection } from './botocore-reading.ts';
import type { Naming } from './find-section.ts';
import { type Ini, parseIni } from './ini.ts';
import { insertRows } from './insert-rows.ts';
import { joinLines, type Line } from './lines.ts';
import { nulByteIn } from './nul-byte.ts';
import type { ProfileEdit, Refusal } from './profile-edit.ts';
import { keepsMeaning } from './proof.ts';
import type { Key, Section } from './section.ts';

const KEYS: readonly string[] = ['aws_access_key_id', 'aws_secret_access_key'];
/** With any of these in it, a key that is put in would not be the one that is read. */
const HELD: readonly string[] = [...KEYS, 'aws_session_token', 'aws_security_token'];

/** Takes the key out of `[source]` of the credentials file; the section stays, even when nothing else is in it. */
export function takeKeyOut(text: Bytes, source: string): ProfileEdit {
  const { before, section, refusal } = look(text, source);
  if (refusal) return { ok: false, refusal };
  const keys = section?.keys.filter(({ name }) => KEYS.includes(name)) ?? [];
  const [second] = keys.filter((key, at) => keys.findIndex(({ name }) => name === key.name) !== at);
  if (second) return refuse('duplicate-key', source, second.lines[0]);
  const dropped = new Set(keys.flatMap(({ lines }) => lines));
  const made = joinLines({ mark: before.mark, lines: before.lines.filter((line) => !dropped.has(line)) });
  const after = parseIni(made);
  const isOut = [after.botocore, after.smithy].every((sections) => keysIn(sections, source).length === 0);
  if (!isOut || !keepsMeaning(before, after, naming(source), KEYS)) return refuse('ambiguous', source, section?.header);
  return { ok: true, text: made, changed: made !== text };
}

/** Puts the key into `[source]`, before its other keys, or into a new section. Refuses one that holds a key. */
export function putKeyIn(text: Bytes, source: string, key: LongTermKey): ProfileEdit {
  const values = valuesOf(key);
  if (!values.every(isWritable)) return { ok: false, refusal: { reason: 'bad-value' } };
  const { before, section, refusal } = look(text, source);
  if (refusal) return { ok: false, refusal };
  const held = section?.keys.find(({ name }) => HELD.includes(name));
  if (held || keysIn(before.smithy, source, HELD).length > 0) {
    return refuse('duplicate-key', source, held?.lines[0] ?? section?.header);
  }
  if (!section && !/^[^[\]\p{Cc}]+$/u.test(source)) return { ok: false, refusal: { reason: 'bad-name' } };
  const rows = KEYS.map((name, at) => `${name} = ${values[at]}`);
  const made = section ? insertRows(before, section, rows) : appendSection(text, [`[${encodeUtf8(source)}]`, ...rows]);
  const after = parseIni(made);
  const isIn = holdsIn(after, source, values);
  if (!isIn || !keepsMeaning(before, after, naming(source), KEYS)) return refuse('ambiguous', source, section?.header);
  return { ok: true, text: made, changed: true };
}

/** Puts the values of `now` in the place of those of `was`, and changes no other byte. */
export function replaceKeyIn(text: Bytes, source: string, was: LongTermKey, now: LongTermKey): ProfileEdit {
  const values = valuesOf(now);
  if (!values.every(isWritable)) return { ok: false, refusal: { reason: 'bad-value' } };
  const { before, section, refusal } = look(text, source);
  if (refusal) return { ok: false, refusal };
  const changes = new Map<Line, Bytes>();
  for (const [at, old] of valuesOf(was).entries()) {
    const [key, second] = section?.keys.filter(({ name }) => name === KEYS[at]) ?? [];
    if (second) return refuse('duplicate-key', source, second.lines[0]);
    const [line, more] = key?.lines ?? [];
    if (!line || more || key?.value !== old) return refuse('ambiguous', source, line ?? section?.header);
    const start = line.bytes.lastIndexOf(old);
    changes.set(line, line.bytes.slice(0, start) + values[at] + line.bytes.slice(start + old.length));
  }
  const lines = before.lines.map((line) => ({ bytes: changes.get(line) ?? line.bytes, end: line.end }));
  const made = joinLines({ mark: before.mark, lines });
  const after = parseIni(made);
  const isIn = holdsIn(after, source, values);
  if (!isIn || !keepsMeaning(before, after, naming(source), KEYS)) return refuse('ambiguous', source, section?.header);
  return { ok: true, text: made, changed: made !== text };
}

const valuesOf = ({ accessKeyId, secretAccessKey }: LongTermKey): readonly string[] => [
  accessKeyId,
  secretAccessKey.reveal(),
];
const isWritable = (value: string): boolean => /^[\w+/=.-]+$/.test(value);

/** The SDK for JavaScript sees no section whose name has a space in it; what it sees must be right. */
function holdsIn({ botocore, smithy }: Ini, source: string, values: readonly string[]): boolean {
  const holds = (sections: readonly Section[]) => {
    const found = keysIn(sections, source);
    return found.length === KEYS.length && found.every(({ value }, at) => value === values[at]);
  };
  return holds(botocore) && (holds(smithy) || !smithy.some(({ name }) => isOf(name, source)));
}

interface Look {
  readonly before: Ini;
  readonly section?: LinedSection | undefined;
  readonly refusal?: Refusal;
}

function look(text: Bytes, source: string): Look {
  const before = parseIni(text);
  const nul = nulByteIn(text);
  if (nul) return { before, refusal: nul };
  const [section, second] = before.botocore.filter(({ name }) => isOf(name, source));
  if (second) return { before, refusal: { reason: 'duplicate-section', line: second.header.number, section: source } };
  const [other] = before.smithy.filter(({ name, header }) => isOf(name, source) && header !== section?.header);
  if (other) return { before, refusal: { reason: 'ambiguous', line: other.header.number, section: source } };
  return { before, section };
}

const isOf = (section: string, source: string): boolean => section !== DEFAULTS && section.trim() === source;

const naming = (source: string): Naming => ({
  header: source,
  isExact: (name) => isOf(name, source),
  isAlike: (name) => isOf(name, source),
});

/** In the order of `names`, so that a reading can be compared with what was asked for. */
function keysIn(sections: readonly Section[], source: string, names = KEYS): readonly Key[] {
  const all = sections.filter(({ name }) => isOf(name, source)).flatMap(({ keys }) => keys);
  return names.flatMap((wanted) => all.filter(({ name }) => name.toLowerCase() === wanted));
}

function refuse(reason: Refusal['reason'], section: string, line: Line | undefined): ProfileEdit {
  return { ok: false, refusal: { reason, section, ...(line && { line: line.number }) } };
}
