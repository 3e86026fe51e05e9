/** What is wrong with the variables that programs are started with. Pure: the same for a terminal and for what a shell's files set. */
import { FAILURES } from '../../base/catalogue.ts';
import type { Failure } from '../../base/failure.ts';
import { type DoctorFinding, found } from '../finding.ts';
import type { EnvironmentFacts } from './environment-facts.ts';
import { Look, RULES } from './environment-rules.ts';
import { lineOf, linesOf, type Place, placeOf, placesOf } from './places.ts';
import type { Setting } from './start-file.ts';

/** All that is found, the worst first; each thing once, however many places show it. */
export function judgeEnvironment(facts: EnvironmentFacts): readonly DoctorFinding[] {
  const mendable = new Set(linesToMend(facts));
  const all = new Map<string, DoctorFinding>();
  const places = [placeOf(facts.terminal ?? facts.app), ...placesOf(facts.settings)];
  for (const { why, evidence, lines, mends } of places.flatMap((place, at) => shownIn(place, facts, at === 0))) {
    const id = `${why.code} ${JSON.stringify(why.params)}`;
    const before = all.get(id);
    const isMendable = mends && lines.some((line) => mendable.has(line));
    all.set(
      id,
      found(why, {
        evidence: [...new Set([...(before?.evidence ?? []), ...evidence])],
        mend: isMendable ? 'shell-lines' : (before?.mend ?? null),
      }),
    );
  }
  const rank = ({ failure: { code } }: DoctorFinding) => ['error', 'warning', 'info'].indexOf(FAILURES[code].severity);
  return [...all.values()].sort((a, b) => rank(a) - rank(b));
}

/** The lines that can be commented out to mend what is found; by files alone, as no terminal is asked when that is done. */
export function linesToMend(facts: EnvironmentFacts): readonly Setting[] {
  const shown = placesOf(facts.settings).flatMap((place) => shownIn(place, facts, false));
  return [...new Set(shown.flatMap(({ lines, mends }) => (mends ? lines.filter(({ alone }) => alone) : [])))];
}

interface Shown {
  readonly why: Failure;
  readonly evidence: readonly string[];
  readonly lines: readonly Setting[];
  readonly mends: boolean;
}

/** What leads to other files is known of an environment that is there alone. */
function shownIn(place: Place, facts: EnvironmentFacts, isThere: boolean): readonly Shown[] {
  const known = isThere ? facts : { ...facts, elsewhere: [] };
  return RULES.flatMap((rule) => rule(new Look(place), known)).map(({ why, names, mends = false }) => {
    const named = names.map((name) => ({ name, lines: linesOf(place, name, facts.settings) }));
    const evidence = named.flatMap(({ name, lines }) =>
      lines.length > 0 ? lines.map(lineOf) : [`${name}=${place.seen.get(name)?.shown ?? ''}`],
    );
    return { why, evidence, lines: named.flatMap(({ lines }) => lines), mends };
  });
}
