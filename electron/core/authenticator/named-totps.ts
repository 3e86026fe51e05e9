/** Which of several QR codes are authenticators that AWS takes, and names by which a person tells them apart: nothing secret. */
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import { readTotpLabel, readTotpSecret } from './totp-secret.ts';

export interface NamedTotp {
  /** No two have the same. */
  readonly name: string;
  readonly text: Secret<string>;
}

export function namedTotps(codes: readonly Secret<string>[]): readonly NamedTotp[] {
  const named: NamedTotp[] = [];
  for (const text of codes.filter(isAble)) {
    const label = readTotpLabel(text) || '?';
    let name = label;
    for (let n = 2; named.some((other) => other.name === name); n++) name = `${label} (${n})`;
    named.push({ name, text });
  }
  return named;
}

function isAble(text: Secret<string>): boolean {
  try {
    readTotpSecret(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof FailureError) return false;
    throw thrown;
  }
}
