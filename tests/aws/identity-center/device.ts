// Guarantees: a device without a browser is let in by a person elsewhere who types or opens its code; until then it is
// told to wait, and to slow down where it asks before its time more than once.
import { randomInt } from 'node:crypto';
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { answerOf, questionPage, textPage } from '../page.ts';
import { newTicket } from '../pkce.ts';
import { authenticatedClient, deviceCodeGrant, type JsonBody, readJson, textOf } from './client.ts';
import type { DeviceGrant, OidcClient } from './directory.ts';
import { jsonReply, oidcError } from './oidc-error.ts';

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const fourLetters = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

export function startDeviceAuthorization(request: ApiRequest, world: World): ApiReply {
  const { directory, clock, faults } = world;
  const body = readJson(request);
  const client = authenticatedClient(body, request, world);
  if (!client.grantTypes.includes(deviceCodeGrant)) throw oidcError('UnauthorizedClientException');
  const region = request.endpoint?.region?.name;
  const instance = directory.at(textOf(body, 'startUrl'), region);
  if (!instance) throw oidcError('InvalidRequestException', 'No such start URL');
  const { codeSeconds: expiresIn, pollSeconds: interval } = faults.identityCenter;
  const deviceCode = newTicket(120);
  const userCode = `${fourLetters()}-${fourLetters()}`;
  directory.devices.set(deviceCode, {
    client,
    instance,
    userCode,
    at: clock(),
    state: 'asked',
    pause: interval * 1000,
    lastPoll: 0,
    earlyPolls: 0,
  });
  const verificationUri = region
    ? `https://${request.host.replace(/^oidc\./, 'device.sso.')}/`
    : `${request.origin}/device`;
  const verificationUriComplete = `${verificationUri}?user_code=${userCode}`;
  return jsonReply({ deviceCode, userCode, verificationUri, verificationUriComplete, expiresIn, interval });
}

export function showDevice({ query }: ApiRequest): ApiReply {
  const userCode = new URLSearchParams(query).get('user_code') ?? '';
  return questionPage({ title: 'Authorize the request of a device?', yes: 'Confirm and allow', userCode });
}

export function answerDevice(request: ApiRequest, world: World): ApiReply {
  const { directory, faults } = world;
  const { yes, form } = answerOf(request);
  const userCode = form.get('user_code') ?? new URLSearchParams(request.query).get('user_code');
  const grant = [...directory.devices.values()].find((one) => one.userCode === userCode && one.state === 'asked');
  if (!grant || isOver(grant, world)) throw oidcError('InvalidRequestException', `No such code: ${userCode}`);
  grant.state = yes && !faults.identityCenter.denied ? 'granted' : 'denied';
  const title = grant.state === 'granted' ? 'Request approved' : 'Request denied';
  return { ...textPage(title), outcome: grant.state === 'granted' ? 'ok' : 'access_denied' };
}

const isOver = ({ at }: DeviceGrant, { clock, faults }: World): boolean =>
  clock() >= at + faults.identityCenter.codeSeconds * 1000;

function waitLonger(grant: DeviceGrant, now: number): never {
  const early = now < grant.lastPoll + grant.pause;
  grant.lastPoll = now;
  // AWS's own client asks twice before its first pause.
  if (early && grant.earlyPolls++ > 0) {
    grant.pause += 5000;
    throw oidcError('SlowDownException');
  }
  throw oidcError('AuthorizationPendingException');
}

/** The person's answer to this device, once. */
export function answeredDevice(body: JsonBody, client: OidcClient, world: World): DeviceGrant {
  const grant = world.directory.devices.get(textOf(body, 'deviceCode'));
  if (!grant || grant.client !== client || grant.state === 'redeemed') throw oidcError('InvalidGrantException');
  if (isOver(grant, world)) throw oidcError('ExpiredTokenException');
  if (grant.state === 'denied') throw oidcError('AccessDeniedException');
  if (grant.state === 'asked') waitLonger(grant, world.clock());
  grant.state = 'redeemed';
  return grant;
}
