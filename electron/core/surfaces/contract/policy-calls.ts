import { object, text } from '../../base/parse.ts';
import type { PolicyReport } from '../../policy/check-policy.ts';
import { policyWishes } from '../../policy/generate-policy.ts';
import { LONGEST_PASTED } from '../../policy/read-pasted.ts';
import { call } from './call.ts';

export const policyCalls = {
  /** Puts the policy that is made of this on the clipboard, which the page itself cannot reach. */
  copyPolicy: call<null>()(policyWishes),
  /** One more than is read, so that what is too long is said in the report. */
  checkPolicy: call<PolicyReport>()(object({ text: text(LONGEST_PASTED + 1) })),
};
