/** English. The shape of this object is the shape of every language. */
import { about } from './about.ts';
import { app } from './app.ts';
import { appearance } from './appearance.ts';
import { browser } from './browser.ts';
import { commands } from './commands.ts';
import { doctor } from './doctor.ts';
import { enrol } from './enrol.ts';
import { explain } from './explain.ts';
import { failures } from './failures/failures.ts';
import { fixed, fixes } from './fixes.ts';
import { git } from './git.ts';
import { key } from './key.ts';
import { menu } from './menu.ts';
import { newKey } from './new-key.ts';
import { notice } from './notice.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { reasons } from './reasons.ts';
import { regions } from './regions.ts';
import { rotation } from './rotation.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { stale } from './stale.ts';
import { stores } from './stores.ts';
import { totp } from './totp.ts';
import { trial } from './trial.ts';
import { uses } from './uses.ts';
import { waiting } from './waiting.ts';

export const en = {
  about,
  app,
  appearance,
  signIn,
  browser,
  waiting,
  setup,
  portal,
  git,
  stale,
  stores,
  trial,
  settings,
  regions,
  totp,
  enrol,
  key,
  newKey,
  rotation,
  doctor,
  policy,
  explain,
  uses,
  menu,
  notice,
  commands,
  fixes,
  fixed,
  reasons,
  failures,
};
