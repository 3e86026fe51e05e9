/** The variables that programs are started with. */
import { type Check, ifKnown } from '../check.ts';
import { judgeEnvironment } from '../surroundings/judge.ts';

export const environmentCheck: Check = {
  name: 'environment',
  look: ({ environment }) => ifKnown(environment, judgeEnvironment),
};
