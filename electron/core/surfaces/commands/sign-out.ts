import { fill } from '../../i18n/say.ts';
import { profileOf } from './profile-of.ts';
import type { Command } from './request.ts';

/** Ends the session here and takes back what was written for it. */
export const signOut: Command = {
  usage: '[PROFILE]',
  shape: { words: [0, 1] },
  async run(call) {
    const profile = profileOf(call, call.args.words[0] ?? null);
    await call.app.sessions.signOut(profile);
    return { stdout: `${fill(call.messages.commands.signedOut, { profile: profile.name })}\n` };
  },
};
