/** Choosing account and role of a company's sign-in. */
export const portal = {
  which: 'Where does your company sign in?',
  other: 'At another address',
  startUrl: 'AWS access portal URL',
  startUrlHint: 'Such as https://example.awsapps.com/start',
  ssoRegion: 'Region of IAM Identity Center',
  signIn: 'Sign in to choose account and role',
  account: 'Account',
  role: 'Role',
  filter: 'Search',
  none: 'No matches',
  chosen: '{role} in account {account} at {portal}',
  chooseAgain: 'Choose another',
  invalid: {
    startUrl: 'An address like https://d-1234567890.awsapps.com/start.',
    account: 'Sign in, then choose an account.',
    role: 'Choose a role.',
  },
};
