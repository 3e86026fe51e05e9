/** A profile while it is being filled in: how it starts, what is wrong with it, and what is saved of it. Pure. */

import { REGION } from '../../electron/core/aws/names.ts';
import { fittingName, isNewProfileName } from '../../electron/core/aws-files/profile-name.ts';
import { failure } from '../../electron/core/base/failure.ts';
import { sayFailure } from '../../electron/core/i18n/say.ts';
import type { PageMessages } from '../../electron/core/i18n/words.ts';
import type { ProfileChoice, ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { factsOf, keyOf } from '../../electron/core/sources/ways-in.ts';
import type { WayErrors } from '../ways/way-form.ts';
import { formOf, NO_WAY, type WayDraft } from '../ways/way-forms.ts';

export interface Draft {
  /** The section of AWS's files that was chosen; it may be a role on the section that holds the key. */
  readonly section: string;
  readonly region: string;
  readonly name: string;
  readonly delivery: ProfileChoice['delivery'];
  readonly warnBefore: string;
  /** How it comes by a session; the form of its kind knows what is in it. */
  readonly way: WayDraft;
}

/** Also those of the way's own fields. */
export type DraftErrors = WayErrors & { readonly [K in keyof Draft]?: string };

export const EMPTY: Draft = {
  section: '',
  region: '',
  name: '',
  delivery: 'file',
  warnBefore: '15, 5',
  way: NO_WAY,
};

export const draftOf = (profile: ProfileSettings, profiles: readonly ProfileSettings[]): Draft => ({
  section: keyOf(profile, profiles) ?? '',
  region: profile.region,
  name: profile.name,
  delivery: profile.delivery,
  warnBefore: profile.warnBefore.join(', '),
  way: formOf(profile.way).begin(profile.way, profiles),
});

/** What a chosen section fills in: all that its offer says. What is no part of that stays as it was. */
export function withSection(
  draft: Draft,
  { name: section, offer }: Source,
  sources: readonly Source[],
  profiles: readonly ProfileSettings[],
): Draft {
  if (!offer) return { ...draft, section, way: NO_WAY };
  const before = sources.find(({ name }) => name === draft.section)?.offer;
  const untouched = draft.name === '' || draft.name === before?.name;
  return {
    ...draft,
    section,
    region: offer.region ?? draft.region,
    name: untouched ? offer.name : draft.name,
    way: formOf(offer.way).begin(offer.way, profiles),
  };
}

/** What a profile is called where no section gives it a name. */
function usualName(way: Way): string {
  const { usesBrowser, portal } = factsOf({ way });
  return portal !== null ? 'company' : usesBrowser ? 'browser' : '';
}

/** Another way in, which no section of AWS's files leads to. */
export function withWay(
  draft: Draft,
  way: Way,
  sources: readonly Source[],
  profiles: readonly ProfileSettings[],
): Draft {
  const offers = sources.flatMap(({ offer }) => offer ?? []);
  const untouched = ['', usualName(wayOf(draft).way), ...offers.map(({ name }) => name)].includes(draft.name);
  const regions = [draft.region, ...profiles.map(({ region }) => region), ...offers.map(({ region }) => region ?? '')];
  return {
    ...draft,
    section: '',
    region: regions.find((region) => region !== '') ?? '',
    name: untouched ? usualName(way) : draft.name,
    way: formOf(way).begin(way, profiles),
  };
}

/** The way in as far as it is chosen. */
export const wayOf = ({ way: draft }: Draft): { readonly way: Way } => ({ way: formOf(draft).way(draft) });

/** The chosen one, or the other where that cannot be had. */
export function deliveryOf(draft: Draft): Draft['delivery'] {
  const { deliveries } = factsOf(wayOf(draft));
  return deliveries[draft.delivery] ? (draft.delivery === 'file' ? 'process' : 'file') : draft.delivery;
}

const minutesOf = (text: string) => text.split(/[\s,，、]+/).filter(Boolean);

export function errorsOf(draft: Draft, others: readonly ProfileSettings[], texts: PageMessages): DraftErrors {
  const { invalid } = texts.setup;
  const errors: Record<string, string | undefined> = { ...formOf(draft.way).errors(draft.way, texts) };
  if (!REGION.test(draft.region)) errors.region = invalid.region;
  // Spaces around a name come from pasting; within it they are somebody's mistake and are said.
  const name = draft.name.trim();
  if (!isNewProfileName(name)) {
    errors.name = sayFailure(failure('profile.name-invalid', { name, fitting: fittingName(name) }), texts).fix;
  } else if (name === keyOf({ id: '', ...wayOf(draft) }, others)) errors.name = invalid.nameIsSource;
  else if (others.some((other) => other.name === name)) {
    errors.name = sayFailure(failure('profile.name-taken', { name }), texts).cause;
  }
  const minutes = minutesOf(draft.warnBefore);
  if (minutes.length > 8 || minutes.some((n) => !/^\d{1,3}$/.test(n) || Number(n) < 1 || Number(n) > 720)) {
    errors.warnBefore = invalid.warnBefore;
  }
  return errors;
}

/** Only for a draft without errors. */
export const choiceOf = (draft: Draft): ProfileChoice => ({
  name: draft.name.trim(),
  region: draft.region,
  delivery: deliveryOf(draft),
  warnBefore: minutesOf(draft.warnBefore).map(Number),
  ...wayOf(draft),
});

/** Why nothing can be made of it, or what of it has to be said anew. */
export const flawsOf = ({ offer, refusal }: Source) => (refusal ? [refusal] : offer.flaws.map((flaw) => flaw.failure));
