/** By which a profile is known as long as it is there, whatever it is called. */
import { text } from '../base/parse.ts';

export const profileId = text(64, /^[\w-]+$/);
