/** Compares what a file meant before an edit with what it means after it, in the eyes of both parsers. */
import type { Naming } from './find-section.ts';
import type { Ini } from './ini.ts';
import type { Section } from './section.ts';

/** Whether all but these keys of the named section are as they were, for each parser, and no flaw was added. */
export function keepsMeaning(before: Ini, after: Ini, naming: Naming, names: readonly string[]): boolean {
  const isSame = (was: readonly Section[], is: readonly Section[]) =>
    areEqual(factsOutside(was, naming, names), factsOutside(is, naming, names));
  return (
    isSame(before.botocore, after.botocore) &&
    isSame(before.smithy, after.smithy) &&
    after.flaws.length <= before.flaws.length
  );
}

/** Whether each parser finds the named section once, and in it exactly these values. */
export function means(ini: Ini, naming: Naming, settings: readonly (readonly [string, string])[]): boolean {
  return [ini.botocore, ini.smithy].every((sections) => {
    const [ours, second] = sections.filter(({ name }) => naming.isExact(name));
    return ours !== undefined && !second && settings.every((setting) => holds(ours, setting));
  });
}

function holds({ keys }: Section, [wanted, value]: readonly [string, string]): boolean {
  const [key, second] = keys.filter(({ name }) => name === wanted);
  return key?.value === value && !second;
}

/**
 * Sections and keys in file order, so that however a parser merges what comes twice, it merges the same. One after
 * another: those of a large file all at once would take more room than the file.
 */
function* factsOutside(sections: readonly Section[], naming: Naming, names: readonly string[]): Generator<string> {
  for (const { name, keys } of sections) {
    const isOurs = naming.isExact(name);
    if (!isOurs) {
      yield 'section';
      yield name;
    }
    for (const key of keys) {
      if (isOurs && names.includes(key.name.toLowerCase())) continue;
      yield isOurs ? 'our key' : 'key';
      yield key.name;
      yield key.value;
    }
  }
}

function areEqual(one: Iterator<string>, other: Iterator<string>): boolean {
  for (;;) {
    const [a, b] = [one.next(), other.next()];
    if (a.done || b.done) return a.done === b.done;
    if (a.value !== b.value) return false;
  }
}
