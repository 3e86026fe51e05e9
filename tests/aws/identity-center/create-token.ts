// Guarantees: CreateToken gives an access token for a code, a device's code or a refresh token, each of them once, to the
// client that it was given to; with the scope for accounts there is a refresh token, a new one each time, and
// without it the access token lives as long as the session.
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { answersChallenge, newTicket } from '../pkce.ts';
import { authenticatedClient, deviceCodeGrant, type JsonBody, readJson, textOf } from './client.ts';
import { answeredDevice } from './device.ts';
import type { OidcClient, PortalSession } from './directory.ts';
import { jsonReply, oidcError } from './oidc-error.ts';

type Grant = (body: JsonBody, client: OidcClient, world: World) => PortalSession;

const opened = ({ instance }: Pick<PortalSession, 'instance'>, client: OidcClient, world: World): PortalSession => ({
  client,
  instance,
  started: world.clock(),
  signedOut: false,
});

const byCode: Grant = (body, client, world) => {
  const { directory, clock, faults } = world;
  const code = directory.codes.get(textOf(body, 'code'));
  if (!code || code.client !== client || code.redeemed || code.redirectUri !== body.redirectUri) {
    throw oidcError('InvalidGrantException');
  }
  if (!answersChallenge(textOf(body, 'codeVerifier'), code.challenge)) throw oidcError('InvalidGrantException');
  if (clock() >= code.at + faults.identityCenter.codeSeconds * 1000) throw oidcError('ExpiredTokenException');
  code.redeemed = true;
  return opened(code, client, world);
};

const byDevice: Grant = (body, client, world) => opened(answeredDevice(body, client, world), client, world);

const byRefreshToken: Grant = (body, client, { directory, clock, faults }) => {
  const ticket = directory.refreshTokens.get(textOf(body, 'refreshToken'));
  const over = ticket && clock() >= ticket.session.started + faults.identityCenter.sessionSeconds * 1000;
  if (!ticket || ticket.used || over || ticket.session.signedOut || ticket.session.client !== client) {
    throw oidcError('InvalidGrantException', 'Invalid refresh token provided');
  }
  ticket.used = true;
  return ticket.session;
};

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: byCode,
  [deviceCodeGrant]: byDevice,
  refresh_token: byRefreshToken,
};

export function createToken(request: ApiRequest, world: World): ApiReply {
  const { directory, clock, faults } = world;
  const { tokenRefusal, tokenSeconds, sessionSeconds } = faults.identityCenter;
  if (tokenRefusal) throw oidcError(tokenRefusal);
  const body = readJson(request);
  const client = authenticatedClient(body, request, world);
  const grantType = textOf(body, 'grantType');
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (!grant) throw oidcError('UnsupportedGrantTypeException');
  if (!client.grantTypes.includes(grantType)) throw oidcError('UnauthorizedClientException');
  const session = grant(body, client, world);
  const refreshable = client.scopes.includes('sso:account:access') && client.grantTypes.includes('refresh_token');
  const expiresIn = refreshable ? tokenSeconds : sessionSeconds;
  const accessToken = newTicket(300);
  directory.accessTokens.set(accessToken, { session, expires: clock() + expiresIn * 1000 });
  const reply = { accessToken, tokenType: 'Bearer', expiresIn };
  if (!refreshable) return jsonReply(reply);
  const refreshToken = newTicket(600);
  directory.refreshTokens.set(refreshToken, { session, used: false });
  return jsonReply({ ...reply, refreshToken });
}

/** What kind of grant it is, for the record. */
export function grantTypeOf({ body }: ApiRequest): string | undefined {
  return /"grantType"\s*:\s*"(?:urn:ietf:params:oauth:grant-type:)?(\w+)"/.exec(body.toString('utf8'))?.[1];
}
