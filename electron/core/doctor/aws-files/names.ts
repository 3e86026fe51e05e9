/** Sections that look as if they were meant for a profile, and that not every client takes for it. */
import type { SharedFile } from '../../aws-files/port.ts';
import { namingOf } from '../../aws-files/profile-naming.ts';
import { readAs } from '../../aws-files/read-as.ts';
import type { Section } from '../../aws-files/section.ts';
import { CLIENTS, readingOf } from '../../aws-files/who-wins.ts';
import { failure } from '../../base/failure.ts';
import type { DoctorFinding } from '../finding.ts';
import { type AwsFilesLook, CLIENT_NAMES, FILES, fileFinding, placed } from './look.ts';
import { sourcesOf } from './source-keys.ts';

export function names(look: AwsFilesLook): readonly DoctorFinding[] {
  const ours = look.profiles.map(({ name }) => name);
  const wanted = new Set([...ours, ...sourcesOf(look)]);
  return [...wanted].flatMap((name) => [
    ...FILES.flatMap((file) => misspelt(look, file, name, ours.includes(name) ? name : null)),
    ...(name === 'default' ? twoDefaults(look) : []),
  ]);
}

/** Without what people and programs put around a name. */
const loose = (section: string): string =>
  section
    .replace(/["'\\]/g, '')
    .trim()
    .replace(/^profile[\s.]+/i, '');

function misspelt(
  look: AwsFilesLook,
  file: SharedFile,
  name: string,
  profile: string | null,
): readonly DoctorFinding[] {
  const { botocore, smithy } = readingOf(look.texts, file);
  const headers = new Map([...botocore, ...smithy].map(({ name: section, header }) => [header.number, section]));
  return [...headers].flatMap(([line, section]) => {
    const meant = loose(section);
    const isMeant = meant === name || (meant.toLowerCase() === name.toLowerCase() && isMissed(look, name));
    const isIn = { botocore: isAt(botocore, line), smithy: isAt(smithy, line) };
    const takers = CLIENTS.filter((client) => isIn[client] && readAs[file][client](section) === name);
    if (!isMeant || takers.length === CLIENTS.length) return [];
    const right = `[${namingOf[file](name).header}]`;
    const code = takers.length === 0 ? 'name-unread' : 'name-read-by-some';
    const clients = takers.map((client) => CLIENT_NAMES[client]).join(', ');
    const params = { path: look.path(file), section, name, right, clients };
    return [fileFinding(failure(`aws-files.${code}`, params), [placed(look, file, line)], { profile })];
  });
}

const isAt = (sections: readonly Section[], line: number): boolean =>
  sections.some(({ header }) => header.number === line);

/** A name in other letters is a name of its own; one that is looked for and is nowhere may have been meant by it. */
const isMissed = (look: AwsFilesLook, name: string): boolean =>
  sourcesOf(look).includes(name) &&
  FILES.every(
    (file) =>
      !readingOf(look.texts, file).botocore.some(({ name: section }) => readAs[file].botocore(section) === name),
  );

/** Of the two botocore reads the one that comes last, the SDK for JavaScript the one with the word. */
function twoDefaults(look: AwsFilesLook): readonly DoctorFinding[] {
  const sections = readingOf(look.texts, 'config').botocore.filter(
    ({ name }) => readAs.config.botocore(name) === 'default',
  );
  if (new Set(sections.map(({ name }) => name)).size < 2) return [];
  const evidence = sections.map(({ name, header }) => `${placed(look, 'config', header.number)}: [${name}]`);
  return [fileFinding(failure('aws-files.two-defaults', { path: look.path('config') }), evidence)];
}
