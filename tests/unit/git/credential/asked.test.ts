import { describe, expect, test } from 'vitest';
import { askedOf, isWithoutPath } from '../../../../electron/core/git/credential/asked.ts';
import type { CredentialRequest } from '../../../../electron/core/git/credential/credential-protocol.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const request = (different: Partial<CredentialRequest> = {}): CredentialRequest => ({
  action: 'get',
  protocol: 'https',
  host: HOST,
  path: 'v1/repos/app',
  username: null,
  ...different,
});

test('a repository of CodeCommit, over TLS', () => {
  expect(askedOf(request({ host: `${HOST.toUpperCase()}:443`, username: 'ann' }))).toEqual({
    at: { name: HOST, region: 'eu-west-1', partition: 'aws', fips: false, vpce: null },
    host: HOST,
    repository: 'app',
    region: 'eu-west-1',
    username: 'ann',
  });
});

describe('what is not', () => {
  test.each<[string, Partial<CredentialRequest>, boolean]>([
    ['another protocol', { protocol: 'http' }, false],
    ['no protocol', { protocol: null }, false],
    ['no host', { host: null }, false],
    ['another host', { host: 'github.com' }, false],
    ['no path', { path: null }, true],
    ['no repository', { path: 'v1/repos/' }, false],
    ['another path', { path: 'ann/app.git' }, false],
  ])('%s', (_, different, isOnlyWithoutPath) => {
    expect(askedOf(request(different))).toBeNull();
    expect(isWithoutPath(request(different))).toBe(isOnlyWithoutPath);
  });

  test.each<[string, Partial<CredentialRequest>]>([
    ['of another host', { host: 'github.com' }],
    ['without a host', { host: null }],
    ['over another protocol', { protocol: 'http' }],
  ])('without a path %s, nobody’s business of ours', (_, different) => {
    expect(isWithoutPath(request({ path: null, ...different }))).toBe(false);
  });

  test('with a path nothing is missing', () => {
    expect(isWithoutPath(request())).toBe(false);
  });
});
