/** Whose section this is to each client, which do not agree: null where the client finds no profile in it. */
import type { SharedFile } from './port.ts';
import { PREFIXED } from './smithy-reading.ts';
import type { AwsClient } from './who-wins.ts';

type ReadAs = (section: string) => string | null;

export const readAs: Record<SharedFile, Record<AwsClient, ReadAs>> = {
  credentials: {
    botocore: (section) => section,
    // `[profile x]` is `profile.x` there, which nobody asks for.
    smithy: (section) => joined(section),
  },
  config: {
    botocore: (section) => {
      if (section === 'default') return section;
      if (!section.startsWith('profile')) return null;
      const words = wordsOf(section);
      return words.length === 2 ? (words[1] ?? null) : null;
    },
    smithy: (section) => {
      if (section === 'default') return section;
      // Sections of other kinds stand among the profiles, under both their words.
      const [whole, kind, name] = /^(profile|sso-session|services)\.(.*)$/s.exec(joined(section)) ?? [];
      return (kind === 'profile' ? name : whole) ?? null;
    },
  },
};

/** As the SDK for JavaScript calls a section of two words. */
function joined(section: string): string {
  const [, prefix, , name] = PREFIXED.exec(section) ?? [];
  return prefix === undefined ? section : `${prefix}.${name}`;
}

/** As a shell would, for what can stand in a header: quotes hold words together and go. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
