/** Of each meaning, what on this computer bears on it: checks of the doctor, the likeliest first, and whether sessions do. */
import type { FailureCode } from '../base/failure.ts';
import type { CheckName } from '../doctor/check.ts';

export interface Bearing {
  readonly checks: readonly CheckName[];
  readonly sessions: boolean;
}

const checks = (...names: CheckName[]): Bearing => ({ checks: names, sessions: false });
const sessions = (...names: CheckName[]): Bearing => ({ checks: names, sessions: true });

export const BEARING: { readonly [code in FailureCode]?: Bearing } = {
  'heard.git-403': sessions('keychain', 'git-set-up', 'git-config', 'profiles'),
  'git.said-401': sessions('git-set-up', 'git-config', 'keychain'),
  'heard.git-404': checks('profiles'),
  'heard.git-no-helper': checks('git', 'git-set-up'),
  'heard.git-transport': checks('git-set-up'),
  'heard.git-program': checks('git-set-up', 'git-config'),
  'heard.git-no-password': sessions('git-set-up', 'git-config', 'daypass'),
  'session.expired': sessions('profiles'),
  'heard.no-credentials': sessions('profiles'),
  'heard.profile-missing': sessions('profiles'),
  'heard.process-failed': sessions('profiles'),
  'heard.source-profile': sessions('profiles'),
  'heard.half-a-key': sessions(),
  'heard.asks-code': sessions(),
  'heard.key-unknown': sessions('profiles'),
  'heard.no-mfa': sessions('profiles'),
  'heard.denied': sessions('profiles'),
  'heard.bad-request': sessions('profiles'),
  'heard.region-missing': checks('profiles'),
  'heard.config-unread': checks('profiles'),
  'key.wrong-secret': checks('profiles'),
  'code.rejected': checks('profiles'),
  'device.refused': checks('profiles'),
  'heard.unknown-caller': checks('daypass'),
  'heard.not-running': checks('daypass'),
};
