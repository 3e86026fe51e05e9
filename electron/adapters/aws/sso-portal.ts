/** The access portal of IAM Identity Center through AWS's own client, which is loaded when it is first needed. */
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import {
  explainIdentityCenter,
  type IdentityCenterRefusal,
} from '../../core/identity-center/explain-identity-center.ts';
import type { SsoPortal } from '../../core/identity-center/port.ts';
import { type AwsConnection, anonymousConfig } from './aws-client.ts';
import { identityCenterError } from './identity-center-error.ts';

/** The most that AWS gives at once. */
const PAGE = 100;

export function ssoPortal(to: AwsConnection): SsoPortal {
  const open = async (region: string, signal: AbortSignal) => {
    const sdk = await import('@aws-sdk/client-sso');
    return { sdk, client: new sdk.SSOClient(anonymousConfig(to, 'SSO', region, signal)) };
  };
  const page = (token: Secret<string>, next: string | null) => ({
    accessToken: token.reveal(),
    maxResults: PAGE,
    ...(next !== null && { nextToken: next }),
  });
  return {
    accounts: (region, token, next, signal) =>
      asked('lists', async () => {
        const { sdk, client } = await open(region, signal);
        const { accountList = [], nextToken } = await client.send(new sdk.ListAccountsCommand(page(token, next)));
        const items = accountList.flatMap(({ accountId, accountName = '', emailAddress = '' }) =>
          accountId ? [{ id: accountId, name: accountName, email: emailAddress }] : [],
        );
        return { items, next: nextToken || null };
      }),

    roles: (region, token, accountId, next, signal) =>
      asked('lists', async () => {
        const { sdk, client } = await open(region, signal);
        const input = { ...page(token, next), accountId };
        const { roleList = [], nextToken } = await client.send(new sdk.ListAccountRolesCommand(input));
        return { items: roleList.flatMap(({ roleName }) => roleName ?? []), next: nextToken || null };
      }),

    credentials: (region, token, { account, role }, signal) =>
      asked('credentials', async () => {
        const { sdk, client } = await open(region, signal);
        const input = { accessToken: token.reveal(), accountId: account, roleName: role };
        const { roleCredentials } = await client.send(new sdk.GetRoleCredentialsCommand(input));
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
        if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) {
          throw new FailureError('aws.refused', { message: 'no credentials in the answer' });
        }
        return { credentials: new Secret({ accessKeyId, secretAccessKey, sessionToken }), expiresAt: expiration };
      }),

    logout: (region, token, signal) =>
      asked('lists', async () => {
        const { sdk, client } = await open(region, signal);
        await client.send(new sdk.LogoutCommand({ accessToken: token.reveal() }));
      }),
  };
}

async function asked<T>(action: IdentityCenterRefusal['action'], send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    const error = identityCenterError(thrown);
    throw error ? FailureError.of(explainIdentityCenter({ action, ...error })) : thrown;
  }
}
