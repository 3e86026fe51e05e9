/** Ten megabytes of what a careless expression takes for ever over: these tests end only if the work grows with the size. */
import { expect, test, vi } from 'vitest';
import { readProfiles } from '../../../electron/core/profile/read-profiles.ts';
import { removeProfile, writeProfile } from '../../../electron/core/profile/write-profile.ts';
import { ENTRY, NAME } from './odd-files.ts';

vi.setConfig({ testTimeout: 600_000 });

const SIZE = 10_000_000;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));
const profiles = () =>
  Array.from({ length: 150_000 }, (_, i) => `[profile-${i}]\naws_access_key_id = AKIA${i}\nregion = eu-west-1\n\n`);

test.each([
  ['many profiles', () => profiles().join('')],
  ['a value of spaces', () => `[a]\nk = ${fill(' ')}x\n`],
  ['words and comment signs', () => `[a]\nk = ${fill(' x#')}\n`],
  ['one value of many lines', () => `[a]\nk =\n${fill('  a setting that goes on = and on\n')}`],
  ['brackets', () => `[${fill('[')}]\n`],
  ['names that almost are ours', () => `["${fill(`"${NAME} `)}]\n`],
  [
    'a long name and many keys',
    () =>
      `[${fill('n').slice(SIZE / 2)}]\n${profiles()
        .slice(0, 20_000)
        .map((_, i) => `k${i} = v\n`)
        .join('')}`,
  ],
])('%s', (_, text) => {
  const before = text();
  const written = writeProfile(before, NAME, ENTRY);
  expect(written.ok && written.text.startsWith(before)).toBe(true);
  const removed = removeProfile(written.ok ? written.text : '', NAME);
  expect(removed.ok && removed.text === before).toBe(true);
  readProfiles(before, before);
});
