import { expect, test } from 'vitest';
import { codecommitHost, repositoryOf } from '../../../electron/core/git/codecommit-host.ts';

const plain = { partition: 'aws', fips: false, vpce: null };

test.each([
  ['git-codecommit.us-east-1.amazonaws.com', { ...plain, region: 'us-east-1' }],
  ['git-codecommit.ap-southeast-4.amazonaws.com', { ...plain, region: 'ap-southeast-4' }],
  ['git-codecommit-fips.ca-central-1.amazonaws.com', { ...plain, region: 'ca-central-1', fips: true }],
  ['git-codecommit.us-gov-west-1.amazonaws.com', { ...plain, region: 'us-gov-west-1', partition: 'aws-us-gov' }],
  ['git-codecommit.cn-north-1.amazonaws.com.cn', { ...plain, region: 'cn-north-1', partition: 'aws-cn' }],
  [
    'vpce-0a1b2c3d-4e5f.git-codecommit.us-west-2.vpce.amazonaws.com',
    { ...plain, region: 'us-west-2', vpce: 'vpce-0a1b2c3d-4e5f' },
  ],
  [
    'vpce-0a1b-4e5f-us-east-1a.git-codecommit-fips.us-east-1.vpce.amazonaws.com',
    { ...plain, region: 'us-east-1', fips: true, vpce: 'vpce-0a1b-4e5f-us-east-1a' },
  ],
  ['vpce-a.git-codecommit.us-west-2.vpce.amazonaws.com', { ...plain, region: 'us-west-2', vpce: 'vpce-a' }],
  ['git-codecommit.mx-central-12.amazonaws.com', { ...plain, region: 'mx-central-12' }],
  ['git-codecommit.euro-abcdefghijkl-b-c-1.amazonaws.com', { ...plain, region: 'euro-abcdefghijkl-b-c-1' }],
  ['git-codecommit.us-government-1.amazonaws.com', { ...plain, region: 'us-government-1' }],
  [
    `vpce-${'a'.repeat(58)}.git-codecommit.us-west-2.vpce.amazonaws.com`,
    { ...plain, region: 'us-west-2', vpce: `vpce-${'a'.repeat(58)}` },
  ],
])('%s', (host, found) => {
  expect(codecommitHost(host)).toEqual({ ...found, name: host });
  expect(codecommitHost(`${host}:1`)).toEqual({ ...found, name: host });
  expect(codecommitHost(`${host}:65535`)).toEqual({ ...found, name: host });
  expect(codecommitHost(`${host}:8443`)).toEqual({ ...found, name: host });
  expect(codecommitHost(host.toUpperCase())).toEqual({ ...found, name: host });
});

const REAL = 'git-codecommit.us-east-1.amazonaws.com';

test.each([
  '',
  'github.com',
  `${REAL}.evil.example`,
  `evil-${REAL}`,
  `evil.${REAL}`,
  `${REAL}.`,
  `.${REAL}`,
  `${REAL}/`,
  `${REAL}@evil.example`,
  `user@${REAL}`,
  `${REAL}:`,
  `${REAL}:0`,
  `${REAL}:65536`,
  `${REAL}:00000`,
  `${REAL}:000443`,
  'git-codecommit.u-east-1.amazonaws.com',
  'git-codecommit.north-east-1.amazonaws.com',
  'git-codecommit.us-1.amazonaws.com',
  'git-codecommit.us--1.amazonaws.com',
  'git-codecommit.us-abcdefghijklm-1.amazonaws.com',
  'git-codecommit.us-a-b-c-d-1.amazonaws.com',
  'git-codecommit.us-east-123.amazonaws.com',
  'git-codecommit.us-east-.amazonaws.com',
  'git-codecommit.us-east-x.amazonaws.com',
  `vpce-${'a'.repeat(59)}.git-codecommit.us-west-2.vpce.amazonaws.com`,
  'vpce-a_b.git-codecommit.us-west-2.vpce.amazonaws.com',
  'git-codecommitxus-east-1.amazonaws.com',
  'git-codecommit.us-east-1.amazonawsxcom',
  'git-codecommit.cn-north-1.amazonaws.comxcn',
  'vpce-0a1bxgit-codecommit.us-east-1.vpce.amazonaws.com',
  'vpce-0a1b.git-codecommit.us-east-1xvpce.amazonaws.com',
  `${REAL}:443:443`,
  `${REAL}:x`,
  `${REAL}\n`,
  `${REAL}\nevil.example`,
  `${REAL} `,
  `${REAL}%00.evil.example`,
  `${REAL}#.evil.example`,
  'git-codecommit.us-east-1.amazonaws.com.cn',
  'git-codecommit.cn-north-1.amazonaws.com',
  'git-codecommit.us-east-1.amazonaws.co',
  'git-codecommit.us-east-1xamazonaws.com',
  'git-codecommit.us-east-1.evil.amazonaws.com',
  'git-codecommit.evil.amazonaws.com',
  'git-codecommit..amazonaws.com',
  'git-codecommit-fips-x.us-east-1.amazonaws.com',
  'git-codecommit.us-east-1.vpce.amazonaws.com',
  'vpce-0a1b.git-codecommit.us-east-1.amazonaws.com',
  'a.vpce-0a1b.git-codecommit.us-east-1.vpce.amazonaws.com',
  'vpce-.git-codecommit.us-east-1.vpce.amazonaws.com',
  'evil.git-codecommit.us-east-1.vpce.amazonaws.com',
  'codecommit.us-east-1.amazonaws.com',
  // The kelvin sign and the long s are letters k and s to a careless comparison.
  'git-codecommit.us-eaſt-1.amazonaws.com',
  'git-codecommit.us-east-1.amazonawſ.com',
  'git-codecommit.uk-east-1.amazonaws.com'.replace('k', '\u212a'),
])('is not CodeCommit: %j', (host) => {
  expect(codecommitHost(host)).toBeNull();
});

test.each([
  ['v1/repos/a', 'a'],
  ['/v1/repos/a', 'a'],
  ['v1/repos/My.repo_1-x', 'My.repo_1-x'],
  ['v1/repos/.hidden', '.hidden'],
  [`v1/repos/${'x'.repeat(100)}`, 'x'.repeat(100)],
])('the repository of %j', (path, name) => {
  expect(repositoryOf(path)).toBe(name);
});

test.each([
  '',
  'v1/repos/',
  'v1/repos',
  'v1/repos/a/',
  'v1/repos/a/b',
  '//v1/repos/a',
  'V1/repos/a',
  'x/v1/repos/a',
  'v1/repos/..',
  'v1/repos/.',
  'v1/repos/a b',
  'v1/repos/a%2fb',
  'v1/repos/ä',
  'v1/repos/a\n',
  'v1/repos/a?x',
  `v1/repos/${'x'.repeat(101)}`,
])('no repository: %j', (path) => {
  expect(repositoryOf(path)).toBeNull();
});
