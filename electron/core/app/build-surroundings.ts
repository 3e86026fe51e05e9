/** What the doctor learns of what is around Daypass: the environment of programs, the programs themselves, the network and the clock. */

import { shownKey } from '../aws/shown-key.ts';
import type { SharedFile } from '../aws-files/port.ts';
import { readProfiles } from '../aws-files/read-profiles.ts';
import type { Texts } from '../aws-files/who-wins.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import { sharedWhileAsked } from '../base/shared-while-asked.ts';
import { FILES } from '../doctor/aws-files/look.ts';
import type { Probes, Terminal } from '../doctor/facts.ts';
import type { Mend } from '../doctor/mend.ts';
import { commentedOutDiff, withLinesCommentedOut } from '../doctor/surroundings/comment-out.ts';
import type { EnvironmentFacts } from '../doctor/surroundings/environment-facts.ts';
import { gatherPrograms } from '../doctor/surroundings/gather-programs.ts';
import { linesToMend } from '../doctor/surroundings/judge.ts';
import { gatherNetwork } from '../doctor/surroundings/network-facts.ts';
import { settingsOf } from '../doctor/surroundings/places.ts';
import type { Setting } from '../doctor/surroundings/start-file.ts';
import { shownOf, variablesIn } from '../doctor/surroundings/variable.ts';
import { defaultFirst } from '../session/in-the-way.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { keyOf } from '../sources/ways-in.ts';
import type { Paths, Ports } from './ports.ts';

export interface SurroundingsParts {
  readonly ports: Ports;
  readonly paths: Paths;
  readonly clock: AwsClock;
  /** Of both files. */
  texts(): Promise<Texts>;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
}

type Surroundings = Pick<Probes, 'environment' | 'programs' | 'network' | 'clock'>;

export function buildSurroundings(parts: SurroundingsParts): { readonly probes: Surroundings; readonly mend: Mend } {
  const { ports, paths, clock } = parts;
  const { programs, startFiles } = ports;
  const app = variablesIn(ports.env);
  const settings = sharedWhileAsked(async () => settingsOf(await startFiles.read()));
  const environment = async (terminal: Terminal) => {
    // Asked in the same moment as others ask for them.
    const [both, set] = await Promise.all([parts.texts(), settings()]);
    return environmentFacts(parts, terminal, both, set);
  };
  const mendable = async () => linesToMend(await environment(null));
  return {
    probes: {
      environment,
      programs: async (terminal) =>
        gatherPrograms({
          programs,
          terminal,
          path: ports.env.PATH ?? ports.env.Path ?? '',
          settings: await settings(),
          script: paths.script,
          home: paths.home,
          usualHome: [paths.user, '.daypass'].join(paths.windows ? '\\' : '/'),
        }),
      network: async (terminal) =>
        gatherNetwork({
          programs,
          terminal,
          app,
          settings: await settings(),
          // A git that does not answer is said to be so elsewhere.
          entries: await ports.git.entries().catch(() => []),
        }),
      clock: async () => ({ offset: clock.offset(), heard: clock.learned, now: ports.clock.wall() }),
    },
    mend: {
      plan: async () =>
        byFile(await mendable())
          .map(([path, lines]) => commentedOutDiff(path, lines))
          .join(''),
      async apply() {
        const files = await startFiles.read();
        for (const [path, lines] of byFile(await mendable())) {
          const before = files.find((file) => file.path === path)?.text;
          if (before === undefined) throw new FailureError('file.changed-meanwhile', { path });
          const after = withLinesCommentedOut(before, new Set(lines.map(({ line }) => line)));
          await startFiles.replace(path, before, after);
        }
      },
    },
  };
}

function byFile(settings: readonly Setting[]): readonly (readonly [string, readonly Setting[]])[] {
  const paths = [...new Set(settings.map(({ path }) => path))];
  return paths.map((path) => [path, settings.filter((one) => one.path === path)] as const);
}

function environmentFacts(
  { ports: { files, env }, paths, profiles, sessionOf }: SurroundingsParts,
  terminal: Terminal,
  both: Texts,
  settings: readonly Setting[],
): EnvironmentFacts {
  const sessions = profiles().flatMap(({ id }) => {
    const key = sessionOf(id)?.credentials.reveal().accessKeyId;
    return key ? [shownKey(key)] : [];
  });
  return {
    terminal,
    app: variablesIn(env),
    settings,
    profiles: readProfiles(both.credentials, both.config),
    own: profiles().map((profile) => ({ name: profile.name, key: keyOf(profile, profiles()), region: profile.region })),
    sessions,
    elsewhere: terminal ? FILES.flatMap((file) => leadsElsewhere(file, terminal, files.path(file), paths)) : [],
    beforeEndpoint: defaultFirst(both, files),
  };
}

const VARIABLES = { credentials: 'AWS_SHARED_CREDENTIALS_FILE', config: 'AWS_CONFIG_FILE' } as const;

function leadsElsewhere(file: SharedFile, terminal: Terminal, written: string, { user, windows }: Paths) {
  const name = VARIABLES[file];
  const named = shownOf(terminal, name).replace(/^(?:~|\$HOME|\$\{HOME\})(?=[\\/])/, user);
  const slash = windows ? '\\' : '/';
  const leads = named || [user, '.aws', file].join(slash);
  // From which folder a relative one counts, only the program knows that reads it.
  const isSure = /^(?:[\\/]|[A-Za-z]:)/.test(leads) && !leads.includes('$');
  return isSure && leads !== written ? [{ name, leads, written }] : [];
}
