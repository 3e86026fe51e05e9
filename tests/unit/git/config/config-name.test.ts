import { describe, expect, test } from 'vitest';
import { overlaps, PATTERNS, reachesCodeCommit, splitName } from '../../../../electron/core/git/config/config-name.ts';

test.each([
  ['credential.helper', 'credential', null, 'helper'],
  ['Credential.Helper', 'credential', null, 'helper'],
  ['credential.https://Host.example/Path.useHttpPath', 'credential', 'https://Host.example/Path', 'usehttppath'],
  ['url.https://a.b/.insteadOf', 'url', 'https://a.b/', 'insteadof'],
  ['a.b.c', 'a', 'b', 'c'],
  ['a..c', 'a', '', 'c'],
])('%s', (name, section, subsection, key) => {
  expect(splitName(name)).toEqual({ section, subsection, key });
});

const [PLAIN] = PATTERNS;
const HOST = 'git-codecommit.us-east-1.amazonaws.com';

describe('settings reach the pattern', () => {
  test.each([
    ['of none', null],
    ['of the pattern itself', PLAIN],
    ['of a host', `https://${HOST}`],
    ['without a scheme', HOST],
    ['in capitals', `HTTPS://${HOST.toUpperCase()}`],
    ['with the port of https', `https://${HOST}:443`],
    ['with a user', `https://me@${HOST}`],
    ['with an empty user', `https://@${HOST}`],
    ['with an empty path', `https://${HOST}/`],
    ['with slashes for a path', `https://${HOST}///`],
    ['of a part of the path to the repositories', `https://${HOST}/v1`],
    ['of the path to the repositories', `https://${HOST}/v1/repos`],
    ['of a repository', `https://${HOST}/v1/repos/app`],
    ['of a repository, with a slash', `https://${HOST}/v1/repos/app/`],
    ['of a repository with a sign of users', `https://${HOST}/v1/repos/a@b`],
    ['of any host of as many labels', 'https://*.*.*.*'],
    ['of a host in some region', 'https://git-codecommit.*.amazonaws.com/v1/repos/app'],
    ['of some host in a region', 'https://*.us-east-1.amazonaws.com'],
  ])('%s', (_, subsection) => {
    expect(overlaps(subsection, PLAIN)).toBe(true);
    expect(subsection === null || overlaps(PLAIN, subsection)).toBe(true);
    expect(reachesCodeCommit(subsection)).toBe(true);
  });

  test.each([
    ['of nothing', ''],
    ['of no host', 'https://'],
    ['of another scheme', `http://${HOST}`],
    ['of another port', `https://${HOST}:8443`],
    ['of another port, spelt alike', `https://${HOST}:0443`],
    ['of no port', `https://${HOST}:`],
    ['of a path beside', `https://${HOST}/v2`],
    ['of a path that begins alike', `https://${HOST}/v1/repository`],
    ['of a path that is too short', `https://${HOST}/v1/repo`],
    ['of fewer labels', 'https://*.amazonaws.com'],
    ['of more labels', 'https://*.*.*.*.*'],
    ['of another last label', 'https://git-codecommit.us-east-1.amazonaws.org'],
    ['of another first label', 'https://codecommit.us-east-1.amazonaws.com'],
    ['of China', 'https://git-codecommit.cn-north-1.amazonaws.com.cn'],
    ['of a host after something', `x https://${HOST}`],
  ])('not %s', (_, subsection) => {
    expect(overlaps(subsection, PLAIN)).toBe(false);
  });

  test.each(['', 'http://x', 'https://*.amazonaws.com'])('and a pattern that is %j reaches nothing', (pattern) => {
    expect(overlaps(PLAIN, pattern)).toBe(false);
  });
});

test.each([
  'https://git-codecommit-fips.us-east-1.amazonaws.com',
  'https://git-codecommit.cn-north-1.amazonaws.com.cn',
  'https://vpce-1.git-codecommit.us-east-1.vpce.amazonaws.com',
  'https://vpce-1.git-codecommit-fips.us-east-1.vpce.amazonaws.com',
])('%s is reached by one of the patterns alone', (url) => {
  expect(PATTERNS.filter((pattern) => overlaps(url, pattern))).toHaveLength(1);
  expect(reachesCodeCommit(url)).toBe(true);
});

test.each(['https://github.com', 'https://s3.us-east-1.amazonaws.com'])('%s is not CodeCommit', (url) => {
  expect(reachesCodeCommit(url)).toBe(false);
});
