// Guarantees: keys for a code (once) or for a refresh token (each time with a new one) to whoever proves to be the one
// who asked, in AWS's order and form. A refresh that is repeated within the life of the keys it gave gives them again.
import { randomBytes, randomUUID } from 'node:crypto';
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { answersChallenge, newTicket, verifierForm } from '../pkce.ts';
import { provenKey } from './dpop.ts';
import { crossDevice, sameDevice, whyNot } from './permission.ts';
import { invalid, signinError } from './signin-error.ts';
import type { SigninSession, TokenOutput } from './signin-memory.ts';

type Body = Readonly<Record<'clientId' | 'grantType', string>> &
  Partial<Record<'code' | 'codeVerifier' | 'redirectUri' | 'refreshToken', string>>;

const forms: Readonly<Record<keyof Body, RegExp>> = {
  clientId: new RegExp(`^(${sameDevice}|${crossDevice})$`),
  grantType: /^(authorization_code|refresh_token)$/,
  code: /^.{1,2048}$/,
  codeVerifier: verifierForm,
  redirectUri: /^.{1,2048}$/,
  refreshToken: /^.{1,2048}$/,
};

/** What kind of grant it is, for the record, of a body that may be anything. */
export function grantTypeOf({ body }: ApiRequest): string | undefined {
  return /"grantType"\s*:\s*"(authorization_code|refresh_token)"/.exec(body.toString('utf8'))?.[1];
}

function readBody({ body }: ApiRequest): Body {
  let read: Record<string, unknown>;
  try {
    read = Object(JSON.parse(body.toString('utf8')));
  } catch {
    throw invalid('The body is not JSON');
  }
  const needed = read.grantType === 'refresh_token' ? ['refreshToken'] : ['code', 'codeVerifier', 'redirectUri'];
  for (const name of ['clientId', 'grantType', ...needed] as (keyof Body)[]) {
    const value = read[name];
    if (typeof value !== 'string' || !forms[name].test(value)) throw invalid(`Invalid parameter: ${name}`);
  }
  return read as unknown as Body;
}

/** A code or a token counts in the region that has given it; an address on this machine is of every region. */
const isElsewhere = ({ endpoint }: ApiRequest, { region }: { readonly region: string }): boolean =>
  endpoint?.region !== undefined && endpoint.region.name !== region;

/** The session's life is counted from the moment at which the person touched the key. */
function issue(session: SigninSession, { accounts, clock, faults, signin }: World): TokenOutput {
  const { user } = session;
  const denied = whyNot('CreateOAuth2Token', session);
  if (denied) throw signinError('INSUFFICIENT_PERMISSIONS', denied);
  const end = session.started + faults.signin.sessionSeconds * 1000;
  const expiresIn = Math.ceil(Math.min(faults.signin.keySeconds, (end - clock()) / 1000));
  if (expiresIn <= 0) throw signinError('TOKEN_EXPIRED', 'The session has expired');
  const expires = clock() + expiresIn * 1000;
  const keys = accounts.openSession(user, { expires, mfa: !faults.signin.withoutMfa, global: false });
  const refreshToken = newTicket(1400);
  signin.tickets.set(refreshToken, { session });
  const { accessKeyId, secret: secretAccessKey } = keys;
  const accessToken = { accessKeyId, secretAccessKey, sessionToken: keys.session.token };
  return { accessToken, tokenType: 'aws_sigv4', expiresIn, refreshToken };
}

/** Nobody checks its signature, so it has none that could be checked. */
function idTokenOf({ user, clientId, region }: SigninSession, now: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(now / 1000);
  const iss = `https://${region}.signin.aws.amazon.com`;
  const claims = { iss, sub: user.arn, aud: clientId, iat, exp: iat + 900, jti: randomUUID() };
  return [
    part({ typ: 'JWT', alg: 'ES384', kid: randomUUID() }),
    part(claims),
    randomBytes(96).toString('base64url'),
  ].join('.');
}

function redeem(request: ApiRequest, body: Body, thumbprint: string, world: World): TokenOutput {
  const { clock, faults, signin } = world;
  const grant = signin.grants.get(body.code ?? '');
  if (
    !grant ||
    grant.clientId !== body.clientId ||
    grant.redirectUri !== body.redirectUri ||
    isElsewhere(request, grant)
  ) {
    throw invalid('The authorization code is not for this client, address and region');
  }
  if (!answersChallenge(body.codeVerifier ?? '', grant.challenge)) throw invalid('The code verifier does not match');
  if (grant.redeemed || clock() >= grant.at + faults.signin.codeSeconds * 1000) {
    throw signinError('AUTHCODE_EXPIRED', 'The authorization code has expired');
  }
  const { clientId, user, region, at } = grant;
  const session = { clientId, user, region, thumbprint, started: at };
  const output = issue(session, world);
  grant.redeemed = true;
  return { ...output, idToken: idTokenOf(session, clock()) };
}

function refresh(request: ApiRequest, body: Body, thumbprint: string, world: World): TokenOutput {
  const { clock, faults, signin } = world;
  const ticket = signin.tickets.get(body.refreshToken ?? '');
  const { session } = ticket ?? {};
  if (!ticket || session?.clientId !== body.clientId || isElsewhere(request, session)) {
    throw invalid('The refresh token is not for this client and region');
  }
  if (session.thumbprint !== thumbprint) throw invalid('The DPoP proof is of another key than before');
  if (clock() >= session.started + faults.signin.sessionSeconds * 1000) {
    throw signinError('TOKEN_EXPIRED', 'The session has expired');
  }
  if (ticket.used) {
    const { output, expires } = ticket.used;
    const expiresIn = Math.ceil((expires - clock()) / 1000);
    if (expiresIn <= 0) throw signinError('TOKEN_EXPIRED', 'The refresh token has been used');
    return { ...output, expiresIn };
  }
  const output = issue(session, world);
  ticket.used = { output, expires: clock() + output.expiresIn * 1000 };
  return output;
}

export function createToken(request: ApiRequest, world: World): ApiReply {
  const { refusal } = world.faults.signin;
  if (refusal) throw signinError(refusal);
  const body = readBody(request);
  const thumbprint = provenKey(request, world.clock(), world.signin.proofs);
  const output = (body.grantType === 'refresh_token' ? refresh : redeem)(request, body, thumbprint, world);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status: 200, headers, body: JSON.stringify(output) };
}
