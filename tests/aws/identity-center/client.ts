// Guarantees: a client is known by its id and secret until both run out, and is one that was registered as AWS would.

import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { newTicket } from '../pkce.ts';
import type { OidcClient } from './directory.ts';
import { jsonReply, oidcError } from './oidc-error.ts';

export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const grantTypes: readonly unknown[] = ['authorization_code', deviceCodeGrant, 'refresh_token'];

export type JsonBody = Readonly<Record<string, unknown>>;

export function readJson({ body }: ApiRequest): JsonBody {
  try {
    return Object(JSON.parse(body.toString('utf8')));
  } catch {
    throw oidcError('InvalidRequestException', 'The body is not JSON');
  }
}

export function textOf(body: JsonBody, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw oidcError('InvalidRequestException', `Missing: ${name}`);
  return value;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export function registerClient(request: ApiRequest, { directory, clock, faults }: World): ApiReply {
  const body = readJson(request);
  textOf(body, 'clientName');
  if (body.clientType !== 'public') throw oidcError('InvalidClientMetadataException', 'Only public clients');
  const region = request.endpoint?.region?.name;
  const issuer = typeof body.issuerUrl === 'string' ? directory.at(body.issuerUrl, region) : undefined;
  const wanted = listOf(body.grantTypes);
  if (wanted.some((type) => !grantTypes.includes(type))) throw oidcError('UnsupportedGrantTypeException');
  const redirectUris = listOf(body.redirectUris);
  if (redirectUris.some((uri) => !/^http:\/\/127\.0\.0\.1\/\S+$/.test(uri))) {
    throw oidcError('InvalidRedirectUriException');
  }
  if (wanted.includes('authorization_code')) {
    if (redirectUris.length === 0) throw oidcError('InvalidRedirectUriException');
    if (!issuer) throw oidcError('InvalidRequestException', 'No such issuer');
  }
  const client: OidcClient = {
    clientId: newTicket(40),
    clientSecret: newTicket(600),
    registered: clock(),
    scopes: listOf(body.scopes),
    redirectUris,
    grantTypes: wanted.length > 0 ? wanted : [deviceCodeGrant, 'refresh_token'],
    ...(region ? { region } : {}),
    ...(issuer ? { issuer } : {}),
  };
  directory.clients.set(client.clientId, client);
  const clientIdIssuedAt = Math.floor(clock() / 1000);
  const { clientId, clientSecret } = client;
  const clientSecretExpiresAt = clientIdIssuedAt + faults.identityCenter.clientSeconds;
  return jsonReply({ clientId, clientSecret, clientIdIssuedAt, clientSecretExpiresAt });
}

/** The client of this id, if it is still one; its secret is not asked of a browser. */
export function knownClient(
  clientId: string,
  { endpoint }: ApiRequest,
  { directory, clock, faults }: World,
): OidcClient {
  const client = directory.clients.get(clientId);
  if (!client || clock() >= client.registered + faults.identityCenter.clientSeconds * 1000) {
    throw oidcError('InvalidClientException', 'No such client');
  }
  if (client.region && endpoint?.region && endpoint.region.name !== client.region) {
    throw oidcError('InvalidRequestException', 'Invalid token provided');
  }
  return client;
}

export function authenticatedClient(body: JsonBody, request: ApiRequest, world: World): OidcClient {
  const client = knownClient(textOf(body, 'clientId'), request, world);
  if (client.clientSecret !== body.clientSecret) throw oidcError('InvalidClientException', 'Wrong client secret');
  return client;
}
