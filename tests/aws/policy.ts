// Guarantees: an identity policy decides as IAM's evaluation logic does: an explicit deny wins, then an allow, then no.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
  /** By operator and key; one of several values is enough. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface PolicyQuestion {
  /** service:Action */
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request. Long-term keys carry no aws:MultiFactorAuthPresent at all. */
  readonly context: Readonly<Record<string, string | undefined>>;
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
const ownName = '${aws:username}';

export type Decision = 'allowed' | 'explicitly denied' | 'not allowed';

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'is').test(text);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const tests: Readonly<Record<string, (given: string, value: string) => boolean>> = {
  Bool: (given, value) => given === value.toLowerCase(),
  StringEquals: (given, value) => given === value,
  ArnLike: (given, value) => matches(value, given),
  NumericLessThan: (given, value) => Number(given) < Number(value),
  NumericGreaterThan: (given, value) => Number(given) > Number(value),
};

function holds(condition: Statement['Condition'], context: PolicyQuestion['context']): boolean {
  const given = (key: string) =>
    Object.entries(context).find(([known]) => known.toLowerCase() === key.toLowerCase())?.[1];
  return Object.entries(condition ?? {}).every(([operator, asked]) =>
    Object.entries(asked).every(([key, value]) => {
      const values = [value].flat();
      const is = given(key);
      if (operator === 'Null') return values.some((one) => (is === undefined) === (one.toLowerCase() === 'true'));
      const test = tests[operator.replace(/IfExists$/, '')];
      if (!test) throw new Error(`no operator ${operator}`);
      return is === undefined ? operator.endsWith('IfExists') : values.some((one) => test(is, one));
    }),
  );
}

function applies(statement: Statement, { action, resource, context }: PolicyQuestion): boolean {
  const named = statement.Action?.some((pattern) => matches(pattern, action));
  const excepted = statement.NotAction?.some((pattern) => matches(pattern, action));
  const fill = (pattern: string): string => pattern.replaceAll(ownName, context['aws:username'] ?? '');
  return (
    (named || excepted === false) &&
    statement.Resource.some((pattern) => matches(fill(pattern), resource)) &&
    holds(statement.Condition, context)
  );
}

export function decide(policy: readonly Statement[], question: PolicyQuestion): Decision {
  const effects = policy.filter((statement) => applies(statement, question)).map((statement) => statement.Effect);
  if (effects.includes('Deny')) return 'explicitly denied';
  return effects.includes('Allow') ? 'allowed' : 'not allowed';
}

/** A policy's own text, as IAM would take it. */
export function readPolicy(text: string): readonly Statement[] {
  const many = (key: string, value: unknown) => (/(Action|Resource)$/.test(key) ? [value].flat() : value);
  return [JSON.parse(text, many).Statement].flat();
}

/**
 * What a careful company gives a developer: their work, care of their own keys and device, and nothing of it without
 * MFA but what is needed to get it. After AWS's own example:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
export const developerPolicy: readonly Statement[] = [
  { Effect: 'Allow', Action: ['codecommit:*', 's3:*', 'sts:AssumeRole'], Resource: ['*'] },
  {
    Effect: 'Allow',
    Action: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'],
    Resource: ['arn:*:signin:*:*:oauth2/public-client/*'],
  },
  {
    Effect: 'Allow',
    Action: ['iam:GetUser', 'iam:ListMFADevices', 'iam:EnableMFADevice', 'iam:*AccessKey', 'iam:ListAccessKeys'],
    Resource: [`arn:*:iam::*:user/${ownName}`],
  },
  { Effect: 'Allow', Action: ['iam:CreateVirtualMFADevice'], Resource: ['arn:*:iam::*:mfa/*'] },
  {
    Effect: 'Deny',
    NotAction: [
      'iam:GetUser',
      'iam:ListMFADevices',
      'iam:CreateVirtualMFADevice',
      'iam:EnableMFADevice',
      'iam:ListAccessKeys',
      'sts:GetSessionToken',
    ],
    Resource: ['*'],
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  },
];

export const everything: readonly Statement[] = [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }];
