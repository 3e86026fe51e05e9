/** The six digits and the device that makes them. */
import type { FailureTexts } from '../../failure-texts.ts';

export const mfa: FailureTexts<'code' | 'device' | 'totp'> = {
  'code.malformed': { cause: 'A code is six digits.', fix: 'Type the six digits your authenticator shows.' },
  'code.used': {
    cause: 'This code has been used; AWS takes each code once.',
    fix: 'Wait for the next one: {seconds} s.',
  },
  'code.rejected': {
    cause: 'AWS did not accept the code: it is wrong, or has been used.',
    fix: 'Type the next code. If it keeps happening, check that the time on your authenticator is right.',
  },
  'code.drifting': {
    cause: 'AWS has refused three codes of this device in a row; the time on your authenticator may have drifted.',
    fix: 'Resynchronise it in Daypass’s window: that takes two codes, one after the other.',
  },
  'code.clock': {
    cause: 'AWS has refused three codes in a row, and this computer’s clock is {minutes} min {reason}.',
    fix: 'If your authenticator runs on this computer, set the clock. If it is on your phone, resynchronise it in Daypass’s window with two codes.',
  },
  'device.refused': {
    cause: 'AWS could not check the code: the MFA device is not this user’s, or it has had too many tries.',
    fix: 'Check the device in the profile, whose name need not be the user’s; if it is right, wait five minutes.',
  },
  'device.cooling-down': {
    cause: 'This MFA device has had many tries; AWS would lock it for some minutes.',
    fix: 'Wait {seconds} s, then type a new code.',
  },
  'device.new': {
    cause: 'AWS does not know the new MFA device everywhere yet.',
    fix: 'Type the next code.',
  },
  'device.none': {
    cause: 'This user has no MFA device.',
    fix: 'Press “Set up an MFA device here” in the form of the profile, or add one in the AWS console under Security credentials.',
  },
  'device.fido-only': {
    cause: 'This user has only security keys, which make no code.',
    fix: 'Sign in with them in the browser, as the form of a profile and “daypass add --browser” offer. Or set up a virtual MFA device as well.',
  },
  'device.other': {
    cause:
      '{serial} is no MFA device of this user’s, so AWS would say “unable to validate MFA code”. The user has: {serials}',
    fix: 'Choose the right device in the profile.',
  },
  'device.list-denied': {
    cause: 'This user may not list MFA devices.',
    fix: 'Enter the ARN of the device. The AWS console shows it under Security credentials.',
  },
  'device.serial-malformed': {
    cause: 'This is not the ARN of an MFA device.',
    fix: 'It looks like arn:aws:iam::123456789012:mfa/name.',
  },
  'device.other-account': {
    cause:
      'The MFA device {serial} is not in the account of this key, {account}, and a device signs in only its own user. No code was spent.',
    fix: 'Choose a device of {arn}, or the profile that holds the other account’s key.',
  },
  'totp.secret-malformed': {
    cause: 'This is not a secret of an authenticator.',
    fix: 'Paste the otpauth:// text or the secret AWS showed when the device was made.',
  },
  'totp.unsupported': {
    cause: 'AWS takes no codes of this kind ({what}).',
    fix: 'It must be TOTP with SHA-1, six digits every 30 seconds. Check that it is that of your AWS device.',
  },
  'totp.picture-unreadable': {
    cause: 'This is no picture that can be read.',
    fix: 'Use a PNG or JPEG picture, such as a screenshot.',
  },
  'totp.no-qr': {
    cause: 'No QR code was found in this picture.',
    fix: 'The whole code must be on it, straight and sharp. Or paste the secret.',
  },
  'totp.box-unavailable': {
    cause: 'The keychain that holds the authenticator’s secret cannot be opened.',
    fix: 'Unlock it, then try again, or type a code.',
  },
  'totp.unreadable': {
    cause: 'The kept secret of the authenticator cannot be opened any more.',
    fix: 'Type a code; in Settings, remove the secret and add it again.',
  },
  'totp.refused': {
    cause: 'AWS did not accept the code made from the kept secret.',
    fix: 'Type one. If that works, the kept secret is another device’s: in Settings, remove it and add the right one.',
  },
};
