// Where AWS's own clients look for the ways in by a browser, the stand-in knows the service and the region.
import { SSOClient } from '@aws-sdk/client-sso';
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { SigninClient } from '@aws-sdk/nested-clients/signin';
import { expect, test } from 'vitest';
import { endpointOf, type Service } from '../aws/regions.ts';

type Client = SSOClient | SSOOIDCClient | SigninClient;

const clients: readonly (readonly [Service, (region: string) => Client])[] = [
  ['signin', (region) => new SigninClient({ region })],
  ['sso-oidc', (region) => new SSOOIDCClient({ region })],
  ['sso', (region) => new SSOClient({ region })],
];
const regions = ['eu-west-1', 'us-east-1', 'af-south-1', 'cn-north-1', 'us-gov-west-1', 'us-gov-east-1'];

test.each(
  clients.flatMap(([service, clientIn]) => regions.map((region) => [service, region, clientIn(region)] as const)),
)('%s in %s', (service, region, { config }) => {
  const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
  expect(endpointOf(url.hostname)).toMatchObject({ service, region: { name: region } });
});

test.each([
  'us-gov-west-1.signin.aws.amazon.com',
  'eu-west-1.signin.amazonaws.cn',
  'nowhere-1.signin.aws.amazon.com',
  'oidc.cn-north-1.amazonaws.com',
  'portal.sso.amazonaws.com',
  'awsapps.com',
])('nobody at %s', (host) => {
  expect(endpointOf(host)).toBeUndefined();
});
