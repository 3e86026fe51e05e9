/** The stored authenticator, which makes the codes. */
export const totp = {
  title: 'One-click sign-in',
  off: 'Off',
  on: 'On',
  intro: 'Daypass can make the codes itself, so you sign in with one click.',
  warningTitle: 'Both factors on one computer',
  warning:
    'Anyone who uses this computer as you can then sign in without your phone. Use it only where that is allowed.',
  warningMore:
    'MFA then protects you less. Keep the authenticator on your phone as well: AWS doesn’t show its secret again.',
  secret: 'Secret, or otpauth:// text',
  secretHint: 'AWS shows it once, when you create the MFA device.',
  missing: 'Paste the secret first.',
  picture: 'Or drop or paste a picture of the QR code.',
  choose: 'Choose a picture',
  several: 'This picture has several codes. Which one is for this profile’s MFA device?',
  tooLarge: 'This file is too large to be a picture of a QR code.',
  keep: 'Store on this computer',
  keeping: 'Storing…',
  stored: 'The authenticator of {profile} is stored in the keychain.',
  daily: 'Sign in by itself every day',
  dailyAt: 'At',
  dailyHint: 'At this time, or when the computer next wakes. If AWS refuses, not again for 12 hours.',
  remove: 'Remove from this computer',
  removeSure: 'Remove it? You then type codes again. AWS doesn’t show its secret again.',
};
