/** Error messages of other programs, explained. */
export const explain = {
  title: 'Explain an error message',
  paste: 'Error message',
  hint: 'Paste what the terminal or log says, as much as you like. Nothing is saved or sent.',
  here: 'On this computer',
  meaning: 'What it means',
  found: 'Known messages: {n}',
  unknown: 'Daypass doesn’t know this message.',
  sendOn:
    'Show the text below to your AWS administrator or to the developers of the program. Passwords, tokens and keys were removed; check it again before you send it.',
  nothing: 'There is no text to explain.',
  copy: 'Text without secrets',
  words: {
    host: 'Host',
    repository: 'Repository',
    region: 'Region',
    profile: 'Profile',
    service: 'Service',
    action: 'Call',
    permission: 'Permission',
    status: 'Status',
    time: 'AWS’s time',
  },
};
