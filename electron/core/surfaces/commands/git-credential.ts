import type { Command } from './request.ts';
import { failureLines } from './told.ts';

/** git's helper: one exchange of its protocol, of which the app knows more than this. */
export const gitCredential: Command = {
  usage: 'get|store|erase',
  shape: { words: [1, 1] },
  async run({ app, args, input, signal, language }) {
    const { stdout, failure } = await app.answerGit(args.words[0] ?? '', input, signal);
    return failure ? { status: 1, stdout, stderr: failureLines(failure, language) } : { stdout };
  },
};
