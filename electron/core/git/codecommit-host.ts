/** Which hosts and repositories are CodeCommit's: exactly these, so that no look-alike is ever shown a password. */

/** A key of one is unknown in the others. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

export const partitionOf = (region: string): Partition =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

export interface CodeCommitHost {
  /** In lower case, without the port: this is what is compared, remembered and signed. */
  readonly name: string;
  readonly region: string;
  readonly partition: Partition;
  readonly fips: boolean;
  /** The id of the VPC endpoint, null for the public one. */
  readonly vpce: string | null;
}

// The `i` flag without `u` never takes a letter outside ASCII for one inside, which toLowerCase() does (K, the kelvin).
const HOST =
  /^((?:(vpce-[a-z0-9-]{1,58})\.)?git-codecommit(-fips)?\.([a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d{1,2})(\.vpce)?\.amazonaws\.com(\.cn)?)(?::(\d{1,5}))?$/i;

/** Null for every other host; `host` may carry a port. Source: https://docs.aws.amazon.com/codecommit/latest/userguide/regions.html */
export function codecommitHost(host: string): CodeCommitHost | null {
  const [, name, vpce, fips, region, inVpc, china, port] = HOST.exec(host) ?? [];
  if (!name || !region || Boolean(vpce) !== Boolean(inVpc)) return null;
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65_535)) return null;
  const where = region.toLowerCase();
  const partition = partitionOf(where);
  if ((partition === 'aws-cn') !== Boolean(china)) return null;
  return {
    name: name.toLowerCase(),
    region: where,
    partition,
    fips: Boolean(fips),
    vpce: vpce?.toLowerCase() ?? null,
  };
}

const PATH = /^\/?v1\/repos\/([\w.-]{1,100})$/;

/** The name in git's `path=v1/repos/NAME`; null where that is no repository of CodeCommit. */
export function repositoryOf(path: string): string | null {
  const name = PATH.exec(path)?.[1];
  // An HTTP client resolves dot segments, so their signature would be for a path that nobody asks for.
  return name === undefined || name === '.' || name === '..' ? null : name;
}
