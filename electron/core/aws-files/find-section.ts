/** Finds the one section that an edit is about, or says why it cannot be told for certain which one that is. */
import type { LinedSection } from './botocore-reading.ts';
import type { Ini } from './ini.ts';
import type { Refusal, RefusalReason } from './profile-edit.ts';
import { type Section, titleOf } from './section.ts';

/** How a profile's section is called in one of the two files. */
export interface Naming {
  /** The name that a new section gets. */
  readonly header: string;
  /** Whether every tool takes this name for the profile's. */
  isExact(name: string): boolean;
  /** Whether any tool might; true for the exact ones too. */
  isAlike(name: string): boolean;
}

export type Mark = readonly ['manager', string];

/** The key and value by which Daypass knows its own sections. */
export const MANAGER: Mark = ['manager', 'daypass'];

/** The mark of a section that is somebody else's, in which these lines alone are ours. */
export const guestMark = (names: readonly string[]): Mark => ['manager', `daypass for ${names.join(', ')}`];

export interface Found {
  /** Seen by both parsers, and with the mark. */
  readonly ours?: LinedSection;
  /** Seen by both, and managed by nobody. It is refused all the same: it is not ours. */
  readonly theirs?: LinedSection;
  readonly refusal?: Refusal;
}

/** A stranger's section that might be mistaken for ours stands in the way of writing, not of removing. */
export function findSection(ini: Ini, naming: Naming, purpose: 'write' | 'remove', mark: Mark = MANAGER): Found {
  const botocore = ini.botocore.filter(({ name }) => naming.isAlike(name));
  const smithy = ini.smithy.filter(({ name }) => naming.isAlike(name));
  const exact = (sections: readonly Section[]) =>
    new Set(sections.filter(({ name }) => naming.isExact(name)).map(({ header }) => header));
  const [toBotocore, toSmithy] = [exact(botocore), exact(smithy)];
  const isSure = ({ header }: Section) => toBotocore.has(header) && toSmithy.has(header);

  const strange = [...botocore, ...smithy].filter((section) => !isSure(section));
  const odd = strange.find((section) => purpose === 'write' || says(section, mark));
  if (odd) return refuse(naming.isExact(odd.name) ? 'ambiguous' : 'look-alike-section', odd);
  const [section, second] = botocore.filter(isSure);
  if (second) return refuse('duplicate-section', second);
  return section ? claim(section, smithy.find(isSure), mark) : {};
}

/** Ours is what says so itself, in both readings; what leaks in from `[DEFAULT]` is among neither's keys. */
function claim(section: LinedSection, toSmithy: Section | undefined, mark: Mark): Found {
  const readings = [section, ...(toSmithy ? [toSmithy] : [])];
  const count = readings.filter((reading) => says(reading, mark)).length;
  if (count === 0) {
    const isManaged = readings.some((reading) => managersOf(reading).length > 0);
    return { ...refuse('not-ours', section), ...(!isManaged && { theirs: section }) };
  }
  if (count === 1) return refuse('ambiguous', section);
  // As guests our lines are taken away from whatever else stands there.
  const isMixed = mark === MANAGER && holdsLongTermKey(section);
  return isMixed ? refuse('long-term-key', section) : { ours: section };
}

const managersOf = ({ keys }: Section) => keys.filter(({ name }) => name.toLowerCase() === MANAGER[0]);

function says(section: Section, mark: Mark): boolean {
  const managers = managersOf(section);
  return managers.length > 0 && managers.every(({ value }) => value === mark[1]);
}

/**
 * Someone may have put their own key into our section: "aws configure set" leaves our token beside it. A session's key
 * begins with ASIA, where AWS itself has made it, and never with AKIA.
 */
function holdsLongTermKey({ keys }: Section): boolean {
  const hasToken = keys.some(({ name, value }) => name === 'aws_session_token' && value !== '');
  const isNone = hasToken ? /^(?!AKIA)/ : /^(ASIA|$)/;
  return keys.some(({ name, value }) => name === 'aws_access_key_id' && !isNone.test(value));
}

function refuse(reason: RefusalReason, section: Section): Found {
  return { refusal: { reason, line: section.header.number, section: titleOf(section.name) } };
}
