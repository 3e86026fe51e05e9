// Guarantees: who has a living access token is shown the accounts and roles of its person, page by page, and given
// credentials of any of these, which STS, S3 and CodeCommit take; nobody else is, and nothing after signing out.
import type { RoleSession } from '../accounts.ts';
import type { ApiReply, ApiRequest } from '../api-request.ts';
import type { World } from '../api-server.ts';
import { AwsError } from '../aws-error.ts';
import { regionNamed } from '../regions.ts';
import type { AccountChoice, PortalSession } from './directory.ts';
import type { PortalException } from './identity-center-faults.ts';
import { jsonReply } from './oidc-error.ts';

const statuses: Readonly<Record<PortalException, number>> = {
  InvalidRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  ResourceNotFoundException: 404,
  TooManyRequestsException: 429,
};

const portalError = (name: PortalException, message: string = name): AwsError =>
  new AwsError(name, message, statuses[name]);

export interface PortalCall {
  readonly session: PortalSession;
  readonly query: URLSearchParams;
  readonly world: World;
}

/** The session of the bearer token. */
export function portalCall(request: ApiRequest, world: World): PortalCall {
  const { directory, clock, faults } = world;
  const refusal = faults.identityCenter.portalRefusal;
  if (refusal) throw portalError(refusal);
  const token = directory.accessTokens.get(request.header('x-amz-sso_bearer_token') ?? '');
  const { session } = token ?? {};
  const elsewhere = request.endpoint?.region && request.endpoint.region.name !== session?.instance.region;
  if (!token || !session || session.signedOut || elsewhere || clock() >= token.expires) {
    throw portalError('UnauthorizedException', 'Session token not found or invalid');
  }
  return { session, query: new URLSearchParams(request.query), world };
}

function pageOf<T>(all: readonly T[], { query, world }: PortalCall): { page: readonly T[]; nextToken?: string } {
  const given = query.get('next_token');
  const start = given === null ? 0 : Number(/^page-(\d+)$/.exec(Buffer.from(given, 'base64url').toString())?.[1]);
  const most = Number(query.get('max_result') ?? 100);
  if (!(start <= all.length) || !(most >= 1 && most <= 100)) throw portalError('InvalidRequestException');
  const end = start + Math.min(most, world.faults.identityCenter.pageSize);
  const nextToken = end < all.length ? Buffer.from(`page-${end}`).toString('base64url') : undefined;
  return { page: all.slice(start, end), ...(nextToken ? { nextToken } : {}) };
}

function accountOf({ session, query }: PortalCall): AccountChoice {
  const account = session.instance.accounts.find(({ id }) => id === query.get('account_id'));
  if (!account) throw portalError('ForbiddenException', 'No access');
  return account;
}

export function listAccounts(call: PortalCall): ApiReply {
  const { page, ...more } = pageOf(call.session.instance.accounts, call);
  const accountList = page.map(({ id, name, email }) => ({ accountId: id, accountName: name, emailAddress: email }));
  return jsonReply({ ...more, accountList });
}

export function listAccountRoles(call: PortalCall): ApiReply {
  const account = accountOf(call);
  const { page, ...more } = pageOf(account.roles, call);
  return jsonReply({ ...more, roleList: page.map(({ name }) => ({ roleName: name, accountId: account.id })) });
}

export function getRoleCredentials(call: PortalCall): ApiReply {
  const { session, query, world } = call;
  const account = accountOf(call);
  const role = account.roles.find(({ name }) => name === query.get('role_name'));
  if (!role) throw portalError('ForbiddenException', 'No access');
  const { person, region } = session.instance;
  const partition = regionNamed(region)?.partition ?? 'aws';
  const principal: RoleSession = {
    kind: 'role',
    partition,
    accountId: account.id,
    arn: `arn:${partition}:sts::${account.id}:assumed-role/${role.roleName}/${person}`,
    userId: `${role.roleId}:${person}`,
    policy: role.policy,
  };
  const expires = Math.floor(world.clock() / 1000 + role.seconds) * 1000;
  const keys = world.accounts.openSession(principal, { expires, mfa: false, global: false });
  const { accessKeyId, secret: secretAccessKey } = keys;
  const sessionToken = keys.session.token;
  return jsonReply({ roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expires } });
}

export function logout({ session }: PortalCall): ApiReply {
  session.signedOut = true;
  return { status: 200, headers: {}, body: '' };
}
