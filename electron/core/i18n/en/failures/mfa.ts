/** The six digits and the device that makes them. */
import type { FailureTexts } from '../../failure-texts.ts';

export const mfa: FailureTexts<'code' | 'device' | 'totp'> = {
  'code.malformed': { cause: 'A code is six digits.', fix: 'Type the six digits your authenticator shows.' },
  'code.used': {
    cause: 'This code was already used. AWS accepts each code once.',
    fix: 'Wait {seconds} s for the next one.',
  },
  'code.rejected': {
    cause: 'AWS didn’t accept the code. It is wrong or was already used.',
    fix: 'Type the next code. If it keeps happening, check that the time on your authenticator is right.',
  },
  'code.drifting': {
    cause: 'AWS has refused three codes in a row. The time on your authenticator may have drifted.',
    fix: 'Resynchronize it in Daypass’s window with two codes in a row.',
  },
  'code.clock': {
    cause: 'AWS has refused three codes in a row, and this computer’s clock is {minutes} min {reason}.',
    fix: 'If your authenticator is on this computer, set the clock. If it is on your phone, resynchronize it in Daypass’s window with two codes.',
  },
  'device.refused': {
    cause: 'AWS couldn’t check the code. The MFA device isn’t this user’s, or it had too many attempts.',
    fix: 'Check the device in the profile; it may not have the user’s name. If it is right, wait five minutes.',
  },
  'device.cooling-down': {
    cause: 'This MFA device had many attempts. After more, AWS locks it for some minutes.',
    fix: 'Wait {seconds} s, then type a new code.',
  },
  'device.new': {
    cause: 'The new MFA device hasn’t reached all of AWS yet.',
    fix: 'Type the next code.',
  },
  'device.none': {
    cause: 'This user has no MFA device.',
    fix: 'Click “Set up an MFA device here” when you edit the profile, or add one in the AWS console under Security credentials.',
  },
  'device.fido-only': {
    cause: 'This user only has security keys, which make no codes.',
    fix: 'Sign in with them in the browser, with a new profile or “daypass add --browser”. Or also set up a virtual MFA device.',
  },
  'device.other': {
    cause:
      '{serial} isn’t this user’s MFA device. AWS would say “unable to validate MFA code”. The user has: {serials}',
    fix: 'Choose the right device in the profile.',
  },
  'device.list-denied': {
    cause: 'This user may not list MFA devices.',
    fix: 'Enter the device’s ARN. The AWS console shows it under Security credentials.',
  },
  'device.serial-malformed': {
    cause: 'This isn’t the ARN of an MFA device.',
    fix: 'It looks like arn:aws:iam::123456789012:mfa/name.',
  },
  'device.other-account': {
    cause:
      'The MFA device {serial} isn’t in this key’s account, {account}. A device only works for its own user. No code was used.',
    fix: 'Choose a device of {arn}, or the profile that holds the other account’s key.',
  },
  'totp.secret-malformed': {
    cause: 'This isn’t an authenticator secret.',
    fix: 'Paste the otpauth:// text, or the secret AWS showed when the device was created.',
  },
  'totp.unsupported': {
    cause: 'AWS doesn’t use codes of this kind ({what}).',
    fix: 'It must be TOTP with SHA-1, six digits every 30 seconds. Check that it is for your AWS device.',
  },
  'totp.picture-unreadable': {
    cause: 'This picture can’t be read.',
    fix: 'Use a PNG or JPEG, such as a screenshot.',
  },
  'totp.no-qr': {
    cause: 'There is no QR code in this picture.',
    fix: 'The whole code must be visible, straight and sharp. Or paste the secret.',
  },
  'totp.box-unavailable': {
    cause: 'The keychain that holds the authenticator’s secret can’t be opened.',
    fix: 'Unlock it, then try again, or type a code.',
  },
  'totp.unreadable': {
    cause: 'The stored secret of the authenticator can no longer be opened.',
    fix: 'Type a code. Then remove the secret in Settings and add it again.',
  },
  'totp.refused': {
    cause: 'AWS didn’t accept the code from the stored authenticator.',
    fix: 'Type a code. If that works, the stored secret is for another device: remove it in Settings and add the right one.',
  },
};
