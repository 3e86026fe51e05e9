/** Ten megabytes of what a careless expression takes for ever over: this ends only if the work grows with the size. */
import { expect, test, vi } from 'vitest';
import { readProfiles } from '../../../electron/core/aws-files/read-profiles.ts';
import { removeProfile, writeProfile } from '../../../electron/core/aws-files/write-profile.ts';
import { ENTRY, NAME } from './odd-files.ts';

vi.setConfig({ testTimeout: 600_000 });

const SIZE = 10_000_000;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));
const numbered = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');
const token = 'FwoGZXIvYXdz'.repeat(25);

const profile = (i: number) => `[profile-${i}]\naws_access_key_id = ASIA${i}\naws_session_token = ${token}\n\n`;

test.each([
  ['many profiles', () => numbered(25_000, profile)],
  ['very many small profiles', () => numbered(200_000, (i) => `[p${i}]\nregion = x\n`)],
  [
    'keys that leak into many profiles',
    () => `[DEFAULT]\n${numbered(5_000, (i) => `d${i} =\n  x = y\n`)}${numbered(20_000, (i) => `[p${i}]\n`)}`,
  ],
  ['many keys', () => `[a]\n${numbered(25_000, (i) => `k${i} = ${token}\n`)}`],
  ['a value of spaces', () => `[a]\nk = ${fill(' ')}x\n`],
  ['words and comment signs', () => `[a]\nk = ${fill(' x#')}\n`],
  ['one value of many lines', () => `[a]\nk =\n${fill(`  inner = ${token}\n`)}`],
  ['brackets', () => `[${fill('[')}]\n`],
  ['names that almost are ours', () => `["${fill(`"${NAME} `)}]\n`],
  ['a long name and many keys', () => `[${fill('n')}]\n${numbered(20_000, (i) => `k${i} = v\n`)}`],
])('%s', (_, text) => {
  const before = text();
  const written = writeProfile(before, NAME, ENTRY);
  expect(written.ok && written.text.startsWith(before)).toBe(true);
  const removed = removeProfile(written.ok ? written.text : '', NAME);
  expect(removed.ok && removed.text === before).toBe(true);
  readProfiles(before, before);
});
