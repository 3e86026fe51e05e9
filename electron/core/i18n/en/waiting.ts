/** git waits for a session. */
export const waiting = {
  title: 'git is waiting for {repository}',
  several: 'git is waiting for {n} repositories',
  hint: 'Type the code and it goes on by itself.',
  hintStored: 'Sign in and it goes on by itself.',
  choose: 'Which profile is {repository} for?',
  switchTo: 'It waits for {profile}',
  cancel: 'Stop waiting',
};
