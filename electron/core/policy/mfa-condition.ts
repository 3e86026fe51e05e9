/** What a condition asks about MFA: when it holds. A request with a long-term key carries no word of MFA at all. */
import { nearest } from './nearest.ts';
import type { Condition } from './policy.ts';

export type MfaMeaning =
  /** Only with MFA. */
  | 'with'
  /** With MFA, and for long-term keys, which say nothing of it. */
  | 'with-or-key'
  /** Whenever there was no MFA. */
  | 'without'
  /** Only where AWS says that there was none: not for long-term keys. */
  | 'without-in-session'
  /** Only for long-term keys. */
  | 'key'
  /** For every session, with MFA or without. */
  | 'session'
  /** Only where MFA was long ago: not for who never had it. */
  | 'old'
  | 'unclear';

const PRESENT = 'aws:MultiFactorAuthPresent';
const AGE = 'aws:MultiFactorAuthAge';

/** What is meant by a key that is spelt like one of MFA's and is none; null for all others. */
export function meantMfaKey(key: string): string | null {
  if ([PRESENT, AGE].some((known) => known.toLowerCase() === key.toLowerCase())) return null;
  if (!/^aws:/i.test(key)) return /^multifactorauth(present|age)$/i.test(key) ? `aws:${key}` : null;
  return nearest(key, [PRESENT, AGE], 4) ?? (/^aws:(multi|mfa)/i.test(key) ? PRESENT : null);
}

export const isAge = ({ key }: Condition): boolean => key.toLowerCase() === AGE.toLowerCase();

/** Null where it is not about MFA. */
export function mfaMeaning(condition: Condition): MfaMeaning | null {
  const age = isAge(condition);
  if (!age && condition.key.toLowerCase() !== PRESENT.toLowerCase()) return null;
  const [, set, test = '', exists] = /^(For(?:AnyValue|AllValues):)?(\w+?)(IfExists)?$/i.exec(condition.operator) ?? [];
  // “For all” holds of none at all.
  const ifExists = exists !== undefined || /^ForAll/i.test(set ?? '');
  const [value, ...more] = [...new Set(condition.values.map((one) => one.toLowerCase()))];
  const yes = value === 'true';
  // Asked for both, it asks for nothing.
  if (more.length > 0 || (!yes && value !== 'false' && !/^numeric/i.test(test))) return 'unclear';
  switch (test.toLowerCase()) {
    case 'null':
      if (age) return yes ? 'without' : 'with';
      return yes ? 'key' : 'session';
    case 'bool':
    case 'stringequals':
    case 'stringequalsignorecase':
      if (age) return 'unclear';
      if (yes) return ifExists ? 'with-or-key' : 'with';
      return ifExists ? 'without' : 'without-in-session';
    case 'numericlessthan':
    case 'numericlessthanequals':
      if (!age) return 'unclear';
      return ifExists ? 'with-or-key' : 'with';
    case 'numericgreaterthan':
    case 'numericgreaterthanequals':
      if (!age) return 'unclear';
      return ifExists ? 'without' : 'old';
    default:
      return 'unclear';
  }
}
