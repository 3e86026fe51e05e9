/** Signed in: from a fresh session to one that is over, and what is said beside it. */
import { failure } from '../../../electron/core/base/failure.ts';
import { HOUR, MINUTE } from '../../unit/samples.ts';
import { NOW, type Scene, type World } from '../scene.ts';
import { COMPANY, DEPLOY, four, profile, signedIn } from './people.ts';

const one = (part: Parameters<typeof signedIn>[0] = {}, view: World['view'] = {}): World => ({
  view: { ...view, profiles: [signedIn(part)] },
});
const soon = { phase: 'expiring', expiresAt: NOW + 9 * MINUTE } as const;
const HELLO = {
  key: 'h/hello',
  repository: 'hello',
  profile: 'p1',
  at: NOW - 2 * MINUTE,
  confirmed: true,
  failure: null,
};

export const SESSION: readonly Scene[] = [
  { name: 'active', fits: true, pinned: true, shown: true, world: one() },
  {
    name: 'active-used',
    fits: true,
    world: one({}, { served: [HELLO], stale: 3 }),
  },
  {
    name: 'active-refused-repository',
    fits: true,
    world: {
      view: {
        profiles: four(signedIn()),
        served: [{ ...HELLO, confirmed: false, failure: failure('git.said-401', { repository: 'hello' }) }],
      },
    },
  },
  ...([null, 'taken', 'refused'] as const).map(
    (outcome): Scene => ({
      name: `active-went-on-${outcome ?? 'open'}`,
      fits: true,
      world: one({}, { served: [HELLO], wentOn: { repositories: ['hello'], outcome, at: NOW } }),
    }),
  ),
  { name: 'active-four-profiles', fits: true, pinned: true, world: { view: { profiles: four(signedIn()) } } },
  {
    name: 'active-role',
    fits: true,
    world: {
      view: {
        profiles: [signedIn(), { ...DEPLOY, phase: 'active', expiresAt: NOW + 48 * MINUTE }],
        shown: DEPLOY.id,
      },
    },
  },
  {
    name: 'active-endless',
    fits: true,
    world: {
      view: { profiles: [{ ...COMPANY, phase: 'active', expiresAt: NOW + HOUR, endless: true, needs: 'nothing' }] },
    },
  },
  {
    name: 'active-copied',
    fits: true,
    world: one(),
    steps: async ({ page, texts }) => {
      await page.getByRole('button', { name: texts.signIn.copyEnvironment, exact: true }).click();
      await page.getByRole('menuitem').first().click();
    },
  },
  {
    name: 'active-not-written',
    fits: true,
    world: one({ failure: failure('file.read-only', { path: '/home/alice/.aws/credentials' }) }),
  },
  { name: 'expiring', fits: true, pinned: true, world: one(soon) },
  { name: 'expiring-last-minutes', fits: true, world: one({ ...soon, expiresAt: NOW + 4 * MINUTE + 7_000 }) },
  { name: 'expiring-stored', fits: true, world: one({ ...soon, storedTotp: true }) },
  { name: 'renewing', fits: true, world: one({ ...soon, renewing: true }) },
  { name: 'renew-refused', fits: true, world: one({ ...soon, failure: failure('code.rejected') }) },
  {
    name: 'expired',
    fits: true,
    pinned: true,
    shown: true,
    world: { view: { profiles: [profile({ phase: 'expired', endedAt: NOW - 14 * HOUR })] } },
  },
  { name: 'keyring-locked', fits: true, world: one({}, { notices: [failure('kept.locked')] }) },
  { name: 'sessions-not-kept', fits: true, world: one({}, { notices: [failure('kept.not-encrypted')] }) },
  { name: 'no-tray', fits: true, world: one({}, { notices: [failure('desktop.no-tray')] }) },
  {
    name: 'notices-two',
    world: one({}, { notices: [failure('endpoint.port-taken', { port: 41_234 }), failure('notification.failed')] }),
  },
];
