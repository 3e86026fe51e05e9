/** Which `codecommit:` URLs git itself can rewrite to https, because only one profile can be meant. */

import type { Choosable } from '../credential/choose-profile.ts';
import type { Rewrite } from './config-section.ts';

const SAFE_NAME = /^[\w.@+-]+$/;

/**
 * For `codecommit::REGION://` where one profile has that region, for `codecommit://` where there is one profile at all.
 * The URL's own profile is taken off: as the user of an https URL it would reach the server in place of ours.
 */
export function codecommitRewrites(profiles: readonly Choosable[]): readonly Rewrite[] {
  const regions = [...new Set(profiles.map((profile) => profile.region))];
  return regions.flatMap((region) => {
    const here = profiles.filter((profile) => profile.region === region);
    const [profile, second] = here;
    if (!profile || second) return [];
    const heads = [`codecommit::${region}://`, ...(profiles.length === 1 ? ['codecommit://'] : [])];
    const names = [...new Set([profile.name, profile.source])].filter((name) => SAFE_NAME.test(name));
    return [
      { base: repositoriesUrl(region), prefixes: heads.flatMap((head) => [head, ...names.map((n) => `${head}${n}@`)]) },
    ];
  });
}

const repositoriesUrl = (region: string): string =>
  `https://git-codecommit.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/v1/repos/`;
