import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { SealedSecrets } from '../../../electron/core/kept/sealed-secrets.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';

let box: FakeSecretBox;
let files: FakeSealedFiles;
let kept: SealedSecrets;
beforeEach(() => {
  box = new FakeSecretBox();
  files = new FakeSealedFiles();
  kept = new SealedSecrets(provenSeal(box), files);
});
const refused = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });

test('what is put can be had again, by another run as well, and is sealed meanwhile', async () => {
  await kept.put('one', new Secret('planted'));
  expect(JSON.stringify([...files.texts])).not.toContain('planted');
  const again = new SealedSecrets(provenSeal(box), files);
  expect(await again.has('one')).toBe(true);
  expect((await again.get('one'))?.reveal()).toBe('planted');
  await again.remove('one');
  expect(await kept.has('one')).toBe(false);
  expect(await kept.get('one')).toBeNull();
});

describe('nothing is kept', () => {
  test.each([
    ['missing', 'kept.not-encrypted'],
    ['locked', 'kept.locked'],
  ] as const)('where the keyring is %s', async (state, code) => {
    box.state = state;
    await expect(kept.check()).rejects.toEqual(refused(code));
    await expect(kept.put('one', new Secret('x'))).rejects.toEqual(refused(code));
    expect(files.texts.size).toBe(0);
  });

  test('nor even sealed, where the keyring says beforehand that it would not encrypt', async () => {
    box.state = 'missing';
    box.seal = () => expect.fail('it was sealed');
    await expect(kept.put('one', new Secret('x'))).rejects.toEqual(refused('kept.not-encrypted'));
  });

  test('that cannot be opened again, and what was kept before stays', async () => {
    await kept.put('one', new Secret('old'));
    const before = files.texts.get('one');
    box.open = async () => new Secret('something else');
    await expect(kept.put('one', new Secret('new'))).rejects.toEqual(refused('kept.unreadable'));
    expect(files.texts.get('one')).toBe(before);
  });

  test('on a disk that is full', async () => {
    files.broken = 'file.disk-full';
    await expect(kept.put('one', new Secret('x'))).rejects.toEqual(refused('file.disk-full'));
  });

  test('on a disk that forgets', async () => {
    files.write = async (name, sealed) => void files.texts.set(name, sealed.slice(1));
    await expect(kept.put('one', new Secret('x'))).rejects.toEqual(refused('kept.unreadable'));
  });
});

test('a locked keyring and one that was replaced are told apart', async () => {
  await kept.put('one', new Secret('x'));
  box.state = 'locked';
  await expect(kept.get('one')).rejects.toEqual(refused('kept.locked'));
  expect(await kept.has('one')).toBe(true);
  box.state = 'open';
  box.key = 'second';
  await expect(kept.get('one')).rejects.toEqual(refused('kept.other-key'));
  await expect(kept.put('one', new Secret('y'))).rejects.toEqual(refused('kept.other-key'));
  expect(box.read((await files.read('one'))?.replace('first', 'second') ?? '')).toBe('x');
});
