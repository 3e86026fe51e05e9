/** A shared file as it would be without Daypass: what a copy of it may hold, as sessions live on after they have been taken out of the file. */
import type { Bytes } from '../base/bytes.ts';
import { removeConfigProfile } from './config-profile.ts';
import type { SharedFile } from './port.ts';
import { readProfiles } from './read-profiles.ts';
import { removeProfile } from './write-profile.ts';

/** Null where it cannot be told for certain what is ours. */
export function withoutOurs(file: SharedFile, text: Bytes): Bytes | null {
  const isConfig = file === 'config';
  const found = isConfig ? readProfiles('', text) : readProfiles(text, '');
  let left = text;
  for (const { name, region } of found.filter(({ managedByUs }) => managedByUs)) {
    const made = isConfig ? removeConfigProfile(left, name, region ?? '') : removeProfile(left, name);
    if (made.ok) left = made.text;
    // Somebody's own key stands in it: then it is theirs.
    else if (made.refusal.reason !== 'long-term-key') return null;
  }
  return left;
}
