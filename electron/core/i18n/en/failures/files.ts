/** The shared credentials and config files. */
import type { FailureTexts } from '../../failure-texts.ts';

export const files: FailureTexts<'profile' | 'file'> = {
  'profile.not-ours': {
    cause: 'Section [{section}] of {path} was not made by Daypass, so it is left alone.',
    fix: 'Choose another name for the session’s profile.',
  },
  'profile.unparseable': {
    cause: '{path} cannot be edited safely (line {line}: {reason}). Nothing was changed.',
    fix: 'Mend that line, then sign in again.',
  },
  'profile.unwritable': {
    cause: '{path} cannot be edited safely: {reason}. Nothing was changed.',
    fix: 'Mend that, or choose another way to give the session to programs.',
  },
  'profile.name-invalid': {
    cause: '“{name}” cannot be the name of a profile.',
    fix: 'Use letters, digits and . _ @ + -, as in “{fitting}”.',
  },
  'profile.name-taken': { cause: 'A profile {name} exists already.', fix: 'Choose another name.' },
  'profile.unknown': {
    cause: 'There is no profile {profile} in Daypass.',
    fix: '“daypass status” lists the profiles.',
  },
  'profile.needed': {
    cause: 'Profile {child} gets its role through {name}.',
    fix: 'Remove or edit {child} first.',
  },
  'file.read-only': {
    cause: '{path} may not be written. Nothing was changed.',
    fix: 'Make it writable for yourself, then try again.',
  },
  'file.disk-full': {
    cause: 'There is no room to write {path}. Nothing was changed.',
    fix: 'Free some space, then try again.',
  },
  'file.unreadable': { cause: '{path} may not be read.', fix: 'Make it readable for yourself, then try again.' },
  'file.changed-meanwhile': {
    cause: 'Another program keeps writing {path}. Nothing was changed.',
    fix: 'Try again in a moment.',
  },
  'file.failed': {
    cause: '{path} cannot be written: {reason}. Nothing was changed.',
    fix: 'Mend that, then try again.',
  },
  'file.unfinished': {
    cause: 'Daypass was ended while it wrote {path}, which has been changed since. What it held before is in {copy}.',
    fix: 'Compare the two, then delete the copy.',
  },
};
