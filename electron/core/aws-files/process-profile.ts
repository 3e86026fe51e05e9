/** Writes a profile without any key into the config file: one that asks a program for its credentials. */
import type { Bytes } from '../base/bytes.ts';
import { clearKeys, setKeys } from './edit-section.ts';
import type { Naming } from './find-section.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { isProfileName } from './profile-name.ts';

const KEY = 'credential_process';

/** Makes `[profile name]` run this command line; its region and output stay. Refuses a section that is not ours. */
export function writeProcessProfile(text: Bytes, name: string, command: string): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  return setKeys(text, configNaming(name), [[KEY, command]]);
}

/** Takes the command out of `[profile name]`, with the section itself where nothing else was added to it. */
export function removeProcessProfile(text: Bytes, name: string): ProfileEdit {
  if (!isProfileName(name)) return { ok: false, refusal: { reason: 'bad-name' } };
  return clearKeys(text, configNaming(name), [KEY]);
}

/** `default` alone may stand without the word `profile`. Quotes are read by all, other spellings only by some. */
function configNaming(profile: string): Naming {
  const isDefault = profile === 'default';
  const exact = [`profile ${profile}`, `profile "${profile}"`, `profile '${profile}'`, ...(isDefault ? [profile] : [])];
  return {
    header: isDefault ? profile : `profile ${profile}`,
    isExact: (name) => exact.includes(name.replace('\t', ' ')),
    isAlike: (name) => {
      const loose = name.replace(/["'\\]/g, '').trim();
      const [word, second, third] = loose.split(/\s+/);
      const isProfile = word?.startsWith('profile') === true && second === profile && third === undefined;
      return isProfile || loose === `profile.${profile}` || (isDefault && loose === profile);
    },
  };
}
