/** What the first screen says, so that nothing else is loaded before it is there. */
import { app } from './app.ts';
import { browser } from './browser.ts';
import { doctor } from './doctor.ts';
import { fixes } from './fixes.ts';
import { git } from './git.ts';
import { menu } from './menu.ts';
import { regions } from './regions.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { stale } from './stale.ts';
import { waiting } from './waiting.ts';

export const first = {
  app,
  signIn,
  browser,
  waiting,
  setup,
  git,
  stale,
  settings,
  regions,
  doctor,
  menu,
  fixes,
};
