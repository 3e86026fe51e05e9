/** Whether git and Daypass's own programs are found where they are needed, and what AWS's other clients cannot do. */
import { failure } from '../../base/failure.ts';
import type { GitState } from '../../git/config/setup.ts';
import type { Check } from '../check.ts';
import { type DoctorFinding, found } from '../finding.ts';
import type { FoundProgram } from '../port.ts';
import { CLIENT_NOTES, type ProgramFacts, REMOTE_HELPER } from '../surroundings/program-facts.ts';

export const programsCheck: Check = {
  name: 'programs',
  look({ git, programs }) {
    if (!programs.known) return programs;
    const facts = programs.value;
    const gits = git.known
      ? [...gitAge(git.value), ...otherGit(facts, git.value), ...remoteHelper(facts, git.value)]
      : [];
    return { known: true, value: [...gits, ...daypassOf(facts), ...notes(facts)] };
  },
};

const named = (name: string, list: readonly FoundProgram[] | null) => list?.find((one) => one.name === name);

/** Whether a version is before MAJOR.MINOR. */
function isBefore(version: string, major: number, minor: number): boolean {
  const [, a, b] = /(\d+)\.(\d+)/.exec(version) ?? [];
  return a !== undefined && (Number(a) < major || (Number(a) === major && Number(b) < minor));
}

function gitAge({ version }: GitState): readonly DoctorFinding[] {
  if (version === null) return [];
  if (isBefore(version, 2, 26)) return [found(failure('programs.git-too-old', { version }))];
  return isBefore(version, 2, 29) ? [found(failure('programs.git-older', { version }))] : [];
}

function otherGit({ terminal, versions }: ProgramFacts, { version }: GitState): readonly DoctorFinding[] {
  const here = named('git', terminal);
  const said = here && versions[here.real];
  const [, other] = /(\d+\.\S+)/.exec(said ?? '') ?? [];
  if (!here || !other || version === null || other === version) return [];
  const evidence = [pathLine(here.path)];
  const old = isBefore(other, 2, 26) ? [found(failure('programs.git-too-old', { version: other }), { evidence })] : [];
  return [...old, found(failure('programs.git-differs', { terminal: other, app: version }), { evidence })];
}

/** Where git asks Daypass it needs none. */
function remoteHelper(facts: ProgramFacts, git: GitState): readonly DoctorFinding[] {
  const { terminal, app, elsewhere, script } = facts;
  if (git.version === null || git.setUp) return [];
  const [here, there] = [named(REMOTE_HELPER, terminal), named(REMOTE_HELPER, app)];
  const mend = 'git-set-up' as const;
  const installed = here ?? there ?? named(REMOTE_HELPER, elsewhere);
  if (!installed) return [found(failure('programs.no-remote-helper'), { mend })];
  const { path } = installed;
  const isSeen = (here !== undefined || terminal === null) && there !== undefined;
  // Who has Daypass's own on the PATH is told to set git up all the same, in another place.
  if (isSeen || upFrom(path) === upFrom(script)) return [];
  const reason = terminal !== null && !here ? 'of-terminal' : 'of-desktop';
  return [found(failure('programs.remote-helper-unseen', { path, reason }), { evidence: [pathLine(path)], mend })];
}

function daypassOf({ terminal, script, isOurs, otherHome }: ProgramFacts): readonly DoctorFinding[] {
  const [folder, home] = [upFrom(script), upFrom(upFrom(script))];
  const path = named('daypass', terminal)?.path;
  const missing = terminal !== null && path === undefined;
  return [
    ...(isOurs === false && path
      ? [
          found(failure('programs.other-daypass', { path, own: script, folder }), {
            evidence: [path, script].map(pathLine),
          }),
        ]
      : []),
    ...(otherHome ? [found(failure('programs.two-homes', { own: home, other: otherHome }))] : []),
    ...(missing ? [found(failure('programs.no-daypass', { folder }))] : []),
  ];
}

const pathLine = (path: string): string => `path = ${path}`;
const upFrom = (path: string): string => path.replace(/[\\/][^\\/]*$/, '');

/** A line for each that is there, with its path. */
function notes({ terminal, app, versions }: ProgramFacts): readonly DoctorFinding[] {
  const all = [...(terminal ?? []), ...app];
  const clients = Object.entries(CLIENT_NOTES).flatMap(([name, code]) => {
    const one = named(name, all);
    return one ? [{ code, name, path: one.path }] : [];
  });
  const first = clients.filter(({ code }, at) => code.startsWith('client.') && isFirst(clients, at));
  return [
    ...oldAws(named('aws', all), versions),
    ...first.map(({ code, name, path }) => found(failure(code, { name }), { evidence: [pathLine(path)] })),
  ];
}

/** GDAL has many programs; one stands for all. */
const isFirst = (clients: readonly { readonly code: string }[], at: number): boolean =>
  clients[at]?.code !== 'client.gdal' || clients.findIndex(({ code }) => code === 'client.gdal') === at;

function oldAws(aws: FoundProgram | undefined, versions: ProgramFacts['versions']): readonly DoctorFinding[] {
  const [, version] = /^aws-cli\/(\S+)/.exec((aws && versions[aws.real]) ?? '') ?? [];
  if (!aws || !version) return [];
  const isOld = version.startsWith('1.') ? isBefore(version, 1, 31) : isBefore(version, 2, 15);
  return isOld ? [found(failure('client.aws-cli-old', { version }), { evidence: [pathLine(aws.path)] })] : [];
}
