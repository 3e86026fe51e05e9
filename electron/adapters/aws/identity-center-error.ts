/** What one of Identity Center's two services has said, out of an error of the SDK; null for what is none of theirs. */
import { FailureError } from '../../core/base/failure.ts';

export function identityCenterError(thrown: unknown) {
  if (thrown instanceof FailureError) return null;
  const { name = '', message = '', error_description: said, reason = '', $metadata } = thrown as SdkError;
  return $metadata ? { code: name, message: said || message, reason } : null;
}

interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly error_description?: string;
  readonly reason?: string;
  readonly $metadata?: unknown;
}
