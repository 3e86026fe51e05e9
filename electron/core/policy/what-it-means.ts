/** What each statement of a policy means, as plain data that a surface says in words. */
import { isDenyWithoutMfa, letPast } from './deny-without-mfa.ts';
import { matches } from './matches.ts';
import { type MfaMeaning, mfaMeaning } from './mfa-condition.ts';
import type { Place, Policy, Statement } from './policy.ts';

export type MeaningCode =
  | 'allow'
  | 'allow-all-but'
  | 'deny'
  | 'deny-all-but'
  | 'deny-without-mfa'
  | 'deny-without-mfa-all'
  /** Said of "deny all but MFA": that its list allows nothing, and that a code can be traded for a session all the same. */
  | 'list-allows-nothing'
  | 'session-token-free';

export type WhenCode =
  | 'always'
  | 'with-mfa'
  | 'with-mfa-and-more'
  | 'without-mfa'
  | 'without-mfa-and-more'
  /** Not for long-term keys. */
  | 'in-session'
  /** Only for long-term keys. */
  | 'with-key'
  | 'on-conditions';

export interface Meaning {
  readonly code: MeaningCode;
  readonly place: Place;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The resources are those that are left out. */
  readonly elsewhere: boolean;
  readonly when: WhenCode;
}

export const whatItMeans = ({ statements }: Policy): readonly Meaning[] => statements.flatMap(meaningsOf);

function meaningsOf(statement: Statement): readonly Meaning[] {
  const { place, effect, allBut, actions, resources, elsewhere } = statement;
  const when = whenOf(statement);
  const base = { place, actions, resources, elsewhere, when };
  const plain = effect === 'Allow' ? (allBut ? 'allow-all-but' : 'allow') : allBut ? 'deny-all-but' : 'deny';
  if (!isDenyWithoutMfa(statement)) return [{ ...base, code: plain }];
  const listed = letPast(statement);
  const token = listed.some((pattern) => matches(pattern, 'sts:GetSessionToken'));
  const whole = listed.length > 0 ? 'deny-without-mfa' : 'deny-without-mfa-all';
  return [
    { ...base, code: when === 'without-mfa' ? whole : plain },
    ...(listed.length > 0 ? [{ ...base, code: 'list-allows-nothing' } satisfies Meaning] : []),
    ...(token ? [] : [{ ...base, code: 'session-token-free' } satisfies Meaning]),
  ];
}

const ALONE: Readonly<Partial<Record<MfaMeaning, WhenCode>>> = {
  with: 'with-mfa',
  without: 'without-mfa',
  'without-in-session': 'in-session',
  key: 'with-key',
};

function whenOf({ conditions }: Statement): WhenCode {
  if (conditions.length === 0) return 'always';
  const meanings = conditions.map(mfaMeaning);
  const alone = conditions.length === 1 ? ALONE[meanings[0] ?? 'unclear'] : undefined;
  if (alone) return alone;
  if (meanings.includes('with')) return 'with-mfa-and-more';
  return meanings.includes('without') ? 'without-mfa-and-more' : 'on-conditions';
}
