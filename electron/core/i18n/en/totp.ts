/** The stored authenticator, which makes the codes. */
export const totp = {
  title: 'One-click sign-in',
  off: 'Off',
  on: 'On',
  onDaily: 'On, and by itself every day at {time}',
  intro: 'Daypass can keep the secret of your authenticator and make the codes itself. Signing in is then one click.',
  warningTitle: 'Both factors on one computer',
  warning:
    'Whoever can use this computer as you can then sign in without your phone, so MFA protects you less. Do it only where that is allowed, and keep the authenticator on your phone as well.',
  secret: 'Secret, or otpauth:// text',
  secretHint: 'AWS shows it once, when the MFA device is made.',
  missing: 'Paste the secret first.',
  picture: 'Or drop or paste a picture of the QR code.',
  choose: 'Choose a picture',
  several: 'There are several codes on this picture. Which is the one of this profile’s MFA device?',
  tooLarge: 'This file is too large for a picture of a QR code.',
  keep: 'Keep it on this computer',
  keeping: 'Keeping…',
  stored: 'The authenticator of {profile} is kept in the keychain.',
  daily: 'Sign in by itself every day',
  dailyAt: 'At',
  dailyHint:
    'At this time, or when the computer next wakes. After a refusal, Daypass does not try again by itself for 12 hours.',
  remove: 'Remove from this computer',
  removeSure: 'Remove it? Codes are typed again then. AWS does not show the secret a second time.',
};
