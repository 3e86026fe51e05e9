/** Sections that look as if they were meant for a profile, and that not every client takes for it. */
import type { SharedFile } from '../../aws-files/port.ts';
import { namingOf } from '../../aws-files/profile-naming.ts';
import { readAs } from '../../aws-files/read-as.ts';
import type { Section } from '../../aws-files/section.ts';
import { CLIENTS, readingOf } from '../../aws-files/who-wins.ts';
import { failure } from '../../base/failure.ts';
import { type AwsFilesLook, FILES, type FileFinding, fileFinding, placed } from './look.ts';

export function names(look: AwsFilesLook): readonly FileFinding[] {
  const ours = look.profiles.map(({ name }) => name);
  const wanted = new Set([...ours, ...look.profiles.map(({ source }) => source)]);
  return [...wanted].flatMap((name) => [
    ...FILES.flatMap((file) => misspelt(look, file, name, ours.includes(name) ? name : null)),
    ...(name === 'default' ? twoDefaults(look) : []),
  ]);
}

/** A name that nobody else's section may have: it is compared without what people and programs put around it. */
const loose = (section: string): string =>
  section
    .replace(/["'\\]/g, '')
    .trim()
    .replace(/^profile[\s.]+/i, '')
    .toLowerCase();

function misspelt(look: AwsFilesLook, file: SharedFile, name: string, profile: string | null): readonly FileFinding[] {
  const { botocore, smithy } = readingOf(look.texts, file);
  const seen = new Map<number, Section>();
  for (const section of [...botocore, ...smithy]) seen.set(section.header.number, section);
  return [...seen.values()].flatMap(({ name: section, header }) => {
    if (loose(section) !== name.toLowerCase()) return [];
    const isIn = { botocore: isAt(botocore, header.number), smithy: isAt(smithy, header.number) };
    const takers = CLIENTS.filter((client) => isIn[client] && readAs[file][client](section) === name);
    // What another profile is rightly called is no misspelling of this one.
    const isOther = CLIENTS.some((client) => isRightly(look, file, readAs[file][client](section), name));
    if (takers.length === CLIENTS.length || isOther) return [];
    const right = `[${namingOf[file](name).header}]`;
    const code = takers.length === 0 ? 'name-unread' : 'name-read-by-some';
    const clients = takers.map((client) => CLIENT_NAMES[client]).join(', ');
    const params = { path: look.path(file), section, name, right, clients };
    return [fileFinding(failure(`aws-files.${code}`, params), [placed(look, file, header.number)], { profile })];
  });
}

const CLIENT_NAMES = { botocore: 'AWS CLI, boto3', smithy: 'AWS SDK for JavaScript' } as const;

const isAt = (sections: readonly Section[], line: number): boolean =>
  sections.some(({ header }) => header.number === line);

/** A profile of its own beside the one that is looked for: both are there, under names that differ in their letters' case. */
function isRightly({ texts }: AwsFilesLook, file: SharedFile, read: string | null, name: string): boolean {
  if (read === null || read === name || read.toLowerCase() !== name.toLowerCase()) return false;
  return readingOf(texts, file).botocore.some(({ name: section }) => readAs[file].botocore(section) === name);
}

/** Of the two botocore reads the one that comes last, the SDK for JavaScript the one with the word. */
function twoDefaults(look: AwsFilesLook): readonly FileFinding[] {
  const sections = readingOf(look.texts, 'config').botocore.filter(
    ({ name }) => readAs.config.botocore(name) === 'default',
  );
  if (new Set(sections.map(({ name }) => name)).size < 2) return [];
  const evidence = sections.map(({ name, header }) => `${placed(look, 'config', header.number)}: [${name}]`);
  return [fileFinding(failure('aws-files.two-defaults', { path: look.path('config') }), evidence)];
}
