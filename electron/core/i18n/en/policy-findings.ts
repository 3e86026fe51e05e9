/** What can be amiss with a policy, and what to do about it. */
import type { PolicyCode } from '../../policy/policy-finding.ts';
import type { FailureText } from '../failure-texts.ts';

export const policyFindings = {
  empty: { cause: 'There is nothing to check.', fix: 'Paste the policy’s JSON.' },
  'too-long': { cause: 'This is longer than any policy.', fix: 'Paste the policy’s JSON alone.' },
  'not-json': {
    cause: 'This is not JSON.',
    fix: 'A policy begins with {. Of Terraform, CloudFormation or YAML paste what AWS made of it, as the console shows it.',
  },
  'json-ends': {
    cause: 'The text ends in the middle.',
    fix: 'Close every { and [ that was opened, or copy it once more.',
  },
  'json-value': {
    cause: 'A value is missing here, or is none of JSON’s.',
    fix: 'Put text into double quotes; true, false and numbers stand without.',
  },
  'json-key': { cause: 'A name is missing here.', fix: 'Put it into double quotes, as in "Effect".' },
  'json-colon': { cause: 'A colon is missing after the name.', fix: 'Write “"Name": value”.' },
  'json-comma': { cause: 'A comma is missing here.', fix: 'Put one between two parts.' },
  'json-trailing-comma': { cause: 'This comma has nothing after it.', fix: 'Remove it.' },
  'json-quotes': { cause: 'These are not JSON’s quotes.', fix: 'Use straight double quotes: ".' },
  'json-comment': { cause: 'JSON has no comments.', fix: 'Remove it; a Sid can say what a statement is for.' },
  'json-text-open': { cause: 'This text has no closing quote on its line.', fix: 'Close it with ".' },
  'json-control': {
    cause: 'There is a tab or another control character within quotes.',
    fix: 'Remove it.',
  },
  'json-escape': { cause: 'JSON knows no such escape.', fix: 'Write a backslash as \\\\.' },
  'json-after-end': {
    cause: 'Something stands after the end of the policy.',
    fix: 'Check one policy at a time.',
  },
  'json-deep': { cause: 'This is nested more deeply than any policy.', fix: 'Paste the policy’s JSON alone.' },
  'odd-quotes': {
    cause: 'There are curly quotes, as word processors make them; AWS takes only straight ones.',
    fix: 'Replace each of them by ".',
  },
  'odd-spaces': {
    cause: 'There are spaces that are none to JSON, as web pages have them.',
    fix: 'Replace each of them by a plain space.',
  },

  'no-document': {
    cause: 'This describes a policy; the policy itself is not in it.',
    fix: 'Paste what “aws iam get-policy-version” or “aws iam get-user-policy” prints.',
  },
  'statement-alone': {
    cause: 'This is a statement without the policy around it.',
    fix: 'Put it into {"Version": "2012-10-17", "Statement": [ … ]}.',
  },
  'key-unknown': {
    cause: 'IAM knows no such name here; it minds capitals.',
    fix: 'Correct it, or take it out.',
  },
  'key-twice': { cause: 'This name stands twice; only one of them would count.', fix: 'Put both into one.' },
  'key-missing': { cause: 'Something is missing that every statement or policy has.', fix: 'Add it.' },
  'type-wrong': {
    cause: 'This is of the wrong kind.',
    fix: 'Actions and resources are texts or lists of texts, a condition is {"Bool": {"key": "value"}}, a statement is { … }.',
  },
  'effect-wrong': { cause: 'An effect is “Allow” or “Deny”, with just these capitals.', fix: 'Correct it.' },
  'version-missing': {
    cause: 'There is no version, so AWS takes the old one of 2008.',
    fix: 'Add "Version": "2012-10-17".',
  },
  'version-old': { cause: 'This is the old version of the language.', fix: 'Write "Version": "2012-10-17".' },
  'version-unknown': {
    cause: 'There is no such version; it is no date of your own.',
    fix: 'Write "Version": "2012-10-17".',
  },
  'variable-in-old-version': {
    cause: 'In the old version a variable is plain text, so it never matches.',
    fix: 'Write "Version": "2012-10-17".',
  },
  'variable-unknown': {
    cause: 'IAM knows no such variable.',
    fix: `The user’s own name is \${aws:username}.`,
  },
  'action-and-not-action': {
    cause: 'A statement has either Action or NotAction, not both.',
    fix: 'Make two statements of it.',
  },
  'resource-and-not-resource': {
    cause: 'A statement has either Resource or NotResource, not both.',
    fix: 'Make two statements of it.',
  },
  'principal-here': {
    cause: 'A user’s policy says nothing of whom it is for; AWS refuses it.',
    fix: 'Remove it; attach the policy to the user or the group.',
  },
  'sid-invalid': { cause: 'A Sid has only letters and digits.', fix: 'Remove everything else from it.' },
  'sid-twice': { cause: 'Two statements have the same Sid.', fix: 'Rename one.' },
  'too-large': {
    cause: 'So many characters are more than AWS takes: 6,144 without white space, 20,480 for a bucket’s policy.',
    fix: 'Make two policies of it, or use wildcards.',
  },
  'too-large-for-user': {
    cause:
      'So many characters are too many for a policy that stands in a user itself (2,048); a managed one may have 6,144.',
    fix: 'Make it a managed policy.',
  },

  'action-form': {
    cause: 'An action is written “service:Action”.',
    fix: 'Correct it, as in iam:ListMFADevices.',
  },
  'action-unknown': { cause: 'AWS has no such action, so this does nothing.', fix: 'Write the one that was meant.' },
  'session-token': {
    cause: 'GetSessionToken needs no permission, and none can be taken away: this does nothing.',
    fix: 'It does no harm. Remove it, or leave it.',
  },
  'allow-all-but': {
    cause: 'Allow with NotAction allows everything else there is, now and in future.',
    fix: 'List under Action what is to be allowed.',
  },
  'allow-all': {
    cause:
      'This allows everything, without a word of MFA. What a “deny all but MFA” beside it lists may then be done without MFA, and to every user.',
    fix: 'List what is needed, or add the condition "Bool": {"aws:MultiFactorAuthPresent": "true"}.',
  },

  'arn-shape': {
    cause: 'This is no ARN, so it never matches.',
    fix: 'An ARN is arn:aws:SERVICE:REGION:ACCOUNT:NAME; for everything, write *.',
  },
  'arn-account': {
    cause: 'The account stands in the wrong place, or is none, so this never matches.',
    fix: 'IAM has no region: arn:aws:iam::ACCOUNT:user/NAME. S3 has neither: arn:aws:s3:::BUCKET.',
  },
  'arn-codecommit': {
    cause: 'A repository’s ARN has a region and an account, so this never matches.',
    fix: 'Write arn:aws:codecommit:REGION:ACCOUNT:NAME, or * for either.',
  },
  's3-mixed': {
    cause: 'Bucket and objects are mixed up, so this never matches.',
    fix: 'For a bucket (as s3:ListBucket) write arn:aws:s3:::BUCKET, for objects (as s3:GetObject) arn:aws:s3:::BUCKET/*.',
  },
  'needs-star': {
    cause:
      'These are about the whole account: AWS names no resource for them but *, and with another they may never match.',
    fix: 'Give them a statement of their own with "Resource": "*".',
  },
  'never-matches': {
    cause: 'These are about another kind of resource, so they never match.',
    fix: 'For users write arn:aws:iam::*:user/…, for making and deleting MFA devices arn:aws:iam::*:mfa/*.',
  },
  'not-own-user': {
    cause: 'This lets everybody change everybody’s password, keys or device.',
    fix: `For one’s own user write arn:aws:iam::*:user/\${aws:username}.`,
  },
  'device-named-as-user': {
    cause:
      'Only a device with the user’s own name can be made. Its name is free, and a second device needs another one.',
    fix: 'Write arn:aws:iam::*:mfa/*. AWS deletes none that is in use.',
  },
  'not-resource': {
    cause: 'NotResource means everything else there is, now and in future.',
    fix: 'List under Resource what is meant.',
  },

  'operator-unknown': { cause: 'IAM knows no such operator.', fix: 'Correct it.' },
  'mfa-key-unknown': {
    cause: 'AWS has no such key, so this never asks for MFA.',
    fix: 'The keys are aws:MultiFactorAuthPresent and aws:MultiFactorAuthAge.',
  },
  'mfa-unclear': {
    cause: 'This does not ask whether there was MFA.',
    fix: 'Write "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"} in a Deny, "Bool" with "true" in an Allow.',
  },
  'deny-misses-keys': {
    cause: 'This does not catch long-term keys: a request with one says nothing of MFA, so that it passes.',
    fix: 'Write “BoolIfExists” for “Bool”, and “NumericGreaterThanIfExists” for the age.',
  },
  'allow-lets-keys': {
    cause:
      'This allows long-term keys without MFA: a request with one says nothing of MFA, and IfExists takes that for a yes.',
    fix: 'In an Allow write it without IfExists.',
  },
  'null-not-enough': {
    cause: 'This only asks whether AWS says something of MFA. A session without MFA says so too, with “false”.',
    fix: 'Write "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"} in a Deny, "Bool" with "true" in an Allow.',
  },
  'deny-with-mfa': {
    cause: 'This denies just those who signed in with MFA.',
    fix: 'Write “false” in a Deny: it is for who has no MFA.',
  },
  'allow-without-mfa': {
    cause: 'This allows something only where there was no MFA.',
    fix: 'Write "Bool": {"aws:MultiFactorAuthPresent": "true"} if MFA is to be asked for.',
  },
  'mfa-age': {
    cause: 'MFA counts for so many seconds after the code; then a session is refused though it has not ended.',
    fix: 'Give the profile in Daypass no longer duration than that.',
  },

  'deny-nothing': {
    cause: 'The list of what is not denied holds everything, so nothing is denied.',
    fix: 'List just what leads to MFA.',
  },
  'whole-service': {
    cause: 'The list of what is not denied holds whole services: all of that works without MFA.',
    fix: 'List just the actions that lead to MFA.',
  },
  'gate-opened': {
    cause: 'Without MFA, these take MFA or the policy itself away.',
    fix: 'Remove them from NotAction.',
  },
  'no-list-devices': {
    cause: 'iam:ListMFADevices is denied without MFA, so Daypass cannot find the device by itself.',
    fix: 'Add iam:ListMFADevices to NotAction.',
  },
  'nothing-allows': {
    cause: 'NotAction only spares these from the Deny; nothing in this policy allows them.',
    fix: 'Another policy must, or add an Allow for them.',
  },
  'no-delete-device': {
    cause:
      'iam:DeleteVirtualMFADevice is not listed, so what a broken-off enrolment leaves cannot be cleaned up without MFA.',
    fix: 'Add it to NotAction, or choose another name for the device.',
  },
  'password-until-mfa': {
    cause: 'iam:ChangePassword is denied until there is MFA, although it is allowed here.',
    fix: 'That is safer. Who must change their password at the first sign-in needs it in NotAction.',
  },
  'browser-denied': {
    cause:
      'Signing in with the browser needs both signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token, and without MFA not both pass.',
    fix: 'Add both to NotAction, and allow both.',
  },
} satisfies Record<PolicyCode, FailureText>;
