/** Whether each statement asks for MFA as it is meant to: the traps of Bool, IfExists and Null, each way round. */
import { isAge, type MfaMeaning, meantMfaKey, mfaMeaning } from './mfa-condition.ts';
import { nearest } from './nearest.ts';
import type { Condition, Policy, Statement } from './policy.ts';
import { finding, type PolicyCode, type PolicyFinding } from './policy-finding.ts';

export function checkMfa(policy: Policy): readonly PolicyFinding[] {
  return policy.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => {
      const codes = [...wordsOf(condition), ...meaningOf(statement, condition, policy), ...ageOf(condition)];
      return codes.map(([code, evidence = written(condition)]) => finding(code, statement.place, evidence));
    }),
  );
}

type Told = readonly [code: PolicyCode, evidence?: string];

const written = ({ operator, key, values }: Condition): string => {
  const value = values.length === 1 ? `"${values[0]}"` : `[${values.map((one) => `"${one}"`).join(', ')}]`;
  return `"${operator}": {"${key}": ${value}}`;
};

const OPERATORS = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
  ...['NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan'],
  ...['DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'Bool', 'BinaryEquals', 'IpAddress'],
  ...['NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'Null'],
];

function wordsOf({ operator, key }: Condition): readonly Told[] {
  const bare = operator.replace(/^For(AnyValue|AllValues):/i, '').replace(/IfExists$/i, '');
  const known = OPERATORS.some((one) => one.toLowerCase() === bare.toLowerCase());
  const nullIfExists = /^NullIfExists$/i.test(operator);
  const operatorMeant = nullIfExists ? 'Null' : known ? null : nearest(bare, OPERATORS);
  const keyMeant = meantMfaKey(key);
  return [
    ...(!known || nullIfExists
      ? [['operator-unknown', operatorMeant ? `"${operator}" → "${operatorMeant}"` : `"${operator}"`] satisfies Told]
      : []),
    ...(keyMeant ? [['mfa-key-unknown', `"${key}" → "${keyMeant}"`] satisfies Told] : []),
  ];
}

const TRAPS: Readonly<Record<Statement['effect'], Readonly<Partial<Record<MfaMeaning, PolicyCode>>>>> = {
  Deny: {
    'without-in-session': 'deny-misses-keys',
    old: 'deny-misses-keys',
    key: 'null-not-enough',
    with: 'deny-with-mfa',
    'with-or-key': 'deny-with-mfa',
    session: 'deny-with-mfa',
    unclear: 'mfa-unclear',
  },
  Allow: {
    'with-or-key': 'allow-lets-keys',
    session: 'null-not-enough',
    without: 'allow-without-mfa',
    'without-in-session': 'allow-without-mfa',
    key: 'allow-without-mfa',
    old: 'allow-without-mfa',
    unclear: 'mfa-unclear',
  },
};

/** Two denials of the same, of which one is for sessions and the other for keys, are as good as one for both. */
const WITH_OTHER: Readonly<Partial<Record<MfaMeaning, readonly MfaMeaning[]>>> = {
  'without-in-session': ['key', 'without'],
  old: ['without'],
  key: ['without-in-session', 'without'],
};

function meaningOf(statement: Statement, condition: Condition, { statements }: Policy): readonly Told[] {
  const meaning = mfaMeaning(condition);
  const code = meaning && TRAPS[statement.effect][meaning];
  if (!meaning || !code) return [];
  const others = WITH_OTHER[meaning] ?? [];
  const whole = statements.some(
    (other) =>
      other !== statement &&
      other.effect === 'Deny' &&
      scope(other) === scope(statement) &&
      other.conditions.some((one) => others.includes(mfaMeaning(one) ?? 'unclear')),
  );
  return statement.effect === 'Deny' && whole ? [] : [[code]];
}

const scope = ({ allBut, actions, elsewhere, resources }: Statement): string =>
  JSON.stringify([allBut, [...actions].sort(), elsewhere, [...resources].sort()]).toLowerCase();

const ageOf = (condition: Condition): readonly Told[] =>
  isAge(condition) && /^numeric/i.test(condition.operator) ? [['mfa-age']] : [];
