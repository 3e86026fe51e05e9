import { expect, test } from 'vitest';
import { knownNames } from '../../../../electron/core/git/config/known-names.ts';

const profile = (name: string, key: string | null, region = 'us-east-1') => ({ id: name, name, key, region });
const names = (...profiles: readonly ReturnType<typeof profile>[]) =>
  knownNames(profiles).map(({ name, region }) => `${name} ${region}`);

test('a profile is known by its name and by that of its key', () => {
  expect(names(profile('work-mfa', 'work'))).toEqual(['work-mfa us-east-1', 'work us-east-1']);
});

test('a name before a source, and each once', () => {
  const both = [profile('a', 'b', 'eu-west-1'), profile('b', 'b'), profile('c', 'b')];
  expect(names(...both)).toEqual(['a eu-west-1', 'b us-east-1', 'c us-east-1']);
});

test.each(['a b', 'a"', 'ü', '', 'a\nb', 'a]'])('no URL can name %j', (source) => {
  expect(names(profile('a-mfa', source))).toEqual(['a-mfa us-east-1']);
});
