import { describe, expect, test } from 'vitest';
import {
  explainIdentityCenter,
  type IdentityCenterRefusal,
  oidcAnswer,
} from '../../../electron/core/identity-center/explain-identity-center.ts';

type Case = readonly [code: string, failure: string];

const codeFor = (action: IdentityCenterRefusal['action'], code: string, reason = '') =>
  explainIdentityCenter({ action, code, message: 'said', reason }).code;

const CASES: Readonly<Record<IdentityCenterRefusal['action'], readonly Case[]>> = {
  register: [
    ['InvalidRequestException', 'identity-center.start-url'],
    ['InvalidScopeException', 'identity-center.scope'],
    ['InvalidClientMetadataException', 'identity-center.start-url'],
    ['InvalidRedirectUriException', 'identity-center.start-url'],
    ['UnsupportedGrantTypeException', 'aws.refused'],
    ['SlowDownException', 'aws.throttled'],
    ['InternalServerException', 'aws.refused'],
  ],
  device: [
    ['InvalidRequestException', 'identity-center.start-url'],
    ['InvalidClientException', 'identity-center.client'],
    ['UnauthorizedClientException', 'aws.refused'],
    ['SlowDownException', 'aws.throttled'],
    ['InternalServerException', 'aws.refused'],
  ],
  code: [
    ['InvalidGrantException', 'identity-center.code-expired'],
    ['ExpiredTokenException', 'identity-center.code-expired'],
    ['InvalidClientException', 'identity-center.client'],
    ['AccessDeniedException', 'identity-center.denied'],
    ['InvalidScopeException', 'identity-center.scope'],
    ['InvalidRequestException', 'aws.refused'],
    ['UnauthorizedClientException', 'aws.refused'],
    ['InternalServerException', 'aws.refused'],
  ],
  refresh: [
    ['InvalidGrantException', 'identity-center.ended'],
    ['InvalidClientException', 'identity-center.ended'],
    ['ExpiredTokenException', 'identity-center.ended'],
    ['SlowDownException', 'aws.throttled'],
    ['InternalServerException', 'aws.refused'],
  ],
  lists: [
    ['UnauthorizedException', 'identity-center.ended'],
    ['TooManyRequestsException', 'aws.throttled'],
    ['InvalidRequestException', 'aws.refused'],
  ],
  credentials: [
    ['UnauthorizedException', 'identity-center.ended'],
    ['ForbiddenException', 'identity-center.role'],
    ['AccessDeniedException', 'identity-center.role'],
    ['ResourceNotFoundException', 'identity-center.role'],
    ['TooManyRequestsException', 'aws.throttled'],
    ['InvalidRequestException', 'aws.refused'],
  ],
};

describe.each(Object.entries(CASES))('%s', (action, cases) => {
  test.each(cases)('%s is %s', (code, wanted) => {
    expect(codeFor(action as IdentityCenterRefusal['action'], code)).toBe(wanted);
  });
});

test.each([
  ['AccessDeniedException', 'KMS_AccessDeniedException'],
  ['InvalidRequestException', 'KMS_DisabledException'],
  ['InvalidRequestException', 'KMS_NotFoundException'],
])('%s for the key of Identity Center itself is told as that (%s)', (code, reason) => {
  expect(codeFor('code', code, reason)).toBe('identity-center.encryption-key');
});

test('what AWS has said is told, or the name of its error', () => {
  const asked = { action: 'device', code: 'InvalidRequestException', reason: '' } as const;
  expect(explainIdentityCenter({ ...asked, message: ' Invalid start URL\n' }).params).toEqual({
    message: 'Invalid start URL',
  });
  expect(explainIdentityCenter({ ...asked, message: '' }).params).toEqual({ message: 'InvalidRequestException' });
});

test.each([
  ['AuthorizationPendingException', 'pending'],
  ['SlowDownException', 'slow-down'],
  ['InvalidGrantException', 'invalid-grant'],
  ['ExpiredTokenException', 'invalid-grant'],
  ['InvalidClientException', 'invalid-client'],
  ['InvalidClientMetadataException', 'other'],
  ['AccessDeniedException', 'other'],
])('whoever goes on after %s knows it as %s', (code, answer) => {
  expect(oidcAnswer(code)).toBe(answer);
});
