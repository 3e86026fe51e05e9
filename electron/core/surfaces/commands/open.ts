import { profileOf } from './profile-of.ts';
import type { Command } from './request.ts';

/** Opens the popover, on a profile if one is named. */
export const open: Command = {
  usage: '[PROFILE]',
  shape: { words: [0, 1] },
  async run(call) {
    const name = call.args.words[0] ?? null;
    call.app.openPopover(name === null ? null : profileOf(call, name).id);
    return {};
  },
};
