// Guarantees: a code for the command line is given only to a request whose every parameter is right, by a person at a
// page, and goes where AWS lets it go: to a listener on this machine, or to AWS's own page that shows it.
// https://docs.aws.amazon.com/signin/latest/APIReference/API_dataplane-signin_AuthorizeOAuth2Access.html
import { randomUUID } from 'node:crypto';
import type { User } from '../accounts.ts';
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { answerOf, questionPage, redirect, textPage } from '../page.ts';
import { challengeForm, newTicket, wrongParameter } from '../pkce.ts';
import { crossDevice, sameDevice, whyNot } from './permission.ts';
import { invalid } from './signin-error.ts';

export const confirmationPath = '/v1/sessions/confirmation';
const loopback = /^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}\/oauth\/callback$/;

interface Asked {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
}

function readAsked({ query, origin }: ApiRequest): Asked {
  const parameters = new URLSearchParams(query);
  const text = (name: string): string => parameters.get(name) ?? '';
  const clientId = text('client_id');
  const wrong = wrongParameter(parameters, {
    response_type: ['code'],
    client_id: [sameDevice, crossDevice],
    state: /^.{1,512}$/,
    code_challenge_method: ['SHA-256'],
    code_challenge: challengeForm,
    scope: ['openid'],
    redirect_uri: clientId === crossDevice ? [origin + confirmationPath] : loopback,
  });
  if (wrong) throw invalid(`Invalid parameter: ${wrong}`);
  return { clientId, redirectUri: text('redirect_uri'), challenge: text('code_challenge'), state: text('state') };
}

export function showAuthorize(request: ApiRequest, { accounts }: World): ApiReply {
  readAsked(request);
  const people = accounts.users.map(({ arn }) => arn);
  return questionPage({ title: 'Sign in to the AWS command line', yes: 'Touch the security key', people });
}

/** By ARN or by name; the first of all where nobody is named. */
function personOf(form: URLSearchParams, { accounts }: World): User {
  const named = form.get('user');
  const user = accounts.users.find(({ arn, name }) => named === null || named === arn || named === name);
  if (!user) throw invalid(`No user ${named}`);
  return user;
}

export function answerAuthorize(request: ApiRequest, world: World): ApiReply {
  const { faults, clock, signin } = world;
  const asked = readAsked(request);
  const { yes, form } = answerOf(request);
  const user = personOf(form, world);
  const { clientId, redirectUri, challenge } = asked;
  const state = faults.signin.wrongState ? randomUUID() : asked.state;
  const refuse = (description: string): ApiReply =>
    redirect(redirectUri, { error: 'access_denied', error_description: description, state }, 'access_denied');
  if (!yes || faults.signin.denied) return refuse('The person has cancelled the sign-in.');
  const region = request.endpoint?.region?.name ?? world.region;
  const denied = whyNot('AuthorizeOAuth2Access', { user, region, clientId });
  if (denied) return refuse(denied);
  // The model says 512 at most; those that AWS gives are three times as long.
  const code = newTicket(1560);
  signin.grants.set(code, { clientId, redirectUri, challenge, user, region, at: clock(), redeemed: false });
  return redirect(redirectUri, { code, state });
}

/** Shows the one text to paste. */
export function showConfirmation({ query }: ApiRequest): ApiReply {
  const parameters = new URLSearchParams(query);
  const [code, state] = [parameters.get('code'), parameters.get('state')];
  if (!code || !state) return textPage(parameters.get('error_description') ?? 'Nothing was confirmed');
  const text = Buffer.from(new URLSearchParams({ state, code }).toString()).toString('base64');
  return textPage('Enter this code on the other device', text);
}
