import { countdown, fill } from '../../i18n/messages.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { isLiving, profileOf, viewOf } from './profile-of.ts';
import type { Call, Command } from './request.ts';

/**
 * Signs in with a code, given or from standard input. Without one a person types it into the popover, and this waits;
 * a session that is there already is left as it is.
 */
export const signIn: Command = {
  usage: '[PROFILE] [--code N | --code -]',
  shape: { words: [0, 1], options: ['code'] },
  async run(call) {
    const { app, args, input, signal } = call;
    const profile = profileOf(call, args.words[0] ?? null);
    const given = args.option('code');
    if (given !== null) {
      await app.signIn(profile.id, (given === '-' ? input : given).replace(/\s/g, ''));
    } else if (isLiving(viewOf(call, profile))) {
      return { stdout: leftLine(call, profile, call.messages.commands.alreadySignedIn) };
    } else if (profile.role && profile.role.through !== null) {
      await app.signIn(profile.id, null);
    } else {
      await app.waitForSession(profile.id, signal);
    }
    return { stdout: leftLine(call, profile, call.messages.commands.signedIn) };
  },
};

function leftLine(call: Call, profile: ProfileSettings, text: string): string {
  const { expiresAt } = viewOf(call, profile);
  const time = countdown(expiresAt === null ? 0 : expiresAt - call.app.now());
  return `${fill(text, { profile: profile.name, time })}\n`;
}
