import { found as finding } from '../../doctor/finding.ts';
import { recognise } from '../../explain/recognise.ts';
import { WORDS } from '../../explain/recognition.ts';
import { type Explained, withFacts } from '../../explain/with-facts.ts';
import { sayNamed } from '../../i18n/say.ts';
import { findingText } from './finding-text.ts';
import { isLiving } from './profile-of.ts';
import { type Call, type Command, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

/** Says what an error message means, with what this computer shows of it. Exits 1 where nothing in it is known. */
export const explain: Command = {
  usage: '-',
  // A text can stand on the command line as well, where others see it: the usage does not say so.
  shape: { words: [1, 1] },
  async run(call) {
    const { app, args, input, messages } = call;
    const [word = ''] = args.words;
    const text = word === '-' ? input : word;
    const { nothing, unknown, sendOn } = messages.explain;
    if (text.trim() === '') throw new Refusal(2, nothing, usageOf('explain', explain, messages));
    const { found, copy } = recognise(text);
    if (found.length === 0) return { status: 1, stdout: `${copy}\n`, stderr: told(unknown, sendOn) };
    const seen = app.view().profiles.map((profile) => ({ name: profile.name, living: isLiving(profile) }));
    const explained = withFacts(found, await app.doctor.examine(), seen);
    return { stdout: explained.map((one) => explainedText(call, one)).join('\n') };
  },
};

function explainedText(call: Call, { quote, words, facts, failure }: Explained): string {
  const { here, meaning, words: labels } = call.messages.explain;
  const known = WORDS.flatMap((word) => (words[word] ? [sayNamed(labels[word], words[word], call.messages)] : [])).join(
    ' · ',
  );
  const shown = facts.map((fact) => findingText(fact, call.language));
  return [
    quote,
    ...(known ? [`  ${known}`] : []),
    ...(shown.length > 0 ? [sayNamed(here, '', call.messages).trimEnd(), ...shown] : []),
    sayNamed(meaning, '', call.messages).trimEnd(),
    findingText(finding(failure), call.language),
    '',
  ].join('\n');
}
