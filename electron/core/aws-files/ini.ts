/** One shared file of AWS: its bytes, and what each of the two parsers that disagree the most reads in them. */

import type { Bytes } from '../base/bytes.ts';
import { type LinedSection, readAsBotocore } from './botocore-reading.ts';
import { type Lines, splitLines } from './lines.ts';
import type { Flaw, Section } from './section.ts';
import { readAsSmithy } from './smithy-reading.ts';

export interface Ini extends Lines {
  readonly botocore: readonly LinedSection[];
  readonly smithy: readonly Section[];
  /** Why botocore, or the SDK for JavaScript, refuses the whole file. */
  readonly flaws: readonly Flaw[];
}

/** Total: every text has a reading. `joinLines(parseIni(text))` is `text`. */
export function parseIni(text: Bytes): Ini {
  const { mark, lines } = splitLines(text);
  const botocore = readAsBotocore(lines);
  const smithy = readAsSmithy(lines);
  const marked: Flaw[] = mark ? [{ reason: 'byte-order-mark', line: 1 }] : [];
  return {
    mark,
    lines,
    botocore: botocore.sections,
    smithy: smithy.sections,
    flaws: [...marked, ...botocore.flaws, ...smithy.flaws],
  };
}
