/** A sign-in with the browser. */
import type { FailureTexts } from '../../failure-texts.ts';

export const browser: FailureTexts<'browser'> = {
  'browser.no-way-back': {
    cause: 'The browser couldn’t return to Daypass: no port could be opened on this computer.',
    fix: 'Try again, or sign in on another device.',
  },
  'browser.too-late': {
    cause: 'The sign-in wasn’t finished in the browser within {minutes} minutes.',
    fix: 'Try again. Pages that are still open no longer work.',
  },
  'browser.refused': { cause: 'AWS didn’t sign you in: {message}', fix: 'Try again in the browser.' },
  'browser.stranger': {
    cause: 'While Daypass was waiting for the browser, something else tried to answer. It was rejected.',
    fix: 'If you didn’t reopen an old page, check which programs run on this computer.',
  },
  'browser.paste-malformed': {
    cause: 'That isn’t the text that AWS shows at the end.',
    fix: 'Copy all of the text on the page where the sign-in ends.',
  },
  'browser.paste-other': {
    cause: 'That text belongs to another sign-in.',
    fix: 'Open the address shown now, and paste the text from its last page.',
  },
  'browser.code-expired': {
    cause: 'The sign-in took too long for AWS.',
    fix: 'Try again, and finish within a few minutes.',
  },
  'browser.not-permitted': {
    cause:
      'Your policies don’t allow signing in with the browser: signin:AuthorizeOAuth2Access or signin:CreateOAuth2Token is missing.',
    fix: 'Ask your AWS administrator for AWS’s policy SignInLocalDevelopmentAccess, or for this statement: {statement}',
  },
  'browser.password-changed': {
    cause: 'Your password was changed, so AWS ended the sign-in.',
    fix: 'Sign in again with the browser.',
  },
  'browser.ended': { cause: 'AWS ended the sign-in.', fix: 'Sign in again with the browser.' },
  'browser.odd-answer': {
    cause: 'Daypass doesn’t understand the answer of AWS’s sign-in service. Nothing in it was used.',
    fix: 'Try again. If it keeps happening, check for a newer Daypass.',
  },
  'browser.service-down': {
    cause: 'AWS’s sign-in service has a problem: {message}',
    fix: 'Try again later.',
  },
};
