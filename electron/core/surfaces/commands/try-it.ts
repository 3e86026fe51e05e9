import { isWell } from '../../doctor/trial.ts';
import { explain } from '../../i18n/messages.ts';
import { profileOf } from './profile-of.ts';
import { MARKS } from './report-text.ts';
import type { Call, Command } from './request.ts';

/** Tries what there is now, hop by hop. Without a repository the one that git asked for last, or AWS alone. Exits 1 unless all is well. */
export const tryIt: Command = {
  usage: '[--profile NAME] [REPOSITORY|URL]',
  shape: { words: [0, 1], options: ['profile'] },
  async run(call) {
    const { app, args, messages } = call;
    const named = args.option('profile');
    const first = profileOf(call, named);
    const repository = args.words[0] ?? lastAsked(call);
    const trial = await app.tryIt.run({ repository, profile: named === null ? null : first.id });
    const lines = trial.hops.flatMap(({ name, verdict, failure, evidence }) => {
      const told = failure ? explain(failure, call.language) : null;
      const seen = [...(told ? [told.cause] : []), ...evidence, ...(told ? [told.fix] : [])];
      return [`${MARKS[verdict]} ${messages.trial.hops[name]}`, ...seen.map((line) => `    ${line}`)];
    });
    const well = isWell(trial);
    return { status: well ? 0 : 1, stdout: `${[...lines, ...(well ? [messages.trial.well] : [])].join('\n')}\n` };
  },
};

function lastAsked({ app }: Call): string | null {
  return app.view().uses.find(({ by }) => by === 'git')?.what ?? null;
}
