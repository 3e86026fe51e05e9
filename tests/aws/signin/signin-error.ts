// Guarantees: a refusal of AWS Sign-In has the form of its model: the exception by the HTTP status, the reason in `error`.
import type { ApiReply } from '../api-request.ts';
import { AwsError } from '../aws-error.ts';
import type { SigninRefusal } from './signin-faults.ts';

const statuses: Readonly<Record<SigninRefusal, number>> = {
  TOKEN_EXPIRED: 401,
  AUTHCODE_EXPIRED: 401,
  USER_CREDENTIALS_CHANGED: 403,
  INSUFFICIENT_PERMISSIONS: 403,
  INVALID_REQUEST: 400,
  TOO_MANY_REQUESTS: 429,
  server_error: 500,
};

const exceptions: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  429: 'TooManyRequestsError',
  500: 'InternalServerException',
};

export const signinError = (refusal: SigninRefusal, message: string = refusal): AwsError =>
  new AwsError(refusal, message, statuses[refusal]);

export const invalid = (message: string): AwsError => signinError('INVALID_REQUEST', message);

export const signinErrorReply = ({ code, message, status }: AwsError): ApiReply => ({
  status,
  headers: {
    'content-type': 'application/json',
    'x-amzn-errortype': exceptions[status] ?? 'AccessDeniedException',
    'cache-control': 'no-store',
  },
  body: JSON.stringify({ error: code === 'TOO_MANY_REQUESTS' ? 'INVALID_REQUEST' : code, message }),
});
