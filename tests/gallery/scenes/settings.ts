/** The settings, and what a profile has behind it: its form, its key, its MFA device. */
import { failure } from '../../../electron/core/base/failure.ts';
import type { ShownAccessKey } from '../../../electron/core/keys/rotation/key-status.ts';
import { RESTING } from '../../fakes/daypass-api.ts';
import { someSource } from '../../fakes/daypass-samples.ts';
import { HOUR } from '../../unit/samples.ts';
import { NOW, type Person, type Scene, type World } from '../scene.ts';
import { COMPANY, DEPLOY, four, profile, QR, signedIn } from './people.ts';

const DAY = 24 * HOUR;
const used: ShownAccessKey = {
  key: 'AKIA…OLD1',
  used: true,
  active: true,
  created: NOW - 214 * DAY,
  lastUsed: { at: NOW - HOUR, service: 'codecommit' },
};
const second: ShownAccessKey = { ...used, key: 'AKIA…TWO2', used: false, created: NOW - 400 * DAY, lastUsed: null };
const key = (more: World = {}): World => ({
  keyStatus: { keys: [used] },
  ...more,
  view: { profiles: [signedIn()], ...more.view },
});
const turning = { ...RESTING, deleteAt: null };
const ofFiles: World = { sources: [someSource('work'), someSource('acme-dev')] };
const enrolling: World = { sources: [someSource('default')], devices: [], view: { profiles: [], git: null } };
const drawsQr: Scene['before'] = ({ api }) =>
  void Object.assign(api, { drawEnrolment: async () => ({ ok: true, value: QR }) });
const begins = ({ page, texts }: Person) => page.getByRole('button', { name: texts.enrol.begin }).click();

export const SETTINGS: readonly Scene[] = [
  { name: 'settings', at: '#settings', pinned: true },
  {
    name: 'settings-four-profiles',
    at: '#settings',
    world: {
      spareKeys: ['old-laptop'],
      view: {
        profiles: four(profile({ storedTotp: true, dailyAt: '08:30' })),
        repositories: { 'git-codecommit.eu-west-1.amazonaws.com/hello': 'p1' },
      },
    },
  },
  {
    name: 'settings-remove-asked',
    at: '#settings',
    steps: async ({ page, texts }) => {
      await page.getByRole('button', { name: /^work-mfa/ }).click();
      await page.getByRole('button', { name: texts.settings.removeProfile }).click();
    },
  },
  { name: 'profile-new', at: '#setup', world: ofFiles },
  { name: 'profile-edit', fits: true, at: '#setup:p1', world: ofFiles },
  { name: 'profile-edit-role', at: '#setup:p2', world: { ...ofFiles, view: { profiles: [profile(), DEPLOY] } } },
  { name: 'profile-edit-company', fits: true, at: '#setup:p4', world: { view: { profiles: [COMPANY] } } },
  {
    name: 'profile-edit-wrong',
    at: '#setup:p1',
    world: ofFiles,
    steps: async ({ page, texts }) => {
      await page.getByLabel(texts.setup.name).fill('');
      await page.getByRole('button', { name: texts.setup.save }).click();
    },
  },
  { name: 'access-key', at: '#key:p1', world: key() },
  { name: 'access-key-in-keychain', at: '#key:p1', world: key({ keyPlace: 'keychain' }) },
  {
    name: 'access-key-two',
    at: '#key:p1',
    world: key({ keyStatus: { keys: [used, second], sshKeys: ['APKAEXAMPLE'] } }),
  },
  {
    name: 'access-key-signed-out',
    at: '#key:p1',
    world: key({
      keyStatus: { keys: null, why: failure('rotation.signed-out', { profile: 'work-mfa' }) },
      view: { profiles: [profile()] },
    }),
  },
  {
    name: 'rotation-running',
    at: '#key:p1',
    world: key({ view: { rotations: [{ ...turning, step: 'prove', running: true }] } }),
  },
  {
    name: 'rotation-stopped',
    at: '#key:p1',
    world: key({
      view: {
        rotations: [
          { ...turning, step: 'deactivate', failure: failure('rotation.denied', { message: 'iam:UpdateAccessKey' }) },
        ],
      },
    }),
  },
  { name: 'rotation-done', at: '#key:p1', world: key({ view: { rotations: [RESTING] } }) },
  { name: 'enrolment', fits: true, world: enrolling, before: drawsQr, steps: begins },
  {
    name: 'enrolment-secret',
    fits: true,
    world: enrolling,
    before: drawsQr,
    steps: async (person) => {
      await begins(person);
      await person.page.getByRole('button', { name: person.texts.enrol.cannotScan }).click();
    },
  },
  {
    name: 'enrolment-denied',
    world: enrolling,
    before: (daypass) =>
      daypass.refuse('beginEnrolment', 'enrol.denied', {
        message: 'not authorized to perform: iam:CreateVirtualMFADevice',
      }),
    steps: begins,
  },
  {
    name: 'resync',
    fits: true,
    at: '#resync:p1',
    world: { view: { profiles: [profile({ failure: failure('code.drifting') })] } },
  },
  { name: 'one-click', at: '#totp:p1' },
  {
    name: 'one-click-stored',
    at: '#totp:p1',
    world: { view: { profiles: [profile({ storedTotp: true, dailyAt: '08:30' })] } },
  },
  { name: 'one-click-impossible', at: '#totp:p1', world: { cannotKeep: failure('kept.not-encrypted') } },
  { name: 'about', at: '#about' },
];
