/**
 * A message as its program prints it, with `{gaps}` for what differs, made into what finds it. Every gap has an end, so a
 * text is looked through in time that grows with its length alone. `{status:403}` is a gap in which only that stands.
 */
import { squeeze } from './pasted.ts';

/** What can stand in a gap, in a text without white space. */
const GAPS = {
  any: '.{0,200}?',
  few: '.{0,40}?',
  url: "https?://[^'\\s<>\\]]{3,300}",
  host: '[A-Za-z0-9.-]{1,200}',
  /** Of what a program, a file or a person named. */
  profile: "[^'()\\[\\]]{1,128}?",
  repository: '[\\w.-]{1,100}?',
  path: "[^']{1,200}?",
  program: "[^']{1,200}?",
  region: '[a-z]{2,4}-[a-z0-9-]{3,24}?-\\d',
  service: '[A-Za-z0-9 ]{2,40}?',
  action: '[A-Za-z0-9]{2,60}?',
  permission: '[a-z0-9-]{2,40}:[A-Za-z*]{1,80}?',
  status: '\\d{3}',
  time: '\\d{8}T\\d{6}Z',
  variable: '[A-Z_]{3,60}',
  message: '.{1,200}',
} as const;

type Gap = keyof typeof GAPS;

export interface Pattern {
  readonly finds: RegExp;
  /** Without this in it, no text need be looked through. */
  readonly literal: string;
  /** The gap at the end, whose own end only the white space of the text tells. */
  readonly last: string | null;
}

const isGap = (name: string): name is Gap => Object.hasOwn(GAPS, name);
const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A gap of another name, as a text of Daypass's own has, is found as well. */
export function patternOf(message: string): Pattern {
  const parts = message.split(/\{(\w+(?::[\w:]+)?)\}/);
  const literals = parts.filter((_, at) => at % 2 === 0).map(squeeze);
  const endsOpen = parts.length > 1 && literals.at(-1) === '';
  const named = new Set<string>();
  const sources = parts.map((part, at) => {
    if (at % 2 === 0) return escaped(squeeze(part));
    if (part === 'any' || part === 'few') return GAPS[part];
    const [name = ''] = part.split(':', 1);
    const exactly = part.slice(name.length + 1);
    if (named.has(name)) return `\\k<${name}>`;
    named.add(name);
    if (exactly) return `(?<${name}>${exactly})`;
    const what = isGap(name) ? GAPS[name] : '.{1,200}?';
    // What stands behind may be another message: it is read, and not taken from that.
    return endsOpen && at === parts.length - 2
      ? `(?=(?<${name}>${what.replace(/\}\?$/, '}')}))`
      : `(?<${name}>${name === 'message' ? `${what}?` : what})`;
  });
  return {
    finds: new RegExp(sources.join(''), 'gd'),
    literal: literals.reduce((best, one) => (one.length > best.length ? one : best), ''),
    last: endsOpen ? (parts.at(-2)?.split(':', 1)[0] ?? null) : null,
  };
}
