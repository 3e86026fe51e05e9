/** A new MFA device, and two codes that are to bring one into step. */
import type { FailureTexts } from '../../failure-texts.ts';

export const enrol: FailureTexts<'enrol'> = {
  'enrol.denied': {
    cause: 'A policy in your account doesn’t allow this: {message}',
    fix: 'Send the text below to your AWS administrator.',
  },
  'enrol.no-user': {
    cause: 'This key doesn’t belong to an IAM user ({arn}). Daypass can only set up MFA devices for users.',
    fix: 'Set the device up in the AWS console.',
  },
  'enrol.name-taken': {
    cause: 'Every name for the new MFA device is already taken in this account.',
    fix: 'Have unused devices deleted, or set one up in the AWS console.',
  },
  'enrol.in-use': { cause: 'This MFA device is already in use.', fix: 'Look it up again.' },
  'enrol.too-many': {
    cause: 'AWS allows no more MFA devices here: {message}',
    fix: 'A user can have eight. Remove one in the AWS console, then try again.',
  },
  'enrol.gone': {
    cause: 'AWS can’t find this MFA device or its user: {message}',
    fix: 'It may have been deleted in the meantime. Start over.',
  },
  'enrol.busy': { cause: 'AWS is still changing this user or device.', fix: 'Try again in a moment.' },
  'enrol.over': {
    cause: 'This setup was stopped, and its secret wasn’t kept.',
    fix: 'Start over. You can delete the entry in your authenticator.',
  },
  'enrol.same-code': {
    cause: 'That is the same code twice.',
    fix: 'Type a code, wait for the next one, and type that.',
  },
  'enrol.not-consecutive': {
    cause: 'The two codes don’t follow each other.',
    fix: 'Type the code that your authenticator shows now, then the very next one.',
  },
  'enrol.other-device': {
    cause: 'These codes aren’t from the new device.',
    fix: 'Your authenticator may have several entries. Use the one you just scanned, and type its next two codes.',
  },
  'enrol.off-time': {
    cause: 'These codes are {minutes} min off from AWS’s time: they were typed late, or the phone’s clock is off.',
    fix: 'Type the next two codes. If it keeps happening, have the phone set its time automatically.',
  },
  'enrol.codes-refused': {
    cause: 'AWS didn’t accept the two codes. They must be right and follow each other.',
    fix: 'Type the next two codes.',
  },
};
