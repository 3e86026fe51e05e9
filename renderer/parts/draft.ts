/** A profile while it is being filled in: how it starts, what is wrong with it, and what is saved of it. Pure. */

import {
  DURATION,
  EXTERNAL_ID,
  MFA_SERIAL,
  REGION,
  ROLE_ARN,
  ROLE_DURATION,
  ROLE_SESSION_NAME,
} from '../../electron/core/aws/names.ts';
import { fittingName, isNewProfileName } from '../../electron/core/aws-files/profile-name.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import type { Messages } from '../../electron/core/i18n/words.ts';
import type { ProfileChoice, ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Source } from '../../electron/core/sources/source.ts';

export interface Draft {
  /** The section of AWS's files that was chosen; it may be a role on the section that holds the key. */
  readonly section: string;
  readonly source: string;
  readonly region: string;
  readonly serial: string;
  readonly durationSeconds: number;
  readonly name: string;
  readonly delivery: ProfileChoice['delivery'];
  readonly warnBefore: string;
  readonly roleArn: string;
  readonly through: string | null;
  readonly sessionName: string;
  readonly externalId: string;
}

export type DraftErrors = { readonly [K in keyof Draft]?: string };

export const EMPTY: Draft = {
  section: '',
  source: '',
  region: '',
  serial: '',
  durationSeconds: DURATION.default,
  name: '',
  delivery: 'file',
  warnBefore: '15, 5',
  roleArn: '',
  through: null,
  sessionName: 'daypass',
  externalId: '',
};

export const draftOf = (profile: ProfileSettings): Draft => ({
  section: profile.source,
  source: profile.source,
  region: profile.region,
  serial: profile.serial,
  durationSeconds: profile.durationSeconds,
  name: profile.name,
  delivery: profile.delivery,
  warnBefore: profile.warnBefore.join(', '),
  roleArn: profile.role?.arn ?? '',
  through: profile.role?.through ?? null,
  sessionName: profile.role?.sessionName ?? EMPTY.sessionName,
  externalId: profile.role?.externalId ?? '',
});

/** What a chosen section fills in: all that its offer says. What is no part of that stays as it was. */
export function withSection(draft: Draft, { name: section, offer }: Source, sources: readonly Source[]): Draft {
  if (!offer) return { ...draft, section, source: '', through: null };
  const before = sources.find(({ name }) => name === draft.section)?.offer;
  const untouched = draft.name === '' || draft.name === before?.name;
  const { source, role, durationSeconds } = offer;
  return {
    ...draft,
    section,
    source,
    region: offer.region ?? draft.region,
    serial: offer.serial ?? '',
    durationSeconds,
    name: untouched ? offer.name : draft.name,
    roleArn: role?.arn ?? '',
    through: role?.through ?? null,
    sessionName: role?.sessionName ?? EMPTY.sessionName,
    externalId: role?.externalId ?? '',
  };
}

export const longest = ({ roleArn, through }: Draft): number =>
  through !== null ? ROLE_DURATION.chained : roleArn ? ROLE_DURATION.max : DURATION.max;
export const durationOf = (draft: Draft): number => Math.min(draft.durationSeconds, longest(draft));

/** Spaces around a word come from pasting; within it they are somebody's mistake and are said. */
const trimmed = (draft: Draft): Draft => ({
  ...draft,
  name: draft.name.trim(),
  sessionName: draft.sessionName.trim(),
  externalId: draft.externalId.trim(),
});

const minutesOf = (text: string) => text.split(/[\s,，、]+/).filter(Boolean);

export function errorsOf(typed: Draft, others: readonly ProfileSettings[], texts: Messages): DraftErrors {
  const draft = trimmed(typed);
  const { invalid } = texts.setup;
  const errors: { -readonly [K in keyof Draft]?: string } = {};
  const own = draft.through === null;
  if (own && !draft.source) errors.section = invalid.source;
  if (own && !MFA_SERIAL.test(draft.serial)) errors.serial = invalid.serial;
  if (!REGION.test(draft.region)) errors.region = invalid.region;
  if (!isNewProfileName(draft.name)) {
    const { name } = draft;
    errors.name = sayFailure(failure('profile.name-invalid', { name, fitting: fittingName(name) }), texts).fix;
  } else if (draft.name === draft.source) errors.name = invalid.nameIsSource;
  else if (others.some(({ name }) => name === draft.name)) {
    errors.name = sayFailure(failure('profile.name-taken', { name: draft.name }), texts).cause;
  }
  const minutes = minutesOf(draft.warnBefore);
  if (minutes.length > 8 || minutes.some((n) => !/^\d{1,3}$/.test(n) || Number(n) < 1 || Number(n) > 720)) {
    errors.warnBefore = invalid.warnBefore;
  }
  if (draft.roleArn && !ROLE_ARN.test(draft.roleArn)) errors.roleArn = invalid.role;
  if (draft.roleArn && !ROLE_SESSION_NAME.test(draft.sessionName)) errors.sessionName = invalid.sessionName;
  if (draft.roleArn && draft.externalId && !EXTERNAL_ID.test(draft.externalId)) {
    errors.externalId = invalid.externalId;
  }
  return errors;
}

/** Only for a draft without errors. A role on another profile's session needs that one's key and device, not its own. */
export function choiceOf(typed: Draft, profiles: readonly ProfileSettings[]): ProfileChoice {
  const draft = trimmed(typed);
  const parent = draft.roleArn ? profiles.find(({ id }) => id === draft.through) : undefined;
  const { name, region, delivery, roleArn, sessionName, externalId } = draft;
  return {
    name,
    source: parent?.source ?? draft.source,
    region,
    serial: parent?.serial ?? draft.serial,
    durationSeconds: durationOf(draft),
    delivery,
    warnBefore: minutesOf(draft.warnBefore).map(Number),
    role: roleArn ? { arn: roleArn, sessionName, externalId: externalId || null, through: parent?.id ?? null } : null,
  };
}
