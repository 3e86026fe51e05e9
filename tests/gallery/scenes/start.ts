/** From the first moment to the first profile. */
import { failure } from '../../../electron/core/base/failure.ts';
import { noSource, someSource } from '../../fakes/daypass-samples.ts';
import type { Person, Scene, World } from '../scene.ts';

const first = (world: World = {}): World => ({ ...world, view: { profiles: [], git: null } });
const denied = first({ sources: [someSource('default')], devices: failure('device.list-denied') });
const paste = async ({ page, texts }: Person) => {
  await page.getByRole('button', { name: texts.browser.setUpKey }).click();
  await page.getByLabel(texts.newKey.paste).fill('AKIAIOSFODNN7EXAMPLE');
  await page.getByRole('button', { name: texts.newKey.read }).click();
};
const never = () => new Promise<never>(() => {});

export const START: readonly Scene[] = [
  {
    name: 'loading',
    waits: true,
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
    world: denied,
  },
  {
    name: 'first-run-users-arn',
    fits: true,
    world: denied,
    steps: ({ page, texts }) =>
      page.getByRole('textbox', { name: texts.setup.device }).fill('arn:aws:iam::123456789012:user/alice'),
  },
  {
    name: 'first-run-looked-up',
    fits: true,
    world: denied,
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.setup.findDevice }).click(),
  },
  {
    name: 'first-run-security-keys',
    fits: true,
    world: first({
      sources: [someSource('default')],
      devices: [{ serial: 'arn:aws:iam::1:u2f/user/a/b', kind: 'fido' }],
    }),
  },
  {
    name: 'first-run-change',
    fits: true,
    world: first({ sources: [someSource('default')] }),
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.setup.change }).click(),
  },
  {
    name: 'first-run-not-saved',
    fits: true,
    world: first({ sources: [someSource('default')] }),
    before: (daypass) => daypass.refuse('addProfile', 'file.disk-full', { path: '~/.daypass/settings.json' }),
    steps: ({ page, texts }) => page.getByRole('textbox', { name: texts.signIn.codeLabel }).pressSequentially('123456'),
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
    steps: paste,
  },
  {
    name: 'first-run-key-saved',
    fits: true,
    world: first(),
    steps: async (person) => {
      await paste(person);
      await person.page.getByRole('button', { name: person.texts.newKey.take }).click();
      await person.page.getByRole('textbox', { name: person.texts.signIn.codeLabel }).waitFor();
    },
  },
  {
    name: 'first-run-company',
    fits: true,
    world: first(),
    steps: ({ page, texts }) => page.getByRole('button', { name: texts.browser.setUpPortal }).click(),
  },
];
