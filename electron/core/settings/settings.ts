/** All that Daypass remembers between starts and that is no secret: its shape, its limits and its defaults. */

import { REGION } from '../aws/names.ts';
import { PROFILE_NAME } from '../aws-files/profile-name.ts';
import {
  flag,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  type Parsed,
  record,
  text,
  time,
} from '../base/parse.ts';
import { profileId } from './profile-id.ts';
import { rotationJournal } from './rotation-journal.ts';
import { way } from './way.ts';
import { withWay } from './way-before.ts';
import { LARGEST_ZOOM, SMALLEST_ZOOM } from './zoom.ts';

/** What a person chooses for a profile. */
export const profileChoice = object({
  /** The section of the credentials file that Daypass writes. */
  name: text(64, PROFILE_NAME),
  region: text(32, REGION),
  delivery: optional(oneOf('file', 'process'), 'file'),
  /** Minutes before the end at which a notification is shown. */
  warnBefore: optional(list(integer(1, 720), 8), [15, 5]),
  /** How it comes by a session. */
  way,
});
export type ProfileChoice = Parsed<typeof profileChoice>;

/** Hours and minutes, as on a clock with 24 hours. */
export const timeOfDay = text(5, /^([01]\d|2[0-3]):[0-5]\d$/);

/** What Daypass knows of a profile beside that. */
const profileRest = object({
  id: profileId,
  /** When it signs in by itself every day, in local time; only with a stored authenticator. */
  dailyAt: optional(nullable(timeOfDay), null),
});
export type ProfileSettings = ProfileChoice & Parsed<typeof profileRest>;

/** What an earlier version has stored under another name. */
function renamed(value: unknown, before: string, now: string): unknown {
  const isOld = typeof value === 'object' && value !== null && before in value && !(now in value);
  return isOld ? { ...value, [now]: (value as Record<string, unknown>)[before] } : value;
}

const profile = (value: unknown, at?: string): ProfileSettings => ({
  ...profileChoice(withWay(value), at),
  ...profileRest(renamed(value, 'renewAt', 'dailyAt'), at),
});

/** How far the daily sign-ins of a profile have come, by the computer's clock. */
const dailyProgress = object({
  /** Times of day up to this have been dealt with. */
  seen: time,
  /** When AWS last refused one. */
  refused: nullable(time),
});
export type DailyProgress = Parsed<typeof dailyProgress>;

export const preferences = object({
  language: optional(oneOf('system', 'en', 'zh-TW'), 'system'),
  openAtLogin: optional(flag, false),
  /** Whether git's helper may start Daypass when it is not running. */
  startForGit: optional(flag, true),
  /** On Windows and Linux: the picture in its colours, or in one light or dark ink for a panel of the other kind. */
  trayIcon: optional(oneOf('colour', 'light', 'dark'), 'colour'),
  /** On macOS: the time left beside the icon. */
  menuBarTime: optional(flag, false),
  /** Of what the window shows, in percent. */
  zoom: optional(integer(SMALLEST_ZOOM, LARGEST_ZOOM), 100),
});
export type Preferences = Parsed<typeof preferences>;

const parse = object({
  preferences: optional(preferences, preferences({})),
  profiles: optional(list(profile, 100), []),
  /** The profile that the popover shows. */
  shown: optional(nullable(profileId), null),
  /** 'HOST/REPOSITORY' → the profile that was chosen for it. */
  repositories: optional(record(profileId, 5_000), {}),
  /** By profile. */
  dailies: optional(record(dailyProgress, 100), {}),
  /** By the section that holds, or held, the key. */
  rotations: optional(record(rotationJournal, 100), {}),
});
export type Settings = Parsed<typeof parse>;

/** The stored value as settings, or throws FailureError('input.invalid'). */
export const parseSettings = (stored: unknown): Settings => parse(renamed(stored, 'renewals', 'dailies'), 'settings');
export const defaultSettings = (): Settings => parseSettings({});
