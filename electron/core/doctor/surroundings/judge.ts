/** What is wrong with the variables that programs are started with. Pure: the same for a terminal and for what a shell's files set. */
import { FAILURES, type Failure } from '../../base/failure.ts';
import { type DoctorFinding, found } from '../check.ts';
import type { EnvironmentFacts } from './environment-facts.ts';
import { Look, RULES } from './environment-rules.ts';
import { lineOf, linesOf, placeOf, placesOf } from './places.ts';
import type { Setting } from './start-file.ts';

/** All that is found, the worst first; each thing once, however many places show it. */
export function judgeEnvironment(facts: EnvironmentFacts): readonly DoctorFinding[] {
  const all = new Map<string, DoctorFinding>();
  for (const { why, evidence, mendable } of judgedIn(facts)) {
    const id = `${why.code} ${JSON.stringify(why.params)}`;
    const before = all.get(id)?.evidence ?? [];
    const mend = mendable.length > 0 ? 'shell-lines' : (all.get(id)?.mend ?? null);
    all.set(id, found(why, { evidence: [...new Set([...before, ...evidence])], mend }));
  }
  const rank = ({ failure: { code } }: DoctorFinding) => ['error', 'warning', 'info'].indexOf(FAILURES[code].severity);
  return [...all.values()].sort((a, b) => rank(a) - rank(b));
}

/** The lines that can be commented out to mend what is found. */
export const linesToMend = (facts: EnvironmentFacts): readonly Setting[] => [
  ...new Map(judgedIn(facts).flatMap(({ mendable }) => mendable.map((one) => [lineOf(one), one] as const))).values(),
];

interface Shown {
  readonly why: Failure;
  readonly evidence: readonly string[];
  readonly mendable: readonly Setting[];
}

function judgedIn(facts: EnvironmentFacts): readonly Shown[] {
  const here = placeOf(facts.terminal ?? facts.app);
  return [here, ...placesOf(facts.settings)].flatMap((place) => {
    // What leads to other files is known of the environment alone.
    const known = place === here ? facts : { ...facts, elsewhere: [] };
    const judged = RULES.flatMap((rule) => rule(new Look(place), known));
    return judged.map(({ why, names, mends = false }): Shown => {
      const shown = names.map((name) => ({ name, lines: linesOf(place, name, facts.settings) }));
      return {
        why,
        evidence: shown.flatMap(({ name, lines }) =>
          lines.length > 0 ? lines.map(lineOf) : [`${name}=${place.seen.get(name)?.shown ?? ''}`],
        ),
        mendable: mends ? shown.flatMap(({ lines }) => lines).filter(({ alone }) => alone) : [],
      };
    });
  });
}
