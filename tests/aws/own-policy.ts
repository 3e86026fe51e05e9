// Guarantees: the policy of the user for whom Daypass was made, to the letter, alone and with what lets them set up a device.
import { USERS_OWN } from '../unit/policy/policies.ts';
import { readPolicy, type Statement } from './policy.ts';

/** It denies all but a list without MFA, and allows nothing of that list. */
export const ownPolicy: readonly Statement[] = readPolicy(USERS_OWN);

// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
const ownUser = 'arn:*:iam::*:user/${aws:username}';

/** With another policy beside it that allows the work, and a device without help; none may be deleted. */
export const ownPolicyWithDevices: readonly Statement[] = [
  ...ownPolicy,
  { Effect: 'Allow', Action: ['codecommit:*', 's3:*', 'iam:*AccessKey*'], Resource: ['*'] },
  {
    Effect: 'Allow',
    Action: ['iam:EnableMFADevice', 'iam:ListMFADevices', 'iam:ResyncMFADevice'],
    Resource: [ownUser],
  },
  { Effect: 'Allow', Action: ['iam:CreateVirtualMFADevice', 'iam:ListVirtualMFADevices'], Resource: ['*'] },
];
