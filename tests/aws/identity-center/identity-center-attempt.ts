// Guarantees: IAM Identity Center: OIDC at oidc.REGION.amazonaws.com, the portal at portal.sso.REGION.amazonaws.com, pages
// for a person at device.sso.REGION.amazonaws.com and at *.awsapps.com; all of it at the stand-in's url too, for
// AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_SSO_OIDC and AWS_ENDPOINT_URL_SSO.
//
// A test gets in so:
//   const center = aws.addIdentityCenter({
//     accounts: [{ id: '123456789012', name: 'Production', roles: [{ name: 'Developer' }] }],
//   });                                                    // for the config file: center.startUrl, center.region
//   await aws.browse(address);                             // a person who opens the address and allows it
//   await aws.browse(verificationUri, { userCode });       // … who types a device's code; { answer: 'deny' } cancels
// What goes wrong is in `aws.faults.identityCenter` (identity-center-faults.ts). `aws.requests` has service 'sso-oidc' with
// RegisterClient, ShowAuthorize, Authorize, StartDeviceAuthorization, ShowDevice, AuthorizeDevice and CreateToken (resource:
// authorization_code, device_code or refresh_token), and service 'sso' with ListAccounts, ListAccountRoles,
// GetRoleCredentials (resource: ACCOUNT/ROLE) and Logout.
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { Attempt, World } from '../api-server.ts';
import { AwsError } from '../aws-error.ts';
import { textPage } from '../page.ts';
import { answerAuthorize, showAuthorize } from './authorize.ts';
import { registerClient } from './client.ts';
import { createToken, grantTypeOf } from './create-token.ts';
import { answerDevice, showDevice, startDeviceAuthorization } from './device.ts';
import { oidcErrorReply, portalErrorReply } from './oidc-error.ts';
import { getRoleCredentials, listAccountRoles, listAccounts, logout, type PortalCall, portalCall } from './portal.ts';

type Act = (request: ApiRequest, world: World) => ApiReply;
const refusalPage: Attempt['refuse'] = ({ message, status }) => textPage(message, undefined, status);

const oidc: Readonly<Record<string, readonly [action: string, act: Act, refuse: Attempt['refuse']]>> = {
  'POST /client/register': ['RegisterClient', registerClient, oidcErrorReply],
  'GET /authorize': ['ShowAuthorize', showAuthorize, refusalPage],
  'POST /authorize': ['Authorize', answerAuthorize, refusalPage],
  'POST /device_authorization': ['StartDeviceAuthorization', startDeviceAuthorization, oidcErrorReply],
  'POST /token': ['CreateToken', createToken, oidcErrorReply],
};

const pages: typeof oidc = {
  GET: ['ShowDevice', showDevice, refusalPage],
  POST: ['AuthorizeDevice', answerDevice, refusalPage],
};

const portal: Readonly<Record<string, readonly [action: string, act: (call: PortalCall) => ApiReply]>> = {
  'GET /assignment/accounts': ['ListAccounts', listAccounts],
  'GET /assignment/roles': ['ListAccountRoles', listAccountRoles],
  'GET /federation/credentials': ['GetRoleCredentials', getRoleCredentials],
  'POST /logout': ['Logout', logout],
};

function oidcAttempt(request: ApiRequest, world: World): Attempt | undefined {
  const { endpoint, method, path } = request;
  const isPage = endpoint ? endpoint.service === 'sso-page' : path === '/device' || path === '/start';
  if (endpoint && !isPage && endpoint.service !== 'sso-oidc') return undefined;
  const [action, act, refuse] = (isPage ? pages[method] : oidc[`${method} ${path}`]) ?? [];
  if (!action || !act || !refuse) return undefined;
  const { identityCenter } = world.faults;
  const resource = action === 'CreateToken' ? grantTypeOf(request) : undefined;
  return {
    service: 'sso-oidc',
    action,
    ...(resource ? { resource } : {}),
    act: () => act(request, world),
    refuse,
    lost: () => action === 'CreateToken' && identityCenter.lostReplies > 0 && identityCenter.lostReplies-- > 0,
  };
}

function portalAttempt(request: ApiRequest, world: World): Attempt | undefined {
  const { endpoint, method, path, query } = request;
  const [action, act] = portal[`${method} ${path}`] ?? [];
  if (!action || !act || (endpoint && endpoint.service !== 'sso')) return undefined;
  const asked = new URLSearchParams(query);
  const resource = [asked.get('account_id'), asked.get('role_name')].filter(Boolean).join('/');
  return {
    service: 'sso',
    action,
    ...(resource ? { resource } : {}),
    act: () => act(portalCall(request, world)),
    refuse: portalErrorReply,
  };
}

/** Undefined for what is another service's. */
export function identityCenterAttempt(request: ApiRequest, world: World): Attempt | undefined {
  const { endpoint, method, path } = request;
  const found = oidcAttempt(request, world) ?? portalAttempt(request, world);
  if (found || !endpoint || !['sso-oidc', 'sso', 'sso-page'].includes(endpoint.service)) return found;
  const act = () => {
    throw new AwsError('ResourceNotFoundException', `No ${path}`, 404);
  };
  return { service: endpoint.service, action: `${method} ${path}`, act, refuse: portalErrorReply };
}
