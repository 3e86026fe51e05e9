import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { mayPass, Seal } from '../../../electron/core/kept/seal.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox } from '../../fakes/secret-box.ts';

let box: FakeSecretBox;
let files: FakeSealedFiles;
/** As another process has it. */
const started = () => new Seal(box, files);
const refused = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const secret = new Secret('planted');
beforeEach(() => {
  box = new FakeSecretBox();
  files = new FakeSealedFiles();
});

test('what one process has sealed another opens, and only then is the key proven', async () => {
  const first = started();
  expect(await first.isProven()).toBe(false);
  const sealed = await first.seal(secret);
  expect(await first.isProven()).toBe(false);
  const second = started();
  expect((await second.open(sealed)).reveal()).toBe('planted');
  expect(await second.isProven()).toBe(true);
  await second.seal(secret);
  expect(await second.isProven()).toBe(true);
});

test('two that are sealed at once make one proof', async () => {
  const asked: (string | null)[] = [];
  box.seal = (plain, like) => {
    asked.push(like);
    return FakeSecretBox.prototype.seal.call(box, plain, like);
  };
  const seal = started();
  await Promise.all([seal.seal(secret), seal.seal(secret)]);
  expect(asked.filter((like) => like === null)).toHaveLength(1);
  expect(asked).toHaveLength(3);
});

describe('while the key of before is not to be had', () => {
  beforeEach(async () => {
    await started().seal(secret);
  });

  test.each([
    ['another keyring', 'kept.other-key', () => (box.key = 'second')],
    ['a locked one', 'kept.locked', () => (box.state = 'locked')],
    ['none at all', 'kept.not-encrypted', () => (box.state = 'missing')],
    ['a damaged proof', 'kept.unreadable', () => files.texts.set('proof', 'damaged')],
  ])('nothing is sealed and the proof stays: %s', async (_, code, change) => {
    change();
    const before = files.texts.get('proof');
    const seal = started();
    expect(await seal.unavailable()).toMatchObject({ code });
    await expect(seal.seal(secret)).rejects.toEqual(refused(code));
    await expect(seal.isProven()).rejects.toEqual(refused(code));
    expect(files.texts.get('proof')).toBe(before);
    expect(files.texts.size).toBe(1);
  });

  test('beginning anew sets aside what was sealed, and deletes nothing', async () => {
    const others = new FakeSealedFiles();
    others.texts.set('p1', 'sealed');
    const proof = files.texts.get('proof');
    box.key = 'second';
    const seal = started();
    await seal.beginAnew(others);
    expect([others.aside, files.aside]).toEqual([[new Map([['p1', 'sealed']])], [new Map([['proof', proof]])]]);
    expect(await seal.unavailable()).toBeNull();
    expect((await seal.open(await seal.seal(secret))).reveal()).toBe('planted');
    expect(await seal.isProven()).toBe(false);
    expect(await started().isProven()).toBe(true);
  });
});

test.each([
  ['seals and cannot open', async () => expect.fail()],
  ['opens something else', async () => new Secret('other')],
])('a keyring that %s keeps nothing', async (_, open) => {
  await started().seal(secret);
  const seal = started();
  let opened = 0;
  box.open = (sealed) => (++opened > 1 ? open() : FakeSecretBox.prototype.open.call(box, sealed));
  await expect(seal.seal(secret)).rejects.toThrow();
});

test('without a proof the keyring itself says whether it can keep something', async () => {
  expect(await started().unavailable()).toBeNull();
  box.state = 'locked';
  expect(await started().unavailable()).toMatchObject({ code: 'kept.locked' });
  await expect(started().seal(secret)).rejects.toEqual(refused('kept.locked'));
  expect(files.texts.size).toBe(0);
});

test.each([
  ['kept.locked', true],
  ['kept.not-encrypted', true],
  ['kept.other-key', true],
  ['kept.refused', true],
  ['kept.unreadable', false],
  ['file.disk-full', false],
] as const)('%s may pass by itself: %s', (code, may) => {
  expect(mayPass({ code, params: {} })).toBe(may);
});
