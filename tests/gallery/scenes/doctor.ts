/** The doctor, and what stands behind it: repairing, trying, explaining, the policy. */

import { failure } from '../../../electron/core/base/failure.ts';
import { reportOf } from '../../../electron/core/doctor/report-of.ts';
import type { Finding } from '../../../electron/core/git/config/finding.ts';
import { someStaleEntry } from '../../fakes/daypass-samples.ts';
import { factsWith } from '../../unit/doctor/facts.ts';
import { deny, LISTED, text } from '../../unit/policy/policies.ts';
import type { Person, Scene, World } from '../scene.ts';
import { four, profile } from './people.ts';

const FORBIDDEN =
  "fatal: unable to access 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app/': The requested URL returned error: 403";
const asked = { known: false, why: failure('doctor.asking') } as const;
const line = (part: Partial<Finding>): Finding => ({
  code: 'aws-helper',
  origin: 'file:/home/alice/.gitconfig',
  name: 'credential.helper',
  value: '!aws codecommit credential-helper $@',
  mend: 'remove',
  line: 12,
  ...part,
});
const ill: World = {
  view: {
    git: {
      version: '2.39.5',
      setUp: false,
      findings: [
        line({}),
        line({ code: 'path-global', name: 'credential.useHttpPath', value: 'true', line: 14 }),
        line({ code: 'keeps-passwords', value: 'store', mend: 'set-up', line: 4 }),
        line({ code: 'own-credential', name: 'credential.username', value: 'alice-at-123456789012', mend: null }),
      ],
    },
    profiles: [profile({ failure: failure('key.wrong-secret', { profile: 'default' }) })],
    notices: [failure('kept.not-encrypted')],
  },
  stale: [someStaleEntry()],
  mendText:
    '--- /home/alice/.gitconfig\n+++ /home/alice/.gitconfig\n@@ -12 +12 @@\n-\thelper = !aws codecommit credential-helper $@\n',
};
const ENDED = failure('try.forbidden', {
  repository: 'hello',
  profile: 'work-mfa',
  account: '123456789012',
  region: 'eu-west-1',
});
const tries = async ({ page, texts }: Person) => {
  await page.getByRole('combobox', { name: texts.trial.repository }).fill('hello');
  await page.getByRole('button', { name: texts.trial.start, exact: true }).click();
};
const pastes =
  (message: string) =>
  ({ page, texts }: Person) =>
    page.getByLabel(texts.explain.paste).fill(message);

export const DOCTOR: readonly Scene[] = [
  {
    name: 'doctor-looking',
    at: '#doctor',
    before: (daypass) => {
      Object.assign(daypass.api, { runDoctor: () => new Promise(() => {}) });
      daypass.change({ doctor: reportOf(factsWith({ network: asked, stale: asked, awsFiles: asked })) });
    },
  },
  { name: 'doctor-well', at: '#doctor', pinned: true },
  { name: 'doctor-ill', at: '#doctor', pinned: true, shown: true, world: ill },
  {
    name: 'doctor-notes',
    at: '#doctor',
    world: ill,
    steps: ({ page }) => page.locator('summary').first().click(),
  },
  {
    name: 'doctor-copied',
    at: '#doctor',
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.doctor.copyReport }).click(),
  },
  { name: 'mend-preview', at: '#mend:git-set-up,git-lines,stale-entries', world: ill },
  { name: 'mend-nothing', at: '#mend:git-lines' },
  { name: 'try', at: '#try' },
  { name: 'try-well', at: '#try', steps: tries },
  { name: 'try-refused', at: '#try', world: { trialFails: ENDED, view: { profiles: four() } }, steps: tries },
  { name: 'explain', at: '#explain' },
  { name: 'explain-known', at: '#explain', world: ill, steps: pastes(FORBIDDEN) },
  { name: 'explain-unknown', at: '#explain', steps: pastes('lp0 on fire\npassword=hunter2') },
  { name: 'policy', at: '#policy' },
  {
    name: 'policy-checked',
    at: '#policy',
    steps: async ({ page, texts }) => {
      await page.getByRole('textbox', { name: texts.policy.paste }).fill(text(deny(), LISTED));
      await page.getByRole('button', { name: texts.policy.checkIt }).click();
    },
  },
];
