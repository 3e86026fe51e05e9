import { fill } from '../../i18n/say.ts';
import type { Messages } from '../../i18n/words.ts';
import { type Command, Refusal, usageOf } from './request.ts';

type Summaries = Messages['commands']['summaries'];

/** Says what each command does, in the order in which a newcomer needs them. */
export const helpOn = (commands: () => Readonly<Record<string, Command>>): Command => ({
  usage: '[COMMAND]',
  shape: { words: [0, 1] },
  async run({ args, messages }) {
    const { summaries, intro, usage } = messages.commands;
    const summaryOf = (name: string) => summaries[name as keyof Summaries] ?? '';
    const asked = args.words[0];
    if (asked === undefined) {
      const lines = Object.keys(summaries).map((name) => {
        const form = ['daypass', name, commands()[name]?.usage].filter(Boolean).join(' ');
        return `  ${form}\n      ${summaryOf(name)}\n`;
      });
      return { stdout: `${intro}\n\n${lines.join('')}` };
    }
    const command = Object.hasOwn(commands(), asked) ? commands()[asked] : undefined;
    if (!command) throw new Refusal(2, fill(usage.unknownCommand, { word: asked }), usage.seeHelp);
    return { stdout: [usageOf(asked, command, messages), summaryOf(asked), ''].join('\n') };
  },
});
