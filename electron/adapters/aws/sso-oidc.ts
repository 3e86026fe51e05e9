/** The OIDC service of IAM Identity Center through AWS's own client, which is loaded when it is first needed. */
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import {
  explainIdentityCenter,
  type IdentityCenterRefusal,
  oidcAnswer,
} from '../../core/identity-center/explain-identity-center.ts';
import { type Grant, OidcRefused, type SsoOidc } from '../../core/identity-center/port.ts';
import { type AwsConnection, anonymousConfig } from './aws-client.ts';
import { identityCenterError } from './identity-center-error.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** Where Identity Center does not say how often it wants to be asked (RFC 8628, 3.2). */
const INTERVAL_SECONDS = 5;

export function ssoOidc(to: AwsConnection): SsoOidc {
  const open = async (region: string, signal: AbortSignal) => {
    const sdk = await import('@aws-sdk/client-sso-oidc');
    return { sdk, client: new sdk.SSOOIDCClient(anonymousConfig(to, 'SSO_OIDC', region, signal)) };
  };
  return {
    register: (region, { name, scopes, browser }, signal) =>
      asked('register', async () => {
        const { sdk, client } = await open(region, signal);
        const input = {
          clientName: name,
          clientType: 'public',
          scopes: [...scopes],
          ...(browser && {
            grantTypes: ['authorization_code', 'refresh_token'],
            redirectUris: [browser.redirectUri],
            issuerUrl: browser.issuerUrl,
          }),
        };
        const made = await client.send(new sdk.RegisterClientCommand(input));
        const { clientId, clientSecret, clientSecretExpiresAt } = made;
        if (!clientId || !clientSecret || !clientSecretExpiresAt) throw incomplete('client');
        return { client: { id: clientId, secret: new Secret(clientSecret) }, expiresAt: clientSecretExpiresAt * 1000 };
      }),

    async authorizePage(region) {
      const { client } = await open(region, new AbortController().signal);
      const { endpoint, endpointProvider } = client.config;
      const own = await endpoint?.();
      if (own) return `${own.protocol}//${own.hostname}${own.port ? `:${own.port}` : ''}/authorize`;
      const { url } = endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false });
      return `${url.origin}/authorize`;
    },

    startDevice: (region, { id, secret }, startUrl, signal) =>
      asked('device', async () => {
        const { sdk, client } = await open(region, signal);
        const input = { clientId: id, clientSecret: secret.reveal(), startUrl };
        const started = await client.send(new sdk.StartDeviceAuthorizationCommand(input));
        const { deviceCode, userCode, verificationUri, verificationUriComplete, expiresIn, interval } = started;
        if (!deviceCode || !userCode || !verificationUri || !expiresIn) throw incomplete('code');
        return {
          deviceCode: new Secret(deviceCode),
          userCode,
          address: verificationUri,
          addressWithCode: verificationUriComplete ?? verificationUri,
          seconds: expiresIn,
          interval: interval ?? INTERVAL_SECONDS,
        };
      }),

    createToken: (region, { id, secret }, grant, signal) =>
      asked(grant.by === 'refresh' ? 'refresh' : 'code', async () => {
        const { sdk, client } = await open(region, signal);
        const input = { clientId: id, clientSecret: secret.reveal(), ...grantInput(grant) };
        const { accessToken, expiresIn, refreshToken } = await client.send(new sdk.CreateTokenCommand(input));
        if (!accessToken || !expiresIn) throw incomplete('token');
        return {
          accessToken: new Secret(accessToken),
          seconds: expiresIn,
          refreshToken: refreshToken ? new Secret(refreshToken) : null,
        };
      }),
  };
}

function grantInput(grant: Grant) {
  switch (grant.by) {
    case 'code':
      return {
        grantType: 'authorization_code',
        code: grant.code.reveal(),
        codeVerifier: grant.verifier.reveal(),
        redirectUri: grant.redirectUri,
      };
    case 'device':
      return { grantType: DEVICE_GRANT, deviceCode: grant.deviceCode.reveal() };
    case 'refresh':
      return { grantType: 'refresh_token', refreshToken: grant.refreshToken.reveal() };
  }
}

async function asked<T>(action: IdentityCenterRefusal['action'], send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    const error = identityCenterError(thrown);
    throw error ? new OidcRefused(oidcAnswer(error.code), explainIdentityCenter({ action, ...error })) : thrown;
  }
}

const incomplete = (what: string): FailureError =>
  new FailureError('aws.refused', { message: `no ${what} in the answer` });
