import { expect, test } from 'vitest';
import { trialTarget } from '../../../electron/core/doctor/trial-target.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const URL = `https://${HOST}/v1/repos/app`;
const seen = (text: string, region = 'eu-west-1') => {
  const target = trialTarget(text, region);
  return target && [target.url, target.asked.host, target.asked.repository, target.asked.username];
};

test.each([
  ['app', [URL, HOST, 'app', null]],
  [`${HOST}/app`, [URL, HOST, 'app', null]],
  [URL, [URL, HOST, 'app', null]],
  [`${URL}/`, [`${URL}/`, HOST, 'app', null]],
  [URL.replace('https', 'HTTPS'), [URL.replace('https', 'HTTPS'), HOST, 'app', null]],
  [URL.replace('//', '//me:planted@'), [URL.replace('//', '//me:planted@'), HOST, 'app', 'me']],
  ['codecommit://app', ['codecommit://app', HOST, 'app', null]],
  ['codecommit://work@app', ['codecommit://work@app', HOST, 'app', 'work']],
  [
    'codecommit::us-east-1://work@app',
    ['codecommit::us-east-1://work@app', 'git-codecommit.us-east-1.amazonaws.com', 'app', 'work'],
  ],
])('%s', (text, target) => {
  expect(seen(text)).toEqual(target);
});

test('in China the host ends so', () => {
  expect(seen('app', 'cn-north-1')?.[1]).toBe('git-codecommit.cn-north-1.amazonaws.com.cn');
});

test.each([
  '',
  'a b',
  'a/b',
  '..',
  '-c',
  '--upload-pack=x',
  'https://github.com/a/b',
  `http://${HOST}/v1/repos/app`,
  `ssh://${HOST}/v1/repos/app`,
  `https://${HOST}.evil.example/v1/repos/app`,
  `https://${HOST}/v1/repos/`,
  `https://${HOST}/v1/repos/a/b`,
  'codecommit://',
  'codecommit::nowhere://app',
  'codecommit::eu-west-1://a/b',
  'ext::sh -c x',
])('none is: %s', (text) => {
  const target = trialTarget(text, 'eu-west-1');
  // A word that begins with a dash can be a name, and is no option: it is only ever a part of a URL.
  if (/^-/.test(text)) expect(target?.url ?? 'https://').toMatch(/^https:/);
  else expect(target).toBeNull();
});
