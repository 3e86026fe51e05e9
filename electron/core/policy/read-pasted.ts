/**
 * The JSON document in what people paste: with a byte order mark, in a Markdown fence, URL-encoded, with curly quotes, and
 * with the reply of AWS's API around it. Never throws.
 */
import { type JsonNode, type ReadJson, readJson } from './json-text.ts';
import type { Place } from './policy.ts';
import { finding, type PolicyFinding } from './policy-finding.ts';
import { textPlace } from './text-place.ts';

export interface Pasted {
  readonly node: JsonNode;
  /** The text that places are counted in. */
  readonly text: string;
  readonly findings: readonly PolicyFinding[];
}

export type ReadPasted = Pasted | { readonly node: null; readonly findings: readonly PolicyFinding[] };

/** Characters; more is no policy. */
export const LONGEST_PASTED = 1_048_576;
/** A reply in a reply: no more than AWS's own forms need. */
const WRAPPED = 5;
const AROUND = ['PolicyVersion', 'PolicyDocument', 'Document', 'AssumeRolePolicyDocument', 'Policy', 'policy'];

const CURLY = /[“”„‟＂]/g;
/** What looks like a space and is none to JSON. */
const SPACES = /[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;

export function readPasted(pasted: string, depth = 0): ReadPasted {
  if (pasted.length > LONGEST_PASTED) return none(finding('too-long', null));
  const text = decoded(pasted);
  const [from, to] = documentIn(text);
  if (text.slice(from, to).trim() === '') return none(finding('empty', null));
  const { read, findings } = readMended(text, from, to);
  if (!read.ok) {
    const first = text.slice(from, to).trimStart()[0] ?? '';
    const at = placeIn(text, read.at);
    return none(
      finding(/[{["]/.test(first) || depth > 0 ? read.fault : notJson(first, read.fault), at, lineAt(text, read.at)),
    );
  }
  return unwrapped({ node: read.node, text, findings }, depth);
}

const none = (...findings: readonly PolicyFinding[]): ReadPasted => ({ node: null, findings });

const placeIn = (text: string, at: number): Place => ({ ...textPlace(text, at), statement: null, sid: null });

/** The line on which it went wrong. */
const lineAt = (text: string, at: number): string =>
  text
    .slice(Math.max(text.lastIndexOf('\n', at - 1), at - 80) + 1, at + 80)
    .split(/[\r\n]/, 1)[0]
    ?.trim() ?? '';

/** What begins with none of JSON's brackets is something else, as a page of YAML. */
const notJson = (first: string, fault: PolicyFinding['code']): PolicyFinding['code'] =>
  /[“”„‟＂'`/#]/.test(first) ? fault : 'not-json';

/** AWS's API gives documents URL-encoded, and PowerShell writes files in 16 bits a character, here read as UTF-8. */
function decoded(given: string): string {
  const text = /^\ufffd\ufffd[^\0]\0/.test(given) ? given.slice(2).replaceAll('\0', '') : given;
  if (!/^\s*"?%(?:25)*(?:7B|5B|0A|20|09)/i.test(text)) return text;
  try {
    return decodeURIComponent(text.trim().replace(/^"|"$/g, ''));
  } catch {
    return text;
  }
}

/** From where to where the document stands: without a byte order mark, and within a fence where there is one. */
function documentIn(text: string): readonly [from: number, to: number] {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (/^\s*[{["]/.test(text)) return [start, text.length];
  const fence = /^[ \t]*(`{3,}|~{3,})[^\r\n]*\r?\n/m.exec(text);
  if (!fence?.[1]) return [start, text.length];
  const from = fence.index + fence[0].length;
  const close = text.indexOf(`\n${fence[1]}`, from - 1);
  return [from, close < 0 ? text.length : close];
}

/** Curly quotes and odd spaces are taken for what was meant, and told of: AWS takes neither. */
function readMended(text: string, from: number, to: number): { read: ReadJson; findings: readonly PolicyFinding[] } {
  const read = readJson(text, from, to);
  if (read.ok) return { read, findings: [] };
  // One character for one, so that places stay.
  const mended = readJson(text.replace(CURLY, '"').replace(SPACES, ' '), from, to);
  if (!mended.ok) return { read, findings: [] };
  const [quote, space] = [CURLY, SPACES].map((kind) => text.slice(from, to).search(kind));
  const told = (code: 'odd-quotes' | 'odd-spaces', at = -1) =>
    at < 0 ? [] : [finding(code, placeIn(text, from + at), lineAt(text, from + at))];
  return { read: mended, findings: [...told('odd-quotes', quote), ...told('odd-spaces', space)] };
}

/** What is inside of a reply of AWS's, or of a text that is itself JSON. */
function unwrapped(pasted: Pasted, depth: number): ReadPasted {
  const { node, findings } = pasted;
  if (depth >= WRAPPED) return pasted;
  if (node.is === 'text') {
    const inner = readPasted(node.value, depth + 1);
    return { ...inner, findings: [...findings, ...inner.findings] };
  }
  if (node.is !== 'object' || node.members.some(({ key }) => key === 'Statement')) return pasted;
  const around = AROUND.flatMap((name) => node.members.find(({ key }) => key === name) ?? [])[0];
  if (around) return unwrapped({ ...pasted, node: around.value }, depth + 1);
  const described = node.members.some(({ key }) => key === 'Arn' || key === 'PolicyName' || key === 'VersionId');
  return described ? none(...findings, finding('no-document', placeIn(pasted.text, node.at))) : pasted;
}
