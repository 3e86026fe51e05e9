/** What a user needs to look after their own keys, as text to hand to whoever runs the account. */
import { OWN_KEYS } from './generate-policy.ts';

const STATEMENT = {
  Sid: 'OwnKeysWithMFA',
  Effect: 'Allow',
  Action: OWN_KEYS,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
  Resource: 'arn:*:iam::*:user/${aws:username}',
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
};

/** JSON, two blanks deep, with a line end at its end. */
export const OWN_KEYS_POLICY = `${JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT] }, null, 2)}\n`;
