/** Asks the computer for its programs, all at once; only git and the AWS CLI are started, as their version matters. */
import type { FoundProgram, Programs } from '../port.ts';
import { LOOKED_FOR, type ProgramFacts, REMOTE_HELPER } from './program-facts.ts';
import type { Setting } from './start-file.ts';
import { HIDDEN, shownOf, type Variable } from './variable.ts';

export interface ProgramsAsked {
  readonly programs: Programs;
  readonly terminal: readonly Variable[] | null;
  /** Daypass's own PATH. */
  readonly path: string;
  readonly settings: readonly Setting[];
  readonly script: string;
  /** Daypass's folder, and where it is unless somebody says otherwise. */
  readonly home: string;
  readonly usualHome: string;
}

export async function gatherPrograms(asked: ProgramsAsked): Promise<ProgramFacts> {
  const { programs, terminal, path, script } = asked;
  const [app, here, elsewhere, otherHome] = await Promise.all([
    programs.onPath(LOOKED_FOR, path),
    terminal && programs.onPath(LOOKED_FOR, shownOf(terminal, 'PATH')),
    programs.elsewhere([REMOTE_HELPER]),
    findOtherHome(asked),
  ]);
  const all = [...(here ?? []), ...app];
  // Of git whichever comes first for somebody; the AWS CLI takes its time.
  const started = [named('git', here), named('git', app), named('aws', all)].filter((one) => one !== undefined);
  const reals = [...new Map(started.map((one) => [one.real, one.path] as const))];
  const versions = await Promise.all(reals.map(async ([real, at]) => [real, await programs.versionOf(at)] as const));
  const first = named('daypass', here);
  const isOurs = first ? await programs.areSame(first.path, script) : null;
  return { terminal: here, app, elsewhere, versions: Object.fromEntries(versions), script, isOurs, otherHome };
}

const named = (name: string, list: readonly FoundProgram[] | null) => list?.find((one) => one.name === name);

/** One that a shell's file names, or the usual one where that is in use. */
async function findOtherHome({ programs, settings, home, usualHome }: ProgramsAsked): Promise<string | null> {
  const named = settings.findLast(({ name, shown }) => name === 'DAYPASS_HOME' && shown && shown !== HIDDEN)?.shown;
  if (named && named !== home) return named;
  if (home === usualHome) return null;
  // What it writes at each start, by the system's own name.
  const started = await Promise.all(['launch', 'launch.cmd'].map((name) => programs.exists(`${usualHome}/${name}`)));
  return started.includes(true) ? usualHome : null;
}
