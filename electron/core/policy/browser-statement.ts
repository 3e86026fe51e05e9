/** The statement that lets a user sign in with the browser, as `aws login` does. */

export const BROWSER_ACTIONS = ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'] as const;

/** On one line, to be put among the statements of a policy. */
export const browserStatement = (): string =>
  JSON.stringify({ Sid: 'SignInWithBrowser', Effect: 'Allow', Action: BROWSER_ACTIONS, Resource: '*' });
