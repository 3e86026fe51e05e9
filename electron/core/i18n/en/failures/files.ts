/** The shared credentials and config files. */
import type { FailureTexts } from '../../failure-texts.ts';

export const files: FailureTexts<'profile' | 'file'> = {
  'profile.not-ours': {
    cause: 'Section [{section}] of {path} was not made by Daypass, so it is left alone.',
    fix: 'Choose another name for the session’s profile.',
  },
  'profile.outranked': {
    cause: 'Section [{section}] of {path} has {setting}: AWS’s tools would use that for {name}, not the session.',
    fix: 'Remove that, or choose another name for the session’s profile.',
  },
  'profile.own-key': {
    cause:
      'Section [{section}] of {path} holds a long-term key (AKIA…) in place of the session. Daypass leaves it alone.',
    fix: 'Give that key a section of its own and delete this one, or choose another name for the session’s profile.',
  },
  'profile.replaced': {
    cause: 'Section [{section}] of {path} no longer holds the session: another program has changed it.',
    fix: 'Sign in again, which writes it again.',
  },
  'profile.no-region': {
    cause: 'Profile {name} names no region in {path}, so the AWS CLI asks for one. That section is not Daypass’s.',
    fix: '“aws configure set region {region} --profile {name}” adds it.',
  },
  'profile.default-first': {
    cause: 'Section [{section}] of {path} has {setting}, which AWS’s tools take before this endpoint.',
    fix: 'Give that section another name, or leave “--endpoint” out.',
  },
  'profile.unparseable': {
    cause: '{path} cannot be edited safely (line {line}: {reason}). Nothing was changed.',
    fix: 'Fix that line, then sign in again.',
  },
  'profile.unwritable': {
    cause: '{path} cannot be edited safely: {reason}. Nothing was changed.',
    fix: 'Fix that, or choose another way to give the session to programs.',
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
  'profile.short-lived': {
    cause: 'The keys of this sign-in last 15 minutes. In the credentials file, programs would go on using old ones.',
    fix: 'Choose credential_process: programs then ask Daypass, and get keys that are still good.',
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
    fix: 'Fix that, then try again.',
  },
  'file.unfinished': {
    cause: 'Daypass was ended while it wrote {path}, which has been changed since. What it held before is in {copy}.',
    fix: 'Compare the two, then delete the copy.',
  },
};
