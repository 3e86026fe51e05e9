/** A new MFA device, and two codes that are to bring one into step. */
import type { FailureTexts } from '../../failure-texts.ts';

export const enrol: FailureTexts<'enrol'> = {
  'enrol.denied': {
    cause: 'A policy of the account does not let this user do it: {message}',
    fix: 'Send the text below to whoever runs the AWS account.',
  },
  'enrol.no-user': {
    cause: 'This key is not an IAM user’s ({arn}), and only users have MFA devices that Daypass can set up.',
    fix: 'Set the device up in the AWS console.',
  },
  'enrol.name-taken': {
    cause: 'Every name that Daypass would give the new MFA device is taken in this account.',
    fix: 'Have devices that belong to nobody deleted, or set one up in the AWS console.',
  },
  'enrol.in-use': { cause: 'This MFA device is in use already.', fix: 'Look for the device again.' },
  'enrol.too-many': {
    cause: 'AWS allows no more MFA devices here: {message}',
    fix: 'A user has eight at most. Remove one in the AWS console, then try again.',
  },
  'enrol.gone': {
    cause: 'AWS does not find this MFA device or its user: {message}',
    fix: 'It may have been deleted meanwhile. Begin again.',
  },
  'enrol.busy': { cause: 'AWS is still changing this user or device.', fix: 'Try again in a moment.' },
  'enrol.over': {
    cause: 'This setup has been broken off, and nothing of its secret was kept.',
    fix: 'Begin again; the entry in your authenticator can be deleted.',
  },
  'enrol.same-code': {
    cause: 'That was the same code twice.',
    fix: 'Type a code, wait until your authenticator shows the next, and type that.',
  },
  'enrol.not-consecutive': {
    cause: 'The two codes do not follow each other.',
    fix: 'Type the code that your authenticator shows now, and then the one right after it.',
  },
  'enrol.other-device': {
    cause: 'These codes are not of the new device.',
    fix: 'Your authenticator may have several entries: take the one you have just scanned. Then type its next two codes.',
  },
  'enrol.off-time': {
    cause: 'These codes are {minutes} min away from AWS’s time: they were typed late, or the phone’s clock is off.',
    fix: 'Type the next two codes. If it stays so, have the phone set its time by itself.',
  },
  'enrol.codes-refused': {
    cause: 'AWS did not accept the two codes: they must be right and follow each other.',
    fix: 'Type the next two.',
  },
};
