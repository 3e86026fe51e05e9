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
  'list-allows-nothing': 'This only exempts actions from the Deny. Another statement must allow them.',
  'session-token-free':
    'GetSessionToken doesn’t have to be listed: it needs no permission, so a code always gets a session.',
} satisfies Record<MeaningCode, string>;

const when = {
  'with-mfa': ', only with MFA',
  'with-mfa-and-more': ', only with MFA and under further conditions',
  'without-mfa': ', when there is no MFA',
  'without-mfa-and-more': ', when there is no MFA and under further conditions',
  'in-session': ', in a session without MFA, but not with a long-term key',
  'with-key': ', with a long-term key, but not in a session',
  'on-conditions': ', under conditions',
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
  bucketHint: 'The bucket then refuses users without MFA. Roles and AWS’s own services aren’t affected.',
  wrongNames: 'One of these isn’t a valid name, or there are more than ten.',
  made: 'The policy',
  size: '{n} characters. The limit is 6,144 for a managed policy and 2,048 for an inline one.',
  copy: 'Copy',
  copied: 'Copied',
  check: 'Check a policy',
  paste: 'Paste a policy',
  pasteHint: 'JSON: the policy itself, or the output of an AWS command. It stays on this computer.',
  checkIt: 'Check policy',
  says: 'What it does',
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
  ownUser: 'the signed-in user',
  anyDevice: 'MFA devices',
  itself: 'what it is attached to',
  join: ', ',
  means,
  when,
  findings: policyFindings,
};
