import { Secret } from '../../base/secret.ts';
import { countdown } from '../../i18n/countdown.ts';
import { fill } from '../../i18n/say.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { isLiving, profileOf, viewOf } from './profile-of.ts';
import type { Call, Command } from './request.ts';

/**
 * Signs in with a code, given or from standard input, or without one where that takes none. Otherwise a person types it
 * into the popover, and this waits until all is written; a session that is there already is left as it is.
 */
export const signIn: Command = {
  usage: '[PROFILE] [--code N | --code -]',
  shape: { words: [0, 1], options: ['code'] },
  async run(call) {
    const { app, args, input, signal } = call;
    const profile = profileOf(call, args.words[0] ?? null);
    const given = args.option('code');
    if (given !== null) {
      await app.signIns.withCode(profile.id, new Secret((given === '-' ? input : given).replace(/\s/g, '')));
    } else if (isLiving(viewOf(call, profile))) {
      return { stdout: leftLine(call, profile, call.messages.commands.alreadySignedIn) };
    } else if (!app.signIns.needsPerson(profile.id)) {
      await app.signIns.withoutCode(profile.id);
    } else {
      await app.serving.waitForSession(profile.id, signal);
      await app.sessions.delivered(profile.id);
    }
    return { stdout: leftLine(call, profile, call.messages.commands.signedIn) };
  },
};

function leftLine(call: Call, profile: ProfileSettings, text: string): string {
  const { expiresAt } = viewOf(call, profile);
  const time = countdown(expiresAt === null ? 0 : expiresAt - call.app.now());
  return `${fill(text, { profile: profile.name, time })}\n`;
}
