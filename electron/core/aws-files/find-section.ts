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

/** The key and value by which Daypass knows its own sections. */
export const MANAGER = ['manager', 'daypass'] as const;

export interface Found {
  /** Seen by both parsers, and ours. */
  readonly ours?: LinedSection;
  readonly refusal?: Refusal;
}

/** A stranger's section that might be mistaken for ours stands in the way of writing, not of removing. */
export function findSection(ini: Ini, naming: Naming, purpose: 'write' | 'remove'): Found {
  const botocore = ini.botocore.filter(({ name }) => naming.isAlike(name));
  const smithy = ini.smithy.filter(({ name }) => naming.isAlike(name));
  const exact = (sections: readonly Section[]) =>
    new Set(sections.filter(({ name }) => naming.isExact(name)).map(({ header }) => header));
  const [toBotocore, toSmithy] = [exact(botocore), exact(smithy)];
  const isSure = ({ header }: Section) => toBotocore.has(header) && toSmithy.has(header);

  const strange = [...botocore, ...smithy].filter((section) => !isSure(section));
  const odd = strange.find((section) => purpose === 'write' || saysOurs(section));
  if (odd) return refuse(naming.isExact(odd.name) ? 'ambiguous' : 'look-alike-section', odd);
  const [section, second] = botocore.filter(isSure);
  if (second) return refuse('duplicate-section', second);
  return section ? claim(section, smithy.find(isSure)) : {};
}

/** Ours is what says so itself, in both readings; what leaks in from `[DEFAULT]` is among neither's keys. */
function claim(section: LinedSection, toSmithy: Section | undefined): Found {
  const says = [section, toSmithy].filter((reading) => reading && saysOurs(reading)).length;
  if (says === 0) return refuse('not-ours', section);
  if (says === 1) return refuse('ambiguous', section);
  return holdsLongTermKey(section) ? refuse('long-term-key', section) : { ours: section };
}

function saysOurs({ keys }: Section): boolean {
  const managers = keys.filter(({ name }) => name.toLowerCase() === MANAGER[0]);
  return managers.length > 0 && managers.every(({ value }) => value === MANAGER[1]);
}

/** Someone may have copied our section and put their own key into it. A session's key begins with ASIA. */
function holdsLongTermKey({ keys }: Section): boolean {
  const hasToken = keys.some(({ name, value }) => name === 'aws_session_token' && value !== '');
  return !hasToken && keys.some(({ name, value }) => name === 'aws_access_key_id' && !/^(ASIA|$)/.test(value));
}

function refuse(reason: RefusalReason, section: Section): Found {
  return { refusal: { reason, line: section.header.number, section: titleOf(section.name) } };
}
