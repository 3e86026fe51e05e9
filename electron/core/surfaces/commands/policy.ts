import { fill } from '../../i18n/say.ts';
import { sayMeaning, sayPlace, sayWhere } from '../../i18n/say-policy.ts';
import { checkPolicy } from '../../policy/check-policy.ts';
import { generatePolicy, type PolicyWishes, policyWishes } from '../../policy/generate-policy.ts';
import type { PolicySeverity } from '../../policy/policy-finding.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';

const OPTIONS = ['partition', 'repositories', 'buckets', 'bucket-policy'];
const FLAGS = ['browser', 'no-enrolment'];

/** Prints a policy that asks for MFA, or says of one what it means and what is amiss. The script reads the file. */
export const policy: Command = {
  usage:
    '[check FILE|-] [--partition aws|aws-cn|aws-us-gov] [--no-enrolment] [--browser] [--repositories NAME,…] ' +
    '[--buckets NAME,…] [--bucket-policy NAME]',
  shape: { words: [0, 2], options: OPTIONS, flags: FLAGS },
  async run(call) {
    const { args, messages } = call;
    const [word, file, ...others] = [...args.words, ...given(call)];
    if (word === undefined || word.startsWith('--')) return { stdout: generatePolicy(wishesOf(call)) };
    const { wordTooMany, wordMissing } = messages.commands.usage;
    const usage = usageOf('policy', policy, messages);
    if (word !== 'check' || others.length > 0)
      throw new Refusal(2, fill(wordTooMany, { word: others[0] ?? word }), usage);
    if (file === undefined) throw new Refusal(2, wordMissing, usage);
    return checked(call);
  },
};

/** The options that were given, as they are typed. */
const given = ({ args }: Call): readonly string[] => [
  ...OPTIONS.filter((name) => args.option(name) !== null).map((name) => `--${name}`),
  ...FLAGS.filter((name) => args.flag(name)).map((name) => `--${name}`),
];

function wishesOf({ args, messages }: Call): PolicyWishes {
  const names = (option: string) =>
    args
      .option(option)
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  try {
    return policyWishes({
      partition: args.option('partition') ?? 'aws',
      enrolment: !args.flag('no-enrolment'),
      browser: args.flag('browser'),
      repositories: names('repositories'),
      buckets: names('buckets'),
      bucketPolicy: args.option('bucket-policy'),
    });
  } catch {
    throw new Refusal(2, messages.policy.wrongNames, usageOf('policy', policy, messages));
  }
}

const MARKS: Record<PolicySeverity, string> = { error: '✕', warning: '!', info: 'i' };

function checked({ input, messages }: Call): Partial<CommandReply> {
  const { meanings, findings, well } = checkPolicy(input);
  const texts = messages.policy;
  const says = meanings.map(
    (meaning) => `- ${sayPlace(meaning.place, messages)}\n    ${sayMeaning(meaning, messages)}`,
  );
  const found = findings.map((finding) => {
    const { cause, fix } = texts.findings[finding.code];
    return [`${MARKS[finding.severity]} ${cause}`, sayWhere(finding, messages), fix].filter(Boolean).join('\n    ');
  });
  const lines = [
    ...(says.length > 0 ? [`${texts.says}:`, ...says, ''] : []),
    ...(found.length > 0 ? [`${texts.found}:`, ...found] : [texts.good]),
  ];
  return { status: well ? 0 : 1, stdout: `${lines.join('\n')}\n` };
}
