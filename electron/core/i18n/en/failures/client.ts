/** What AWS’s other clients cannot do, where they are installed: a line each. */
import type { FailureTexts } from '../../failure-texts.ts';

export const client: FailureTexts<'client'> = {
  'client.aws-cli-old': {
    cause: 'AWS CLI {version} cannot read the token of “daypass env --endpoint” from a file.',
    fix: 'Use the profile, or AWS CLI 2.15 (1.31) or later.',
  },
  'client.gdal': {
    cause:
      'GDAL reads its keys from the usual files alone, its region from the config file, and no single quotes in credential_process.',
    fix: 'Let the profile’s session be written to the file, and leave AWS_SHARED_CREDENTIALS_FILE unset.',
  },
  'client.s3fs': {
    cause:
      's3fs reads the usual credentials file alone and never says “expired”: with a session that is over it starts all the same, and loses what is written, without a word.',
    fix: 'Unmount before the session ends.',
  },
  'client.restic': {
    cause:
      'restic tries for 16 minutes when a session is over (“400 Bad Request”), and looks for credential_process in the credentials file alone.',
    fix: 'Sign in before; restic takes up a renewed session by itself.',
  },
  'client.bad-request': {
    cause: '{name} says “400 Bad Request” when a session is over, not “expired”.',
    fix: 'Sign in again when you see it.',
  },
  'client.reads-once': {
    cause: '{name} reads the session once, at its start; one that is renewed meanwhile it does not see.',
    fix: 'For long runs: “daypass env --endpoint”, or delivery by process.',
  },
  'client.cdk': {
    cause: 'The CDK takes us-east-1, without a word, where no region is set.',
    fix: 'Give the profile a region.',
  },
  'client.git-annex': {
    cause: 'git-annex writes the session’s key, without its token, into the repository’s own folder.',
    fix: 'Give it the variables again each time: “daypass exec -- git annex …”.',
  },
};
