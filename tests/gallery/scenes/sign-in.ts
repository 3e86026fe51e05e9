/** Signed out: what is asked for, what is waited for, and what was refused. */
import { failure } from '../../../electron/core/base/failure.ts';
import { MINUTE } from '../../unit/samples.ts';
import { NOW, type Scene, type World } from '../scene.ts';
import { COMPANY, DEPLOY, four, PASSKEY, profile, QR } from './people.ts';

const one = (part: Parameters<typeof profile>[0] = {}, world: World = {}): World => ({
  ...world,
  view: { ...world.view, profiles: [profile(part)] },
});
const of = (part: ReturnType<typeof profile>): World => ({ view: { profiles: [part] } });
const refused = (...given: Parameters<typeof failure>): World => one({ failure: failure(...given) });
const HERE = 'https://eu-west-1.signin.aws.amazon.com/v1/authorize?client_id=daypass';
const browser = { here: HERE, notOpened: false, elsewhere: null };
const elsewhere = { address: 'https://eu-west-1.signin.aws.amazon.com/elsewhere', userCode: null, qr: QR };

export const SIGN_IN: readonly Scene[] = [
  { name: 'sign-in', fits: true, pinned: true, shown: true, world: one() },
  {
    name: 'sign-in-digits',
    fits: true,
    world: one(),
    steps: ({ page }) => page.keyboard.type('123'),
  },
  { name: 'sign-in-four-profiles', fits: true, pinned: true, world: { view: { profiles: four() } } },
  {
    name: 'sign-in-parent-first',
    fits: true,
    world: { view: { profiles: [profile(), DEPLOY], shown: DEPLOY.id } },
  },
  { name: 'sign-in-stored', fits: true, world: one({ storedTotp: true }) },
  { name: 'sign-in-browser', fits: true, world: of(PASSKEY) },
  { name: 'sign-in-browser-waiting', fits: true, world: of({ ...PASSKEY, phase: 'signingIn', browser }) },
  {
    name: 'sign-in-browser-not-opened',
    fits: true,
    world: of({ ...PASSKEY, phase: 'signingIn', browser: { ...browser, notOpened: true } }),
  },
  {
    name: 'sign-in-browser-elsewhere',
    world: of({ ...PASSKEY, phase: 'signingIn', browser: { ...browser, elsewhere } }),
  },
  { name: 'sign-in-company', fits: true, world: of(COMPANY) },
  {
    name: 'sign-in-company-elsewhere',
    world: of({
      ...COMPANY,
      phase: 'signingIn',
      browser: { ...browser, elsewhere: { ...elsewhere, userCode: 'ABCD-EFGH' } },
    }),
  },
  { name: 'signing-in', fits: true, pinned: true, world: one({ phase: 'signingIn' }) },
  {
    name: 'signing-in-next-code',
    fits: true,
    world: one({ phase: 'signingIn', storedTotp: true, nextCodeAt: NOW + 20_000 }),
  },
  { name: 'window-not-clicked', fits: true, world: one({}, { view: { takesKeys: false } }) },
  { name: 'code-refused', fits: true, pinned: true, world: refused('code.rejected') },
  { name: 'code-used', fits: true, world: refused('code.used', { seconds: 24, until: NOW + 24_000 }) },
  { name: 'code-spent', fits: true, world: one({ nextCodeAt: NOW + 20_000 }) },
  { name: 'code-drifting', fits: true, world: refused('code.drifting') },
  { name: 'cooling-down', fits: true, world: refused('device.cooling-down', { seconds: 90, until: NOW + 90_000 }) },
  { name: 'offline', fits: true, world: refused('network.offline', { host: 'sts.eu-west-1.amazonaws.com' }) },
  { name: 'clock-off', fits: true, world: one({}, { view: { awsOffset: -14 * MINUTE } }) },
  { name: 'error-info', fits: true, world: refused('sign-in.cancelled') },
  { name: 'error-warning', fits: true, world: refused('aws.throttled') },
  { name: 'error-error', fits: true, world: refused('key.wrong-secret', { profile: 'default' }) },
];
