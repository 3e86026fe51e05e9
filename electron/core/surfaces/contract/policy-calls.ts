import { object, text } from '../../base/parse.ts';
import type { PolicyReport } from '../../policy/check-policy.ts';
import { policyWishes } from '../../policy/generate-policy.ts';
import { LONGEST_PASTED } from '../../policy/read-pasted.ts';
import { call } from './call.ts';

export const policyCalls = {
  makePolicy: call<string>()(policyWishes),
  copyPolicy: call<null>()(policyWishes),
  /** One more than is read, so that what is too long is said in the report. */
  checkPolicy: call<PolicyReport>()(object({ text: text(LONGEST_PASTED + 1) })),
};
