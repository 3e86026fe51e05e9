import { sessionLines } from '../../aws/session-variables.ts';
import { profileOf, sessionOf } from './profile-of.ts';
import { type Command, Refusal, usageOf } from './request.ts';

/**
 * What a POSIX shell has to run before it becomes the program: this is the script's half of `daypass exec`, which keeps
 * the program's words to itself and sends only its name.
 */
export const exec: Command = {
  usage: '[PROFILE] [--wait] -- COMMAND [ARGUMENT …]',
  shape: { words: [0, 1], options: ['program'], flags: ['wait'] },
  async run(call) {
    const program = call.args.option('program');
    if (program === null) {
      const { usage } = call.messages.commands;
      throw new Refusal(2, usage.wordMissing, usageOf('exec', exec, call.messages));
    }
    const profile = profileOf(call, call.args.words[0] ?? null);
    const { credentials } = await sessionOf(call, profile, 'environment', program);
    return { stdout: sessionLines(credentials.reveal(), profile.region, 'sh') };
  },
};
