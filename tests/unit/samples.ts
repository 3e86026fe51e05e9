/** A valid profile and a valid session, with what a test wants different. */
import { Secret } from '../../electron/core/base/secret.ts';
import type { Session } from '../../electron/core/session/state.ts';
import type { ProfileChoice, ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way, WayOf } from '../../electron/core/settings/way.ts';
import { MORNING } from '../fakes/clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const KEY: WayOf<'key'> = {
  is: 'key',
  source: 'work',
  serial: 'arn:aws:iam::123456789012:mfa/ann',
  durationSeconds: 43_200,
  role: null,
};

/** Of a way in with a key, what is different can be said beside the rest; another way is said as a whole. */
export type Different<T> = Partial<T> & Partial<Omit<WayOf<'key'>, 'is'>>;

/** `different` in the shape of the settings. */
export function inShape<T extends { readonly way: Way }>(different: Different<T>, usual: Way = KEY): Partial<T> {
  const { source, serial, durationSeconds, role, way = usual, ...rest } = different;
  const parts = Object.entries({ source, serial, durationSeconds, role }).filter(([, value]) => value !== undefined);
  return { ...rest, way: { ...way, ...Object.fromEntries(parts) } } as unknown as Partial<T>;
}

export const choiceWith = (different: Different<ProfileChoice> = {}): ProfileChoice => ({
  name: 'work-mfa',
  region: 'eu-central-1',
  delivery: 'file',
  warnBefore: [15, 5],
  way: KEY,
  ...inShape(different),
});

export const profileWith = (different: Different<ProfileSettings> = {}): ProfileSettings => ({
  id: 'p1',
  dailyAt: null,
  ...choiceWith(),
  ...inShape(different),
});

export const sessionWith = (different: Partial<Session> = {}): Session => ({
  id: 1,
  credentials: new Secret({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'planted-secret-key',
    sessionToken: 'planted-session-token',
  }),
  expiresAt: MORNING + 12 * HOUR,
  until: null,
  begunAt: MORNING,
  identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' },
  warned: [],
  ...different,
});

export const ROLE = {
  arn: 'arn:aws:iam::210987654321:role/teams/deploy',
  sessionName: 'ann',
  externalId: null,
} as const;

/** A role that the session of profile `parent` takes. */
export const throughWith = (parent: string, different: Partial<WayOf<'session'>> = {}): WayOf<'session'> => ({
  is: 'session',
  parent,
  ...ROLE,
  durationSeconds: 3_600,
  ...different,
});

/** No authenticator is stored for any profile. */
export const NO_TOTP = { has: () => false, nextCodeAt: () => null, spentUntil: () => null };
