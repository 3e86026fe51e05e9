/** A valid profile and a valid session, with what a test wants different. */
import { Secret } from '../../electron/core/base/secret.ts';
import type { Session } from '../../electron/core/session/state.ts';
import { type ProfileChoice, type ProfileSettings, profileChoice } from '../../electron/core/settings/settings.ts';
import { MORNING } from '../fakes/clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const choiceWith = (different: Partial<ProfileChoice> = {}): ProfileChoice => ({
  ...profileChoice({
    name: 'work-mfa',
    source: 'work',
    region: 'eu-central-1',
    serial: 'arn:aws:iam::123456789012:mfa/ann',
    durationSeconds: 43_200,
  }),
  ...different,
});

export const profileWith = (different: Partial<ProfileSettings> = {}): ProfileSettings => ({
  id: 'p1',
  dailyAt: null,
  ...choiceWith(),
  ...different,
});

export const sessionWith = (different: Partial<Session> = {}): Session => ({
  id: 1,
  credentials: new Secret({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'planted-secret-key',
    sessionToken: 'planted-session-token',
  }),
  expiresAt: MORNING + 12 * HOUR,
  identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' },
  warned: [],
  ...different,
});

export const ROLE = {
  arn: 'arn:aws:iam::210987654321:role/teams/deploy',
  sessionName: 'ann',
  externalId: null,
  through: null,
} as const;

/** No authenticator is stored for any profile. */
export const NO_TOTP = { has: () => false, nextCodeAt: () => null, spentUntil: () => null };
