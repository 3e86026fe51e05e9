/** The long-term access key, in the file or in the keychain. */
export const key = {
  title: 'Access key',
  titleOf: 'Access key of {source}',
  rowHint: 'In profile {source}',
  looking: 'Looking…',
  file: 'The key of {source} is in the credentials file in plain text. Every program that you run can read it.',
  nowhere: 'No key of {source} was found.',
  keep: 'Keep this key in the keychain instead',
  keepWhat:
    'Daypass checks with AWS that the key works, encrypts it in the keychain, and only then removes its two lines from the file. The rest of the file stays as it is.',
  others:
    'Other programs that use {source} itself find no key there any more, nor do roles with “source_profile = {source}”. While you are signed in, {name} serves them instead.',
  keeping: 'Moving…',
  leaving:
    'The key of {source} is in the keychain, and still in the file. When Daypass next starts and can open it, it takes it out of the file: so it cannot be lost.',
  keychain: 'The key of {source} is in the keychain, and not in the file.',
  putBack: 'Put it back into the file',
  leaveThere: 'Leave it in the file',
  putBackWhat: 'Do so before you remove Daypass, or when other programs need {source} itself.',
  puttingBack: 'Putting it back…',
  both: 'The file holds a key of {source} again, and that one is used. Kept, it replaces the one in the keychain.',
};
