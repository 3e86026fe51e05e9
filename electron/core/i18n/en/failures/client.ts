/** What AWS’s other clients cannot do, where they are installed: a line each. */
import type { FailureTexts } from '../../failure-texts.ts';

export const client: FailureTexts<'client'> = {
  'client.aws-cli-old': {
    cause: 'AWS CLI {version} can’t read the token for “daypass env --endpoint” from a file.',
    fix: 'Use the profile, or AWS CLI 2.15 (1.31) or later.',
  },
  'client.gdal': {
    cause:
      'GDAL reads keys only from the default files and the region only from the config file, and no single quotes in credential_process.',
    fix: 'Have the session written to the credentials file, and leave AWS_SHARED_CREDENTIALS_FILE unset.',
  },
  'client.s3fs': {
    cause:
      's3fs only reads the default credentials file and never says “expired”. With an expired session it still starts, and silently loses what is written.',
    fix: 'Unmount before the session expires.',
  },
  'client.restic': {
    cause:
      'With an expired session, restic retries for 16 minutes (“400 Bad Request”). It reads credential_process only from the credentials file.',
    fix: 'Sign in first. restic picks up a renewed session by itself.',
  },
  'client.bad-request': {
    cause: '{name} says “400 Bad Request”, not “expired”, when a session has expired.',
    fix: 'Sign in again when you see it.',
  },
  'client.reads-once': {
    cause: '{name} reads the session once, when it starts, and doesn’t see a renewed one.',
    fix: 'For long runs, use “daypass env --endpoint”, or credential_process.',
  },
  'client.cdk': {
    cause: 'The CDK silently uses us-east-1 when no region is set.',
    fix: 'Give the profile a region.',
  },
  'client.git-annex': {
    cause: 'git-annex saves the session’s key, without its token, in the repository’s folder.',
    fix: 'Pass it the variables each time: “daypass exec -- git annex …”.',
  },
};
