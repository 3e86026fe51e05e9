/** A policy of IAM as it was understood: what is one or many is always many, and every part knows where it stands. */

export interface Place {
  readonly line: number;
  readonly column: number;
  /** Counted from 1, as people do; null outside of a statement. */
  readonly statement: number | null;
  readonly sid: string | null;
}

export interface Condition {
  /** As it is written, as in BoolIfExists. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly place: Place;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** The actions stand in NotAction. */
  readonly allBut: boolean;
  readonly resources: readonly string[];
  /** The resources stand in NotResource. */
  readonly elsewhere: boolean;
  /** It says whom it is for, as the policy of a resource does. */
  readonly principal: boolean;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  readonly statements: readonly Statement[];
}

export const serviceOf = (action: string): string => action.split(':', 1)[0]?.toLowerCase() ?? '';
