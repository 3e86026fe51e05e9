/** Which programs there are, on whose PATH, and which Daypass a terminal would run. */
import type { FoundProgram } from '../port.ts';

/** Notes are found by these names; what each cannot do is a failure that is only told. */
export const CLIENT_NOTES = {
  gdalinfo: 'client.gdal',
  gdal_translate: 'client.gdal',
  s3fs: 'client.s3fs',
  restic: 'client.restic',
  s3cmd: 'client.bad-request',
  rclone: 'client.bad-request',
  duplicity: 'client.bad-request',
  terraform: 'client.reads-once',
  tofu: 'client.reads-once',
  packer: 'client.reads-once',
  sam: 'client.reads-once',
  ansible: 'client.reads-once',
  cdk: 'client.cdk',
  'git-annex': 'client.git-annex',
} as const;

export const REMOTE_HELPER = 'git-remote-codecommit';
export const LOOKED_FOR: readonly string[] = ['git', 'aws', 'daypass', REMOTE_HELPER, ...Object.keys(CLIENT_NOTES)];

export interface ProgramFacts {
  /** In the order of the PATH; null where no terminal asks. */
  readonly terminal: readonly FoundProgram[] | null;
  readonly app: readonly FoundProgram[];
  /** What installers have put where no PATH leads. */
  readonly elsewhere: readonly FoundProgram[];
  /** What git and the AWS CLI say of themselves, by real path. */
  readonly versions: Readonly<Record<string, string | null>>;
  /** Daypass's own script. */
  readonly script: string;
  /** Whether what a terminal calls `daypass` is Daypass's own script, or a copy of it; null where there is none. */
  readonly isOurs: boolean | null;
  /** Another folder of a Daypass's, where there is one; null: none. */
  readonly otherHome: string | null;
}
