/** The long-term access key, in the file or in the keychain. */
export const key = {
  title: 'Access key',
  titleOf: 'Access key of {source}',
  rowHint: 'Of profile {source}',
  rotating: 'Rotation in progress',
  looking: 'Looking…',
  file: 'The key of {source} is in the credentials file in plain text.',
  nowhere: 'No key of {source} was found.',
  keep: 'Move this key to the keychain',
  keepBrief: 'Every program you run can read it there. In the keychain it is encrypted, and only Daypass uses it.',
  keepWhat:
    'Daypass checks with AWS that the key works, encrypts it in the keychain, and only then removes its two lines from the file. The rest of the file stays the same.',
  others:
    'Other programs that use {source} itself no longer find a key there, nor do roles with “source_profile = {source}”. While you are signed in, they can use {name} instead.',
  keeping: 'Moving…',
  leaving: 'The key of {source} is in the keychain and still in the file.',
  leavingWhat: 'Daypass removes it from the file the next time it starts and can open it, so it can’t get lost.',
  keychain: 'The key of {source} is in the keychain, and not in the file.',
  putBack: 'Move it back to the file',
  leaveThere: 'Keep it in the file',
  putBackWhat: 'Move it back before you uninstall Daypass, or if other programs need {source} itself.',
  puttingBack: 'Moving it back…',
  both: 'The file has a key of {source} again, and that one is used.',
  bothWhat: 'Moving it to the keychain replaces the one there.',
};
