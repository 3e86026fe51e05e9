/** AWS said no for another reason. */
import type { FailureTexts } from '../../failure-texts.ts';

export const aws: FailureTexts<'policy' | 'role' | 'duration' | 'clock' | 'session' | 'aws'> = {
  'policy.denied': {
    cause: 'A policy in your account denies this: {message}. {reason}',
    fix: 'Ask your AWS administrator.',
  },
  'role.denied': {
    cause: 'You may not assume this role: {message}. {reason}',
    fix: 'Check the role’s ARN and external ID, and whether its trust policy names you. If the role requires MFA, assume it with the key and a code instead of another session.',
  },
  'role.duration': {
    cause: 'The role doesn’t allow a session this long: {message}',
    fix: 'Choose a shorter session. With another session, a role lasts at most one hour.',
  },
  'duration.invalid': {
    cause: 'AWS doesn’t accept this session length: {message}',
    fix: 'Choose between 15 minutes and 36 hours.',
  },
  'clock.skewed': {
    cause: 'This computer’s clock is too far from AWS’s time.',
    fix: 'Try again: Daypass now knows AWS’s time. Better still, set the clock.',
  },
  'clock.off': {
    cause:
      'This computer’s clock is {minutes} min {reason}. From 15 min on, AWS refuses other programs’ requests, and codes made on this computer are wrong.',
    fix: 'Set the clock: on Linux “sudo timedatectl set-ntp true”, on macOS “sudo sntp -sS time.apple.com”, on Windows “w32tm /resync”, in WSL “sudo hwclock -s”.',
  },
  'clock.unheard': {
    cause: 'AWS hasn’t answered since Daypass started, so it isn’t known whether this computer’s clock is right.',
    fix: 'Nothing to do. The next sign-in checks it.',
  },
  'clock.refused': {
    cause:
      'This computer’s clock is {minutes} min {reason}. AWS refuses requests that are more than 15 min off: other programs get SignatureDoesNotMatch (“Signature expired”, “not yet current”) although the secret is right.',
    fix: 'Set the clock: on Linux “sudo timedatectl set-ntp true”, on macOS “sudo sntp -sS time.apple.com”, on Windows “w32tm /resync”, in WSL “sudo hwclock -s”.',
  },
  'session.expired': { cause: 'The session has expired.', fix: 'Sign in again.' },
  'session.none': { cause: 'Profile {profile} isn’t signed in.', fix: 'Sign in first.' },
  'session.unknown': {
    cause:
      'AWS doesn’t know this session in {region}. Its key may have been deleted, it may belong to another partition, or it comes from AWS’s global endpoint, whose sessions aren’t valid in opt-in regions.',
    fix: 'Check the profile’s region, then sign in again.',
  },
  'aws.throttled': { cause: 'AWS is getting too many requests.', fix: 'Try again in a minute.' },
  'aws.region-disabled': {
    cause: 'Region {region} isn’t enabled for this account.',
    fix: 'Choose another region, or have this one enabled.',
  },
  'aws.wrong-region': {
    cause: 'The request was signed for {region} but sent to another region: {message}',
    fix: 'Correct the profile’s region, or AWS_ENDPOINT_URL if it is set.',
  },
  'aws.endpoint': {
    cause: '{variable} isn’t an https URL. Plain http only works for this computer.',
    fix: 'Correct or unset it, then start Daypass again.',
  },
  'aws.refused': {
    cause: 'AWS refused: {message}',
    fix: 'Try again. If it keeps happening, show this text to your AWS administrator.',
  },
};
