/** A sign-in with the browser. */
import type { FailureTexts } from '../../failure-texts.ts';

export const browser: FailureTexts<'browser'> = {
  'browser.no-way-back': {
    cause: 'The browser could not hand the sign-in back: no port of this computer could be opened.',
    fix: 'Try again, or sign in on another device.',
  },
  'browser.too-late': {
    cause: 'Nobody finished the sign-in in the browser within {minutes} minutes.',
    fix: 'Try again; a page that is still open counts no more.',
  },
  'browser.refused': { cause: 'AWS did not sign you in: {message}', fix: 'Try again in the browser.' },
  'browser.stranger': {
    cause: 'While a sign-in waited for the browser, something else tried to answer in its place. It was refused.',
    fix: 'If you did not open an old page again, look at which programs run on this computer.',
  },
  'browser.paste-malformed': {
    cause: 'That is not the text that AWS shows at the end.',
    fix: 'Copy all of it, from the page that the sign-in ends on.',
  },
  'browser.paste-other': {
    cause: 'That text belongs to another sign-in.',
    fix: 'Open the address that is shown now, and paste the text at its end.',
  },
  'browser.code-expired': {
    cause: 'What the browser brought back was too old for AWS.',
    fix: 'Try again, and finish within a few minutes.',
  },
  'browser.not-permitted': {
    cause:
      'Your policies do not let you sign in with the browser: they lack signin:AuthorizeOAuth2Access or signin:CreateOAuth2Token.',
    fix: 'Ask whoever runs the account for AWS’s policy SignInLocalDevelopmentAccess, or for this statement: {statement}',
  },
  'browser.password-changed': {
    cause: 'Your password was changed, so AWS has ended the sign-in.',
    fix: 'Sign in again with the browser.',
  },
  'browser.ended': { cause: 'AWS has ended the sign-in.', fix: 'Sign in again with the browser.' },
  'browser.odd-answer': {
    cause: 'AWS’s sign-in service answered with something that Daypass does not understand. Nothing of it was used.',
    fix: 'Try again; if it stays, look for a newer Daypass.',
  },
  'browser.service-down': {
    cause: 'AWS’s sign-in service has a fault of its own: {message}',
    fix: 'Try again in a while.',
  },
};
