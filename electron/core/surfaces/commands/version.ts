import type { Command } from './request.ts';

export const version: Command = {
  usage: '',
  shape: { words: [0, 0] },
  async run({ app }) {
    return { stdout: `daypass ${app.version()}\n` };
  },
};
