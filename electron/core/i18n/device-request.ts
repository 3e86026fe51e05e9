/** What a person sends to whoever runs the account, where a policy keeps them from setting up their MFA device; in the words that are handed in. */
import { ENROLMENT, enrolmentPolicy, PARTITIONS } from '../policy/generate-policy.ts';
import { fill } from './say.ts';
import type { PageMessages } from './words.ts';

/** The user whom AWS's refusal names. */
export const deniedUser = (message: string): string | null =>
  /User: (arn:aws[a-z-]*:iam::\d{12}:user\/[\w+=,.@/-]+)/.exec(message)?.[1] ?? null;

/** `user` is their ARN, where it is known. */
export function deviceRequest(user: string | null, { enrol }: PageMessages): string {
  const { request, someUser } = enrol;
  const partition = PARTITIONS.find((one) => one === user?.split(':')[1]) ?? 'aws';
  return fill(request, {
    user: user ?? someUser,
    policy: enrolmentPolicy(partition).trim(),
    actions: ENROLMENT.join('\n'),
  });
}
