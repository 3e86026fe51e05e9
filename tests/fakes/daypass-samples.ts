/** Profiles and sections of AWS's files as most people have them, to be varied. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Source } from '../../electron/core/sources/sources.ts';

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

export const someSource = (name: string, part: Partial<Source> = {}): Source => ({
  name,
  usable: true,
  region: 'eu-west-1',
  serial: null,
  durationSeconds: null,
  role: null,
  ...part,
});
