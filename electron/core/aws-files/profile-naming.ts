/** How a profile's section is called in each of the two files. */
import type { Naming } from './find-section.ts';
import type { SharedFile } from './port.ts';

export const namingOf: Record<SharedFile, (profile: string) => Naming> = {
  credentials: (profile) => ({
    header: profile,
    isExact: (name) => name === profile,
    isAlike: (name) => name.replace(/["'\\]/g, '').trim() === profile,
  }),

  /** `default` alone may stand without the word `profile`. Quotes are read by all, other spellings only by some. */
  config(profile) {
    const isDefault = profile === 'default';
    const spelt = [`profile ${profile}`, `profile "${profile}"`, `profile '${profile}'`];
    const exact = isDefault ? [...spelt, profile] : spelt;
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
  },
};
