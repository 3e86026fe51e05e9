/** All that the page says. */
import { about } from './about.ts';
import { appearance } from './appearance.ts';
import { enrol } from './enrol.ts';
import { explain } from './explain.ts';
import { failures } from './failures/failures.ts';
import { first } from './first.ts';
import { fixed } from './fixes.ts';
import { key } from './key.ts';
import { newKey } from './new-key.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { reasons } from './reasons.ts';
import { rotation } from './rotation.ts';
import { stores } from './stores.ts';
import { totp } from './totp.ts';
import { trial } from './trial.ts';
import { uses } from './uses.ts';

export const page = {
  ...first,
  about,
  appearance,
  portal,
  stores,
  trial,
  totp,
  enrol,
  key,
  newKey,
  rotation,
  policy,
  explain,
  uses,
  fixed,
  reasons,
  failures,
};
