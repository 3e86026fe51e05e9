import { profileOf } from './profile-of.ts';
import type { Command } from './request.ts';

/** For git-remote-codecommit: the region of a URL that names none. */
export const region: Command = {
  usage: '[PROFILE]',
  shape: { words: [0, 1] },
  async run(call) {
    const [name] = call.args.words;
    // A URL names the profile that holds the key as often as the one that Daypass writes.
    const bySource = call.app.view().profiles.find((profile) => profile.restsOn === name)?.name;
    const known = call.app.view().profiles.some((profile) => profile.name === name);
    return { stdout: `${profileOf(call, known ? (name ?? null) : (bySource ?? name ?? null)).region}\n` };
  },
};
