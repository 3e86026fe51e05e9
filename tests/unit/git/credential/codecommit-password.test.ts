import { expect, test } from 'vitest';
import { digest } from '../../../../electron/adapters/digest.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import { codecommitPassword, PASSWORD_LIFE_MS } from '../../../../electron/core/git/credential/codecommit-password.ts';

const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

// Made by `aws codecommit credential-helper get` of AWS CLI 2.9.19 with these keys.
test.each([
  {
    what: 'a session',
    keys: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey, sessionToken: 'FwoGZXIvYXdzEXAMPLE//token==' },
    host: { name: 'git-codecommit.eu-west-1.amazonaws.com', region: 'eu-west-1' },
    repository: 'My.repo_1-x',
    at: '2026-11-24T01:16:13.000Z',
    username: 'ASIAIOSFODNN7EXAMPLE%FwoGZXIvYXdzEXAMPLE//token==',
    password: '20261124T011613Z7135f9caefd7797135840d215b4b76d4a4df8920c425ad358a62dbfb92bd615f',
  },
  {
    what: 'a long-term key at a VPC endpoint',
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey, sessionToken: '' },
    host: { name: 'vpce-0a1b2c3d-4e5f.git-codecommit-fips.us-west-2.vpce.amazonaws.com', region: 'us-west-2' },
    repository: 'a',
    at: '2026-11-24T01:16:13.999Z',
    username: 'AKIAIOSFODNN7EXAMPLE',
    password: '20261124T011613Zadda03cf5f3b56bad51b8dd461508a8ae6f966c84cda0a6dc4035176008d6e46',
  },
])('as AWS makes it: $what', ({ keys, host, repository, at, username, password }) => {
  const made = codecommitPassword(digest, new Secret(keys), host, repository, Date.parse(at));
  expect(made.reveal()).toEqual({ username, password });
});

test('AWS takes it for a quarter of an hour', () => {
  expect(PASSWORD_LIFE_MS).toBe(900_000);
});

test('prints as a mark', () => {
  const keys = { accessKeyId: 'ASIA', secretAccessKey: 'planted', sessionToken: 'planted' };
  const made = codecommitPassword(digest, new Secret(keys), { name: 'h', region: 'r' }, 'a', 0);
  expect(`${made} ${JSON.stringify(made)}`).not.toContain('planted');
});
