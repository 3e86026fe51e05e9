import { FailureError } from '../../base/failure.ts';
import { lineFound } from '../../doctor/checks/git-checks.ts';
import type { GitChange } from '../../git/config/config-plan.ts';
import { fill } from '../../i18n/say.ts';
import { findingText } from './finding-text.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

/** git's configuration: how far it is set up, and the change with a preview, made after a yes. */
export const git: Command = {
  usage: 'setup|undo|mend|status [--yes]',
  shape: { words: [1, 1], flags: ['yes'] },
  async run(call) {
    const [word] = call.args.words;
    if (word === 'status') return { stdout: await standing(call) };
    const wanted = Object.hasOwn(CHANGES, word ?? '') ? CHANGES[word ?? ''] : undefined;
    if (wanted) return change(call, wanted);
    const { wordTooMany } = call.messages.commands.usage;
    throw new Refusal(2, fill(wordTooMany, { word: word ?? '' }), usageOf('git', git, call.messages));
  },
};

const CHANGES: Readonly<Record<string, GitChange>> = { setup: 'set-up', undo: 'undo', mend: 'mend' };

async function change(call: Call, wanted: GitChange): Promise<Partial<CommandReply>> {
  const { app, args, messages } = call;
  const { git, commands } = messages;
  const { file, diff } = await app.git.plan(wanted);
  if (!diff) return { stdout: `${git.nothingToDo}\n` };
  const preview = `${fill(git.previews[wanted], { file })}\n\n${diff.replace(/\n*$/, '\n')}`;
  if (!args.flag('yes')) return { stdout: preview, stderr: told(commands.notChanged), ask: commands.changeSure };
  await app.git.apply(wanted);
  return { stdout: `${preview}\n${await standing(call)}` };
}

/** How far git is set up, by what git itself reads now, and what is in the way. */
async function standing(call: Call): Promise<string> {
  const { git } = call.messages;
  const { version, setUp, findings } = await call.app.git.refresh();
  if (version === null) throw new FailureError('git.missing');
  const lines = [fill(git.version, { version }), setUp ? git.isSetUp : git.notSetUp];
  return [...lines, ...findings.map((line) => findingText(lineFound(line), call.language)), ''].join('\n');
}
