/** From the first moment to the first profile. */
import { failure } from '../../../electron/core/base/failure.ts';
import { noSource, someSource } from '../../fakes/daypass-samples.ts';
import type { Scene, World } from '../scene.ts';

const first = (world: World = {}): World => ({ ...world, view: { profiles: [], git: null } });
const never = () => new Promise<never>(() => {});

export const START: readonly Scene[] = [
  {
    name: 'loading',
    fits: true,
    before: ({ api }) => void Object.assign(api, { view: never }),
  },
  {
    name: 'unreachable',
    fits: true,
    world: { viewFails: failure('internal.unexpected', { kind: 'Error' }) },
  },
  {
    name: 'first-run-looking',
    fits: true,
    world: first(),
    before: ({ api }) => void Object.assign(api, { findSources: never }),
  },
  { name: 'first-run-nothing', fits: true, pinned: true, world: first() },
  {
    name: 'first-run-one-key',
    fits: true,
    pinned: true,
    shown: true,
    world: first({ sources: [someSource('default')] }),
  },
  {
    name: 'first-run-several-keys',
    fits: true,
    world: first({
      sources: [
        someSource('default'),
        someSource('acme-dev', { region: 'us-east-1' }),
        noSource('corp', failure('source.other-way', { profile: 'corp', setting: 'sso_session' })),
      ],
    }),
  },
  {
    name: 'first-run-devices-denied',
    fits: true,
    world: first({ sources: [someSource('default')], devices: failure('device.list-denied') }),
  },
  {
    name: 'first-run-no-device',
    fits: true,
    world: first({ sources: [someSource('default')], devices: [] }),
  },
  {
    name: 'first-run-key-asked',
    fits: true,
    world: first(),
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.browser.setUpKey }).click(),
  },
  {
    name: 'first-run-key-pasted',
    fits: true,
    world: first(),
    steps: async ({ page, texts }) => {
      await page.getByRole('button', { name: texts.browser.setUpKey }).click();
      await page.getByLabel(texts.newKey.paste).fill('AKIAIOSFODNN7EXAMPLE');
      await page.getByRole('button', { name: texts.newKey.read }).click();
    },
  },
  {
    name: 'first-run-company',
    fits: true,
    world: first(),
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.browser.setUpPortal }).click(),
  },
];
