/**
 * Writes what the config file says of a profile, which is never a key: its region, and for delivery by a process the
 * program to ask. In a section of somebody else's that gives no credentials only the line of the program is ours.
 */
import type { Bytes } from '../base/bytes.ts';
import { clearKeys, type Setting, setKeys } from './edit-section.ts';
import { findSection, guestMark } from './find-section.ts';
import { parseIni } from './ini.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { isProfileName } from './profile-name.ts';
import { namingOf } from './profile-naming.ts';
import { GIVES_CREDENTIALS } from './who-wins.ts';

const COMMAND = 'credential_process';
const REGION = 'region';

export interface ConfigEntry {
  readonly region: string;
  /** The `credential_process` line; null: none of ours is to stand there. */
  readonly command: string | null;
}

/**
 * Makes `[profile name]` say this. `regionBefore` is replaced where it stands there; another region is a person's own
 * choice, and stays. Refuses a section that is not ours where a command would have to stand in it and cannot.
 */
export function writeConfigProfile(
  text: Bytes,
  name: string,
  { region, command }: ConfigEntry,
  regionBefore = region,
): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  const naming = namingOf.config(name);
  const { ours, theirs, refusal } = findSection(parseIni(text), naming, 'write');
  if (refusal?.reason === 'not-ours') {
    if (command === null) return clearKeys(text, naming, [COMMAND], 'guests');
    if (theirs?.keys.some((key) => GIVES_CREDENTIALS.includes(key.name))) return { ok: false, refusal };
    return setKeys(text, naming, [[COMMAND, command]], 'guests');
  }
  const chosen = ours?.keys.find((key) => key.name === REGION)?.value ?? regionBefore;
  const settings: Setting[] = chosen === regionBefore ? [[REGION, region]] : [];
  const made = setKeys(text, naming, command === null ? settings : [...settings, [COMMAND, command]]);
  if (!made.ok || command !== null) return made;
  const cleared = clearKeys(made.text, naming, [COMMAND]);
  return cleared.ok ? { ...cleared, changed: cleared.text !== text } : cleared;
}

/** Takes our lines out of `[profile name]`, with the section itself where it is ours and nothing else was added to it. */
export function removeConfigProfile(text: Bytes, name: string, region: string): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  const naming = namingOf.config(name);
  const { ours, refusal } = findSection(parseIni(text), naming, 'remove');
  if (refusal?.reason === 'not-ours') return clearKeys(text, naming, [COMMAND], 'guests');
  const isOurs = ours?.keys.some((key) => key.name === REGION && key.value === region);
  return clearKeys(text, naming, isOurs ? [REGION, COMMAND] : [COMMAND]);
}

/** Whether something of ours stands there. */
export function isInConfig(text: Bytes, name: string): boolean {
  const ini = parseIni(text);
  return [undefined, guestMark([COMMAND])].some((mark) => findSection(ini, namingOf.config(name), 'remove', mark).ours);
}
