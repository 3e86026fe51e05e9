// Guarantees: a refusal of Identity Center has the form of its models: OAuth's words from the OIDC service, a message from
// the portal, each with the name of its exception.
import type { ApiReply } from '../api-request.ts';
import { AwsError } from '../aws-error.ts';

const words = {
  AccessDeniedException: 'access_denied',
  AuthorizationPendingException: 'authorization_pending',
  ExpiredTokenException: 'expired_token',
  InternalServerException: 'server_error',
  InvalidClientException: 'invalid_client',
  InvalidClientMetadataException: 'invalid_client_metadata',
  InvalidGrantException: 'invalid_grant',
  InvalidRedirectUriException: 'invalid_redirect_uri',
  InvalidRequestException: 'invalid_request',
  InvalidScopeException: 'invalid_scope',
  SlowDownException: 'slow_down',
  UnauthorizedClientException: 'unauthorized_client',
  UnsupportedGrantTypeException: 'unsupported_grant_type',
} as const;

export type OidcException = keyof typeof words;

export function oidcError(name: OidcException, description?: string): AwsError {
  const status = name === 'InvalidClientException' ? 401 : name === 'InternalServerException' ? 500 : 400;
  return new AwsError(name, description ?? words[name], status);
}

const json = (status: number, body: object, headers: Record<string, string> = {}): ApiReply => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

export const jsonReply = (body: object): ApiReply => json(200, body);

export const oidcErrorReply = ({ code, message, status }: AwsError): ApiReply =>
  json(
    status,
    { error: words[code as OidcException] ?? 'invalid_request', error_description: message },
    { 'x-amzn-errortype': `${code}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/` },
  );

export const portalErrorReply = ({ code, message, status }: AwsError): ApiReply =>
  json(status, { message, __type: `com.amazonaws.switchboard.portal#${code}` }, { 'x-amzn-errortype': code });
