/** AWS said no for another reason. */
import type { FailureTexts } from '../../failure-texts.ts';

export const aws: FailureTexts<'policy' | 'role' | 'duration' | 'clock' | 'session' | 'aws'> = {
  'policy.denied': {
    cause: 'A policy of the account denies this: {message}. {reason}',
    fix: 'Ask whoever runs the AWS account.',
  },
  'role.denied': {
    cause: 'The role may not be assumed: {message}. {reason}',
    fix: 'Check the role’s ARN and external ID, and whether its trust policy names you. Where that asks for MFA, set the profile up without “through”, so that its own code is sent.',
  },
  'role.duration': {
    cause: 'The role does not allow a session this long: {message}',
    fix: 'Choose a shorter duration. From another session a role lasts one hour at most.',
  },
  'duration.invalid': {
    cause: 'AWS does not accept this duration: {message}',
    fix: 'Choose between 15 minutes and 36 hours.',
  },
  'clock.skewed': {
    cause: 'This computer’s clock is too far from AWS’s.',
    fix: 'Try again: Daypass has learned AWS’s time. Better, set the clock.',
  },
  'clock.off': {
    cause:
      'This computer’s clock is {minutes} min {reason}. AWS and Daypass bear that, but from 15 min on AWS refuses what other programs ask, and codes that this computer makes are wrong.',
    fix: 'Set the clock: on Linux “sudo timedatectl set-ntp true”, on macOS “sudo sntp -sS time.apple.com”, on Windows “w32tm /resync”, in WSL “sudo hwclock -s”.',
  },
  'clock.unheard': {
    cause:
      'Whether this computer’s clock is right is known once AWS has answered; it has not since Daypass was started.',
    fix: 'Nothing; a sign-in asks it.',
  },
  'clock.refused': {
    cause:
      'This computer’s clock is {minutes} min {reason}. AWS refuses what is signed more than 15 min off: other programs get SignatureDoesNotMatch (“Signature expired”, “not yet current”), though the secret key is right.',
    fix: 'Set the clock: on Linux “sudo timedatectl set-ntp true”, on macOS “sudo sntp -sS time.apple.com”, on Windows “w32tm /resync”, in WSL “sudo hwclock -s”.',
  },
  'session.expired': { cause: 'The session has ended.', fix: 'Sign in again.' },
  'session.none': { cause: 'Profile {profile} is not signed in.', fix: 'Sign in first.' },
  'session.unknown': {
    cause:
      'AWS does not know this session in {region}: the key behind it has been deleted, or it is of another partition, or it comes from AWS’s global address, whose sessions do not count in regions that an account has to switch on.',
    fix: 'Check the region of the profile, then sign in again.',
  },
  'aws.throttled': { cause: 'AWS asks for a pause.', fix: 'Try again in a minute.' },
  'aws.region-disabled': {
    cause: 'Region {region} is not switched on for this account.',
    fix: 'Choose another region, or have this one switched on.',
  },
  'aws.wrong-region': {
    cause: 'The request was signed for {region} and went to the address of another region: {message}',
    fix: 'Correct the region of the profile, or AWS_ENDPOINT_URL where that is set.',
  },
  'aws.endpoint': {
    cause: '{variable} is no https address. Plain http is only for addresses of this computer.',
    fix: 'Correct it or unset it, then start Daypass again.',
  },
  'aws.refused': {
    cause: 'AWS refused: {message}',
    fix: 'Try again; if it stays, show the text to whoever runs the account.',
  },
};
