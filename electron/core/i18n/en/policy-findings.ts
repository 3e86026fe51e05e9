/** What can be amiss with a policy, and what to do about it. */
import type { PolicyCode } from '../../policy/policy-finding.ts';
import type { FailureText } from '../failure-texts.ts';

export const policyFindings = {
  empty: { cause: 'There is nothing to check.', fix: 'Paste the policy’s JSON.' },
  'too-long': { cause: 'This is longer than any policy.', fix: 'Paste the policy’s JSON alone.' },
  'not-json': {
    cause: 'This isn’t JSON.',
    fix: 'A policy starts with {. If yours is Terraform, CloudFormation or YAML, paste the JSON from the AWS console.',
  },
  'json-ends': {
    cause: 'The text ends too early.',
    fix: 'Close every open { and [, or copy it again.',
  },
  'json-value': {
    cause: 'A value is missing or isn’t valid JSON.',
    fix: 'Put text in double quotes; true, false and numbers have none.',
  },
  'json-key': { cause: 'A name is missing here.', fix: 'Put it in double quotes, as in "Effect".' },
  'json-colon': { cause: 'A colon is missing after the name.', fix: 'Write “"Name": value”.' },
  'json-comma': { cause: 'A comma is missing here.', fix: 'Add one between the two parts.' },
  'json-trailing-comma': { cause: 'Nothing follows this comma.', fix: 'Remove it.' },
  'json-quotes': { cause: 'JSON doesn’t allow these quotes.', fix: 'Use straight double quotes: ".' },
  'json-comment': { cause: 'JSON doesn’t allow comments.', fix: 'Remove it. A Sid can say what a statement is for.' },
  'json-text-open': { cause: 'This text has no closing quote on its line.', fix: 'Add the closing ".' },
  'json-control': {
    cause: 'A tab or another control character is inside quotes.',
    fix: 'Remove it.',
  },
  'json-escape': { cause: 'JSON doesn’t have this escape.', fix: 'Write a backslash as \\\\.' },
  'json-after-end': {
    cause: 'There is something after the end of the policy.',
    fix: 'Check one policy at a time.',
  },
  'json-deep': { cause: 'This is nested more deeply than any policy.', fix: 'Paste the policy’s JSON alone.' },
  'odd-quotes': {
    cause: 'These are curly quotes, as word processors write them. AWS accepts only straight ones.',
    fix: 'Replace each of them with ".',
  },
  'odd-spaces': {
    cause: 'These are special spaces, as on web pages. JSON doesn’t allow them.',
    fix: 'Replace each of them with a plain space.',
  },

  'no-document': {
    cause: 'This describes a policy but doesn’t contain it.',
    fix: 'Paste the output of “aws iam get-policy-version” or “aws iam get-user-policy”.',
  },
  'statement-alone': {
    cause: 'This is a statement without the policy around it.',
    fix: 'Put it in {"Version": "2012-10-17", "Statement": [ … ]}.',
  },
  'key-unknown': {
    cause: 'IAM doesn’t know this name here. Capitals matter.',
    fix: 'Correct or remove it.',
  },
  'key-twice': { cause: 'This name appears twice; only one of them would count.', fix: 'Merge the two.' },
  'key-missing': { cause: 'A part that every statement or policy needs is missing.', fix: 'Add it.' },
  'type-wrong': {
    cause: 'This value has the wrong type.',
    fix: 'An action or resource is a text or a list of texts, a condition is {"Bool": {"key": "value"}}, a statement is { … }.',
  },
  'effect-wrong': { cause: 'An effect is “Allow” or “Deny”, with these capitals.', fix: 'Correct it.' },
  'version-missing': {
    cause: 'There is no version, so AWS uses the old one from 2008.',
    fix: 'Add "Version": "2012-10-17".',
  },
  'version-old': { cause: 'This is the old version of the policy language.', fix: 'Write "Version": "2012-10-17".' },
  'version-unknown': {
    cause: 'This version doesn’t exist. It isn’t a date to choose.',
    fix: 'Write "Version": "2012-10-17".',
  },
  'variable-in-old-version': {
    cause: 'In the old version, a variable is plain text, so it never matches.',
    fix: 'Write "Version": "2012-10-17".',
  },
  'variable-unknown': {
    cause: 'IAM doesn’t know this variable.',
    fix: `The user’s own name is \${aws:username}.`,
  },
  'action-and-not-action': {
    cause: 'A statement has either Action or NotAction, not both.',
    fix: 'Split it into two statements.',
  },
  'resource-and-not-resource': {
    cause: 'A statement has either Resource or NotResource, not both.',
    fix: 'Split it into two statements.',
  },
  'principal-here': {
    cause: 'A user’s policy must not name a principal; AWS refuses it.',
    fix: 'Remove it, and attach the policy to the user or group.',
  },
  'sid-invalid': { cause: 'A Sid can only have letters and digits.', fix: 'Remove everything else from it.' },
  'sid-twice': { cause: 'Two statements have the same Sid.', fix: 'Rename one.' },
  'too-large': {
    cause: 'This is longer than AWS allows: 6,144 characters without white space, 20,480 for a bucket policy.',
    fix: 'Split it into two policies, or use wildcards.',
  },
  'too-large-for-user': {
    cause: 'This is too long for a user’s inline policy (2,048 characters). A managed policy can have 6,144.',
    fix: 'Make it a managed policy.',
  },

  'action-form': {
    cause: 'An action is written “service:Action”.',
    fix: 'Correct it. Example: iam:ListMFADevices.',
  },
  'action-unknown': {
    cause: 'AWS has no such action, so this does nothing.',
    fix: 'Replace it with the one you meant.',
  },
  'session-token': {
    cause: 'GetSessionToken needs no permission and can’t be denied, so this does nothing.',
    fix: 'Remove it if you like; it does no harm.',
  },
  'allow-all-but': {
    cause: 'Allow with NotAction allows everything else, now and in the future.',
    fix: 'List what to allow under Action.',
  },
  'allow-all': {
    cause:
      'This allows everything, with or without MFA. If another statement denies everything without MFA, the actions it exempts are then allowed without MFA, for every user.',
    fix: 'List what is needed, or add the condition "Bool": {"aws:MultiFactorAuthPresent": "true"}.',
  },

  'arn-shape': {
    cause: 'This isn’t an ARN, so it never matches.',
    fix: 'An ARN looks like arn:aws:SERVICE:REGION:ACCOUNT:NAME; for everything, write *.',
  },
  'arn-account': {
    cause: 'The region or account of this ARN is wrong, so it never matches.',
    fix: 'IAM has no region: arn:aws:iam::ACCOUNT:user/NAME. S3 has no region and no account: arn:aws:s3:::BUCKET.',
  },
  'arn-codecommit': {
    cause: 'A repository’s ARN has a region and an account, so this never matches.',
    fix: 'Write arn:aws:codecommit:REGION:ACCOUNT:NAME, or * for either.',
  },
  's3-mixed': {
    cause: 'This mixes up the bucket and its objects, so it never matches.',
    fix: 'For a bucket (s3:ListBucket), write arn:aws:s3:::BUCKET; for objects (s3:GetObject), arn:aws:s3:::BUCKET/*.',
  },
  'needs-star': {
    cause: 'These actions apply to the whole account. Their only resource is *; with another one they may never match.',
    fix: 'Give them a statement of their own with "Resource": "*".',
  },
  'never-matches': {
    cause: 'These actions apply to another kind of resource, so they never match.',
    fix: 'For users, write arn:aws:iam::*:user/…; for creating and deleting MFA devices, arn:aws:iam::*:mfa/*.',
  },
  'not-own-user': {
    cause: 'This lets everyone change everyone’s password, keys or devices.',
    fix: `For the signed-in user, write arn:aws:iam::*:user/\${aws:username}.`,
  },
  'device-named-as-user': {
    cause:
      'This only allows a device with the user’s name. A device can have any name, and a second one needs another.',
    fix: 'Write arn:aws:iam::*:mfa/*. AWS doesn’t delete a device that is in use.',
  },
  'not-resource': {
    cause: 'NotResource means everything else, now and in the future.',
    fix: 'List the resources you mean under Resource.',
  },

  'operator-unknown': { cause: 'IAM doesn’t know this operator.', fix: 'Correct it.' },
  'mfa-key-unknown': {
    cause: 'AWS has no such condition key, so this never requires MFA.',
    fix: 'The keys are aws:MultiFactorAuthPresent and aws:MultiFactorAuthAge.',
  },
  'mfa-unclear': {
    cause: 'This doesn’t check for MFA.',
    fix: 'Write "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"} in a Deny, "Bool" with "true" in an Allow.',
  },
  'deny-misses-keys': {
    cause: 'This misses long-term keys: their requests say nothing about MFA, so they pass.',
    fix: 'Write “BoolIfExists” instead of “Bool”, and “NumericGreaterThanIfExists” for the age.',
  },
  'allow-lets-keys': {
    cause:
      'This allows long-term keys without MFA: their requests say nothing about MFA, and IfExists counts that as a yes.',
    fix: 'In an Allow, write it without IfExists.',
  },
  'null-not-enough': {
    cause: 'This only checks whether AWS says anything about MFA. A session without MFA does too: “false”.',
    fix: 'Write "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"} in a Deny, "Bool" with "true" in an Allow.',
  },
  'deny-with-mfa': {
    cause: 'This denies exactly those who signed in with MFA.',
    fix: 'Write “false” in a Deny, so that it applies without MFA.',
  },
  'allow-without-mfa': {
    cause: 'This allows something only without MFA.',
    fix: 'Write "Bool": {"aws:MultiFactorAuthPresent": "true"} to require MFA.',
  },
  'mfa-age': {
    cause:
      'MFA only counts for this many seconds after the code. After that, AWS refuses the session even before it expires.',
    fix: 'In Daypass, choose a session length no longer than that.',
  },

  'deny-nothing': {
    cause: 'NotAction lists everything, so nothing is denied.',
    fix: 'List only what leads to MFA.',
  },
  'whole-service': {
    cause: 'NotAction lists whole services, and all of their actions work without MFA.',
    fix: 'List only the actions that lead to MFA.',
  },
  'gate-opened': {
    cause: 'Without MFA, these can remove MFA or this policy itself.',
    fix: 'Remove them from NotAction.',
  },
  'no-list-devices': {
    cause: 'iam:ListMFADevices is denied without MFA, so Daypass can’t find the MFA device by itself.',
    fix: 'Add iam:ListMFADevices to NotAction.',
  },
  'nothing-allows': {
    cause: 'NotAction only exempts these from the Deny; nothing in this policy allows them.',
    fix: 'Add an Allow for them, here or in another policy.',
  },
  'no-delete-device': {
    cause:
      'iam:DeleteVirtualMFADevice isn’t listed, so what an unfinished setup leaves behind can’t be deleted without MFA.',
    fix: 'Add it to NotAction, or choose another name for the device.',
  },
  'password-until-mfa': {
    cause: 'iam:ChangePassword is allowed here but denied without MFA.',
    fix: 'That is safer. Users who must change their password at first sign-in need it in NotAction.',
  },
  'browser-denied': {
    cause:
      'Signing in with the browser needs signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token. Without MFA, at least one of them is denied.',
    fix: 'Add both to NotAction, and allow both.',
  },
} satisfies Record<PolicyCode, FailureText>;
