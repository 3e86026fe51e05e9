/** Profiles and sections of AWS's files as most people have them, to be varied. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Offer, Source } from '../../electron/core/sources/source.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/alice';

export const someProfile = (part: Partial<ProfileSettings> = {}): ProfileView => ({
  id: 'p1',
  name: 'work-mfa',
  source: 'work',
  region: 'eu-west-1',
  serial: SERIAL,
  durationSeconds: 43_200,
  delivery: 'file',
  warnBefore: [15, 5],
  role: null,
  dailyAt: null,
  phase: 'signedOut',
  renewing: false,
  expiresAt: null,
  identity: null,
  failure: null,
  storedTotp: false,
  nextCodeAt: null,
  ...part,
});

export const someSource = (name: string, part: Partial<Offer> = {}): Source => ({
  name,
  refusal: null,
  offer: {
    name: `${name}-mfa`,
    source: name,
    region: 'eu-west-1',
    serial: null,
    durationSeconds: 43_200,
    role: null,
    flaws: [],
    ...part,
  },
});

export const noSource = (name: string, refusal: Failure): Source => ({ name, offer: null, refusal });
