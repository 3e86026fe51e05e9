/** What is right in the place of a setting that is not: what Daypass writes, or the same setting without its fault. */
import { type Named, PATTERNS } from './config-name.ts';
import type { FindingCode } from './finding.ts';

/** One of the five URLs stands for all. */
const AT = `credential.${PATTERNS[0]}`;
const PATH = `${AT}.useHttpPath = true`;

/** As `name = value`, a line each; none where the setting only has to go. `ours` are Daypass's helper values. */
export function rightLines(code: FindingCode, entry: Named, ours: readonly string[]): readonly string[] {
  const helpers = [`${AT}.helper =`, ...ours.slice(-1).map((value) => `${AT}.helper = ${value}`)];
  switch (code) {
    case 'helper-after':
    case 'helper-reset':
    case 'keeps-passwords':
    case 'aws-helper':
    case 'askpass':
    case 'interactive-off':
      return helpers;
    case 'path-off':
    case 'path-global':
      return [PATH];
    case 'path-without-helper':
      return [...helpers, PATH];
    case 'misspelt-section':
      return entry.key === 'helper' ? helpers : entry.key === 'usehttppath' ? [PATH] : [];
    case 'user-in-url':
      return [withoutUser(entry)];
    case 'ssh-key':
      return [
        `${entry.name} = ${(entry.value ?? '').replace(/^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?/i, 'https://$1')}`,
      ];
    default:
      return [];
  }
}

function withoutUser({ section, subsection, key, value }: Named): string {
  const bare = (url: string) => url.replace(/^(https?:\/\/)[^/@]*@/i, '$1');
  return section === 'url'
    ? `url.${bare(subsection ?? '')}.${key} = ${value}`
    : `${section}.${subsection}.${key} = ${bare(value ?? '')}`;
}
