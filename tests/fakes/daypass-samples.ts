/** Profiles and sections of AWS's files as most people have them, to be varied. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { StaleEntry } from '../../electron/core/git/stale/stale-entry.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { WayOf } from '../../electron/core/settings/way.ts';
import type { Offer, OfferedWayOf, Source } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { type Different, inShape } from '../unit/samples.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/alice';

const KEY: WayOf<'key'> = { is: 'key', source: 'work', serial: SERIAL, durationSeconds: 43_200, role: null };

/** As the view has it that no other profile is in. */
export function someProfile(part: Different<ProfileSettings> = {}): ProfileView {
  const settings = {
    id: 'p1',
    name: 'work-mfa',
    region: 'eu-west-1',
    delivery: 'file',
    warnBefore: [15, 5],
    dailyAt: null,
    way: KEY,
    ...inShape(part, KEY),
  } as const;
  const facts = factsOf(settings);
  return {
    ...settings,
    ...facts,
    needs: facts.typesCode ? 'code' : facts.usesBrowser ? 'browser' : 'nothing',
    browser: null,
    restsOn: facts.key,
    phase: 'signedOut',
    renewing: false,
    endless: false,
    expiresAt: null,
    endedAt: null,
    identity: null,
    failure: null,
    storedTotp: false,
    nextCodeAt: null,
  };
}

type OfferParts = Partial<Offer> & Partial<Omit<OfferedWayOf<'key'>, 'is'>>;

/** Of a key in the section of this name. */
export const someSource = (
  name: string,
  { serial = null, durationSeconds = 43_200, role = null, source = name, ...part }: OfferParts = {},
): Source => ({
  name,
  refusal: null,
  offer: {
    name: `${name}-mfa`,
    region: 'eu-west-1',
    way: { is: 'key', source, serial, durationSeconds, role },
    flaws: [],
    ...part,
  },
});

export const noSource = (name: string, refusal: Failure): Source => ({ name, offer: null, refusal });

/** A password that git's keychain holds, and that AWS takes no more. */
export const someStaleEntry = (part: Partial<StaleEntry> = {}): StaleEntry => ({
  store: 'GNOME Keyring',
  host: 'git-codecommit.eu-west-1.amazonaws.com',
  path: null,
  user: 'ASIA…7QXZ',
  kind: 'temporary',
  storedAt: null,
  outcome: 'found',
  ...part,
});
