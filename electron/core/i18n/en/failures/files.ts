/** The shared credentials and config files. */
import type { FailureTexts } from '../../failure-texts.ts';

export const files: FailureTexts<'profile' | 'file'> = {
  'profile.not-ours': {
    cause: 'Section [{section}] of {path} wasn’t made by Daypass, so it is left alone.',
    fix: 'Choose another name for the session’s profile.',
  },
  'profile.outranked': {
    cause: 'Section [{section}] of {path} has {setting}. AWS’s tools would use that for {name} instead of the session.',
    fix: 'Remove it, or choose another name for the session’s profile.',
  },
  'profile.own-key': {
    cause:
      'Section [{section}] of {path} holds a long-term key (AKIA…) instead of the session. Daypass leaves it alone.',
    fix: 'Move that key to its own section and delete this one, or choose another name for the session’s profile.',
  },
  'profile.replaced': {
    cause: 'Another program changed section [{section}] of {path}. It no longer holds the session.',
    fix: 'Sign in again to restore it.',
  },
  'profile.no-region': {
    cause: 'Profile {name} has no region in {path}, so the AWS CLI asks for one. Daypass didn’t make that section.',
    fix: 'Add it with “aws configure set region {region} --profile {name}”.',
  },
  'profile.default-first': {
    cause: 'Section [{section}] of {path} has {setting}, which AWS’s tools use before this endpoint.',
    fix: 'Rename that section, or leave out “--endpoint”.',
  },
  'profile.unparseable': {
    cause: '{path} can’t be edited safely (line {line}: {reason}). Nothing was changed.',
    fix: 'Fix that line, then sign in again.',
  },
  'profile.unwritable': {
    cause: '{path} can’t be edited safely: {reason}. Nothing was changed.',
    fix: 'Fix that, or choose another way for programs to get the session.',
  },
  'profile.name-invalid': {
    cause: '“{name}” isn’t a valid profile name.',
    fix: 'Use letters, digits and . _ @ + -, such as “{fitting}”.',
  },
  'profile.name-taken': { cause: 'Profile {name} already exists.', fix: 'Choose another name.' },
  'profile.unknown': {
    cause: 'Daypass has no profile {profile}.',
    fix: '“daypass status” lists the profiles.',
  },
  'profile.needed': {
    cause: 'Profile {child} gets its role through {name}.',
    fix: 'Remove or edit {child} first.',
  },
  'profile.short-lived': {
    cause:
      'The keys of this sign-in last 15 minutes. Programs would keep using expired ones from the credentials file.',
    fix: 'Choose credential_process: programs then ask Daypass and get current keys.',
  },
  'file.read-only': {
    cause: '{path} isn’t writable. Nothing was changed.',
    fix: 'Make it writable for you, then try again.',
  },
  'file.disk-full': {
    cause: 'There is no space to write {path}. Nothing was changed.',
    fix: 'Free some space, then try again.',
  },
  'file.unreadable': { cause: '{path} isn’t readable.', fix: 'Make it readable for you, then try again.' },
  'file.changed-meanwhile': {
    cause: 'Another program keeps changing {path}. Nothing was changed.',
    fix: 'Try again in a moment.',
  },
  'file.failed': {
    cause: '{path} can’t be written: {reason}. Nothing was changed.',
    fix: 'Fix that, then try again.',
  },
  'file.unfinished': {
    cause:
      'Daypass stopped while it was writing {path}, and the file has changed since. Its earlier content is in {copy}.',
    fix: 'Compare the two, then delete the copy.',
  },
};
