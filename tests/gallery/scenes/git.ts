/** git: one that waits, setting it up, and the passwords that it left behind. */

import type { WaitingView } from '../../../electron/core/app/view.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import type { StaleEntry } from '../../../electron/core/git/stale/stale-entry.ts';
import { fill } from '../../../electron/core/i18n/say.ts';
import { someStaleEntry } from '../../fakes/daypass-samples.ts';
import { HOUR } from '../../unit/samples.ts';
import { NOW, type Person, type Scene, type World } from '../scene.ts';
import { four, PASSKEY, profile, signedIn } from './people.ts';

const git = (part: Partial<WaitingView> = {}): WaitingView => ({
  id: 1,
  repository: 'hello',
  region: 'eu-west-1',
  profile: 'p1',
  since: NOW - 8_000,
  ...part,
});
const waits = (waiting: readonly WaitingView[], view: World['view'] = {}): World => ({ view: { ...view, waiting } });
const names = ['hello', 'infra', 'billing', 'website'];

const state = { version: '2.39.5', setUp: true, findings: [] };
const DIFF = `--- /home/alice/.gitconfig
+++ /home/alice/.gitconfig
@@ -3,3 +3,8 @@
 \temail = alice@example.com
-[credential]
-\thelper = !aws codecommit credential-helper $@
+# Daypass
+[credential "https://git-codecommit.eu-west-1.amazonaws.com"]
+\thelper =
+\thelper = /home/alice/.daypass/bin/daypass credential
+\tuseHttpPath = true
`;

const entry = (part: Partial<StaleEntry> = {}): StaleEntry =>
  someStaleEntry({ path: 'v1/repos/billing', storedAt: NOW - 72 * HOUR, ...part });
const own = entry({ user: 'alice-at-123456789012', kind: 'static', path: null, outcome: 'left', why: 'static' });
const found = [entry(), entry({ store: '~/.git-credentials', storedAt: null, path: null }), own];
const deleteThem =
  (n: number) =>
  ({ page, texts }: Person) =>
    page.getByRole('button', { name: fill(texts.stale.delete, { n }) }).click();

export const GIT: readonly Scene[] = [
  { name: 'waiting', fits: true, pinned: true, shown: true, world: waits([git()]) },
  {
    name: 'waiting-many',
    fits: true,
    world: waits(names.map((repository, i) => git({ id: i + 1, repository }))),
  },
  { name: 'waiting-choose', fits: true, pinned: true, world: waits([git({ profile: null })], { profiles: four() }) },
  { name: 'waiting-other-profile', fits: true, world: waits([git({ profile: PASSKEY.id })], { profiles: four() }) },
  { name: 'waiting-stored', fits: true, world: waits([git()], { profiles: [profile({ storedTotp: true })] }) },
  { name: 'waiting-browser', fits: true, world: waits([git({ profile: PASSKEY.id })], { profiles: [PASSKEY] }) },
  { name: 'git-not-set-up', fits: true, world: { view: { git: { ...state, setUp: false } } } },
  {
    name: 'git-not-set-up-active',
    fits: true,
    world: { view: { profiles: [signedIn()], git: { ...state, setUp: false } } },
  },
  {
    name: 'git-none',
    fits: true,
    world: { view: { profiles: [signedIn()], git: { ...state, version: null, setUp: false } } },
  },
  { name: 'git-preview', at: '#git:set-up', world: { gitDiff: DIFF, view: { git: { ...state, setUp: false } } } },
  {
    name: 'git-set-up',
    at: '#git:set-up',
    world: { gitDiff: DIFF, view: { git: { ...state, setUp: false } } },
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.git.setUp }).click(),
  },
  { name: 'git-nothing-to-do', at: '#git:set-up', world: { view: { git: state } } },
  { name: 'git-undo', at: '#git:undo', world: { gitDiff: DIFF, view: { git: state } } },
  { name: 'stale-none', at: '#stale' },
  { name: 'stale-some', at: '#stale', world: { stale: found } },
  {
    name: 'stale-removed',
    at: '#stale',
    world: { stale: [entry(), entry({ path: null })] },
    steps: deleteThem(2),
  },
  { name: 'stale-left', at: '#stale', world: { stale: [entry(), own] }, steps: deleteThem(1) },
  {
    name: 'stale-locked',
    at: '#stale',
    world: {
      staleFailures: [{ store: 'GNOME Keyring', failure: failure('keychain.locked', { store: 'GNOME Keyring' }) }],
    },
  },
];
