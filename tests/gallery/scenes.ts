/** All scenes, in the order in which the contact sheet shows them. */
import type { Scene } from './scene.ts';
import { DOCTOR } from './scenes/doctor.ts';
import { GIT } from './scenes/git.ts';
import { SESSION } from './scenes/session.ts';
import { SETTINGS } from './scenes/settings.ts';
import { SIGN_IN } from './scenes/sign-in.ts';
import { START } from './scenes/start.ts';

export const SCENES: readonly Scene[] = [...START, ...SIGN_IN, ...SESSION, ...GIT, ...DOCTOR, ...SETTINGS];
