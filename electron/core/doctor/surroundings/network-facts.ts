/** What lies on the way to AWS, as variables and git's configuration say it. */
import type { GitEntry } from '../../git/config/port.ts';
import type { Programs } from '../port.ts';
import { lineOf } from './places.ts';
import type { Setting } from './start-file.ts';
import { CA_FILES, HIDDEN, type Variable, withoutLogin } from './variable.ts';

/** A setting and where it stands, fit to be shown. */
export interface Stated {
  readonly name: string;
  readonly shown: string;
  readonly evidence: string;
}

export interface NetworkFacts {
  /** Null where no terminal asks. */
  readonly terminal: readonly Variable[] | null;
  readonly app: readonly Variable[];
  /** Files of certificates that are named and not there. */
  readonly missing: readonly Stated[];
  /** git's `http.*` that has to do with the way, the last of each name. */
  readonly git: readonly Stated[];
}

export interface NetworkAsked {
  readonly programs: Pick<Programs, 'exists'>;
  readonly terminal: readonly Variable[] | null;
  readonly app: readonly Variable[];
  readonly settings: readonly Setting[];
  readonly entries: readonly GitEntry[];
}

export async function gatherNetwork({
  programs,
  terminal,
  app,
  settings,
  entries,
}: NetworkAsked): Promise<NetworkFacts> {
  const ofTheWay = entries.filter(({ name }) => /^http\.(?:.*\.)?(?:proxy|sslcainfo|sslverify)$/.test(name));
  // The last of a name is the one that counts.
  const git = [...new Map(ofTheWay.map((entry) => [entry.name, entry] as const)).values()].map(
    ({ name: whole, value, origin }): Stated => {
      const shown = withoutLogin(value ?? 'true');
      // It may be for one address, and that have a login.
      const name = whole.replace(/:\/\/.*@/, '://');
      return { name, shown, evidence: `${origin.replace(/^file:/, '')}: ${name}=${shown}` };
    },
  );
  const named = [
    ...statedIn(settings),
    ...[...(terminal ?? []), ...app].map(({ name, shown }) => ({ name, shown, evidence: `${name}=${shown}` })),
  ].filter(({ name }) => CA_FILES.some((one) => one === name));
  const files = [...named, ...git.filter(({ name }) => name.endsWith('.sslcainfo'))];
  // What stands in a shell's file may begin with what only the shell knows.
  const sure = files.filter(
    ({ shown }) => /^(?:\/|[A-Za-z]:[\\/])/.test(shown) && !shown.includes('$') && shown !== HIDDEN,
  );
  const there = await Promise.all(sure.map(({ shown }) => programs.exists(shown)));
  return { terminal, app, git, missing: sure.filter((_, at) => !there[at]) };
}

const statedIn = (settings: readonly Setting[]): readonly Stated[] =>
  settings.flatMap((one) => (one.shown ? [{ name: one.name, shown: one.shown, evidence: lineOf(one) }] : []));
