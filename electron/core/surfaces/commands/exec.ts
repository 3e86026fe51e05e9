import { setVariables } from '../../aws/session-variables.ts';
import { sh } from '../../base/shell-words.ts';
import { profileOf, sessionOf } from './profile-of.ts';
import { type Command, Refusal, usageOf } from './request.ts';

/** These would come before the session, or speak of another: some SDKs pass over the keys where a profile is named. */
const IN_THE_WAY = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SECURITY_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'];

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
    const region = sh(profile.region);
    return {
      stdout: [
        `unset ${IN_THE_WAY.join(' ')}\n`,
        setVariables(credentials.reveal(), 'sh'),
        // A region that was chosen stays; with the profile unset there would be none.
        `[ -n "\${AWS_REGION-}\${AWS_DEFAULT_REGION-}" ] || export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}\n`,
      ].join(''),
    };
  },
};
