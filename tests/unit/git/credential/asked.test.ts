import { describe, expect, test } from 'vitest';
import { askedOf, ownCredentialOf, whyUnanswerable } from '../../../../electron/core/git/credential/asked.ts';
import type { CredentialRequest } from '../../../../electron/core/git/credential/credential-protocol.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const request = (different: Partial<CredentialRequest> = {}): CredentialRequest => ({
  action: 'get',
  protocol: 'https',
  host: HOST,
  path: 'v1/repos/app',
  username: null,
  timeout: null,
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
  test.each<[string, Partial<CredentialRequest>, string | null]>([
    ['another protocol', { protocol: 'http' }, null],
    ['no protocol', { protocol: null }, null],
    ['no host', { host: null }, null],
    ['another host', { host: 'github.com' }, null],
    ['a look-alike', { host: `${HOST}.evil.example` }, null],
    ['another host without a path', { host: 'github.com', path: null }, null],
    ['another protocol without a path', { protocol: 'http', path: null }, null],
    ['no path', { path: null }, 'git.no-path'],
    ['no repository', { path: 'v1/repos/' }, 'git.not-repository'],
    ['another path', { path: 'ann/app.git' }, 'git.not-repository'],
    ['another region', { host: 'git-codecommit.nowhere.amazonaws.com' }, 'git.no-such-host'],
    ['China without its ending', { host: 'git-codecommit.cn-north-1.amazonaws.com' }, 'git.no-such-host'],
    ['an endpoint without its id', { host: 'x.git-codecommit.eu-west-1.vpce.amazonaws.com' }, 'git.no-such-host'],
  ])('%s', (_, different, why) => {
    expect(askedOf(request(different))).toBeNull();
    expect(whyUnanswerable(request(different))?.code ?? null).toBe(why);
  });

  test('it says what was asked, as far as it can be printed', () => {
    const path = `a\u0000\u001b\u202e\u2028${'é'.repeat(200)}`;
    const shown = { host: HOST, path: `a????${'é'.repeat(95)}…` };
    expect(whyUnanswerable(request({ path }))?.params).toEqual(shown);
    expect(whyUnanswerable(request({ path: 'x'.repeat(100) }))?.params.path).toBe('x'.repeat(100));
  });

  test('nothing is wrong with a repository', () => {
    expect(whyUnanswerable(request())).toBeNull();
  });
});

test.each<[Partial<CredentialRequest>, boolean]>([
  [{ username: 'ann-at-123456789012' }, true],
  [{ username: 'ann-at-123456789012', path: null }, true],
  [{ username: 'ann' }, false],
  [{ username: null }, false],
  [{ username: 'ann-at-123456789012', host: 'github.com' }, false],
  [{ username: 'ann-at-123456789012', host: null }, false],
  [{ username: 'ann-at-123456789012', protocol: 'http' }, false],
])('somebody’s own credential: %j %s', (different, isOne) => {
  const why = ownCredentialOf(request(different));
  expect(why).toEqual(
    isOne ? { code: 'git.own-credential', params: { host: HOST, user: 'ann-at-123456789012' } } : null,
  );
});
