/** The profiles that the scenes are about: one as most people have it, and the four of somebody who has many. */
import encodeQR from 'qr';
import type { ProfileView } from '../../../electron/core/app/view.ts';
import { someProfile } from '../../fakes/daypass-samples.ts';
import { HOUR, MINUTE, throughWith } from '../../unit/samples.ts';
import { NOW } from '../scene.ts';

const ACCOUNT = '123456789012';
const PORTAL = { session: 'acme', startUrl: 'https://acme.awsapps.com/start', ssoRegion: 'eu-central-1' };

export const profile = (part: Partial<ProfileView> = {}): ProfileView => ({ ...someProfile(), ...part });

/** As it is with a session. */
export const signedIn = (part: Partial<ProfileView> = {}): ProfileView =>
  profile({
    phase: 'active',
    expiresAt: NOW + 12 * HOUR - MINUTE,
    identity: { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/alice` },
    ...part,
  });

export const DEPLOY = someProfile({ id: 'p2', name: 'acme-deploy', way: throughWith('p1') });
export const PASSKEY = someProfile({ id: 'p3', name: 'acme-sandbox', delivery: 'process', way: { is: 'browser' } });
export const COMPANY = someProfile({
  id: 'p4',
  name: 'acme-production-eu',
  delivery: 'process',
  way: { is: 'identity-center', ...PORTAL, account: '210987654321', role: 'Developer' },
});

export const four = (first: ProfileView = profile()): readonly ProfileView[] => [first, DEPLOY, PASSKEY, COMPANY];

/** What an address, or the secret of a new device, is scanned from. */
export const QR = encodeQR('https://aws.amazon.com/a-picture-of-the-gallery', 'svg');
