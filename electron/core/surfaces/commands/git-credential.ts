import { answerText } from '../../git/credential/answer.ts';
import type { Command } from './request.ts';
import { failureLines } from './told.ts';

/** git's helper: one exchange of its protocol, of which the app knows more than this. */
export const gitCredential: Command = {
  usage: 'get|store|erase',
  shape: { words: [1, 1] },
  async run({ app, args, input, signal, language }) {
    const answer = await app.answers.answerScript(args.words[0] ?? '', input, signal);
    const stdout = answerText(answer);
    return answer.kind === 'quit' ? { status: 1, stdout, stderr: failureLines(answer.failure, language) } : { stdout };
  },
};
