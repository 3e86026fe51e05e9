/**
 * A failure of the catalogue. It crosses boundaries as plain data: its code, and parameters that hold no secret.
 */
import type { FAILURES } from './catalogue.ts';

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const failure = (code: FailureCode, params: Failure['params'] = {}): Failure => ({ code, params });

/** A failure on its way up inside one process; it becomes a plain `Failure` at the boundary. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, params: Failure['params'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FailureError';
    this.failure = failure(code, params);
  }

  /** A failure that is known already, on its way up; `more` is what only this place knows, and never replaces a parameter. */
  static of({ code, params }: Failure, more: Failure['params'] = {}, cause?: unknown): FailureError {
    return new FailureError(code, { ...more, ...params }, cause === undefined ? undefined : { cause });
  }
}

/** What a person is told of anything thrown: a catalogued failure as it is, all else as unexpected, without its text. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return failure('internal.unexpected', { kind: thrown instanceof Error ? thrown.name : typeof thrown });
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
