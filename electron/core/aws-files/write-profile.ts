/** Writes a session into its own section of the credentials file, and takes it away again. */
import type { Bytes } from '../base/bytes.ts';
import { clearKeys, type Setting, setKeys } from './edit-section.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { isProfileName } from './profile-name.ts';
import { namingOf } from './profile-naming.ts';

export interface ProfileEntry {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

const KEYS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'x_security_token_expires'];

/** Makes `[name]` hold the session and `manager = daypass`. Refuses a section of that name that is not ours. */
export function writeProfile(text: Bytes, name: string, entry: ProfileEntry): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  const settings = settingsOf(entry);
  if (!settings) return { ok: false, refusal: { reason: 'bad-value' } };
  return setKeys(text, namingOf.credentials(name), settings);
}

/** Takes the session out of `[name]`, with the section itself where nothing of someone's own was added to it. */
export function removeProfile(text: Bytes, name: string): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  return clearKeys(text, namingOf.credentials(name), KEYS);
}

function settingsOf(entry: ProfileEntry): Setting[] | undefined {
  const values = [entry.accessKeyId, entry.secretAccessKey, entry.sessionToken, isoSeconds(entry.expiresAt)];
  // What AWS gives is Base64 at most; a value that began with `#` would be a comment to some.
  if (!values.every((value) => /^[\w+/=:.~-]+$/.test(value))) return undefined;
  return KEYS.map((name, at) => [name, values[at] ?? '']);
}

/** ISO 8601 in UTC, the form that shell prompts read; empty for what is no time of our era. */
export function isoSeconds(time: number): string {
  const inRange = time >= 0 && time < Date.UTC(10_000, 0);
  return inRange ? `${new Date(time).toISOString().slice(0, 19)}Z` : '';
}
