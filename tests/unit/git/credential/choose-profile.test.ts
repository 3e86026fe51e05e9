import { expect, test } from 'vitest';
import { chooseProfile } from '../../../../electron/core/git/credential/choose-profile.ts';

const profile = (id: string, region: string, key: string | null = 'default') => ({
  id,
  name: `${id}-mfa`,
  key,
  region,
});
const asked = {
  host: 'git-codecommit.us-east-1.amazonaws.com',
  repository: 'app',
  region: 'us-east-1',
  username: null,
};
const KEY = 'git-codecommit.us-east-1.amazonaws.com/app';

const one = profile('one', 'us-east-1', 'work');
const two = profile('two', 'us-east-1', 'home');
const far = profile('far', 'eu-west-1', 'home');
/** It signs in with the browser. */
const keyless = profile('keyless', 'us-east-1', null);

test.each([
  {
    what: 'the one of the region before the one that has the name of its source',
    profiles: [far, one],
    username: 'home',
    chosen: 'far',
  },
  {
    what: 'a name before a source',
    profiles: [profile('a', 'us-east-1', 'b-mfa'), profile('b', 'us-east-1')],
    username: 'b-mfa',
    chosen: 'b',
  },
  { what: 'a user of a URL that is empty', profiles: [one, two], username: '', chosen: 'ask' },
  { what: 'no profile', profiles: [], chosen: null },
  { what: 'the only one for the region', profiles: [far, one], chosen: 'one' },
  { what: 'the only one at all, wherever', profiles: [far], chosen: 'far' },
  { what: 'the only one of its partition', profiles: [far, profile('cn', 'cn-north-1')], chosen: 'far' },
  { what: 'none but one of another partition', profiles: [profile('cn', 'cn-north-1')], chosen: null },
  {
    what: 'one of another partition that the URL names',
    profiles: [profile('cn', 'cn-north-1')],
    username: 'cn-mfa',
    chosen: null,
  },
  { what: 'two for the region', profiles: [one, two, far], chosen: 'ask' },
  { what: 'two, none for the region', profiles: [far, profile('other', 'eu-west-1')], chosen: 'ask' },
  { what: 'the remembered one', profiles: [one, two], remembered: { [KEY]: 'two' }, chosen: 'two' },
  { what: 'the remembered one of another region', profiles: [one, far], remembered: { [KEY]: 'far' }, chosen: 'far' },
  { what: 'a remembered one that is gone', profiles: [one, two], remembered: { [KEY]: 'gone' }, chosen: 'ask' },
  {
    what: 'the remembered one beside one that rests on no key',
    profiles: [one, keyless],
    remembered: { [KEY]: 'one' },
    chosen: 'one',
  },
  { what: 'two, of which one rests on no key', profiles: [one, keyless], chosen: 'ask' },
  { what: 'another repository’s memory', profiles: [one, two], remembered: { [`${KEY}2`]: 'two' }, chosen: 'ask' },
  {
    what: 'the one the URL names',
    profiles: [one, two],
    username: 'two-mfa',
    remembered: { [KEY]: 'one' },
    chosen: 'two',
  },
  { what: 'the one whose source the URL names', profiles: [one, two], username: 'work', chosen: 'one' },
  { what: 'a source that two have', profiles: [one, two, far], username: 'home', chosen: 'ask' },
  { what: 'a user that is no profile', profiles: [one, two], username: 'someone', chosen: 'ask' },
  { what: 'a memory named as every object’s', profiles: [one, two], repository: 'constructor', chosen: 'ask' },
])('$what: $chosen', ({ profiles, remembered = {}, username = null, repository = 'app', chosen }) => {
  const choice = chooseProfile({ ...asked, username, repository }, profiles, remembered as Record<string, string>);
  expect(choice.is === 'profile' ? choice.id : choice.is === 'none' ? null : choice.is).toBe(chosen);
});
