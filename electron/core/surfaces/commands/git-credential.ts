import { answerText } from '../../git/credential/answer.ts';
import { presenceOf } from '../../git/credential/presence.ts';
import type { Command } from './request.ts';
import { failureLines, told } from './told.ts';
import { waitsLine } from './waits-line.ts';

/** git's helper: one exchange of its protocol, of which the app knows more than this. */
export const gitCredential: Command = {
  usage: 'get|store|erase',
  // The script says for how many seconds git may be kept.
  shape: { words: [1, 1], options: ['seconds'] },
  async run({ app, args, input, signal, language }) {
    const answer = await app.answers.answerScript(
      args.words[0] ?? '',
      input,
      signal,
      presenceOf(args.option('seconds')),
    );
    const stdout = answerText(answer);
    if (answer.kind === 'waits') {
      const line = waitsLine(app, answer, language);
      return { stdout, stderr: line === null ? '' : told(line), waits: true };
    }
    return answer.kind === 'quit' ? { status: 1, stdout, stderr: failureLines(answer.failure, language) } : { stdout };
  },
};
