import { answerText, type GitAnswer } from '../../git/credential/answer.ts';
import { presenceOf } from '../../git/credential/presence.ts';
import { fill } from '../../i18n/say.ts';
import type { Call, Command } from './request.ts';
import { failureLines, told } from './told.ts';

/** git's helper: one exchange of its protocol, of which the app knows more than this. */
export const gitCredential: Command = {
  usage: 'get|store|erase',
  // The script says for how many seconds git may be kept.
  shape: { words: [1, 1], options: ['seconds'] },
  async run(call) {
    const { app, args, input, signal, language } = call;
    const answer = await app.answers.answerScript(
      args.words[0] ?? '',
      input,
      signal,
      presenceOf(args.option('seconds')),
    );
    const stdout = answerText(answer);
    if (answer.kind === 'waits') return { stdout, stderr: whatFor(call, answer), waits: true };
    return answer.kind === 'quit' ? { status: 1, stdout, stderr: failureLines(answer.failure, language) } : { stdout };
  },
};

/** What the person at the terminal has to do, where, and how they get out of it; '' where it takes nobody. */
function whatFor({ app, messages }: Call, { repository, profile: id }: Extract<GitAnswer, { kind: 'waits' }>): string {
  const { waits } = messages.commands;
  const profile = app.view().profiles.find((one) => one.id === id);
  if (!profile) return told(fill(waits.choice, { repository }));
  if (app.signIns.renewsItself(profile.id)) return '';
  return told(fill(waits[profile.needs], { profile: profile.name }));
}
