// Guarantees: a code is given to a registered client alone, by its person at a page, and goes to a listener on this
// machine, at the path that was registered.
import { randomUUID } from 'node:crypto';
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { answerOf, questionPage, redirect } from '../page.ts';
import { challengeForm, newTicket, wrongParameter } from '../pkce.ts';
import { knownClient } from './client.ts';
import type { IdentityCenter, OidcClient } from './directory.ts';
import { oidcError } from './oidc-error.ts';

interface Asked {
  readonly client: OidcClient;
  readonly instance: IdentityCenter;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
}

function readAsked(request: ApiRequest, world: World): Asked {
  const parameters = new URLSearchParams(request.query);
  const text = (name: string): string => parameters.get(name) ?? '';
  const client = knownClient(text('client_id'), request, world);
  const { issuer } = client;
  if (!issuer || !client.grantTypes.includes('authorization_code')) throw oidcError('UnauthorizedClientException');
  const redirectUri = text('redirect_uri');
  // The port is of the moment, RFC 8252 7.3; all else is as it was registered.
  if (!client.redirectUris.includes(redirectUri.replace(/^(http:\/\/127\.0\.0\.1):[1-9]\d{0,4}\//, '$1/'))) {
    throw oidcError('InvalidRedirectUriException');
  }
  const wrong = wrongParameter(parameters, {
    response_type: ['code'],
    client_id: /./,
    redirect_uri: /./,
    state: /^.{1,512}$/,
    code_challenge_method: ['S256'],
    code_challenge: challengeForm,
    scopes: /./,
  });
  if (wrong) throw oidcError('InvalidRequestException', `Invalid parameter: ${wrong}`);
  if (
    !text('scopes')
      .split(' ')
      .every((scope) => client.scopes.includes(scope))
  ) {
    throw oidcError('InvalidScopeException');
  }
  return { client, instance: issuer, redirectUri, challenge: text('code_challenge'), state: text('state') };
}

export function showAuthorize(request: ApiRequest, world: World): ApiReply {
  const { instance } = readAsked(request, world);
  return questionPage({ title: `Allow access to your data, ${instance.person}?`, yes: 'Allow access' });
}

export function answerAuthorize(request: ApiRequest, world: World): ApiReply {
  const { directory, clock, faults } = world;
  const { state: sent, ...asked } = readAsked(request, world);
  const state = faults.identityCenter.wrongState ? randomUUID() : sent;
  if (!answerOf(request).yes || faults.identityCenter.denied) {
    return redirect(asked.redirectUri, { error: 'access_denied', state }, 'access_denied');
  }
  const code = newTicket(400);
  directory.codes.set(code, { ...asked, at: clock(), redeemed: false });
  return redirect(asked.redirectUri, { code, state });
}
