import type { Command } from './request.ts';

export const quit: Command = {
  usage: '',
  shape: { words: [0, 0] },
  async run({ app }) {
    return { after: () => app.quit() };
  },
};
