/** The long-term access key, in the file or in the keychain. */
export const key = {
  title: 'Access key',
  titleOf: 'Access key of {source}',
  rowHint: 'Of profile {source}',
  rotating: 'A rotation is under way',
  looking: 'Looking…',
  file: 'The key of {source} is in the credentials file in plain text.',
  nowhere: 'No key of {source} was found.',
  keep: 'Keep this key in the keychain instead',
  keepBrief: 'Every program that you run can read it there. In the keychain it is encrypted, and only Daypass uses it.',
  keepWhat:
    'Daypass checks with AWS that the key works, encrypts it in the keychain, and only then removes its two lines from the file. The rest of the file stays as it is.',
  others:
    'Other programs that use {source} itself no longer find a key there, and neither do roles with “source_profile = {source}”. While you are signed in, they can use {name} instead.',
  keeping: 'Moving…',
  leaving: 'The key of {source} is in the keychain, and still in the file.',
  leavingWhat: 'It is removed from the file when Daypass next starts and can open it: so it cannot get lost.',
  keychain: 'The key of {source} is in the keychain, and not in the file.',
  putBack: 'Put it back into the file',
  leaveThere: 'Leave it in the file',
  putBackWhat: 'Put it back before you remove Daypass, or when other programs need {source} itself.',
  puttingBack: 'Putting it back…',
  both: 'The file holds a key of {source} again, and that one is used.',
  bothWhat: 'Kept in the keychain, it replaces the one that is there.',
};
