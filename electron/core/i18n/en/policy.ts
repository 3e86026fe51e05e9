/** The policy page: how a policy is made, and what its statements mean. */
import type { MeaningCode, WhenCode } from '../../policy/what-it-means.ts';
import { policyFindings } from './policy-findings.ts';

const means = {
  allow: 'Allows {actions} on {resources}{when}.',
  'allow-all-but': 'Allows everything but {actions} on {resources}{when}.',
  deny: 'Denies {actions} on {resources}{when}.',
  'deny-all-but': 'Denies everything but {actions} on {resources}{when}.',
  'deny-without-mfa': 'Without MFA, denies everything but {actions}.',
  'deny-without-mfa-all': 'Without MFA, denies everything.',
  'list-allows-nothing': 'What it does not deny is not allowed by that: an Allow must do so.',
  'session-token-free':
    'GetSessionToken is not listed and need not be: it takes no permission, so a code always gets a session.',
} satisfies Record<MeaningCode, string>;

const when = {
  'with-mfa': ', only with MFA',
  'with-mfa-and-more': ', only with MFA and on further conditions',
  'without-mfa': ', whenever there was no MFA',
  'without-mfa-and-more': ', whenever there was no MFA, on further conditions',
  'in-session': ', in a session without MFA, and not with a long-term key',
  'with-key': ', with a long-term key, and not in a session',
  'on-conditions': ', on conditions',
} satisfies Record<Exclude<WhenCode, 'always'>, string>;

export const policy = {
  title: 'MFA policy',
  about:
    'With a policy that denies everything without MFA, a user can do only one thing without an MFA session: get one. Daypass creates such a policy, and checks existing ones.',
  make: 'Create a policy',
  user: 'For a user',
  bucket: 'For a bucket',
  enrolment: 'Users set up their own MFA device',
  browser: 'Sign in with the browser',
  partition: 'Part of AWS',
  partitions: { aws: 'AWS', 'aws-cn': 'China', 'aws-us-gov': 'GovCloud (US)' },
  repositories: 'Repositories with MFA',
  repositoriesHint: 'Names of CodeCommit repositories, separated by commas. Leave it empty for none.',
  buckets: 'Buckets with MFA',
  bucketsHint: 'Names of S3 buckets, separated by commas. Leave it empty for none.',
  bucketName: 'Bucket',
  bucketHint: 'The bucket then refuses users without MFA. Roles and AWS’s own services are not affected.',
  wrongNames: 'One of these is not a valid name, or there are more than ten.',
  made: 'The policy',
  size: '{n} characters, of 6,144 for a managed policy and 2,048 in a user',
  copy: 'Copy',
  copied: 'Copied',
  check: 'Check a policy',
  paste: 'Paste a policy',
  pasteHint: 'JSON, as the policy itself or as printed by AWS commands. It stays on this computer.',
  checkIt: 'Check policy',
  says: 'What it says',
  found: 'What was found',
  good: 'No problems found',
  marks: { error: 'Wrong', warning: 'Needs attention', info: 'Good to know' },
  marked: '{mark}: {cause}',
  statement: 'Statement {n}',
  named: 'Statement {n} ({sid})',
  line: 'line {line}, column {column}',
  place: '{statement}, {line}',
  evidence: '{place}: {evidence}',
  everything: 'everything',
  everythingBut: 'everything but {resources}',
  ownUser: 'one’s own user',
  anyDevice: 'MFA devices',
  itself: 'what it is attached to',
  join: ', ',
  means,
  when,
  findings: policyFindings,
};
